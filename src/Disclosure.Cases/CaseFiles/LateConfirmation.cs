using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles;

/// <summary>
/// An application that was not confirmed on the day of its arrival (art. 31(2): "当日与申请人确认"). Some courts reckon
/// from arrival where the confirmation was put off: the due date so reckoned is shown beside the one that holds.
/// </summary>
/// <param name="WorkingDays">Working days from arrival to confirmation, or to today while it is outstanding; 2 or more.</param>
/// <param name="DueOnFromArrival">The due date if the application counts as received on arrival; null while the clock stands.</param>
public sealed record LateConfirmation(int WorkingDays, DateOnly? DueOnFromArrival)
{
    /// <summary>The warning, or null when the confirmation came in time or none is needed.</summary>
    public static LateConfirmation? Of(CaseFile file, DateOnly today, WorkingDayCalendar calendar) =>
        Of(file.Channel, file.ArrivedOn, file.ConfirmedOn, file.Timeline, today, calendar);

    /// <summary>The warning on an application that is yet to become a case.</summary>
    public static LateConfirmation? Of(
        Channel channel, DateOnly arrivedOn, DateOnly? confirmedOn, Timeline? timeline, DateOnly today, WorkingDayCalendar calendar)
    {
        var until = confirmedOn ?? today;
        if (!channel.NeedsConfirmation() || !IsLate(arrivedOn, until, calendar))
        {
            return null;
        }

        var fromArrival = timeline is null ? new Timeline(arrivedOn, []) : timeline with { ReceivedOn = arrivedOn };
        return new LateConfirmation(
            calendar.WorkingDaysBetween(arrivedOn, until), StatutoryClock.Reckon(fromArrival, calendar, withLedger: false).ReplyDueOn);
    }

    /// <summary>Whether more than one working day passed from arrival to confirmation, or to the day on which one looks.</summary>
    public static bool IsLate(DateOnly arrivedOn, DateOnly until, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.WorkingDaysBetween(arrivedOn, until) > 1;
    }
}
