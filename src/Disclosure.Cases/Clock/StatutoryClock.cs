namespace Disclosure.Cases.Clock;

/// <summary>
/// The statutory clock: a pure function from what happened in a case, and a calendar, to every deadline. Nothing is
/// stored and nothing edited; a corrected fact or a new calendar is just reckoned again.
/// </summary>
public static class StatutoryClock
{
    /// <summary>
    /// Reckons a case. Never refuses: recorded events stay in force, taken by day and then as recorded; a rule that one
    /// of them breaks is a finding.
    /// </summary>
    /// <param name="timeline">The case. A day to look on before the last event is taken as the last event's day.</param>
    /// <param name="calendar">The calendar to go by.</param>
    /// <param name="withLedger">Whether the day-by-day ledger is wanted as well.</param>
    public static Reckoning Reckon(Timeline timeline, WorkingDayCalendar calendar, bool withLedger = true)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(calendar);
        var course = new TimelineState(timeline.ReceivedOn, calendar);
        List<Refusal>? findings = null;
        Note(TimelineRules.BrokenByReceipt(timeline.ReceivedOn));
        var position = 0;
        foreach (var each in InOrder(timeline.Events))
        {
            Note(TimelineRules.BrokenBy(each, course, ++position));
            course.Apply(each);
        }

        // Once replied or withdrawn, the day on which one looks plays no part. A receipt corrected to a later day than
        // what followed it must not turn the ledger round.
        var asOf = course.WithdrawnOn ?? course.RepliedOn ?? Later(timeline.AsOf ?? course.LastOn, course.LastOn);
        return Sum(course, Later(asOf, course.ReceivedOn), withLedger, findings);

        void Note(Refusal? finding)
        {
            if (finding is not null)
            {
                (findings ??= []).Add(finding);
            }
        }
    }

    /// <summary>The first rule that the timeline breaks, its events taken in the order in which they stand; or null.</summary>
    public static Refusal? Judge(Timeline timeline, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(calendar);
        if (TimelineRules.BrokenByReceipt(timeline.ReceivedOn) is { } early)
        {
            return early;
        }

        var course = new TimelineState(timeline.ReceivedOn, calendar);
        for (var index = 0; index < timeline.Events.Count; index++)
        {
            if (TimelineRules.BrokenBy(timeline.Events[index], course, index + 1) is { } broken)
            {
                return broken;
            }

            course.Apply(timeline.Events[index]);
        }

        return timeline.AsOf < course.LastOn ? new Refusal("clock.as-of-too-early", timeline.AsOf, course.LastOn) { Field = "asOf" }
            : course.ReachesBeyondCalendar ? new Refusal("clock.beyond-calendar", DateOnly.MaxValue)
            : null;
    }

    /// <summary>
    /// The rule that <paramref name="next"/> breaks if it is recorded now, or null. What is recorded already is not judged
    /// again, and <see cref="Timeline.AsOf"/> plays no part.
    /// </summary>
    public static Refusal? JudgeNext(Timeline recorded, TimelineEvent next, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(recorded);
        ArgumentNullException.ThrowIfNull(next);
        ArgumentNullException.ThrowIfNull(calendar);
        var course = new TimelineState(recorded.ReceivedOn, calendar);
        foreach (var each in InOrder(recorded.Events))
        {
            course.Apply(each);
        }

        if (TimelineRules.BrokenBy(next, course, recorded.Events.Count + 1) is { } broken)
        {
            return broken;
        }

        course.Apply(next);
        return course.ReachesBeyondCalendar ? new Refusal("clock.beyond-calendar", DateOnly.MaxValue) : null;
    }

    // By day, then by when they were recorded; almost always they stand so already.
    private static IEnumerable<TimelineEvent> InOrder(IReadOnlyList<TimelineEvent> events)
    {
        for (var index = 1; index < events.Count; index++)
        {
            if (events[index].On < events[index - 1].On)
            {
                return events.OrderBy(each => each.On);
            }
        }

        return events;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    private static Reckoning Sum(TimelineState course, DateOnly asOf, bool withLedger, List<Refusal>? findings)
    {
        var dueOn = course.DueOn();
        var ended = course.RepliedOn is not null || course.WithdrawnOn is not null;
        return new Reckoning
        {
            RuleSet = course.Rules,
            State = StateOf(course, asOf),
            ClockStartsOn = course.Period.StartsOn,
            ReplyDueOn = dueOn,
            Projected = !ended && dueOn is not null && course.DueOn(answeredOn: asOf) < dueOn,
            Provisional = dueOn is { } due && course.Calendar.IsProvisional(due.Year),
            OnTime = course.RepliedOn is { } repliedOn && course.WithdrawnOn is null ? dueOn is null || repliedOn <= dueOn : null,
            WorkingDaysCounted = dueOn is null ? null : course.CountedUntil(asOf),
            Deadlines = DeadlinesOf(course, dueOn),
            Ledger = withLedger ? ClockLedger.Write(course, Later(dueOn ?? asOf, asOf)) : [],
            Findings = (IReadOnlyList<Refusal>?)findings ?? [],
        };
    }

    private static ClockState StateOf(TimelineState course, DateOnly asOf) =>
        course.WithdrawnOn is not null ? ClockState.Withdrawn
        : course.RepliedOn is not null ? ClockState.Replied
        : course.Standing
            ?? (course.Consultations.IsAnyAwaitedOn(asOf) ? ClockState.Consulting : ClockState.Running);

    private static List<Deadline> DeadlinesOf(TimelineState course, DateOnly? dueOn)
    {
        var deadlines = new List<Deadline>(4);
        if (dueOn is not null)
        {
            deadlines.Add(new Deadline(DeadlineKind.Reply, dueOn, course.RepliedOn));
        }

        deadlines.AddRange(course.EarlierReplies);
        if (course.CorrectionNoticeDueOn is { } noticeDueOn)
        {
            deadlines.Add(new Deadline(DeadlineKind.CorrectionNotice, noticeDueOn, course.CorrectionNoticeServedOn));
        }

        deadlines.AddRange(course.Awaited.Where(each => each.Kind == DeadlineKind.Correction));
        foreach (var each in course.Consultations.Sent)
        {
            deadlines.Add(new Deadline(each.Kind, each.LimitOn, each.AnsweredOn, each.Id));
        }

        deadlines.AddRange(course.Awaited.Where(each => each.Kind == DeadlineKind.FeePayment));
        return deadlines;
    }
}
