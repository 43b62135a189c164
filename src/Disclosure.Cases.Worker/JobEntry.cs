using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Scheduling;
using Hangfire;

namespace Disclosure.Cases.Worker;

/// <summary>
/// Where Hangfire enters: what it stores is the job's name and the agency, never one of our types. A run that fails
/// throws, is retried after the pauses of the in-process scheduler, and then shows as failed.
/// </summary>
public sealed class JobEntry(JobRunner runner, JobRuns runs, IBackgroundJobClient queue)
{
    /// <summary>The name under which Hangfire stores this type, whatever it is called and wherever it lives.</summary>
    public const string StoredName = "disclosure-job";

    /// <summary>Runs a job; one that runs for each agency is fanned out when none is named, so that all workers share it.</summary>
    [JobDisplayName("{0} {1}")]
    [AutomaticRetry(Attempts = 3, DelaysInSeconds = [60, 300, 900], OnAttemptsExceeded = AttemptsExceededAction.Fail)]
    public async Task Run(string job, Guid? agencyId, CancellationToken stopping)
    {
        if (agencyId is not null || runner.Find(job).Scope != JobScope.EachAgency)
        {
            await runs.RunNow(job, agencyId, stopping);
            return;
        }

        foreach (var each in await runner.Agencies(runner.Find(job)))
        {
            queue.Enqueue<JobEntry>(entry => entry.Run(job, each, CancellationToken.None));
        }
    }
}
