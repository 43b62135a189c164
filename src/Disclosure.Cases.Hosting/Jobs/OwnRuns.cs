using System.Collections.Concurrent;
using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>How the last runs of the jobs that each process does for itself went here; one instance a process.</summary>
public sealed class OwnRuns
{
    private readonly ConcurrentDictionary<string, JobLine> lines = new(StringComparer.Ordinal);

    /// <summary>The last run of a job in this process; null while there was none.</summary>
    public JobLine? Of(RecurringJob job) => lines.GetValueOrDefault(job.Name);

    /// <summary>Takes a run down.</summary>
    internal void Record(JobLine line) => lines[line.Job] = line;
}
