using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Scheduling;
using Microsoft.Extensions.Logging.Abstractions;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>What each process does for itself, and knows of it.</summary>
internal sealed class EveryHostJobsTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Jobs_OfEveryHost_RunEachMinuteInEachOfThemAndStandInNoJournal()
    {
        var (here, there) = (0, 0);
        var job = Jobs.That(_ => Task.FromResult(Interlocked.Increment(ref here)), "* * * * *", JobScope.EveryHost);
        var elsewhere = job with { Send = (_, _, _) => throw new IOException(there++.ToString()) };
        var (own, other) = (new OwnRuns(), new OwnRuns());
        using var first = Host(job, own);
        using var second = Host(elsewhere, other);
        await first.StartAsync(default);
        await second.StartAsync(default);
        Assert.That((own.Of(job), other.Of(job)), Is.EqualTo(((JobLine?)null, (JobLine?)null)), "not at once: a host is up to date when it starts");
        Assert.That(
            () =>
            {
                Office.Clock.Advance(TimeSpan.FromSeconds(20));
                return here > 1 && other.Of(job) is { Failures: > 1 };
            },
            Is.True.After(20_000, 20));
        await first.StopAsync(default);
        await second.StopAsync(default);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(own.Of(job), Is.Not.Null.And.Property(nameof(JobLine.Outcome)).EqualTo(JobOutcome.Succeeded));
            Assert.That(other.Of(job), Is.Not.Null.And.Property(nameof(JobLine.Problem)).EqualTo(nameof(IOException)));
            Assert.That(await Office.With<IJobJournal, IReadOnlyList<JobLine>>(journal => journal.All()), Is.Empty);
        }
    }

    private EveryHostJobs Host(RecurringJob job, OwnRuns runs) =>
        new([job, Jobs.That(_ => throw new InvalidOperationException("Shared jobs are none of its business."), "* * * * *")], Office.Runner(job), runs, Office.Clock, NullLogger<EveryHostJobs>.Instance);
}
