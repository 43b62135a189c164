using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Registration;

/// <summary>What follows from channel and dates, said before anything is registered.</summary>
/// <param name="ReceivedOn">收到申请之日 (art. 31); null while it is to be confirmed.</param>
/// <param name="ReplyDueOn">The last day for the reply (art. 33); null while the clock does not run.</param>
/// <param name="CorrectionNoticeDueOn">The last day to ask for a correction (art. 30); null likewise, and under Order 492.</param>
/// <param name="IsProvisional">Whether the reply falls due in a year without an official notice of its days off.</param>
/// <param name="Late">The warning that the confirmation was or is put off; null where it is not.</param>
public sealed record ReceiptOutlook(
    DateOnly? ReceivedOn, DateOnly? ReplyDueOn, DateOnly? CorrectionNoticeDueOn, bool IsProvisional, LateConfirmation? Late)
{
    /// <summary>The outlook by the calendar of the agency; the dates are those that the rules of registration let pass.</summary>
    public static ReceiptOutlook Of(Channel channel, DateOnly arrivedOn, DateOnly? confirmedOn, DateOnly today, WorkingDayCalendar calendar)
    {
        var timeline = Receipt.ReceivedOn(channel, arrivedOn, confirmedOn) is { } day ? new Timeline(day, []) : null;
        var reckoning = timeline is null ? null : StatutoryClock.Reckon(timeline, calendar, withLedger: false);
        return new ReceiptOutlook(
            timeline?.ReceivedOn,
            reckoning?.ReplyDueOn,
            reckoning?.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.CorrectionNotice)?.DueOn,
            reckoning?.Provisional ?? false,
            LateConfirmation.Of(channel, arrivedOn, confirmedOn, timeline, today, calendar));
    }
}
