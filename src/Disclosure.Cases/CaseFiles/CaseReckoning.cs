using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles;

/// <summary>What the clock says of a case as it is recorded, each period by the calendar that governs it.</summary>
public static class CaseReckoning
{
    /// <summary>
    /// The calendar by which a case goes: while it is open that of today; once it is settled the one under which the
    /// reply was served or the withdrawal came in, whatever was imported since.
    /// </summary>
    public static WorkingDayCalendar For(this CalendarSnapshot calendars, CaseFile file)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        ArgumentNullException.ThrowIfNull(file);
        return calendars.Of(file.AgencyId, file.SettledUnder);
    }

    /// <summary>Reckons a case; null while the day of receipt is not confirmed, and when the registration is void.</summary>
    /// <param name="file">The case.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="asOf">The day on which one looks; null: the day of the last event.</param>
    /// <param name="withLedger">Whether the day-by-day ledger is wanted as well.</param>
    public static Reckoning? Of(CaseFile file, CalendarSnapshot calendars, DateOnly? asOf = null, bool withLedger = false)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(calendars);
        if (file.IsVoided || file.Timeline is not { } timeline)
        {
            return null;
        }

        var calendar = calendars.For(file);
        var reckoning = StatutoryClock.Reckon(timeline with { AsOf = asOf }, calendar, withLedger);
        var earlier = file.RepliesServedUnder.Select(edition => calendars.Of(file.AgencyId, edition)).ToList();
        return WithDueDateOnRecord(file, file.IsReopened && earlier.Exists(other => other != calendar)
            ? reckoning with { Deadlines = WithFormerVerdicts(reckoning.Deadlines, timeline, earlier) }
            : reckoning);
    }

    /// <summary>
    /// The due date that an extension served on a day would give (art. 33 ¶2): the date that the notice has to name. Null while
    /// the case has no clock.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="workingDays">The extension, 1 to 20 working days.</param>
    /// <param name="servedOn">The day of service.</param>
    /// <param name="calendar">The working days of the case's agency.</param>
    public static DateOnly? ExtendedDueOn(CaseFile file, int workingDays, DateOnly servedOn, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(file);
        if (file.Timeline is not { } timeline)
        {
            return null;
        }

        var until = timeline.Events.Where(each => each.On <= servedOn);
        var extended = timeline with { Events = [.. until, new ExtensionServed(servedOn, workingDays)] };
        return StatutoryClock.Reckon(extended, calendar, withLedger: false).ReplyDueOn;
    }

    // A ledger that was kept before the software has the due date of its replies: what moved it there nobody knows here.
    private static Reckoning WithDueDateOnRecord(CaseFile file, Reckoning reckoning)
    {
        if (file.Import?.Reply is not { DueOn: { } dueOn } reply)
        {
            return reckoning;
        }

        var deadlines = reckoning.Deadlines.ToList();
        var at = deadlines.FindIndex(deadline => deadline.Kind == DeadlineKind.Reply && deadline.MetOn == reply.ServedOn);
        if (at >= 0)
        {
            deadlines[at] = deadlines[at] with { DueOn = dueOn };
        }

        return file.IsReopened
            ? reckoning with { Deadlines = deadlines }
            : reckoning with { Deadlines = deadlines, ReplyDueOn = dueOn, OnTime = reply.ServedOn <= dueOn };
    }

    // Before a reopening the reply was judged by the calendar under which it was served; that verdict stays on record.
    private static List<Deadline> WithFormerVerdicts(
        IReadOnlyList<Deadline> deadlines, Timeline timeline, List<WorkingDayCalendar> calendars)
    {
        var all = deadlines.ToList();
        var reopened = timeline.Events.Select((each, index) => (each, index)).Where(each => each.each is Reopened)
            .Select(each => each.index).ToList();
        var replies = Enumerable.Range(0, all.Count).Where(index => all[index].Kind == DeadlineKind.Reply).ToList();

        // The running period's reply deadline stands first, if there is one; then those of the periods before.
        var running = replies.Count - reopened.Count;
        for (var period = 0; period < reopened.Count && period < calendars.Count; period++)
        {
            var former = StatutoryClock.Reckon(
                timeline with { Events = [.. timeline.Events.Take(reopened[period])], AsOf = null }, calendars[period], withLedger: false);
            var at = replies[running + period];
            all[at] = all[at] with { DueOn = former.ReplyDueOn };
        }

        return all;
    }
}
