using Disclosure.Cases.Kernel.Jobs;
using Hangfire;

namespace Disclosure.Cases.Jobs;

/// <summary>Background jobs that failed finally, all alike: they run again only when somebody has them run.</summary>
/// <param name="Id">Hangfire's id of the latest.</param>
/// <param name="Job">The job's name; null where another version stored it and this one cannot read it.</param>
/// <param name="Problem">What failed, by codes (<see cref="JobProblem"/>).</param>
/// <param name="FailedAt">When the latest failed, UTC.</param>
/// <param name="Count">How many they are.</param>
public sealed record FailedJobs(string Id, string? Job, string Problem, DateTimeOffset? FailedAt, int Count);

/// <summary>What Hangfire has to do, and what it gave up.</summary>
/// <param name="Enqueued">Jobs that wait for a worker.</param>
/// <param name="Processing">Jobs at work.</param>
/// <param name="Retrying">Jobs that are tried again later.</param>
/// <param name="Failed">Jobs that failed finally.</param>
/// <param name="Latest">The latest of these, those that are alike as one.</param>
public sealed record JobFigures(long Enqueued, long Processing, long Retrying, long Failed, IReadOnlyList<FailedJobs> Latest);

/// <summary>Reads Hangfire's figures for the pages.</summary>
public sealed class JobConsole
{
    private const int MostFailed = 500;

    // Hangfire stores an exception by the name of its type: what has been one of these names is read for ever.
    private static readonly HashSet<string> Ours =
        [
            "Disclosure.Cases.Scheduling.JobFailedException", "Disclosure.Cases.Scheduling.JobGivenUpException",
            "Disclosure.Cases.Kernel.Jobs.JobFailedException", "Disclosure.Cases.Kernel.Jobs.JobGivenUpException",
        ];

    private readonly JobStorage storage;

    internal JobConsole(JobStorage storage) => this.storage = storage;

    /// <summary>How many jobs failed finally.</summary>
    public long Failed => storage.GetMonitoringApi().FailedCount();

    /// <summary>The figures as of now.</summary>
    public JobFigures Read()
    {
        var monitoring = storage.GetMonitoringApi();
        var figures = monitoring.GetStatistics();
        var failed =
            from job in monitoring.FailedJobs(0, MostFailed)
            let name = job.Value.Job is { Args: [string name, ..] } ? name : null
            group job by (name, Problem: ProblemOf(job.Value.ExceptionType, job.Value.ExceptionMessage)) into alike
            let latest = alike.First()
            select new FailedJobs(latest.Key, alike.Key.name, alike.Key.Problem, InUtc(latest.Value.FailedAt), alike.Count());
        return new JobFigures(figures.Enqueued, figures.Processing, figures.Scheduled, figures.Failed, [.. failed]);
    }

    /// <summary>Whether Hangfire stored an exception under that name whose message holds codes alone.</summary>
    internal static bool IsOurs(string type) => Ours.Contains(type);

    private static DateTimeOffset? InUtc(DateTime? at) =>
        at is { } time ? new DateTimeOffset(DateTime.SpecifyKind(time, DateTimeKind.Utc)) : null;

    // Of our own exceptions the message holds the codes.
    private static string ProblemOf(string? type, string? message) =>
        message is not null && type is not null && IsOurs(type)
            ? message[(message.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.')
            : type?.Split('.')[^1] ?? "";
}
