namespace Disclosure.Cases.Kernel.Jobs;

/// <summary>
/// A job that a command asks for, as data: it starts as soon as the command is committed. What is stored of it anywhere is its
/// name and the id of its subject; <c>RequestedJobCommands</c> says what it does.
/// </summary>
/// <param name="Name">The name, e.g. <c>make-export</c>: lowercase letters and hyphens, since its queue is called so as well.</param>
/// <param name="Pauses">How long to wait after each failed attempt; after the last one it has failed finally.</param>
/// <param name="RunsAlone">Whether one that finds the same job at work on the same subject has nothing to do.</param>
public sealed record RequestedJob(string Name, IReadOnlyList<TimeSpan> Pauses, bool RunsAlone)
{
    /// <summary>Makes one export; the subject is the export.</summary>
    public static readonly RequestedJob MakeExport = new("make-export", JobRetries.Pauses, RunsAlone: true);

    /// <summary>Sends one notification; the subject is the notification.</summary>
    public static readonly RequestedJob SendNotification = new("send-notification", JobRetries.PausesOfMessages, RunsAlone: true);

    /// <summary>
    /// Looks at what is due in the cases of an agency that were changed; the subject is the agency. One that is at work may
    /// have read the case before the change: the next one waits for it in the database.
    /// </summary>
    public static readonly RequestedJob SweepDeadlines = new("sweep-deadlines", JobRetries.Pauses, RunsAlone: false);

    /// <summary>Imports the past cases of one file; the subject is the import. What fails is for whoever asked to look at.</summary>
    public static readonly RequestedJob CarryOutImport = new("carry-out-import", [], RunsAlone: true);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<RequestedJob> All { get; } = [MakeExport, SendNotification, SweepDeadlines, CarryOutImport];

    /// <summary>How long to wait after attempt <paramref name="attempt"/> (from 1); null: it was the last one.</summary>
    public TimeSpan? PauseAfter(int attempt) => Pauses.PauseAfter(attempt);

    /// <summary>The job of that name.</summary>
    /// <exception cref="UnknownJobException">There is none.</exception>
    public static RequestedJob Find(string name) =>
        All.FirstOrDefault(job => job.Name == name) ?? throw new UnknownJobException(name, All.Select(job => job.Name));
}

/// <summary>Where requested jobs are handed over to whatever runs them.</summary>
public interface IRequestedJobs
{
    /// <summary>
    /// Hands a job over. It may be dropped: what must be done stands in the records, where the recurring jobs find it. Handed
    /// over twice before it began, it runs once.
    /// </summary>
    /// <param name="job">The job.</param>
    /// <param name="subject">The id of what it is about.</param>
    void Start(RequestedJob job, Guid subject);
}

/// <summary>For a process that runs no jobs: what was asked for is left to the recurring jobs of a host that does.</summary>
public sealed class NoRequestedJobs : IRequestedJobs
{
    /// <inheritdoc/>
    public void Start(RequestedJob job, Guid subject)
    {
    }
}
