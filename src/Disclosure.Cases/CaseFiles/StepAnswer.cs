using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.CaseFiles;

/// <summary>The answers to the five questions; which question each belongs to stands in <see cref="StepTransitions"/>.</summary>
public enum StepAnswer
{
    /// <summary>补不补: complete and clear.</summary>
    Complete,

    /// <summary>补不补: a correction is needed (01).</summary>
    CorrectionNeeded,

    /// <summary>补不补: corrected, but still unclear (22).</summary>
    StillUnclear,

    /// <summary>补不补: not corrected by the date set; deemed abandoned (art. 30).</summary>
    CorrectionLapsed,

    /// <summary>该不该: ours to answer.</summary>
    Ours,

    /// <summary>该不该: another agency's, or nobody knows whose (20).</summary>
    NotThisAgency,

    /// <summary>该不该: a special law governs access (18).</summary>
    SpecialAccess,

    /// <summary>该不该: no application for government information (23).</summary>
    NotAnApplication,

    /// <summary>该不该: asked and answered before (24).</summary>
    RepeatRequest,

    /// <summary>该不该: a public publication (25).</summary>
    PublicPublication,

    /// <summary>该不该: too much or too often, an explanation is asked for (02).</summary>
    ExplanationNeeded,

    /// <summary>该不该: the explanation is sound; ours to answer, with a delay if needed (art. 35).</summary>
    ExplanationSound,

    /// <summary>该不该: the explanation is unsound or did not come (26).</summary>
    ExplanationUnsound,

    /// <summary>有没有: held.</summary>
    Held,

    /// <summary>有没有: published already (09).</summary>
    AlreadyPublic,

    /// <summary>有没有: searched for and not found (19).</summary>
    NotExisting,

    /// <summary>有没有: would have to be made first (21).</summary>
    NeedsCreation,

    /// <summary>给不给: disclosed (08).</summary>
    Disclosed,

    /// <summary>给不给: disclosed in part (10).</summary>
    PartlyDisclosed,

    /// <summary>给不给: state secret (11).</summary>
    StateSecret,

    /// <summary>给不给: prohibited by law or administrative regulation (12).</summary>
    ProhibitedByLaw,

    /// <summary>给不给: endangers security or stability (13).</summary>
    SecurityAndStability,

    /// <summary>给不给: harms a third party's rights (14).</summary>
    ThirdPartyRights,

    /// <summary>给不给: internal affairs (15).</summary>
    InternalAffairs,

    /// <summary>给不给: deliberative process (16).</summary>
    DeliberativeProcess,

    /// <summary>给不给: enforcement file (17).</summary>
    EnforcementFile,

    /// <summary>The fee was not paid in time; deemed abandoned.</summary>
    PaymentLapsed,
}

/// <summary>What an answer leads to: a text of the catalogue and, where the answer settles it, its variant.</summary>
public sealed record ItemOutcome(string Template, string? Variant = null);
