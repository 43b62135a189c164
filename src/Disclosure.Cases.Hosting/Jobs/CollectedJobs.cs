using System.Collections.Concurrent;
using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>For a process without Hangfire, such as the command line: requested jobs are collected, and run when it says so.</summary>
public sealed class CollectedJobs : IRequestedJobs
{
    private readonly ConcurrentQueue<(RequestedJob Job, Guid Subject)> collected = [];

    /// <inheritdoc/>
    public void Start(RequestedJob job, Guid subject) => collected.Enqueue((job, subject));

    /// <summary>Takes what was asked for, each once, in its order.</summary>
    public IReadOnlyList<(RequestedJob Job, Guid Subject)> Take()
    {
        var taken = new List<(RequestedJob Job, Guid Subject)>();
        while (collected.TryDequeue(out var each))
        {
            taken.Add(each);
        }

        return [.. taken.Distinct()];
    }

    /// <summary>Runs everything that was asked for, one after the other; a failure keeps nothing else from its turn.</summary>
    /// <returns>What failed.</returns>
    public async Task<IReadOnlyList<Exception>> Run(JobRunner runner, CancellationToken cancellation)
    {
        var problems = new List<Exception>();
        foreach (var (job, subject) in Take())
        {
            try
            {
                await runner.Run(job, subject, isAgain: false, cancellation);
            }
#pragma warning disable CA1031 // It is recorded with its subject, and told.
            catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
#pragma warning restore CA1031
            {
                problems.Add(problem);
            }
        }

        return problems;
    }
}
