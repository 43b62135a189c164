using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Scheduling;

/// <summary>The journal of the recurring jobs.</summary>
internal sealed class JobJournalStore(UnitOfWork work) : IJobJournal
{
    private const int LongestProblem = 1000;

    private const string Line = "job = @Job AND agency = @Agency";

    public Task<IReadOnlyList<JobLine>> All(CancellationToken cancellation) => work.Query<JobLine>(
        "SELECT job, agency, started_at, finished_at, outcome, failures, problem, retry_at, succeeded_at "
            + "FROM job_journal ORDER BY job, agency", null, cancellation);

    public Task Begin(string job, Guid? agencyId, DateTimeOffset at, CancellationToken cancellation) =>
        work.Write(() => work.UpdateOrInsert(
            $"UPDATE job_journal SET started_at = @at, finished_at = NULL, outcome = 'Running', retry_at = NULL WHERE {Line}",
            "INSERT INTO job_journal (job, agency, started_at, outcome, failures) VALUES (@Job, @Agency, @at, 'Running', 0)",
            new { Job = job, Agency = agencyId ?? Guid.Empty, at }, cancellation), cancellation);

    public Task Finish(JobLine line, CancellationToken cancellation) => work.Write(() => work.Execute(
        $"""
        UPDATE job_journal
        SET finished_at = @FinishedAt, outcome = @outcome, problem = @problem, retry_at = @RetryAt,
            failures = {line.Outcome switch { JobOutcome.Succeeded => "0", JobOutcome.Failed => "failures + 1", _ => "failures" }},
            succeeded_at = {(line.Outcome == JobOutcome.Succeeded ? "@StartedAt" : "succeeded_at")}
        WHERE {Line}
        """,
        new
        {
            line.Job, line.Agency, line.StartedAt, line.FinishedAt, outcome = StoredNames.Of(line.Outcome), line.RetryAt,
            problem = line.Problem is { Length: > LongestProblem } ? line.Problem[..LongestProblem] : line.Problem,
        }, cancellation), cancellation);
}
