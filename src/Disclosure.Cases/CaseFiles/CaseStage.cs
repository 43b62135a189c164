namespace Disclosure.Cases.CaseFiles;

/// <summary>Where a case stands on its road: registration, the five steps and their waits, archiving.</summary>
[StoredName("CaseStage")]
public enum CaseStage
{
    /// <summary>待确认收到: registered, but the day of receipt is not confirmed; no clock runs (art. 31).</summary>
    [StoredName("AwaitingConfirmation")]
    AwaitingConfirmation,

    /// <summary>补不补.</summary>
    [StoredName("Completeness")]
    Completeness,

    /// <summary>待补正: the correction notice is served, the clock stands (art. 30).</summary>
    [StoredName("AwaitingCorrection")]
    AwaitingCorrection,

    /// <summary>该不该.</summary>
    [StoredName("Competence")]
    Competence,

    /// <summary>待说明理由: the explanation notice is served, the clock runs on (art. 35).</summary>
    [StoredName("AwaitingExplanation")]
    AwaitingExplanation,

    /// <summary>有没有.</summary>
    [StoredName("Existence")]
    Existence,

    /// <summary>给不给.</summary>
    [StoredName("Disclosure")]
    Disclosure,

    /// <summary>当不当: what the reply is has been decided; it is drafted, approved, served.</summary>
    [StoredName("Propriety")]
    Propriety,

    /// <summary>待缴费: the fee notice is served, the clock stands (art. 42).</summary>
    [StoredName("AwaitingPayment")]
    AwaitingPayment,

    /// <summary>已答复: every item is answered and served.</summary>
    [StoredName("Answered")]
    Answered,

    /// <summary>已撤回: withdrawn by the applicant.</summary>
    [StoredName("Withdrawn")]
    Withdrawn,

    /// <summary>已归档.</summary>
    [StoredName("Archived")]
    Archived,

    /// <summary>已作废: registered by mistake.</summary>
    [StoredName("Voided")]
    Voided,
}
