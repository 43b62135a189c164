namespace Disclosure.Cases.ReplyTemplates;

/// <summary>
/// The codes of the format texts (1–26) and of their companions: the names by which the program, the files in <c>templates/</c>
/// and stored cases refer to them. They are stored and therefore never change.
/// </summary>
public static class TemplateCodes
{
    /// <summary>01 政府信息公开申请补正告知书.</summary>
    public const string CorrectionNotice = "correction-notice";

    /// <summary>02 政府信息公开申请说明理由告知书.</summary>
    public const string ExplanationNotice = "explanation-notice";

    /// <summary>03 政府信息公开申请延期答复告知书.</summary>
    public const string ExtensionNotice = "extension-notice";

    /// <summary>04 政府信息公开第三方意见征询书.</summary>
    public const string ThirdPartyConsultation = "third-party-consultation";

    /// <summary>05 政府信息公开征求意见告知书.</summary>
    public const string ConsultationNotice = "consultation-notice";

    /// <summary>06 政府信息决定公开告知书.</summary>
    public const string ThirdPartyDisclosureNotice = "third-party-disclosure-notice";

    /// <summary>07 政府信息公开共同制作机关意见征询函.</summary>
    public const string CoAuthorConsultation = "co-author-consultation";

    /// <summary>08 政府信息予以公开告知书.</summary>
    public const string Disclosed = "disclosed";

    /// <summary>09 政府信息已主动公开告知书.</summary>
    public const string AlreadyPublic = "already-public";

    /// <summary>10 政府信息部分公开告知书.</summary>
    public const string PartlyDisclosed = "partly-disclosed";

    /// <summary>11 政府信息不予公开告知书（国家秘密）.</summary>
    public const string RefusedStateSecret = "refused-state-secret";

    /// <summary>12 政府信息不予公开告知书（法律、行政法规禁止公开）.</summary>
    public const string RefusedProhibitedByLaw = "refused-prohibited-by-law";

    /// <summary>13 政府信息不予公开告知书（危及国家安全、公共安全、经济安全、社会稳定）.</summary>
    public const string RefusedSecurityAndStability = "refused-security-and-stability";

    /// <summary>14 政府信息不予公开告知书（商业秘密、个人隐私等第三方合法权益）.</summary>
    public const string RefusedThirdPartyRights = "refused-third-party-rights";

    /// <summary>15 政府信息不予公开告知书（内部事务信息）.</summary>
    public const string RefusedInternalAffairs = "refused-internal-affairs";

    /// <summary>16 政府信息不予公开告知书（过程性信息）.</summary>
    public const string RefusedDeliberativeProcess = "refused-deliberative-process";

    /// <summary>17 政府信息不予公开告知书（行政执法案卷信息）.</summary>
    public const string RefusedEnforcementFile = "refused-enforcement-file";

    /// <summary>18 政府信息行政查询事项告知书.</summary>
    public const string SpecialAccessRegime = "special-access-regime";

    /// <summary>19 政府信息不存在告知书.</summary>
    public const string NotExisting = "not-existing";

    /// <summary>20 政府信息非本机关负责公开告知书.</summary>
    public const string NotThisAgency = "not-this-agency";

    /// <summary>21 政府信息公开申请没有现成信息告知书.</summary>
    public const string NeedsCreation = "needs-creation";

    /// <summary>22 补正后申请内容仍不明确告知书.</summary>
    public const string StillUnclear = "still-unclear";

    /// <summary>23 不作为政府信息公开申请处理告知书.</summary>
    public const string NotAnApplication = "not-an-application";

    /// <summary>24 政府信息公开申请不予重复处理告知书.</summary>
    public const string RepeatRequest = "repeat-request";

    /// <summary>25 公开出版物获取途径告知书.</summary>
    public const string PublicPublication = "public-publication";

    /// <summary>26 政府信息公开申请不予处理告知书（无正当理由大量反复申请）.</summary>
    public const string ExcessiveRequests = "excessive-requests";

    /// <summary>政府信息公开协办意见函 (companion).</summary>
    public const string AssistanceConsultation = "assistance-consultation";

    /// <summary>政府信息公开申请终止办理告知书 (companion).</summary>
    public const string ClosingNotice = "closing-notice";

    /// <summary>政府信息公开审查呈批单 (companion).</summary>
    public const string DisclosureReview = "disclosure-review";

    /// <summary>政府信息公开信息处理费收费通知书 (companion).</summary>
    public const string FeeNotice = "fee-notice";

    /// <summary>政府信息公开征求意见确认函 (companion): goes with 04, comes back with the third party's opinion.</summary>
    public const string OpinionSlip = "opinion-slip";

    /// <summary>送达回证 (companion).</summary>
    public const string ProofOfService = "proof-of-service";

    /// <summary>政府信息公开申请登记表 (companion).</summary>
    public const string RegistrationForm = "registration-form";

    /// <summary>政府信息公开申请登记回执 (companion).</summary>
    public const string RegistrationReceipt = "registration-receipt";

    /// <summary>Whether a text discloses something, and so needs the disclosure review (art. 17).</summary>
    public static bool NeedReview(string code) => code is Disclosed or PartlyDisclosed;

    /// <summary>Whether a text is addressed to the applicants; the others go to third parties and agencies, or stay in the file.</summary>
    public static bool AreForApplicants(string code) => code is not (ThirdPartyConsultation or ThirdPartyDisclosureNotice
        or OpinionSlip or CoAuthorConsultation or AssistanceConsultation or DisclosureReview or ProofOfService or RegistrationForm);
}
