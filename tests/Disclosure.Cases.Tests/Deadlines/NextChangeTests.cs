using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;

namespace Disclosure.Cases.Tests.Deadlines;

/// <summary>The next day on which a threshold is reached, beside looking day by day.</summary>
public sealed class NextChangeTests
{
    private static readonly int Timelines = LongAttribute.AreRun ? 50_000 : 3_000;
    private const int MostDays = 90;

    // Due on Friday 2025-10-24; 1 to 8 October are the holidays, the 11th is a working Saturday.
    [TestCase(
        DueKind.Reply, "2025-09-30", ExpectedResult = "2025-10-11",
        Description = "thirteen left; the third working day after it leaves ten")]
    [TestCase(DueKind.Reply, "2025-10-24", ExpectedResult = "2025-10-27", Description = "late on the next working day")]
    [TestCase(DueKind.Reply, "2025-10-25", ExpectedResult = "2025-10-27")]
    [TestCase(DueKind.Reply, "2025-11-07", ExpectedResult = "2025-11-10", Description = "and on every one after")]
    [TestCase(DueKind.Correction, "2025-10-11", ExpectedResult = "2025-10-27")]
    [TestCase(DueKind.Correction, "2025-10-27", ExpectedResult = null)]
    [TestCase(DueKind.DraftTarget, "2025-10-23", ExpectedResult = "2025-10-24")]
    [TestCase(DueKind.DraftTarget, "2025-10-27", ExpectedResult = null)]
    public string? NextChange_OfOneThing_IsTheDayOfItsNextThreshold(DueKind kind, string today) =>
        AlertRules.Default.NextChange(Received(kind, new DateOnly(2025, 10, 24)), DateOnly.Parse(today), WorkingDayCalendar.Official)
            ?.ToString("yyyy-MM-dd");

    [Test]
    public void NextChange_OfSeveralThings_IsTheFirst()
    {
        var (reply, correction) = (Received(DueKind.Reply, new DateOnly(2025, 10, 24)), Received(
            DueKind.Correction, new DateOnly(2025, 10, 13)));
        var today = new DateOnly(2025, 10, 13);
        using (Assert.EnterMultipleScope())
        {
            var first = AlertRules.Default.NextChange([reply, correction], today, WorkingDayCalendar.Official);
            Assert.That(first, Is.EqualTo(new DateOnly(2025, 10, 14)));
            Assert.That(AlertRules.Default.NextChange([reply], today, WorkingDayCalendar.Official), Is.EqualTo(new DateOnly(2025, 10, 17)));
            Assert.That(AlertRules.Default.NextChange([], today, WorkingDayCalendar.Official), Is.Null);
        }
    }

    [Test]
    public void NextChange_OnAnyDayOfAnyTimeline_IsTheFirstDayThatReachesSomethingNew()
    {
        var random = new Random(Properties.Seed);
        TestContext.Out.WriteLine($"DISCLOSURE_SEED={Properties.Seed}");
        for (var number = 0; number < Timelines; number++)
        {
            var (rules, calendar) = (AnyRules(random), AnyCalendar(random));
            var startsOn = new DateOnly(2025, 1, 1).AddDays(random.Next(0, 500));
            var items = Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => new DueItem(
                    random.GetItems(Enum.GetValues<DueKind>(), 1)[0], "", startsOn, startsOn.AddDays(random.Next(-3, 45))))
                .ToList();
            var today = startsOn.AddDays(random.Next(-5, 60));
            var reached = Reached(today);
            var expected = Enumerable.Range(1, MostDays).Select(today.AddDays).Cast<DateOnly?>()
                .FirstOrDefault(day => Reached(day!.Value) != reached);
            Assert.That(
                rules.NextChange(items, today, calendar),
                Is.EqualTo(expected),
                () => $"{string.Join(", ", items)} on {today:yyyy-MM-dd}, {number}");

            string Reached(DateOnly day) => string.Join('|', items.Select(item => string.Join(' ', rules.Reached(item, day, calendar))));
        }
    }

    private static AlertRules AnyRules(Random random) => random.Next(3) == 0
        ? AlertRules.Default
        : new AlertRules(AnyThresholds(random), AnyThresholds(random), AnyThresholds(random), 3, 1);

    private static int[] AnyThresholds(Random random) =>
        [.. Enumerable.Range(0, random.Next(0, 5)).Select(_ => random.Next(-6, 15)).Distinct()];

    // The official notices, with closures of up to two weeks and single days that are worked on.
    private static WorkingDayCalendar AnyCalendar(Random random)
    {
        return WorkingDayCalendar.Official.With(Enumerable.Range(0, random.Next(0, 4)).SelectMany(_ => AnyChange()));

        IEnumerable<DayException> AnyChange()
        {
            var (from, days) = (new DateOnly(2025, 1, 1).AddDays(random.Next(0, 550)), random.Next(1, 15));
            var kind = random.Next(4) == 0 ? DayExceptionKind.Work : DayExceptionKind.Off;
            return Enumerable.Range(0, days).Select(day => new DayException(from.AddDays(day), kind, "停办"));
        }
    }

    private static DueItem Received(DueKind kind, DateOnly dueOn) => new(kind, "", new DateOnly(2025, 9, 22), dueOn);
}
