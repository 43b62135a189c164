using Disclosure.Cases.Scheduling;
using Hangfire;

namespace Disclosure.Cases.Jobs;

/// <summary>A background job that failed finally: it runs again only when somebody has it run.</summary>
/// <param name="Id">Hangfire's id of it.</param>
/// <param name="Job">The job's name; null where another version stored it and this one cannot read it.</param>
/// <param name="Problem">What failed, by codes (<see cref="JobProblem"/>).</param>
/// <param name="FailedAt">When, UTC.</param>
public sealed record FailedJob(string Id, string? Job, string Problem, DateTimeOffset? FailedAt);

/// <summary>What Hangfire has to do, and what it gave up.</summary>
/// <param name="Enqueued">Jobs that wait for a worker.</param>
/// <param name="Processing">Jobs at work.</param>
/// <param name="Retrying">Jobs that are tried again later.</param>
/// <param name="Failed">Jobs that failed finally.</param>
/// <param name="Latest">The latest of these.</param>
public sealed record JobFigures(long Enqueued, long Processing, long Retrying, long Failed, IReadOnlyList<FailedJob> Latest);

/// <summary>Reads Hangfire's figures for the pages.</summary>
public sealed class JobConsole
{
    private const int MostFailed = 20;

    // Hangfire stores an exception by the name of its type: what has been one of these names is read for ever.
    private static readonly HashSet<string> Ours =
        ["Disclosure.Cases.Scheduling.JobFailedException", "Disclosure.Cases.Scheduling.JobGivenUpException"];

    private readonly JobStorage storage;

    internal JobConsole(JobStorage storage) => this.storage = storage;

    /// <summary>How many jobs failed finally.</summary>
    public long Failed => storage.GetMonitoringApi().FailedCount();

    /// <summary>The figures as of now.</summary>
    public JobFigures Read()
    {
        var monitoring = storage.GetMonitoringApi();
        var figures = monitoring.GetStatistics();
        return new JobFigures(figures.Enqueued, figures.Processing, figures.Scheduled, figures.Failed, [.. monitoring.FailedJobs(0, MostFailed).Select(failed => new FailedJob(
            failed.Key,
            failed.Value.Job is { Args: [string job, ..] } ? job : null,
            ProblemOf(failed.Value.ExceptionType, failed.Value.ExceptionMessage),
            failed.Value.FailedAt is { } at ? new DateTimeOffset(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null))]);
    }

    /// <summary>Whether Hangfire stored an exception under that name whose message holds codes alone.</summary>
    internal static bool IsOurs(string type) => Ours.Contains(type);

    // Of our own exceptions the message holds the codes.
    private static string ProblemOf(string? type, string? message) =>
        message is not null && type is not null && IsOurs(type)
            ? message[(message.IndexOf(": ", StringComparison.Ordinal) + 2)..].TrimEnd('.')
            : type?.Split('.')[^1] ?? "";
}
