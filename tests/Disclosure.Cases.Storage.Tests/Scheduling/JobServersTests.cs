using System.Collections.Concurrent;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage.Connections;
using Hangfire;
using Hangfire.States;
using RecurringJob = Disclosure.Cases.Scheduling.RecurringJob;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>Hangfire's servers over the journal: what runs at a start, what is tried again, and what becomes of a failure.</summary>
internal sealed class JobServersTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private readonly ConcurrentQueue<Guid?> ran = [];

    private RecurringJob Counting => Jobs.That(_ => Task.CompletedTask) with
    {
        Send = (_, agencyId, _) =>
        {
            ran.Enqueue(agencyId);
            return Task.FromResult<IReadOnlyList<Refusal>>([]);
        },
    };

    [SetUp]
    public void StartAnew() => ran.Clear();

    [Test]
    public async Task Start_WithAnEmptyStorage_RunsOnceWhatTheJournalLacks()
    {
        await using (var first = await JobHost.Start(Office, Counting))
        {
            await JobHost.Until(() => !ran.IsEmpty);
            await first.Idle();
        }

        await using (var again = await JobHost.Start(Office, Counting))
        {
            await again.Idle();
            Assert.That(ran, Has.Exactly(1).Items, "it has run since its due time");
        }

        Office.Clock.Now += TimeSpan.FromDays(800);
        await using var later = await JobHost.Start(Office, Counting);
        await JobHost.Until(() => ran.Count == 2);
        await later.Idle();
        Assert.That(ran, Has.Exactly(2).Items, "two years' due times are one run");
    }

    [Test]
    public async Task Start_OfTwoHostsOnOneStorage_RunsWhatIsMissedOnce()
    {
        var shared = JobHost.SharedMemory();
        await using var first = await JobHost.Start(Office, shared, TimeSpan.FromSeconds(20), Counting);
        await using var second = await JobHost.Start(Office, shared, TimeSpan.FromSeconds(20), Counting);
        await JobHost.Until(() => !ran.IsEmpty);
        await first.Idle();
        Assert.That(ran, Has.Exactly(1).Items);
    }

    [Test]
    public async Task Job_OfEachAgency_IsOneBackgroundJobAnAgency()
    {
        var second = TestOffice.NewAgency("示范财", "示范区财政局", AgencyKind.Department);
        await Office.With<IAgencies>(agencies => agencies.Add(second, default));
        var job = Counting with { Scope = JobScope.EachAgency };
        await using var host = await JobHost.Start(Office, job);
        await JobHost.Until(() => ran.Count == 2);
        await host.Idle();
        host.Trigger(job.Name);
        await JobHost.Until(() => ran.Count == 4);
        await host.Idle();
        Assert.That(ran, Is.EquivalentTo(new Guid?[] { Office.Agency.Id, Office.Agency.Id, second.Id, second.Id }));
    }

    [Test]
    public async Task Job_ThatFails_IsTriedAgainAfterItsPausesThenShownWithoutAnybodysData()
    {
        await using var host = await JobHost.Start(Office, Jobs.That(_ => throw new IOException("赵某的申请"), "0 2 * * *"));
        await host.Idle();
        for (var attempt = 1; attempt <= JobRetries.Pauses.Count; attempt++)
        {
            await JobHost.Until(() => host.Monitoring.ScheduledCount() == 1);
            var (id, scheduled) = host.Monitoring.ScheduledJobs(0, 1).Single();
            var pause = JobRetries.Pauses[attempt - 1];
            using (Assert.EnterMultipleScope())
            {
                Assert.That(scheduled.EnqueueAt - scheduled.ScheduledAt!.Value, Is.EqualTo(pause).Within(TimeSpan.FromSeconds(5)));
                Assert.That((await Office.Line()).RetryAt, Is.EqualTo(Office.Clock.Now + pause));
                Assert.That((await Office.Line()).Failures, Is.EqualTo(attempt));
            }

            host.Client.ChangeState(id, new EnqueuedState());
            await JobHost.Until(() => host.StateOf(id) != EnqueuedState.StateName && host.StateOf(id) != ProcessingState.StateName);
        }

        await JobHost.Until(() => host.Monitoring.FailedCount() == 1);
        var (failedId, failed) = host.Monitoring.FailedJobs(0, 1).Single();
        var details = string.Join(
            ' ', host.Monitoring.JobDetails(failedId).History.SelectMany(state => state.Data).Select(pair => pair.Value));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(failed.ExceptionMessage, Is.EqualTo("Failed: IOException."));
            Assert.That(details, Does.Not.Contain("赵某"));
            Assert.That((await Office.Line()).HasFailedFinally, Is.True);
            Assert.That(
                new JobConsole(host.Storage).Read().Latest.Select(job => (job.Job, job.Problem)),
                Is.EqualTo(new[] { ("test.job", "IOException") }));
        }
    }

    [Test]
    public async Task Job_OfEveryMinuteThatFails_IsLeftToTheNextMinuteAndCollectsNothing()
    {
        await using var host = await JobHost.Start(Office, Jobs.That(_ => throw new IOException(), "* * * * *"));
        // A start just before the full minute runs it twice.
        await JobHost.Until(() => host.Monitoring.DeletedListCount() > 0);
        Assert.That(host.Monitoring.GetStatistics(), Has.Property("Failed").Zero.And.Property("Scheduled").Zero);
        Assert.That((await Office.Line()).HasFailedFinally, Is.True, "the journal has it");
    }

    [Test]
    public async Task Job_ThatIsRefused_ShowsItsCodes()
    {
        await using var host = await JobHost.Start(Office, Jobs.ThatIsRefused(
            new Refusal("audit.chain.cut", 2), new Refusal("deputy.notAColleague", "赵某")) with { Schedule = "0 2 * * *" });
        await JobHost.Until(() => host.Monitoring.ScheduledCount() == 1);
        var details = string.Join(' ', host.Monitoring.JobDetails(host.Monitoring.ScheduledJobs(0, 1)[0].Key)
            .History.SelectMany(state => state.Data.Values.Append(state.Reason)));
        Assert.That(details, Does.Contain("audit.chain.cut 2, deputy.notAColleague").And.Not.Contain("赵某"));
    }

    [Test]
    public async Task RequestedJob_OfAnUnknownName_FailsAtOnce()
    {
        await using var host = await JobHost.Start(Office);
        host.Client.Enqueue<JobEntry>(entry => entry.RunRequested("no-such-job", Guid.Empty, null!, default));
        await JobHost.Until(() => host.Monitoring.FailedCount() == 1);
        Assert.That(host.Monitoring.ScheduledCount(), Is.Zero);
    }

    [Test]
    public async Task RequestedJob_ThatFailedFinallyAndIsAskedForAgain_StandsForTheOneThatFailed()
    {
        await using var host = await JobHost.Start(Office);
        var fails = RequestedJob.MakeExport with { Name = "test-job" };
        host.Requested.Start(fails, Guid.Empty);
        await JobHost.Until(() => host.Monitoring.FailedCount() == 1);
        var (first, _) = host.Monitoring.FailedJobs(0, 1).Single();
        host.Requested.Start(fails, Guid.Empty);
        await JobHost.Until(() => host.StateOf(first) == DeletedState.StateName);
        await host.Idle();
        Assert.That(
            host.Monitoring.FailedJobs(0, 10).Select(job => job.Key),
            Has.Exactly(1).Items.And.None.EqualTo(first),
            "it failed again");
    }

    [Test]
    public async Task Job_ThatFindsItsTwinAtWork_EndsQuietly()
    {
        var (begun, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        var runs = 0;
        await using var host = await JobHost.Start(Office, Jobs.That(_ =>
        {
            runs++;
            begun.SetResult();
            return done.Task;
        }));
        await begun.Task;
        var twin = host.Client.Enqueue<JobEntry>(entry => entry.Run("test.job", null, null!, default));
        await JobHost.Until(() => host.StateOf(twin) == SucceededState.StateName);
        done.SetResult();
        await host.Idle();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(runs, Is.EqualTo(1));
            Assert.That(host.Monitoring.GetStatistics(), Has.Property("Failed").Zero.And.Property("Scheduled").Zero);
            Assert.That((await Office.Line()).Outcome, Is.EqualTo(JobOutcome.Succeeded));
        }
    }

    [Test]
    public async Task Job_OfAnUnknownName_FailsAtOnceAndSaysWhichThereAre()
    {
        await using var host = await JobHost.Start(Office, Counting);
        host.Client.Enqueue<JobEntry>(entry => entry.Run("deadlines.sweeep", null, null!, default));
        host.Client.Enqueue<JobEntry>(entry => entry.RunRequested("make-export", Guid.Empty, null!, default));
        await JobHost.Until(() => host.Monitoring.FailedCount() == 1);
        await host.Idle();
        Assert.That(
            host.Monitoring.FailedJobs(0, 1).Single().Value.ExceptionMessage,
            Is.EqualTo("There is no job 'deadlines.sweeep'. The jobs are: test.job."));
        Assert.That(host.Monitoring.ScheduledCount(), Is.Zero, "no further attempt is of use");
    }

    [Test]
    public async Task Job_StoredByAnOlderVersion_FailsAtOnceAndKeepsNothingElseBack()
    {
        await using var host = await JobHost.Start(Office, Counting);
        host.Client.Enqueue<JobHost.OlderEntry>(entry => entry.RunAsBefore("test.job"));
        await JobHost.Until(() => host.Monitoring.FailedCount() == 1);

        // The start's own run must be over: a job that finds its twin at work ends without running.
        await JobHost.Until(() => !ran.IsEmpty);
        await host.Idle();
        host.Trigger("test.job");
        await JobHost.Until(() => ran.Count == 2);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(host.Monitoring.ScheduledCount(), Is.Zero, "it does not get better by waiting");
            Assert.That(
                new JobConsole(host.Storage).Read().Latest.Select(job => (job.Job, job.Problem)),
                Is.EqualTo(new[] { ((string?)null, "InvalidOperationException") }));
        }
    }

    [Test]
    public async Task Timetable_OfAnOlderVersion_LosesTheJobsThatAreNoLongerOnTheList()
    {
        var shared = JobHost.SharedMemory();
        await using (await JobHost.Start(Office, shared, TimeSpan.FromSeconds(20), Counting, Counting with { Name = "gone.job" }))
        {
        }

        await using var host = await JobHost.Start(Office, shared, TimeSpan.FromSeconds(20), Counting);
        using var connection = shared.GetConnection();
        Assert.That(
            Hangfire.Storage.StorageConnectionExtensions.GetRecurringJobs(connection).Select(job => (job.Id, job.TimeZoneId)),
            Is.EqualTo(new[] { ("test.job", "Asia/Shanghai") }));
    }

    [Test]
    public async Task Stop_WhileAJobIsAtWork_WaitsForIt()
    {
        var (begun, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var host = await JobHost.Start(Office, Jobs.That(_ =>
        {
            begun.SetResult();
            return done.Task;
        }));
        await begun.Task;
        var stop = host.Stop();
        await Task.Delay(200);
        Assert.That(stop.IsCompleted, Is.False);
        done.SetResult();
        await stop;
        Assert.That((await Office.Line()).Outcome, Is.EqualTo(JobOutcome.Succeeded));
    }

    [Test]
    public async Task Stop_WhenItsPatienceIsOver_InterruptsAndTheNextStartRunsIt()
    {
        var begun = new TaskCompletionSource();
        await using (var host = await JobHost.Start(Office, null, TimeSpan.FromMilliseconds(200), Jobs.That(async cancellation =>
        {
            begun.SetResult();
            await Task.Delay(Timeout.Infinite, cancellation);
        })))
        {
            await begun.Task;
            await host.Stop();
        }

        Assert.That((await Office.Line()).Outcome, Is.EqualTo(JobOutcome.Interrupted));
        await using var next = await JobHost.Start(Office, Counting);
        await JobHost.Until(() => !ran.IsEmpty);
        await next.Idle();
        Assert.That((await Office.Line()).Outcome, Is.EqualTo(JobOutcome.Succeeded));
    }

    [Test]
    public async Task Export_AskedFor_IsMadeAtOnceThoughNothingIsDue()
    {
        await Office.Register();
        await using var host = await JobHost.Start(Office);
        var id = await Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, Office.Clock.Today(), Office.Clock.Today()));
        foreach (var (job, subject) in Office.Requested.Take())
        {
            host.Requested.Start(job, subject);
            host.Requested.Start(job, subject);
        }

        await JobHost.Until(() => Office.With<IExports, Export?>(exports => exports.Find(id, default)).Result!.State == ExportState.Done);
        await host.Idle();
        Assert.That(Office.Sheets.Begun, Has.Count.EqualTo(1));
        Assert.That(host.Monitoring.GetStatistics().Failed, Is.Zero);
    }

    [Test]
    public async Task RequestedJob_AtWork_IsNotHandedOverAgain()
    {
        await Office.Register();
        var (begun, done) = (new TaskCompletionSource(), new TaskCompletionSource());
        Office.Sheets.AfterLine = async _ =>
        {
            begun.TrySetResult();
            await done.Task;
        };
        await using var host = await JobHost.Start(Office);

        // What looks at a start for missed runs would count as at work.
        await host.Idle();
        var id = await Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, Office.Clock.Today(), Office.Clock.Today()));
        host.Requested.Start(RequestedJob.MakeExport, id);
        await begun.Task;
        host.Requested.Start(RequestedJob.MakeExport, id);
        Assert.That(host.Monitoring.GetStatistics(), Has.Property("Enqueued").Zero.And.Property("Processing").EqualTo(1));
        done.SetResult();
        await host.Idle();
    }

    [Test]
    public async Task RequestedJob_ThatFailedAndIsRunByHand_IsTriedAtOnceAndAnew()
    {
        await Office.Register();
        Office.Sheets.AfterLine = _ => throw new IOException();
        await using var host = await JobHost.Start(Office);
        var id = await Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, Office.Clock.Today(), Office.Clock.Today()));
        host.Requested.Start(RequestedJob.MakeExport, id);
        await JobHost.Until(() => host.Monitoring.ScheduledCount() == 1);
        var job = host.Monitoring.ScheduledJobs(0, 1).Single().Key;
        Office.Sheets.AfterLine = _ => Task.CompletedTask;
        host.Client.ChangeState(job, new EnqueuedState(RequestedJob.MakeExport.Name));
        await JobHost.Until(() => host.StateOf(job) == SucceededState.StateName);
        Assert.That(
            (await Office.With<IExports, Export?>(exports => exports.Find(id, default)))!.State,
            Is.EqualTo(ExportState.Done),
            "nobody waits for the next attempt's time");
    }

    [Test]
    public async Task Start_OfASecondHostOnOneSqliteDatabase_IsRefusedUntilTheFirstOneEnds()
    {
        if (Office.Database.FilePath is null)
        {
            Assert.Ignore("Only SQLite means one host.");
        }

        await using (await JobHost.Start(Office, Counting))
        {
            Assert.That(
                async () => await JobHost.Start(Office, Counting),
                Throws.InstanceOf<JobsRunElsewhereException>().With.Message.Contain("Jobs:Server=false"));
        }

        await using var next = await JobHost.Start(Office, Counting);
    }

    [Test]
    public async Task RequestedJob_OfAHostThatIsNotStartedOrStops_IsLeftToTheRecurringOnes()
    {
        var host = await JobHost.Start(Office);
        await host.Idle();
        var before = host.Monitoring.GetStatistics().Succeeded;
        await host.Stop();
        host.Requested.Start(RequestedJob.SweepDeadlines, Office.Agency.Id);
        Assert.That(host.Monitoring.GetStatistics(), Has.Property("Enqueued").Zero.And.Property("Succeeded").EqualTo(before));
        await host.DisposeAsync();
    }

    [Test]
    public async Task Job_OfEveryHost_RunsInEachOfThemAndStandsInNoJournal()
    {
        var shared = JobHost.SharedMemory();
        // Not due while the test runs: the minute may turn meanwhile.
        var job = Counting with { Scope = JobScope.EveryHost };
        await using var first = await JobHost.Start(Office, shared, TimeSpan.FromSeconds(20), job);
        await using var second = await JobHost.Start(Office, shared, TimeSpan.FromSeconds(20), job);
        first.TriggerOwn(job.Name);
        second.TriggerOwn(job.Name);
        await JobHost.Until(() => first.Own.Of(job) is not null && second.Own.Of(job) is not null);
        Assert.That(ran, Has.Exactly(2).Items);
        Assert.That(await Office.With<IJobJournal, IReadOnlyList<JobLine>>(journal => journal.All(default)), Is.Empty);
    }
}
