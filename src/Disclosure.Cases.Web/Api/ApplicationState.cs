using System.ComponentModel;

namespace Disclosure.Cases.Web.Api;

/// <summary>Where an application stands, as citizens are told; the five questions are the office's own.</summary>
internal enum ApplicationStage
{
    /// <summary>Arrived, receipt not yet confirmed with the applicant.</summary>
    AwaitingConfirmation,

    /// <summary>Being handled.</summary>
    InProgress,

    /// <summary>The applicant is to correct it.</summary>
    AwaitingCorrection,

    /// <summary>The applicant is to give reasons.</summary>
    AwaitingExplanation,

    /// <summary>The applicant is to pay.</summary>
    AwaitingPayment,

    /// <summary>Answered or closed.</summary>
    Answered,

    /// <summary>Withdrawn by the applicant.</summary>
    Withdrawn,

    /// <summary>Registered by mistake.</summary>
    Voided,
}

/// <summary>How an application stands.</summary>
internal sealed record ApplicationState(
    [property: Description("申请的标识 · The application")] Guid Id,
    [property: Description("登记号 · The register number")] string RegisterNumber,
    [property: Description("办理的机关 · The agency that answers")] Guid AgencyId,
    [property: Description("机关名称 · Its name")] string AgencyName,
    [property: Description("所处阶段 · Where it stands")] ApplicationStage Stage,
    [property: Description("所处阶段，用调用方的语言 · Where it stands, in the caller's language")] string StageName,
    [property: Description("到达之日 · The day it arrived")] DateOnly ArrivedOn,
    [property: Description("收到申请之日（第三十一条），确认后才有 · The day of receipt (art. 31), once confirmed")] DateOnly? ReceivedOn,
    [property: Description("答复 · The reply")] ReplyState Reply,
    [property: Description("等待申请人做什么 · What is awaited from the applicant")] AwaitedStep? Awaited,
    [property: Description("已送达申请人的文书 · What was served on the applicant")] IReadOnlyList<ServedDocument> Documents,
    [property: Description("一事一申请：拆分出的申请 · The applications that items of this one were put into")] IReadOnlyList<Guid> SplitInto);

/// <summary>The reply and its date.</summary>
internal sealed record ReplyState(
    [property: Description("答复期限届满日；期限暂停计算期间没有 · The last day for the reply; absent while the clock stands")] DateOnly? DueOn,
    [property: Description("期限是否暂停计算（等待补正或者缴费）· Whether the clock stands")] bool Standing,
    [property: Description("是否为预计日期（正在征求意见）· Whether the date depends on opinions still awaited")] bool Projected,
    [property: Description("是否为暂定日期（该年放假安排尚未公布）· Whether the year's working days are not yet official")] bool Provisional,
    [property: Description("答复送达之日 · The day the reply was served")] DateOnly? ServedOn);

/// <summary>What the applicant is waited for.</summary>
internal sealed record AwaitedStep(
    [property: Description("等待的事项 · What is awaited")] ApplicationStage For,
    [property: Description("截止日期 · Until when")] DateOnly? Until,
    [property: Description("说明，用调用方的语言 · The same in words")] string Sentence);

/// <summary>A document that was served on the applicant.</summary>
internal sealed record ServedDocument(
    [property: Description("文书的标识 · The document")] Guid Id,
    [property: Description("名称 · Its title")] string Title,
    [property: Description("文号 · Its number")] string? Number,
    [property: Description("落款日期 · Its date of issue")] DateOnly? DecidedOn,
    [property: Description("送达之日 · The day it was served")] DateOnly? ServedOn,
    [property: Description("下载地址 · Where it can be fetched")] string Href);
