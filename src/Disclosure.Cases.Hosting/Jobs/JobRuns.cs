using Disclosure.Cases.Scheduling;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>
/// Runs of the shared jobs, each claimed in the journal before it begins and recorded there when it ends. Every run goes
/// through here, whatever asked for it: the scheduler, a worker or the command line.
/// </summary>
public sealed class JobRuns(JobRunner runner, IServiceScopeFactory scopes, TimeProvider time, ILogger<JobRuns> logger)
{
    /// <summary>For whom a scheduled occurrence is there to be claimed.</summary>
    public async Task<IReadOnlyList<Guid?>> Due(RecurringJob job, DateTimeOffset occurrence)
    {
        var now = time.GetUtcNow();
        var lines = (await Journal(journal => journal.All())).Where(line => line.Job == job.Name).ToDictionary(line => line.Agency);
        return [.. (await runner.Agencies(job)).Where(agencyId => !lines.TryGetValue(agencyId ?? Guid.Empty, out var line) || line.IsDue(occurrence, now))];
    }

    /// <summary>Runs a scheduled occurrence, unless somebody else does. A failure is recorded, to be tried again, and logged.</summary>
    public async Task RunDue(RecurringJob job, Guid? agencyId, DateTimeOffset occurrence, CancellationToken cancellation)
    {
        if (await Journal(journal => journal.Claim(job.Name, agencyId, occurrence)) is not { } run)
        {
            return;
        }

        try
        {
            await CarryOut(run, cancellation);
        }
#pragma warning disable CA1031 // A job that fails for one agency must not keep the others from their turn; what went wrong is on record.
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError(problem, "The job {Job} failed (agency {Agency}, attempt {Attempt}).", run.Job, run.AgencyId, run.Attempt);
        }
    }

    /// <summary>Runs a job now, whether it is due or not.</summary>
    /// <exception cref="JobIsRunningException">It runs already. Whatever makes it fail comes through as it is.</exception>
    public async Task RunNow(string job, Guid? agencyId, CancellationToken cancellation)
    {
        var schedule = new JobSchedule(runner.Find(job).Schedule);
        var run = await Journal(journal => journal.ClaimNow(job, agencyId, schedule.Latest(time.GetUtcNow()))) ?? throw new JobIsRunningException(job);
        await CarryOut(run, cancellation);
    }

    private async Task CarryOut(JobRun run, CancellationToken cancellation)
    {
        try
        {
            await KeepClaimed(run, runner.Run(run.Job, run.AgencyId, cancellation));
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Journal(journal => journal.Finish(run, JobOutcome.Interrupted, null, time.GetUtcNow()));
            throw;
        }
        catch (Exception problem)
        {
            await Journal(journal => journal.Finish(run, JobOutcome.Failed, JobProblem.Of(problem), JobTerms.RetryAfter(run.Attempt, time.GetUtcNow())));
            throw;
        }

        await Journal(journal => journal.Finish(run, JobOutcome.Succeeded, null, null));
    }

    // However long it takes, nobody takes it over while this host is alive.
    private async Task KeepClaimed(JobRun run, Task work)
    {
        while (await Task.WhenAny(work, Task.Delay(JobTerms.Renewal, time)) != work)
        {
            try
            {
                await Journal(journal => journal.Renew(run));
            }
            catch (System.Data.Common.DbException problem)
            {
                logger.LogWarning(problem, "The lease of the job {Job} could not be extended; another attempt follows.", run.Job);
            }
        }

        await work;
    }

    private async Task<T> Journal<T>(Func<IJobJournal, Task<T>> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IJobJournal>());
    }
}
