using System.Collections.Concurrent;
using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>How the last runs of the jobs that each process does for itself went here; one instance a process.</summary>
public sealed class OwnRuns
{
    private readonly ConcurrentDictionary<string, JobLine> lines = new(StringComparer.Ordinal);

    /// <summary>The last run of a job in this process; null while there was none.</summary>
    public JobLine? Of(RecurringJob job) => lines.GetValueOrDefault(job.Name);

    /// <summary>Records a run; keeps account of the failures since the last that succeeded.</summary>
    internal void Record(JobLine line) => lines.AddOrUpdate(
        line.Job,
        name => Counted(line, 0),
        (name, before) => Counted(line, before.Failures));

    private static JobLine Counted(JobLine line, int failuresBefore) => line.Outcome switch
    {
        JobOutcome.Succeeded => line with { SucceededAt = line.StartedAt },
        JobOutcome.Failed => line with { Failures = failuresBefore + 1 },
        JobOutcome.Running or JobOutcome.Interrupted => line with { Failures = failuresBefore },
    };
}
