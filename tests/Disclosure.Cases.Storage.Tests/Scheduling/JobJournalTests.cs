using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

internal sealed class JobJournalTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const string Job = "deadlines.sweep";

    private static readonly DateTimeOffset First = new(2025, 9, 22, 1, 0, 0, TimeSpan.Zero);

    [Test]
    public async Task Claim_OfOneOccurrenceByManyAtOnce_IsOnePersonsAlone()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => Claim())));
        Assert.That(claims.OfType<JobRun>(), Has.Exactly(1).Items);
    }

    [Test]
    public async Task Claim_ForAnotherAgency_IsAnotherRun()
    {
        var other = Guid.NewGuid();
        Assert.That(await Claim(), Is.Not.Null);
        Assert.That((await Claim(agencyId: other))!.AgencyId, Is.EqualTo(other));
        Assert.That((await Lines()).Select(line => line.AgencyId), Is.EquivalentTo(new Guid?[] { null, other }));
    }

    [Test]
    public async Task Claim_AfterASuccess_WaitsForTheNextOccurrence()
    {
        await Finish(await Claim(), JobOutcome.Succeeded);
        Assert.That(await Claim(), Is.Null);
        Assert.That((await Claim(First.AddMinutes(15)))!.Attempt, Is.EqualTo(1));
        Assert.That(await Claim(First), Is.Null, "an older occurrence never comes back");
    }

    [Test]
    public async Task Claim_AfterAFailure_IsThereWhenThePauseIsOverAndCountsTheAttempts()
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            var run = await Claim();
            Assert.That(run!.Attempt, Is.EqualTo(attempt));
            await Finish(run, JobOutcome.Failed, "case.conflict", Office.Clock.Now.AddMinutes(attempt));
            Assert.That(await Claim(), Is.Null, "the pause is not over");
            Office.Clock.Now += TimeSpan.FromMinutes(attempt);
        }

        var line = (await Lines()).Single();
        Assert.That((line.Failures, line.Problem, line.Outcome, line.Attempts), Is.EqualTo((3, "case.conflict", JobOutcome.Failed, 3)));

        await Finish(await Claim(), JobOutcome.Succeeded);
        line = (await Lines()).Single();
        Assert.That((line.Failures, line.Problem, line.Outcome), Is.EqualTo((0, (string?)null, JobOutcome.Succeeded)));
    }

    [Test]
    public async Task Claim_AfterAFailureWithoutRetry_WaitsForTheNextOccurrence()
    {
        await Finish(await Claim(), JobOutcome.Failed, "IOException");
        Office.Clock.Now += TimeSpan.FromHours(1);
        Assert.That(await Claim(), Is.Null);
        Assert.That(await Claim(First.AddMinutes(15)), Is.Not.Null);
    }

    [Test]
    public async Task Claim_OfARunWhoseHostWasKilled_IsThereWhenItsLeaseIsOver()
    {
        var killed = await Claim();
        Office.Clock.Now += JobTerms.Lease - TimeSpan.FromSeconds(1);
        Assert.That(await Claim(), Is.Null);
        Assert.That(await Claim(First.AddMinutes(15)), Is.Null, "nor does the next occurrence run beside it");
        Office.Clock.Now += TimeSpan.FromSeconds(1);
        var successor = await Claim();

        Assert.That(successor!.Attempt, Is.EqualTo(2));
        Assert.That(await Finish(killed, JobOutcome.Failed, "late"), Is.False, "the one given up for dead writes nothing any more");
        Assert.That((await Lines()).Single().Outcome, Is.EqualTo(JobOutcome.Running));
        Assert.That(await Finish(successor, JobOutcome.Succeeded), Is.True);
    }

    [Test]
    public async Task Renew_ByAHostThatIsAlive_KeepsOthersOut()
    {
        var run = await Claim();
        Office.Clock.Now += JobTerms.Lease - TimeSpan.FromSeconds(1);
        Assert.That(await Journal(journal => journal.Renew(run!)), Is.True);
        Office.Clock.Now += JobTerms.Lease - TimeSpan.FromSeconds(1);
        Assert.That(await Claim(), Is.Null);
    }

    [Test]
    public async Task ClaimNow_WhetherDueOrNot_RunsUnlessSomethingRuns()
    {
        await Finish(await Claim(), JobOutcome.Succeeded);
        var now = await Journal(journal => journal.ClaimNow(Job, null, First));
        Assert.That(now!.Attempt, Is.EqualTo(2));
        Assert.That(await Journal(journal => journal.ClaimNow(Job, null, First.AddMinutes(15))), Is.Null);
    }

    [Test]
    public async Task Problem_LongerThanItsColumn_IsCutOff()
    {
        await Finish(await Claim(), JobOutcome.Failed, new string('长', 1500));
        Assert.That((await Lines()).Single().Problem, Has.Length.EqualTo(1000));
    }

    // What is asked before and what the row then decides must say the same.
    [TestCase(JobOutcome.Running, 0, 5)]
    [TestCase(JobOutcome.Running, 0, 0)]
    [TestCase(JobOutcome.Failed, 0, 5)]
    [TestCase(JobOutcome.Failed, 0, 0)]
    [TestCase(JobOutcome.Failed, 0, null)]
    [TestCase(JobOutcome.Succeeded, 0, null)]
    [TestCase(JobOutcome.Running, 15, 5)]
    [TestCase(JobOutcome.Running, 15, 0)]
    [TestCase(JobOutcome.Failed, 15, 5)]
    [TestCase(JobOutcome.Succeeded, 15, null)]
    [TestCase(JobOutcome.Succeeded, -15, null)]
    public async Task IsDue_OfALine_IsWhetherItCanBeClaimed(JobOutcome outcome, int minutesLater, int? againInMinutes)
    {
        var run = await Claim();
        await Finish(run, outcome, null, Office.Clock.Now.AddMinutes(againInMinutes ?? 0));
        if (againInMinutes is null)
        {
            await Finish(run, outcome);
        }

        var occurrence = First.AddMinutes(minutesLater);
        var isDue = (await Lines()).Single().IsDue(occurrence, Office.Clock.Now);
        Assert.That(await Claim(occurrence), isDue ? Is.Not.Null : Is.Null);
    }

    private Task<JobRun?> Claim(DateTimeOffset? occurrence = null, Guid? agencyId = null) => Journal(journal => journal.Claim(Job, agencyId, occurrence ?? First));

    private Task<bool> Finish(JobRun? run, JobOutcome outcome, string? problem = null, DateTimeOffset? again = null) =>
        Journal(journal => journal.Finish(run!, outcome, problem, again));

    private Task<IReadOnlyList<JobLine>> Lines() => Journal(journal => journal.All());

    private Task<T> Journal<T>(Func<IJobJournal, Task<T>> use) => Office.With(use);
}
