namespace Disclosure.Cases.CaseFiles;

/// <summary>
/// What is due in a case, in the order in which a failure weighs: first what the law asks of the agency, then what the
/// agency has to answer to its supervisor, then what others owe and the agency has to act on, last the office's own targets.
/// </summary>
[StoredName("DueKind")]
public enum DueKind
{
    /// <summary>答复: the reply is served (art. 33, 47, 51).</summary>
    [StoredName("Reply")]
    Reply,

    /// <summary>补正告知: the correction notice is served, if one is needed (art. 30).</summary>
    [StoredName("CorrectionNotice")]
    CorrectionNotice,

    /// <summary>确认收到: the application is confirmed with the applicant on the day of its arrival (art. 31).</summary>
    [StoredName("ReceiptConfirmation")]
    ReceiptConfirmation,

    /// <summary>复议答复、应诉答辩: the answer in a reconsideration or an action (<see cref="AnswerPeriod"/>).</summary>
    [StoredName("DisputeAnswer")]
    DisputeAnswer,

    /// <summary>答复督办: the answer to an inquiry of the district's supervision (art. 47).</summary>
    [StoredName("InquiryAnswer")]
    InquiryAnswer,

    /// <summary>公开审查 (art. 17): a colleague was asked for it.</summary>
    [StoredName("DisclosureReview")]
    DisclosureReview,

    /// <summary>补正: the applicant's correction (art. 30).</summary>
    [StoredName("Correction")]
    Correction,

    /// <summary>缴费: the applicant's payment of the fee (国办函〔2020〕109号).</summary>
    [StoredName("FeePayment")]
    FeePayment,

    /// <summary>说明理由: the applicant's explanation (art. 35).</summary>
    [StoredName("Explanation")]
    Explanation,

    /// <summary>第三方意见 (art. 32).</summary>
    [StoredName("ThirdPartyOpinion")]
    ThirdPartyOpinion,

    /// <summary>共同制作机关意见 (art. 34).</summary>
    [StoredName("CoAuthorOpinion")]
    CoAuthorOpinion,

    /// <summary>其他机关意见.</summary>
    [StoredName("OtherAgencyOpinion")]
    OtherAgencyOpinion,

    /// <summary>补不补 answered: a target of the office.</summary>
    [StoredName("CompletenessTarget")]
    CompletenessTarget,

    /// <summary>该不该 answered: a target of the office.</summary>
    [StoredName("CompetenceTarget")]
    CompetenceTarget,

    /// <summary>有没有 answered: a target of the office.</summary>
    [StoredName("ExistenceTarget")]
    ExistenceTarget,

    /// <summary>给不给 answered: a target of the office.</summary>
    [StoredName("DisclosureTarget")]
    DisclosureTarget,

    /// <summary>拟稿: the reply is put before the approver; a target of the office.</summary>
    [StoredName("DraftTarget")]
    DraftTarget,

    /// <summary>签发: the reply is approved; a target of the office.</summary>
    [StoredName("ApprovalTarget")]
    ApprovalTarget,
}

/// <summary>Where something due comes from, and with it who is told when.</summary>
public enum DueOrigin
{
    /// <summary>
    /// The law, or by it the supervision, sets it to the agency: it is told of in time, and every working day once it is late.
    /// </summary>
    Law,

    /// <summary>Somebody else owes it; when its day has passed, the agency acts.</summary>
    Awaited,

    /// <summary>The office set it to itself.</summary>
    Office,

    /// <summary>A colleague was asked by name: he or she is told at once, and once more when the day is near.</summary>
    Asked,
}

/// <summary>Facts about kinds of things due.</summary>
public static class DueKinds
{
    /// <summary>Where a kind comes from.</summary>
    public static DueOrigin Origin(this DueKind kind) => kind switch
    {
        DueKind.Reply or DueKind.CorrectionNotice or DueKind.ReceiptConfirmation or DueKind.DisputeAnswer or DueKind.InquiryAnswer =>
            DueOrigin.Law,
        DueKind.Correction or DueKind.FeePayment or DueKind.Explanation or DueKind.ThirdPartyOpinion
            or DueKind.CoAuthorOpinion or DueKind.OtherAgencyOpinion => DueOrigin.Awaited,
        DueKind.CompletenessTarget or DueKind.CompetenceTarget or DueKind.ExistenceTarget
            or DueKind.DisclosureTarget or DueKind.DraftTarget or DueKind.ApprovalTarget => DueOrigin.Office,
        DueKind.DisclosureReview => DueOrigin.Asked,
    };
}
