using Disclosure.Cases.Clock;
using FsCheck;
using FsCheck.Fluent;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>What holds of every timeline.</summary>
public sealed class ClockProperties
{
    private static readonly WorkingDayCalendar Official = WorkingDayCalendar.Official;

    private static readonly Arbitrary<DateOnly> Days =
        Gen.Choose(new DateOnly(2008, 5, 1).DayNumber, new DateOnly(2031, 12, 31).DayNumber).Select(DateOnly.FromDayNumber).ToArbitrary();

    private static readonly Arbitrary<int> Counts = Gen.Choose(0, 80).ToArbitrary();

    // Only timelines that keep the rules: what is broken is for other tests.
    private static readonly Arbitrary<Timeline> Timelines = Gen.Choose(0, int.MaxValue)
        .Select(seed => ClockJson.TryRead(new TimelineGenerator(seed).Next().ToJsonString(), out var timeline, out _) ? timeline : null)
        .Where(timeline => timeline is not null && StatutoryClock.Judge(timeline, Official) is null)
        .Select(timeline => timeline!)
        .ToArbitrary();

    // Events of one timeline on top of another's, in any order, with a receipt that may have been corrected to any day.
    private static readonly Arbitrary<Timeline> Recorded = Timelines.Generator.Two()
        .Zip(Gen.Choose(0, 400), (pair, shift) => shift switch
        {
            0 => pair.Item1 with { ReceivedOn = new DateOnly(1995, 5, 5) },
            1 => pair.Item1 with { ReceivedOn = DateOnly.MaxValue },
            _ => new Timeline(pair.Item1.ReceivedOn.AddDays(shift - 200), [.. pair.Item1.Events, .. pair.Item2.Events], pair.Item2.AsOf),
        })
        .ToArbitrary();

    [Test]
    public void AddWorkingDays_InTwoSteps_IsTheSameAsInOne() => Check(Prop.ForAll(Days, Counts, Counts, (start, a, b) =>
        Official.AddWorkingDays(start, a + b) == Official.AddWorkingDays(Official.AddWorkingDays(start, a), b)));

    [Test]
    public void AddWorkingDays_AndWorkingDaysBetween_UndoEachOther() => Check(Prop.ForAll(Days, Counts, (start, count) =>
        Official.WorkingDaysBetween(start, Official.AddWorkingDays(start, count)) == count));

    [Test]
    public void ReplyDueOn_UnlessOrdered_IsAWorkingDay() => Check(Prop.ForAll(Timelines, timeline =>
        StatutoryClock.Reckon(timeline, Official).ReplyDueOn is not { } dueOn
        || timeline.Events.Any(each => each is Reopened { DueOn: { } ordered } && ordered == dueOn)
        || Official.IsWorkingDay(dueOn)));

    [Test]
    public void ReplyDueOn_WithOneMoreHoliday_IsNeverEarlier() => Check(Prop.ForAll(Timelines, Counts, (timeline, after) =>
    {
        var holiday = new DayException(timeline.ReceivedOn.AddDays(after), DayExceptionKind.Off, "试");
        var before = StatutoryClock.Reckon(timeline, Official).ReplyDueOn;
        return before is null || StatutoryClock.Reckon(timeline, Official.With(holiday)).ReplyDueOn >= before;
    }));

    [Test]
    public void ReplyDueOn_WithOneMoreWorkingWeekend_IsNeverLater() => Check(Prop.ForAll(Timelines, Counts, (timeline, after) =>
    {
        // A date that somebody set stands as it is, or moves to a working day: only what is counted can come earlier.
        var first = timeline.ReceivedOn.AddDays(after);
        var saturday = first.AddDays(DayOfWeek.Saturday - first.DayOfWeek);
        var before = StatutoryClock.Reckon(timeline, Official).ReplyDueOn;
        return before is null
            || StatutoryClock.Reckon(timeline, Official.With(new DayException(saturday, DayExceptionKind.Work, "试"))).ReplyDueOn <= before;
    }));

    [Test]
    public void ReplyDueOn_WithAnAnswerADayLater_IsNeverEarlier() => Check(Prop.ForAll(Days, Counts, Counts, (receivedOn, after, lasting) =>
    {
        var sentOn = receivedOn.AddDays(after % 28);
        var (answeredOn, dayLater) = (DueOn(sentOn.AddDays(lasting % 30)), DueOn(sentOn.AddDays((lasting % 30) + 1)));
        var limit = Official.AddWorkingDays(sentOn, RuleSet.InForceOn(receivedOn).ReplyDays);
        return dayLater >= answeredOn && answeredOn <= Official.AddWorkingDays(
            receivedOn, RuleSet.InForceOn(receivedOn).ReplyDays + Official.WorkingDaysBetween(sentOn, limit));
        DateOnly DueOn(DateOnly on) => StatutoryClock.Reckon(
            new Timeline(
                receivedOn,
                [new ConsultationSent(sentOn, "c1", ConsultationKind.ThirdParty, null, null), new ConsultationAnswered(on, "c1")],
                on),
            Official,
            withLedger: false).ReplyDueOn!.Value;
    }));

