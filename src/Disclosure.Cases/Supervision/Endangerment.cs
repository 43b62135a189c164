using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Supervision;

/// <summary>Which open cases are late or about to be: those that the queue calls urgent, and that may be asked about.</summary>
public static class Endangerment
{
    /// <summary>With so many working days left for the reply, or fewer, a case is endangered.</summary>
    public const int From = 3;

    /// <summary>
    /// Whether an open case is late or endangered on a day: its reply is overdue or due within <see cref="From"/> working
    /// days; the seven days for a correction notice have passed while 补不补 is still open (art. 30); or its receipt waits
    /// for confirmation since more than one working day (art. 31). While the clock stands nothing of the agency's is late.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="today">The day in China.</param>
    /// <param name="calendar">The working days of the case's agency.</param>
    public static bool IsEndangeredOn(this CaseFile file, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(calendar);
        if (file.Timeline is not { } timeline)
        {
            return file.Stage == CaseStage.AwaitingConfirmation && LateConfirmation.Of(file, today, calendar) is not null;
        }

        var reckoning = StatutoryClock.Reckon(timeline, calendar, withLedger: false);
        return (reckoning.ReplyDueOn is { } dueOn && AlertRules.WorkingDaysLeft(dueOn, today, calendar) <= From)
            || (file.MayGetCorrectionNotice && reckoning.Deadlines.Any(deadline => deadline.Kind == DeadlineKind.CorrectionNotice && deadline.DueOn < today));
    }
}
