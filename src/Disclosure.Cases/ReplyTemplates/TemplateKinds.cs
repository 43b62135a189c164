namespace Disclosure.Cases.ReplyTemplates;

/// <summary>What sort of document a template makes (docs/domain.md, "Format texts").</summary>
[StoredName("TemplateKind")]
public enum TemplateKind
{
    /// <summary>程序处理文书: moves the case on, decides nothing (01–07).</summary>
    [StoredName("Procedural")]
    Procedural,

    /// <summary>实体处理文书: settles the application (08–26).</summary>
    [StoredName("Substantive")]
    Substantive,

    /// <summary>
    /// Outside the 26: registration form and receipt, assistance letter, opinion slip, fee and closing notice, review form, proof of
    /// service.
    /// </summary>
    [StoredName("Companion")]
    Companion,
}

/// <summary>How the addressee may contest a document; a wrong one can void the decision.</summary>
[StoredName("Remedy")]
public enum Remedy
{
    /// <summary>Nothing is decided, so nothing is said.</summary>
    [StoredName("None")]
    None,

    /// <summary>Reconsideration within 60 days or an action within 6 months, at the addressee's choice.</summary>
    [StoredName("Either")]
    Either,

    /// <summary>行政复议法 (2023) art. 23 ¶1(4): reconsideration must come first. Before 2024-01-01 as <see cref="Either"/>.</summary>
    [StoredName("ReconsiderationFirst")]
    ReconsiderationFirst,

    /// <summary>Each part of the decision by its own ground (10, art. 37).</summary>
    [StoredName("ByPart")]
    ByPart,

    /// <summary>The fee: contestable only with the closing that follows from not paying.</summary>
    [StoredName("NotOnItsOwn")]
    NotOnItsOwn,
}

/// <summary>What serving the document does to the case.</summary>
[StoredName("ServiceEffect")]
public enum ServiceEffect
{
    /// <summary>Nothing.</summary>
    [StoredName("Nothing")]
    Nothing,

    /// <summary>The clock stands until the correction comes in (art. 30).</summary>
    [StoredName("AwaitsCorrection")]
    AwaitsCorrection,

    /// <summary>The applicant is asked for reasons; the clock runs on (art. 35).</summary>
    [StoredName("AwaitsExplanation")]
    AwaitsExplanation,

    /// <summary>The reply period grows by up to 20 working days (art. 33 ¶2).</summary>
    [StoredName("Extends")]
    Extends,

    /// <summary>A later reasonable date is set after a sound explanation (art. 35).</summary>
    [StoredName("Delays")]
    Delays,

    /// <summary>A third party or another agency is asked; its days are not counted (art. 33 ¶3).</summary>
    [StoredName("Consults")]
    Consults,

    /// <summary>The clock stands until the processing fee is paid (art. 42).</summary>
    [StoredName("AwaitsPayment")]
    AwaitsPayment,

    /// <summary>The application is answered.</summary>
    [StoredName("Answers")]
    Answers,

    /// <summary>The case ends without an answer.</summary>
    [StoredName("Closes")]
    Closes,
}

/// <summary>To whom a document goes.</summary>
[StoredName("AddresseeKind")]
public enum AddresseeKind
{
    /// <summary>The applicant or applicants of the case.</summary>
    [StoredName("Applicant")]
    Applicant,

    /// <summary>Somebody else, named by the facts <c>recipient</c> and <c>recipientKind</c>.</summary>
    [StoredName("Recipient")]
    Recipient,
}
