namespace Disclosure.Cases.CaseFiles;

/// <summary>Where a case stands on its road: registration, the five steps and their waits, archiving.</summary>
public enum CaseStage
{
    /// <summary>待确认收到: registered, but the day of receipt is not confirmed; no clock runs (art. 31).</summary>
    AwaitingConfirmation,

    /// <summary>补不补.</summary>
    Completeness,

    /// <summary>待补正: the correction notice is served, the clock stands (art. 30).</summary>
    AwaitingCorrection,

    /// <summary>该不该.</summary>
    Competence,

    /// <summary>待说明理由: the explanation notice is served, the clock runs on (art. 35).</summary>
    AwaitingExplanation,

    /// <summary>有没有.</summary>
    Existence,

    /// <summary>给不给.</summary>
    Disclosure,

    /// <summary>当不当: what the reply is has been decided; it is drafted, approved, served.</summary>
    Propriety,

    /// <summary>待缴费: the fee notice is served, the clock stands (art. 42).</summary>
    AwaitingPayment,

    /// <summary>已答复: every item is answered and served.</summary>
    Answered,

    /// <summary>已撤回: withdrawn by the applicant.</summary>
    Withdrawn,

    /// <summary>已归档.</summary>
    Archived,

    /// <summary>已作废: registered by mistake.</summary>
    Voided,
}
