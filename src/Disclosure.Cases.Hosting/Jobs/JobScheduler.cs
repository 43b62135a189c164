using Disclosure.Cases.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>
/// Runs the shared jobs in this process. Several hosts may do so on one database: each occurrence is run by whoever
/// claims it first. What was missed while all were down is caught up at the start, its latest occurrence alone. Where a
/// worker runs the list, <c>Scheduler:Enabled</c> is false and this one does not run.
/// </summary>
public sealed class JobScheduler(IReadOnlyList<RecurringJob> jobs, JobRuns runs, TimeProvider time, ILogger<JobScheduler> logger) : BackgroundService
{
    // Retries fall due in between, and other hosts' runs are left behind when these are killed.
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(1);

    private readonly CancellationTokenSource patience = new();

    /// <summary>Stops looking for work and waits for what is at work; what needs longer than <see cref="JobTerms.Patience"/> is interrupted.</summary>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await using var limit = time.CreateTimer(_ => patience.Cancel(), null, JobTerms.Patience, Timeout.InfiniteTimeSpan);
        await base.StopAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public override void Dispose()
    {
        patience.Dispose();
        base.Dispose();
    }

    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(jobs.Where(job => job.Scope != JobScope.EveryHost).Select(job => Repeat(job, stoppingToken)));

    /// <summary>Runs the latest occurrence of a job for whomever it is due.</summary>
    internal async Task RunWhatIsDue(RecurringJob job, CancellationToken stopping)
    {
        var occurrence = new JobSchedule(job.Schedule).Latest(time.GetUtcNow());
        foreach (var agencyId in await runs.Due(job, occurrence))
        {
            stopping.ThrowIfCancellationRequested();
            await runs.RunDue(job, agencyId, occurrence, patience.Token);
        }
    }

    private async Task Repeat(RecurringJob job, CancellationToken stopping)
    {
        var schedule = new JobSchedule(job.Schedule);
        while (!stopping.IsCancellationRequested)
        {
            try
            {
                await RunWhatIsDue(job, stopping);
                var now = time.GetUtcNow();
                var untilNext = schedule.Next(now) - now;
                await Task.Delay(untilNext < LongestPause ? untilNext : LongestPause, time, stopping);
            }
            catch (OperationCanceledException) when (stopping.IsCancellationRequested)
            {
                // The host stops; what was not run is caught up by the next start, or by another host.
            }
#pragma warning disable CA1031 // A database that cannot be reached now may be there again in a minute.
            catch (Exception problem)
#pragma warning restore CA1031
            {
                logger.LogError(problem, "The jobs that are due could not be looked up for {Job}.", job.Name);
                await Task.Delay(LongestPause, time, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }
    }
}
