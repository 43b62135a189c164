using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles;

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
            return file.Stage == CaseStage.AwaitingConfirmation && Dangers(null, null, file.ArrivedOn, today, calendar).Any();
        }

        var reckoning = StatutoryClock.Reckon(timeline, calendar, withLedger: false);
        var noticeDueOn = file.MayGetCorrectionNotice
            ? reckoning.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.CorrectionNotice)?.DueOn
            : null;
        return Dangers(reckoning.ReplyDueOn, noticeDueOn, null, today, calendar).Any();
    }

    /// <summary>Why an open case is late or endangered, by the same rule; what weighs most first.</summary>
    /// <param name="replyDueOn">The last day for the reply, or null.</param>
    /// <param name="noticeDueOn">The last day for a correction notice, while one may still be called for; else null.</param>
    /// <param name="unconfirmedSince">The day of arrival, while receipt waits for confirmation; else null.</param>
    /// <param name="today">The day in China.</param>
    /// <param name="calendar">The working days of the case's agency.</param>
    public static IEnumerable<Danger> Dangers(
        DateOnly? replyDueOn, DateOnly? noticeDueOn, DateOnly? unconfirmedSince, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (replyDueOn is { } dueOn && calendar.WorkingDaysLeft(dueOn, today) <= From)
        {
            yield return new Danger(DueKind.Reply, dueOn);
        }

        if (noticeDueOn is { } lastDay && lastDay < today)
        {
            yield return new Danger(DueKind.CorrectionNotice, lastDay);
        }

        if (unconfirmedSince is { } arrivedOn && LateConfirmation.IsLate(arrivedOn, today, calendar))
        {
            yield return new Danger(DueKind.ReceiptConfirmation, calendar.WorkingDayFrom(arrivedOn));
        }
    }
}

/// <summary>Something that the law asks of an agency and that is late, or about to be.</summary>
/// <param name="Kind">What.</param>
/// <param name="DueOn">The last day on time.</param>
public sealed record Danger([StoredName("Kind")] DueKind Kind, [StoredName("DueOn")] DateOnly DueOn)
{
    /// <summary>Whether its last day has passed.</summary>
    public bool IsLateOn(DateOnly today) => today > DueOn;
}
