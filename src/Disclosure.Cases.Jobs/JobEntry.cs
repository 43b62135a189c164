using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;
using Hangfire;
using Hangfire.Server;
using Hangfire.Storage;
using Microsoft.Extensions.Logging;
using RecurringJob = Disclosure.Cases.Scheduling.RecurringJob;

namespace Disclosure.Cases.Jobs;

/// <summary>
/// Where Hangfire enters. What it stores is this entry's name, the method, a job's name, an id, and of a failure its codes:
/// never one of our types, and nobody's data. A run that fails throws, and <see cref="RetryFilters"/> say when Hangfire tries
/// again; one that finds its twin at work has nothing to do and ends.
/// </summary>
public sealed class JobEntry(JobRunner runner, MissedRuns missed, IBackgroundJobClient queue, ILogger<JobEntry> logger)
{
    /// <summary>The name under which Hangfire stores this type, whatever it is called and wherever it lives.</summary>
    public const string StoredName = "disclosure-job";

    /// <summary>The queue of the jobs that each process does for itself.</summary>
    public const string OwnQueue = "process";

    // Stays with a job that ran and failed: whoever runs it again means it.
    private const string Failed = "Failed";

    /// <summary>
    /// Runs a recurring job; one that runs for each agency becomes one background job an agency, so that all servers share it.
    /// </summary>
    public async Task Run(string job, Guid? agencyId, PerformContext context, CancellationToken stopping)
    {
        var found = runner.Find(job);
        if (agencyId is not null || found.Scope != JobScope.EachAgency)
        {
            await Alone(context, job, agencyId, () => runner.Run(job, agencyId, PauseAfterThis(found, context), stopping), stopping);
            return;
        }

        await WithoutData(job, null, async () =>
        {
            foreach (var each in await runner.Agencies(found, stopping))
            {
                queue.Enqueue<JobEntry>(entry => entry.Run(job, each, null!, CancellationToken.None));
            }
        }, stopping);
    }

    /// <summary>At a start: every run that was missed becomes a background job.</summary>
    public Task RunAllMissed(CancellationToken stopping) => WithoutData("start", null, async () =>
    {
        foreach (var (job, agencyId) in await missed.Find(stopping))
        {
            queue.Enqueue<JobEntry>(entry => entry.RunMissed(job.Name, agencyId, null!, CancellationToken.None));
        }
    }, stopping);

    /// <summary>Runs a job that was missed, unless another server has made up for it meanwhile.</summary>
    public Task RunMissed(string job, Guid? agencyId, PerformContext context, CancellationToken stopping) =>
        Alone(context, job, agencyId, async () =>
        {
            var found = runner.Find(job);
            if (await missed.IsMissed(found, agencyId, stopping))
            {
                await runner.Run(job, agencyId, PauseAfterThis(found, context), stopping);
            }
        }, stopping);

    /// <summary>Runs a job of every host, in the process that this is.</summary>
    [Queue(OwnQueue)]
    public Task RunHere(string job, CancellationToken stopping) =>
        WithoutData(job, null, () => runner.Run(job, null, null, stopping), stopping);

    /// <summary>Runs a requested job; <see cref="RetryFilters"/> say in which queue it waits.</summary>
    public async Task RunRequested(string job, Guid subject, PerformContext context, CancellationToken stopping)
    {
        var found = RequestedJob.Find(job);
        var isAgain = context.GetJobParameter<bool>(Failed);
        try
        {
            Task Run() => runner.Run(found, subject, isAgain, stopping);
            await (found.RunsAlone ? Alone(context, job, subject, Run, stopping) : WithoutData(job, subject, Run, stopping));
        }
        catch (Exception problem) when (problem is JobFailedException or JobGivenUpException)
        {
            context.SetJobParameter(Failed, true);
            throw;
        }
    }

    // The lock is the storage's: with a server it holds for all hosts, and ends with the connection of one that is killed.
    private async Task Alone(PerformContext context, string job, Guid? subject, Func<Task> work, CancellationToken stopping)
    {
        using var connection = context.Storage.GetConnection();
        IDisposable held;
        try
        {
            held = connection.AcquireDistributedLock($"disclosure:{job}:{subject}", TimeSpan.Zero);
        }
        catch (DistributedLockTimeoutException)
        {
            return;
        }

        using (held)
        {
            await WithoutData(job, subject, work, stopping);
        }
    }

    // An exception may quote what somebody typed, and Hangfire keeps and shows it: there its codes go alone, to the log all of it.
    private async Task WithoutData(string job, Guid? subject, Func<Task> work, CancellationToken stopping)
    {
        try
        {
            await work();
        }
        catch (Exception problem)
            when (problem is not UnknownJobException && (problem is not OperationCanceledException || !stopping.IsCancellationRequested))
        {
            logger.LogError(problem, "The job {Job} failed ({Subject}).", job, subject);
            throw problem is JobGivenUpException givenUp
                ? new JobGivenUpException(givenUp.Problem)
                : new JobFailedException(JobProblem.Of(problem));
        }
    }

    // Hangfire counts the retries so far.
    private static TimeSpan? PauseAfterThis(RecurringJob job, PerformContext context) =>
        new JobSchedule(job.Schedule).PausesUntilNext().PauseAfter(context.GetJobParameter<int>("RetryCount") + 1);
}
