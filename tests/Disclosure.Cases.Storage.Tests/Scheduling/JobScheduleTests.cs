using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>Schedules are in China Standard Time, whatever the machine takes for its own zone.</summary>
[NonParallelizable]
internal sealed class JobScheduleTests
{
    private const string Variable = "TZ";

    private string? zoneBefore;

    [SetUp]
    public void Remember() => zoneBefore = Environment.GetEnvironmentVariable(Variable);

    [TearDown]
    public void PutBack() => BelieveToBeIn(zoneBefore);

    [TestCaseSource(nameof(Jobs))]
    public void Schedule_OfEachJob_HasAnOccurrenceBeforeAndAfter(RecurringJob job)
    {
        var schedule = new JobSchedule(job.Schedule);
        var now = new DateTimeOffset(2026, 12, 31, 15, 59, 30, TimeSpan.Zero);
        Assert.That(schedule.Latest(now), Is.LessThanOrEqualTo(now));
        Assert.That(schedule.Next(now), Is.GreaterThan(now));
    }

    // A year's end in China is 16:00 UTC; the morning's verification is the evening before.
    [TestCase("deadlines.sweep", "2026-12-31T15:45:00Z", "2026-12-31T16:00:00Z")]
    [TestCase("audit.verify", "2026-12-30T18:00:00Z", "2026-12-31T18:00:00Z")]
    [TestCase("numbers.roll-over", "2025-12-31T16:05:00Z", "2026-12-31T16:05:00Z")]
    [TestCase("calendars.refresh", "2026-12-31T15:59:00Z", "2026-12-31T16:00:00Z")]
    public void Schedule_AcrossTheYearsEnd_FollowsTheDayInChinaWhateverTheMachinesZone(string name, string latest, string next)
    {
        var job = RecurringJob.All.Single(job => job.Name == name);
        var now = new DateTimeOffset(2026, 12, 31, 15, 59, 30, TimeSpan.Zero);
        foreach (var zone in new[] { "UTC", "Asia/Shanghai", "America/New_York", "Pacific/Kiritimati" })
        {
            BelieveToBeIn(zone);
            var schedule = new JobSchedule(job.Schedule);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    OperatingSystem.IsWindows()
                        || TimeZoneInfo.Local.BaseUtcOffset == TimeZoneInfo.FindSystemTimeZoneById(zone).BaseUtcOffset,
                    "the machine believes it");
                Assert.That(schedule.Latest(now), Is.EqualTo(Instant(latest)), zone);
                Assert.That(schedule.Next(now), Is.EqualTo(Instant(next)), zone);
                Assert.That(
                    schedule.Next(now.ToOffset(TimeSpan.FromHours(-5))),
                    Is.EqualTo(Instant(next)),
                    "an instant is one however it is written");
            }
        }
    }

    [Test]
    public void Latest_OnTheInstantItself_IsThatInstantAndNextTheOneAfter()
    {
        var schedule = new JobSchedule("*/15 * * * *");
        Assert.That(schedule.Latest(Instant("2026-11-22T10:15:00Z")), Is.EqualTo(Instant("2026-11-22T10:15:00Z")));
        Assert.That(schedule.Next(Instant("2026-11-22T10:15:00Z")), Is.EqualTo(Instant("2026-11-22T10:30:00Z")));
    }

    [TestCase("* * * * *", 0)]
    [TestCase("*/5 * * * *", 1)]
    [TestCase("*/15 * * * *", 2)]
    [TestCase("0 2 * * *", 3)]
    [TestCase("5 0 1 1 *", 3)]
    public void Pauses_UntilTheNextDueTime_AreThoseThatFit(string schedule, int count) =>
        Assert.That(new JobSchedule(schedule).PausesUntilNext(), Is.EqualTo(JobRetries.Pauses.Take(count)));

    [TestCase("")]
    [TestCase("every minute")]
    [TestCase("61 * * * *")]
    [TestCase("*/10 * * * * *")]
    public void Schedule_ThatIsNone_IsRefused(string schedule) =>
        Assert.That(() => new JobSchedule(schedule), Throws.InstanceOf<FormatException>());

    private static IEnumerable<RecurringJob> Jobs() => RecurringJob.All;

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static void BelieveToBeIn(string? zone)
    {
        Environment.SetEnvironmentVariable(Variable, zone);
        TimeZoneInfo.ClearCachedData();
    }
}
