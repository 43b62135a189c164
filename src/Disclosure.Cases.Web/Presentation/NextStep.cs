using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>What comes next in a case, in a few words.</summary>
internal static class NextStep
{
    /// <summary>The next step of a case in a list.</summary>
    public static string Of(QueueRow row, DateOnly today, CalendarsInForce calendars, IStringLocalizer<Words> words)
    {
        var limit = row.NextLimit is not { } day ? null
            : calendars.Of(row.AgencyId).IsProvisional(day.Year) ? words["{0}（暂定）", day.Short(today)].Value
            : day.Short(today);
        return row switch
        {
            { Stage: CaseStage.Archived or CaseStage.Voided } => "—",
            { AwaitsApproval: true } => words["等审核人审签"],
            { AwaitsService: true } => words["送达文书"],
            { IsConsulting: true } when limit is not null => words["征求意见，{0}前", limit],
            { IsConsulting: true } => words["征求意见"],
            { Stage: CaseStage.AwaitingCorrection } => limit is null ? words["申请人补正"] : words["申请人补正 {0}前", limit],
            { Stage: CaseStage.AwaitingPayment } => limit is null ? words["申请人缴费"] : words["申请人缴费 {0}前", limit],
            { Stage: CaseStage.AwaitingExplanation } => limit is null ? words["申请人说明理由"] : words["申请人说明理由 {0}前", limit],
            { Stage: CaseStage.AwaitingConfirmation } => words["与申请人确认收到"],
            { Stage: CaseStage.Completeness } => words["核对要件"],
            { Stage: CaseStage.Competence } => words["判断是否属本机关答复"],
            { Stage: CaseStage.Existence } => words["检索，记录结果"],
            { Stage: CaseStage.Disclosure } => words["公开审查，作出结论"],
            { Stage: CaseStage.Propriety } => words["拟写答复"],
            _ => words["核对材料，归档"],
        };
    }

    /// <summary>A register number without the agency's code, for readers who see one agency only: 〔2026〕31号.</summary>
    public static string ShortNumber(string number) =>
        number.IndexOf('〔', StringComparison.Ordinal) is var at and > 0 ? number[at..] : number;

    /// <summary>How many of the five bars are filled in a stage.</summary>
    public static int Bars(CaseStage stage) => stage switch
    {
        CaseStage.AwaitingConfirmation or CaseStage.Voided => 0,
        CaseStage.Completeness or CaseStage.AwaitingCorrection => 1,
        CaseStage.Competence or CaseStage.AwaitingExplanation => 2,
        CaseStage.Existence => 3,
        CaseStage.Disclosure => 4,
        CaseStage.Propriety or CaseStage.AwaitingPayment or CaseStage.Answered or CaseStage.Archived => 5,
        CaseStage.Withdrawn => 0,
    };
}
