using Disclosure.Cases.Scheduling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>
/// Keeps this process up to date with what other servers did. Every host does so for itself, whoever runs the shared
/// jobs; how it went is remembered in <see cref="OwnRuns"/>.
/// </summary>
public sealed class EveryHostJobs(IReadOnlyList<RecurringJob> jobs, JobRunner runner, OwnRuns runs, TimeProvider time, ILogger<EveryHostJobs> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(jobs.Where(job => job.Scope == JobScope.EveryHost).Select(job => Repeat(job, stoppingToken)));

    // The first run is not at once: a host is up to date when it starts.
    private async Task Repeat(RecurringJob job, CancellationToken stopping)
    {
        var schedule = new JobSchedule(job.Schedule);
        try
        {
            while (true)
            {
                var now = time.GetUtcNow();
                var next = schedule.Next(now);
                await Task.Delay(next - now, time, stopping);
                await Run(job, next, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops.
        }
    }

    private async Task Run(RecurringJob job, DateTimeOffset occurrence, CancellationToken stopping)
    {
        var startedAt = time.GetUtcNow();
        string? failed = null;
        try
        {
            await runner.Run(job.Name, null, stopping);
        }
#pragma warning disable CA1031 // What fails now must not keep the next run from happening; it is logged, and shown.
        catch (Exception problem) when (problem is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            failed = JobProblem.Of(problem);
            logger.LogError(problem, "The job {Job} failed in this process.", job.Name);
        }

        var failures = failed is null ? 0 : (runs.Of(job)?.Failures ?? 0) + 1;
        runs.Record(new JobLine(
            job.Name, Guid.Empty, occurrence, startedAt, time.GetUtcNow(), failed is null ? JobOutcome.Succeeded : JobOutcome.Failed, 1, failures, failed, null));
    }
}
