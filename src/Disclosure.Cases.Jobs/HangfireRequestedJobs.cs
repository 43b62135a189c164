using System.Collections.Concurrent;
using Disclosure.Cases.Kernel.Jobs;
using Hangfire;
using Hangfire.States;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Jobs;

/// <summary>
/// Hands requested jobs to Hangfire as soon as they are asked for. Before the servers start, and where none is there to run them,
/// nothing is handed over: the recurring jobs find what stands in the records.
/// </summary>
internal sealed class HangfireRequestedJobs(ILogger<HangfireRequestedJobs> logger) : IRequestedJobs
{
    private const int MostRemembered = 10_000;

    private readonly ConcurrentDictionary<(string Job, Guid Subject), string> handedOver = new();

    private (IBackgroundJobClient Client, JobStorage Storage)? open;

    /// <summary>From now on jobs are handed over.</summary>
    public void Open(IBackgroundJobClient client, JobStorage storage) => open = (client, storage);

    /// <summary>From now on they are left to the recurring jobs of the next start.</summary>
    public void Close() => open = null;

    /// <inheritdoc/>
    public void Start(RequestedJob job, Guid subject)
    {
        if (open is not var (client, storage))
        {
            return;
        }

        var key = (job.Name, subject);
        try
        {
            var before = handedOver.TryGetValue(key, out var id) ? StateOf(id, storage) : null;
            if (IsToRun(job, before))
            {
                return;
            }

            if (handedOver.Count >= MostRemembered)
            {
                handedOver.Clear();
            }

            handedOver[key] = client.Enqueue<JobEntry>(entry => entry.RunRequested(job.Name, subject, null!, CancellationToken.None));
            if (before == FailedState.StateName)
            {
                // The new one stands for it: what failed finally and was asked for again is nobody's trouble any more.
                client.Delete(id, FailedState.StateName);
            }
        }
#pragma warning disable CA1031 // What was asked for is committed and stays so: whatever keeps it from starting now, a job finds it.
        catch (Exception problem)
#pragma warning restore CA1031
        {
            logger.LogWarning(problem, "The job {Job} could not be handed over; a recurring job starts it.", job.Name);
        }
    }

    private static string? StateOf(string id, JobStorage storage)
    {
        using var connection = storage.GetConnection();
        return connection.GetStateData(id)?.Name;
    }

    // Waiting for a worker, at work, or waiting for its next attempt. A sweep is asked for again by every change that it may not have seen.
    private static bool IsToRun(RequestedJob job, string? state) =>
        state == EnqueuedState.StateName || (job.RunsAlone && (state == ScheduledState.StateName || state == ProcessingState.StateName));
}
