using System.Collections.Concurrent;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>The scheduler of one host or several, each on the same database, with a clock that the test moves.</summary>
internal sealed class JobSchedulerTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private readonly ConcurrentQueue<DateTimeOffset> ran = [];

    private bool isBroken;

    [SetUp]
    public void StartAnew()
    {
        ran.Clear();
        isBroken = false;
    }

    private RecurringJob Counting => Jobs.That(_ =>
    {
        ran.Enqueue(Office.Clock.Now);
        return isBroken ? throw new InvalidOperationException("赵某 cannot be reached") : Task.CompletedTask;
    });

    [Test]
    public async Task Start_AfterHoursWithEveryHostDown_CatchesUpTheLatestOccurrenceOnce()
    {
        await Round();
        Office.Clock.Now += TimeSpan.FromHours(5) + TimeSpan.FromMinutes(7);
        ran.Clear();

        await Round();
        await Round();
        Assert.That(ran, Has.Exactly(1).Items);
        Assert.That((await Office.Line()).Occurrence, Is.EqualTo(new DateTimeOffset(2025, 9, 22, 6, 0, 0, TimeSpan.Zero)));
    }

    [Test]
    public async Task Occurrence_WithSeveralHostsOnOneDatabase_IsRunByOneOfThem()
    {
        await using var elsewhere = Office.Restart();
        for (var occurrence = 0; occurrence < 5; occurrence++)
        {
            await Task.WhenAll(new[] { Office, elsewhere, Office, elsewhere }.Select(office => Task.Run(() => Round(office))));
            Assert.That(ran, Has.Exactly(occurrence + 1).Items);
            Office.Clock.Now += TimeSpan.FromMinutes(15);
        }
    }

    [Test]
    public async Task EachAgency_WithSeveralHosts_HasOneRunEach()
    {
        var (second, third) = (TestOffice.NewAgency("示范财", "示范区财政局", AgencyKind.Department), TestOffice.NewAgency("示范教", "示范区教育局", AgencyKind.Department));
        await Office.With<IAgencies>(agencies => agencies.Add(second));
        await Office.With<IAgencies>(agencies => agencies.Add(third));
        await using var elsewhere = Office.Restart();
        var agencies = new ConcurrentBag<Guid?>();
        var job = Counting with
        {
            Scope = JobScope.EachAgency,
            Send = (_, agencyId, _) =>
            {
                agencies.Add(agencyId);
                return Task.FromResult<IReadOnlyList<Refusal>>([]);
            },
        };
        await Task.WhenAll(Task.Run(() => Round(Office, job)), Task.Run(() => Round(elsewhere, job)));
        Assert.That(agencies, Is.EquivalentTo(new Guid?[] { Office.Agency.Id, second.Id, third.Id }));
    }

    [Test]
    public async Task Failure_IsRetriedAfterItsPausesThenWaitsForTheNextOccurrence()
    {
        isBroken = true;
        var start = Office.Clock.Now;
        for (var minute = 0; minute < 61; minute++)
        {
            await Round(Office, Counting with { Schedule = "0 * * * *" });
            Office.Clock.Now += TimeSpan.FromMinutes(1);
        }

        Assert.That(ran.Select(at => (at - start).TotalMinutes), Is.EqualTo(new[] { 0, 1, 6, 21, 60 }));
        var line = await Office.Line();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((line.Outcome, line.Failures), Is.EqualTo((JobOutcome.Failed, 5)));
            Assert.That(line.Problem, Is.EqualTo("InvalidOperationException"), "what failed, and nobody's name");
        }
    }

    [Test]
    public async Task Failure_OfOneAgency_KeepsNobodyElseFromItsTurn()
    {
        var second = TestOffice.NewAgency("示范财", "示范区财政局", AgencyKind.Department);
        await Office.With<IAgencies>(agencies => agencies.Add(second));
        await Round(Office, Counting with
        {
            Scope = JobScope.EachAgency,
            Send = (_, agencyId, _) => agencyId == Office.Agency.Id ? throw new IOException() : Task.FromResult<IReadOnlyList<Refusal>>([]),
        });
        var lines = await Office.With<IJobJournal, IReadOnlyList<JobLine>>(journal => journal.All());
        Assert.That(lines.ToDictionary(line => line.AgencyId!.Value, line => line.Outcome), Is.EquivalentTo(new Dictionary<Guid, JobOutcome>
        {
            [Office.Agency.Id] = JobOutcome.Failed, [second.Id] = JobOutcome.Succeeded,
        }));
    }

    [Test]
    public async Task Refusal_OfAJob_IsAFailureNamedByItsCodesAndCounts()
    {
        await Round(Office, Jobs.ThatIsRefused(new Refusal("audit.chain.cut", 2), new Refusal("deputy.notAColleague", "赵某")));
        Assert.That((await Office.Line()).Problem, Is.EqualTo("audit.chain.cut 2, deputy.notAColleague"));
    }

    [Test]
    public async Task Run_OfAHostThatWasKilled_IsTakenOverWhenItsLeaseIsOver()
    {
        await Office.With<IJobJournal, JobRun?>(journal => journal.Claim(Counting.Name, null, new DateTimeOffset(2025, 9, 22, 1, 0, 0, TimeSpan.Zero)));
        Office.Clock.Now += TimeSpan.FromMinutes(9);
        await Round();
        Assert.That(ran, Is.Empty, "its host may be alive");
        Office.Clock.Now += TimeSpan.FromMinutes(1);
        await Round();
        Assert.That(ran, Has.Exactly(1).Items);
    }

    [Test]
    public async Task Run_LongerThanItsLease_StaysWithTheHostThatIsAtIt()
    {
        var (begun, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        var round = Round(Office, Jobs.That(_ =>
        {
            begun.SetResult();
            return done.Task;
        }));
        await begun.Task;
        var lease = (await Office.Line()).AgainAt!.Value;
        while (Office.Clock.Now < lease)
        {
            var before = (await Office.Line()).AgainAt;
            Assert.That(() => AgainAtAfter(TimeSpan.FromSeconds(20)) > before, Is.True.After(20_000, 20));
        }

        await using var elsewhere = Office.Restart();
        await Round(elsewhere);
        Assert.That(ran, Is.Empty);
        done.SetResult();
        await round;
        Assert.That((await Office.Line()).Outcome, Is.EqualTo(JobOutcome.Succeeded));
    }

    [Test]
    public async Task Stop_WhileAJobIsAtWork_WaitsForIt()
    {
        var (begun, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        using var scheduler = Office.Scheduler(Jobs.That(async _ =>
        {
            begun.SetResult();
            await done.Task;
        }));
        await scheduler.StartAsync(default);
        await begun.Task;
        var stop = scheduler.StopAsync(default);
        Assert.That(stop.IsCompleted, Is.False);
        done.SetResult();
        await stop;
        Assert.That((await Office.Line()).Outcome, Is.EqualTo(JobOutcome.Succeeded));
    }

    [Test]
    public async Task Stop_WhenTheHostsPatienceIsOver_InterruptsAndLeavesTheRunToWhoeverIsNext()
    {
        var begun = new TaskCompletionSource();
        using var scheduler = Office.Scheduler(Jobs.That(async cancellation =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        }));
        await scheduler.StartAsync(default);
        await begun.Task;
        var stop = scheduler.StopAsync(default);
        Office.Clock.Advance(JobTerms.Patience - TimeSpan.FromSeconds(1));
        Assert.That(stop.IsCompleted, Is.False);
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        await stop;
        Assert.That((await Office.Line()).Outcome, Is.EqualTo(JobOutcome.Interrupted));
        await Round();
        Assert.That(ran, Has.Exactly(1).Items);
    }

    [Test]
    public async Task Scheduler_AsTimeGoesBy_RunsOccurrenceAfterOccurrence()
    {
        using var scheduler = Office.Scheduler(Counting);
        await scheduler.StartAsync(default);
        Assert.That(
            () =>
            {
                Office.Clock.Advance(TimeSpan.FromMinutes(1));
                return ran.Count;
            },
            Is.GreaterThan(3).After(20_000, 20));
        await scheduler.StopAsync(default);
    }

    private DateTimeOffset? AgainAtAfter(TimeSpan time)
    {
        Office.Clock.Advance(time);
        return Office.Line().Result.AgainAt;
    }

    private Task Round() => Round(Office);

    private Task Round(TestOffice office, RecurringJob? job = null)
    {
        var scheduler = office.Scheduler(job ?? Counting);
        return scheduler.RunWhatIsDue(job ?? Counting, default).ContinueWith(_ => scheduler.Dispose(), TaskScheduler.Default);
    }
}
