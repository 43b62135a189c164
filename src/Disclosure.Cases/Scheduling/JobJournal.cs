namespace Disclosure.Cases.Scheduling;

/// <summary>How a job's last run went.</summary>
public enum JobOutcome
{
    /// <summary>It runs, or its server was killed while it ran.</summary>
    Running,

    /// <summary>It did its work.</summary>
    Succeeded,

    /// <summary>It was refused or threw.</summary>
    Failed,

    /// <summary>Its server was stopped before it was done; another run begins at once.</summary>
    Interrupted,
}

/// <summary>A run that a host has claimed: nobody else runs that job for that agency meanwhile.</summary>
/// <param name="Id">The run.</param>
/// <param name="Job">The job's name.</param>
/// <param name="AgencyId">The agency it runs for; null for the district.</param>
/// <param name="Attempt">Which attempt at the scheduled occurrence this is, from 1.</param>
public sealed record JobRun(Guid Id, string Job, Guid? AgencyId, int Attempt);

/// <summary>A line of the journal: what last became of a job, for one agency or for the district.</summary>
/// <param name="Job">The job's name.</param>
/// <param name="Agency">The agency, or <see cref="Guid.Empty"/> for the district.</param>
/// <param name="Occurrence">The scheduled occurrence that was claimed last, UTC.</param>
/// <param name="StartedAt">When the last run began, UTC.</param>
/// <param name="FinishedAt">When it ended, UTC; null while it runs.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Attempts">Attempts at this occurrence so far.</param>
/// <param name="Failures">Failed runs since the last that succeeded.</param>
/// <param name="Problem">What failed, by codes (<see cref="JobProblem"/>); null after a success.</param>
/// <param name="AgainAt">From when on somebody may run this occurrence again, UTC: the end of the running one's lease, or
/// the retry of one that failed; null when only the next occurrence is waited for.</param>
public sealed record JobLine(
    string Job,
    Guid Agency,
    DateTimeOffset Occurrence,
    DateTimeOffset StartedAt,
    DateTimeOffset? FinishedAt,
    JobOutcome Outcome,
    int Attempts,
    int Failures,
    string? Problem,
    DateTimeOffset? AgainAt)
{
    /// <summary>The agency it runs for; null for the district.</summary>
    public Guid? AgencyId => Agency == Guid.Empty ? null : Agency;

    /// <summary>Whether <paramref name="occurrence"/>, the latest one scheduled, is there to be claimed.</summary>
    public bool IsDue(DateTimeOffset occurrence, DateTimeOffset now) => Occurrence == occurrence
        ? AgainAt <= now
        : Occurrence < occurrence && (Outcome != JobOutcome.Running || AgainAt <= now);
}

/// <summary>
/// The journal of the recurring jobs, one line a job and agency. Several hosts share it: who changes a line's row first
/// has claimed the run.
/// </summary>
public interface IJobJournal
{
    /// <summary>All lines.</summary>
    Task<IReadOnlyList<JobLine>> All();

    /// <summary>Claims a scheduled occurrence that is due (<see cref="JobLine.IsDue"/>).</summary>
    /// <returns>The run, or null when it is somebody else's.</returns>
    Task<JobRun?> Claim(string job, Guid? agencyId, DateTimeOffset occurrence);

    /// <summary>Claims a run whether one is due or not, in the place of <paramref name="occurrence"/>.</summary>
    /// <returns>The run, or null while another one is under way.</returns>
    Task<JobRun?> ClaimNow(string job, Guid? agencyId, DateTimeOffset occurrence);

    /// <summary>Extends the lease of a run that is still at work.</summary>
    /// <returns>False when somebody else took it over meanwhile.</returns>
    Task<bool> Renew(JobRun run);

    /// <summary>Records how a run went.</summary>
    /// <param name="problem">What failed, by codes; null for none.</param>
    /// <param name="againAt">When it is to be run again, UTC; null: at its next occurrence.</param>
    /// <returns>False, and nothing is recorded, when somebody else took it over meanwhile.</returns>
    Task<bool> Finish(JobRun run, JobOutcome outcome, string? problem, DateTimeOffset? againAt);
}
