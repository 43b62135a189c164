using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>What the journal keeps of each run, and which runs it shows to be missing.</summary>
internal sealed class JobJournalTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private bool isBroken;

    private RecurringJob Job => Jobs.That(_ => isBroken ? throw new IOException("赵某 cannot be reached") : Task.CompletedTask, "0 * * * *");

    [SetUp]
    public void Mend() => isBroken = false;

    [Test]
    public async Task Run_ThatSucceeds_IsRecordedWithItsBeginningAndItsEnd()
    {
        var begun = Office.Clock.Now;
        await Run(Jobs.That(_ =>
        {
            Office.Clock.Now += Minute;
            return Task.CompletedTask;
        }));
        Assert.That(
            await Office.Line(),
            Is.EqualTo(new JobLine("test.job", Guid.Empty, begun, begun + Minute, JobOutcome.Succeeded, 0, null, null, begun)));
    }

    [Test]
    public async Task Run_ThatFails_IsRecordedByItsCodesAndItsRetryUntilOneSucceeds()
    {
        await Run(Job);
        var succeeded = Office.Clock.Now;
        isBroken = true;
        Office.Clock.Now += Minute;
        foreach (var (pause, failures) in new[] { (Minute, 1), (TimeSpan.FromMinutes(5), 2) })
        {
            Assert.That(() => Run(Job, pause), Throws.InstanceOf<IOException>());
            var line = await Office.Line();
            Assert.That(
                (line.Outcome, line.Failures, line.Problem, line.RetryAt, line.SucceededAt, line.HasFailedFinally),
                Is.EqualTo((
                    JobOutcome.Failed,
                    failures,
                    "IOException",
                    (DateTimeOffset?)(Office.Clock.Now + pause),
                    (DateTimeOffset?)succeeded,
                    false)));
        }

        Assert.That(() => Run(Job), Throws.InstanceOf<IOException>());
        Assert.That((await Office.Line()).HasFailedFinally, Is.True);
        isBroken = false;
        await Run(Job);
        var after = await Office.Line();
        Assert.That(
            (after.Outcome, after.Failures, after.Problem, after.SucceededAt),
            Is.EqualTo((JobOutcome.Succeeded, 0, (string?)null, (DateTimeOffset?)Office.Clock.Now)));
    }

    [Test]
    public async Task Run_ThatIsRefused_IsRecordedByCodesAndCountsAlone()
    {
        Assert.That(
            () => Run(Jobs.ThatIsRefused(new Refusal("audit.chain.cut", 2), new Refusal("deputy.notAColleague", "赵某"))),
            Throws.InstanceOf<JobRefusedException>());
        Assert.That((await Office.Line()).Problem, Is.EqualTo("audit.chain.cut 2, deputy.notAColleague"));
    }

    [Test]
    public async Task Run_OfAServerThatStops_IsInterruptedAndNoFailure()
    {
        using var stop = new CancellationTokenSource();
        Assert.That(
            () => Office.Runner(Jobs.That(async cancellation =>
            {
                await stop.CancelAsync();
                cancellation.ThrowIfCancellationRequested();
            })).Run("test.job", null, Minute, stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        var line = await Office.Line();
        Assert.That((line.Outcome, line.Failures, line.SucceededAt), Is.EqualTo((JobOutcome.Interrupted, 0, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Run_OfAJobOfEveryHost_StandsInNoJournal()
    {
        var job = Job with { Scope = JobScope.EveryHost };
        await Run(job);
        Assert.That(await Office.With<IJobJournal, IReadOnlyList<JobLine>>(journal => journal.All(default)), Is.Empty);
        Assert.That(await Office.Missed(job).Find(default), Is.Empty);
    }

    [Test]
    public async Task Missed_OfAJobThatRanSinceItsDueTime_IsNone()
    {
        Assert.That(await Missed(), Has.Count.EqualTo(1), "it never ran");
        await Run(Job);
        Assert.That(await Missed(), Is.Empty);
        Office.Clock.Now += TimeSpan.FromMinutes(59);
        Assert.That(await Missed(), Is.Empty, "its next due time has not come");
        Office.Clock.Now += Minute;
        Assert.That(await Missed(), Has.Count.EqualTo(1));
        Office.Clock.Now += TimeSpan.FromDays(7);
        Assert.That(await Missed(), Has.Count.EqualTo(1), "a week's due times are one run");
    }

    [Test]
    public async Task Missed_OfAJobWhoseServerWasKilledInMidRun_IsThatRun()
    {
        await Run(Job);
        Office.Clock.Now += TimeSpan.FromHours(1);
        await Office.With<IJobJournal>(journal => journal.Begin(Job.Name, null, Office.Clock.Now, default));
        Assert.That(await Missed(), Has.Count.EqualTo(1));
        await Run(Job);
        Assert.That(await Missed(), Is.Empty);
    }

    [Test]
    public async Task Missed_OfAJobThatFailed_IsItsRetryThatAKillTookFromHangfire()
    {
        isBroken = true;
        Assert.That(() => Run(Job, Minute), Throws.InstanceOf<IOException>());
        Assert.That(await Missed(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Missed_OfAJobForEachAgency_IsOfThoseThatLackIt()
    {
        var second = TestOffice.NewAgency("示范财", "示范区财政局", AgencyKind.Department);
        await Office.With<IAgencies>(agencies => agencies.Add(second, default));
        var job = Job with { Scope = JobScope.EachAgency };
        await Office.Runner(job).Run(job.Name, second.Id, null, default);
        Assert.That(
            (await Office.Missed(job).Find(default)).Select(missed => missed.AgencyId),
            Is.EqualTo(new Guid?[] { Office.Agency.Id }));
    }

    [Test]
    public async Task Missed_OfAJobThatRunsAtEachStart_IsThereAtEachStart()
    {
        var job = Job with { RunsAtStart = true };
        await Run(job);
        Assert.That(await Office.Missed(job).Find(default), Has.Count.EqualTo(1));
    }

    private Task Run(RecurringJob job, TimeSpan? pause = null) => Office.Runner(job).Run(job.Name, null, pause, default);

    private Task<IReadOnlyList<(RecurringJob Job, Guid? AgencyId)>> Missed() => Office.Missed(Job).Find(default);
}
