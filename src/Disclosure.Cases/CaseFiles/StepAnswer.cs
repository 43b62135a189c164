namespace Disclosure.Cases.CaseFiles;

/// <summary>The answers to the five questions; which question each belongs to stands in <c>StepTransitions</c>.</summary>
[StoredName("StepAnswer")]
public enum StepAnswer
{
    /// <summary>补不补: complete and clear.</summary>
    [StoredName("Complete")]
    Complete,

    /// <summary>补不补: a correction is needed (01).</summary>
    [StoredName("CorrectionNeeded")]
    CorrectionNeeded,

    /// <summary>补不补: corrected, but still unclear (22).</summary>
    [StoredName("StillUnclear")]
    StillUnclear,

    /// <summary>补不补: not corrected by the date set; deemed abandoned (art. 30).</summary>
    [StoredName("CorrectionLapsed")]
    CorrectionLapsed,

    /// <summary>该不该: ours to answer.</summary>
    [StoredName("Ours")]
    Ours,

    /// <summary>该不该: another agency's, or nobody knows whose (20).</summary>
    [StoredName("NotThisAgency")]
    NotThisAgency,

    /// <summary>该不该: a special law governs access (18).</summary>
    [StoredName("SpecialAccess")]
    SpecialAccess,

    /// <summary>该不该: no application for government information (23).</summary>
    [StoredName("NotAnApplication")]
    NotAnApplication,

    /// <summary>该不该: asked and answered before (24).</summary>
    [StoredName("RepeatRequest")]
    RepeatRequest,

    /// <summary>该不该: a public publication (25).</summary>
    [StoredName("PublicPublication")]
    PublicPublication,

    /// <summary>该不该: too much or too often, an explanation is asked for (02).</summary>
    [StoredName("ExplanationNeeded")]
    ExplanationNeeded,

    /// <summary>该不该: the explanation is sound; ours to answer, with a delay if needed (art. 35).</summary>
    [StoredName("ExplanationSound")]
    ExplanationSound,

    /// <summary>该不该: the explanation is unsound or did not come (26).</summary>
    [StoredName("ExplanationUnsound")]
    ExplanationUnsound,

    /// <summary>有没有: held.</summary>
    [StoredName("Held")]
    Held,

    /// <summary>有没有: published already (09).</summary>
    [StoredName("AlreadyPublic")]
    AlreadyPublic,

    /// <summary>有没有: searched for and not found (19).</summary>
    [StoredName("NotExisting")]
    NotExisting,

    /// <summary>有没有: would have to be made first (21).</summary>
    [StoredName("NeedsCreation")]
    NeedsCreation,

    /// <summary>给不给: disclosed (08).</summary>
    [StoredName("Disclosed")]
    Disclosed,

    /// <summary>给不给: disclosed in part (10).</summary>
    [StoredName("PartlyDisclosed")]
    PartlyDisclosed,

    /// <summary>给不给: state secret (11).</summary>
    [StoredName("StateSecret")]
    StateSecret,

    /// <summary>给不给: prohibited by law or administrative regulation (12).</summary>
    [StoredName("ProhibitedByLaw")]
    ProhibitedByLaw,

    /// <summary>给不给: endangers security or stability (13).</summary>
    [StoredName("SecurityAndStability")]
    SecurityAndStability,

    /// <summary>给不给: harms a third party's rights (14).</summary>
    [StoredName("ThirdPartyRights")]
    ThirdPartyRights,

    /// <summary>给不给: internal affairs (15).</summary>
    [StoredName("InternalAffairs")]
    InternalAffairs,

    /// <summary>给不给: deliberative process (16).</summary>
    [StoredName("DeliberativeProcess")]
    DeliberativeProcess,

    /// <summary>给不给: enforcement file (17).</summary>
    [StoredName("EnforcementFile")]
    EnforcementFile,

    /// <summary>The fee was not paid in time; deemed abandoned.</summary>
    [StoredName("PaymentLapsed")]
    PaymentLapsed,
}

/// <summary>What an answer leads to: a text of the catalogue and, where the answer settles it, its variant.</summary>
public sealed record ItemOutcome(
    [StoredName("Template")] string Template,
    [StoredName("Variant")] string? Variant = null);
