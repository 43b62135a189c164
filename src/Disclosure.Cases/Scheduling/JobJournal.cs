using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Scheduling;

/// <summary>How a job's last run went.</summary>
[StoredName("JobOutcome")]
public enum JobOutcome
{
    /// <summary>It runs, or its server was killed while it ran.</summary>
    [StoredName("Running")]
    Running,

    /// <summary>It did its work.</summary>
    [StoredName("Succeeded")]
    Succeeded,

    /// <summary>It was refused or threw.</summary>
    [StoredName("Failed")]
    Failed,

    /// <summary>Its server was stopped before it was done; it runs again at the next start, or on another server.</summary>
    [StoredName("Interrupted")]
    Interrupted,
}

/// <summary>A line of the journal: what last became of a recurring job, for one agency or for the district.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Agency">The agency, or <see cref="Guid.Empty"/> for the district.</param>
/// <param name="StartedAt">When the last run began, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC; null while it runs, and where its server was killed.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Failures">Failed runs since the last that succeeded.</param>
/// <param name="Problem">What failed, by codes (<see cref="JobProblem"/>); null after a success.</param>
/// <param name="RetryAt">When a failed run is tried again, UTC; null: it failed finally, and only the next due time is waited for.</param>
/// <param name="SucceededAt">When the last run that succeeded began, UTC; null while none did.</param>
public sealed record JobLine(
    string Job,
    Guid Agency,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    JobOutcome Outcome,
    int Failures,
    string? Problem,
    DateTimeOffset? RetryAt,
    DateTimeOffset? SucceededAt)
{
    /// <summary>The agency it ran for; null for the district.</summary>
    public Guid? AgencyId => Agency == Guid.Empty ? null : Agency;

    /// <summary>Whether it failed as often as it is tried.</summary>
    public bool HasFailedFinally => Outcome == JobOutcome.Failed && RetryAt is null;
}

/// <summary>
/// The journal of the recurring jobs, one line a job and agency: a record for people, and what tells a start which runs were
/// missed. It claims nothing; which server runs a job is Hangfire's to decide.
/// </summary>
public interface IJobJournal
{
    /// <summary>All lines.</summary>
    Task<IReadOnlyList<JobLine>> All(CancellationToken cancellation);

    /// <summary>Records that a run began.</summary>
    /// <param name="job">The job's name.</param>
    /// <param name="agencyId">The agency that it runs for; null for the district.</param>
    /// <param name="at">Now, UTC.</param>
    Task Begin(string job, Guid? agencyId, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Records how a run went, in the line that <see cref="Begin"/> wrote.</summary>
    /// <param name="line">The run, with its outcome; of <see cref="JobLine.Failures"/> and
    /// <see cref="JobLine.SucceededAt"/> the journal keeps account itself.</param>
    Task Finish(JobLine line, CancellationToken cancellation);
}