    [Test]
    public void Reckon_AfterARestart_ForgetsWhatWasCountedExtendedAndDelayed_AndNothingElse() => Check(Prop.ForAll(Timelines, timeline =>
    {
        var events = timeline.Events.ToList();
        var restart = events.FindLastIndex(each => each is CorrectionReceived or FeePaid);
        if (restart < 0 || events.Exists(each => each is Reopened))
        {
            return true;
        }

        // The period that the restart ends, with an extension and a delay in it, against the same with neither.
        var notice = events.FindLastIndex(restart, each => each is CorrectionNoticeServed or FeeNoticeServed);
        var without = events.Where((each, index) => index > restart || each is not (ExtensionServed or DelayServed)).ToList();
        List<TimelineEvent> with = [.. without];
        with.InsertRange(
            without.IndexOf(events[notice]),
            [new ExtensionServed(events[notice].On, 7), new DelayServed(events[notice].On, events[restart].On.AddDays(90))]);
        var (all, fewer) = (StatutoryClock.Reckon(timeline with { Events = with }, Official), StatutoryClock.Reckon(
            timeline with { Events = without }, Official));
        return (all.State, all.ClockStartsOn, all.ReplyDueOn, all.WorkingDaysCounted, all.OnTime, all.Projected) == (
            fewer.State, fewer.ClockStartsOn, fewer.ReplyDueOn, fewer.WorkingDaysCounted, fewer.OnTime, fewer.Projected)
            && all.Deadlines.SequenceEqual(fewer.Deadlines)
            && all.ClockStartsOn >= events[restart].On
            && all.Ledger.FirstOrDefault(day => day.Date > events[restart].On && day.Kind == LedgerKind.Counted) is null or { Number: 1 };
    }));

    [Test]
    public void ReplyDueOn_WithTheSameConsultationTwice_IsTheSame() => Check(Prop.ForAll(Timelines, timeline =>
    {
        var twice = timeline.Events.SelectMany(each => each switch
        {
            ConsultationSent letter => [letter, letter with { Id = $"{letter.Id} again" }],
            ConsultationAnswered answer => [answer, answer with { Id = $"{answer.Id} again" }],
            ConsultationReturned returned => [returned, returned with { Id = $"{returned.Id} again" }],
            _ => new[] { each },
        });
        var once = StatutoryClock.Reckon(timeline, Official);
        var again = StatutoryClock.Reckon(timeline with { Events = [.. twice] }, Official);
        return (once.ReplyDueOn, once.WorkingDaysCounted) == (again.ReplyDueOn, again.WorkingDaysCounted)
            && once.Ledger.SequenceEqual(again.Ledger);
    }));

    [Test]
    public void Ledger_OnTheDueDate_BearsThePeriodsLength() => Check(Prop.ForAll(Timelines, timeline =>
    {
        var reckoning = StatutoryClock.Reckon(timeline, Official);
        var period = timeline.Events
            .Skip(timeline.Events.ToList().FindLastIndex(each => each is CorrectionReceived or FeePaid or Reopened)).ToList();
        if (reckoning.ReplyDueOn is not { } dueOn || period.Any(each => each is DelayServed or Reopened { DueOn: not null }))
        {
            return true;
        }

        var length = timeline.Events.OfType<Reopened>().LastOrDefault() is { } reopening
            ? reopening.WorkingDays ?? RuleSet.ReopenedDays
            : reckoning.RuleSet.ReplyDays + period.OfType<ExtensionServed>().Sum(each => each.WorkingDays);
        var row = reckoning.Ledger.Single(row => row.Date == dueOn);
        return row.Kind == LedgerKind.Counted && row.Number == length;
    }));

    [Test]
    public void Ledger_AndTheReckoningWithoutIt_Agree() => Check(Prop.ForAll(Timelines, timeline =>
    {
        var full = StatutoryClock.Reckon(timeline, Official);
        var bare = StatutoryClock.Reckon(timeline, Official, withLedger: false);
        var last = timeline.Events.Count > 0 ? timeline.Events[^1].On : timeline.ReceivedOn;
        var asOf = full.State is ClockState.Replied or ClockState.Withdrawn ? last : timeline.AsOf ?? last;
        var numbers = full.Ledger.Where(row => row.Date > full.ClockStartsOn && row.Date <= asOf && row.Kind == LedgerKind.Counted)
            .Select(row => row.Number);
        return bare.Ledger.Count == 0
            && full.Deadlines.SequenceEqual(bare.Deadlines)
            && (full with { Ledger = [], Deadlines = [] }).Equals(bare with { Ledger = [], Deadlines = [] })
            && (full.WorkingDaysCounted ?? 0) == (full.WorkingDaysCounted is null ? 0 : numbers.LastOrDefault() ?? 0)
            && full.Ledger[^1].Date == (full.ReplyDueOn > asOf ? full.ReplyDueOn : asOf);
    }));

    [Test]
    public void Reckon_OfWhateverWasRecorded_NeverRefusesAndFindsWhatTheJudgeFinds() => Check(Prop.ForAll(Recorded, timeline =>
    {
        var reckoning = StatutoryClock.Reckon(timeline, Official);
        var inOrder = timeline with { Events = [.. timeline.Events.OrderBy(each => each.On)], AsOf = null };
        var judged = StatutoryClock.Judge(inOrder, Official) is { Code: not "clock.beyond-calendar" } broken ? broken : null;
        return reckoning.Findings is [var first, ..] ? first.Equals(judged) : judged is null;
    }));

    private static void Check(Property property) => FsCheck.Check.One(Properties.Config, property);
}
