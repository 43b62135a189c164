using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>How urgent a case is: a tone and a few words. Days are working days.</summary>
/// <param name="Tone">calm, soon, urgent, late or still: a class of the style sheet.</param>
/// <param name="Text">What the pill says.</param>
internal sealed record Urgency(string Tone, string Text)
{
    private const int SoonFrom = 10;

    public static Urgency Of(DateOnly dueOn, DateOnly today, WorkingDayCalendar calendar, IStringLocalizer<Words> words) =>
        Marked(Plain(dueOn, today, calendar, words), calendar.IsProvisional(dueOn.Year), words);

    /// <summary>The urgency of something due: red is for what the law asks of the agency, and for nothing else.</summary>
    public static Urgency Of(DueKind kind, DateOnly dueOn, DateOnly today, WorkingDayCalendar calendar, IStringLocalizer<Words> words) =>
        kind.Origin() switch
        {
            DueOrigin.Law => Of(dueOn, today, calendar, words),
            DueOrigin.Awaited => today > dueOn ? new("soon", words["期满"]) : new("still", words["{0}前", dueOn.Short(today)]),
            DueOrigin.Asked => today > dueOn ? new("soon", words["已到期"]) : new("calm", words["{0}前", dueOn.Short(today)]),
            DueOrigin.Office => today > dueOn ? new("soon", words["内部时限已过"]) : new("calm", words["{0}前", dueOn.Short(today)]),
        };

    // In a year without an official notice every deadline may still move.
    private static Urgency Marked(Urgency urgency, bool isProvisional, IStringLocalizer<Words> words) =>
        isProvisional ? urgency with { Text = words["{0} · 暂定", urgency.Text] } : urgency;

    private static Urgency Plain(DateOnly dueOn, DateOnly today, WorkingDayCalendar calendar, IStringLocalizer<Words> words) =>
        calendar.WorkingDaysLeft(dueOn, today) switch
        {
            _ when today == dueOn => new("urgent", words["今天到期"]),
            // Late on days off only: not one working day late yet, but late all the same.
            0 when today > dueOn => new("late", words["已逾期"]),
            0 => new("urgent", words["还剩 {0} 个工作日", 0]),
            < 0 and var late => new("late", words["逾期 {0} 个工作日", -late]),
            <= Endangerment.From and var left => new("urgent", words["还剩 {0} 个工作日", left]),
            <= SoonFrom and var left => new("soon", words["还剩 {0} 个工作日", left]),
            var left => new("calm", words["还剩 {0} 个工作日", left]),
        };

    /// <summary>The urgency of a case in a list.</summary>
    public static Urgency Of(QueueRow row, DateOnly today, CalendarsInForce calendars, IStringLocalizer<Words> words) =>
        Of(row.Stage, row.ClockStands, row.IsConsulting, row.ReplyDueOn, row.NextLimit, today, calendars.Of(row.AgencyId), words);

    /// <summary>The urgency of a case behind a figure.</summary>
    public static Urgency Of(OpenCase row, DateOnly today, CalendarsInForce calendars, IStringLocalizer<Words> words) =>
        Of(row.Stage, row.ClockStands, row.IsConsulting, row.ReplyDueOn, null, today, calendars.Of(row.AgencyId), words);

    private static Urgency Of(
        CaseStage stage, bool clockStands, bool isConsulting, DateOnly? replyDueOn, DateOnly? nextLimit, DateOnly today,
        WorkingDayCalendar calendar, IStringLocalizer<Words> words) => stage switch
        {
            CaseStage.Answered => new("still", words["已答复"]),
            CaseStage.Withdrawn => new("still", words["已撤回"]),
            CaseStage.Archived => new("still", words["已归档"]),
            CaseStage.Voided => new("still", words["已作废"]),
            CaseStage.AwaitingConfirmation => new("soon", words["待确认"]),
            CaseStage.AwaitingPayment when clockStands =>
                new("still", nextLimit is { } limit ? words["停计 缴费限{0}", limit.Short(today)] : words["停计 等缴费"]),
            _ when clockStands => new("still", nextLimit is { } limit ? words["停计 补正限{0}", limit.Short(today)] : words["停计 等补正"]),
            _ when isConsulting && replyDueOn is { } due && due > today =>
                Marked(new("still", words["停计 预计{0}", due.Short(today)]), calendar.IsProvisional(due.Year), words),
            _ when replyDueOn is { } due => Of(due, today, calendar, words),
            _ => new("still", "—"),
        };
}
