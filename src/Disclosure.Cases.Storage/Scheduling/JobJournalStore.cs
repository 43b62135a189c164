using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Scheduling;

/// <summary>The journal of the jobs. A run is claimed by one UPDATE of its line's row: how many rows it changed decides.</summary>
internal sealed class JobJournalStore(UnitOfWork work, TimeProvider time, IIds ids) : IJobJournal
{
    private const int LongestProblem = 1000;

    private const string Line = "job = @job AND agency = @agency";

    private sealed record Claimed(int Attempts);

    public Task<IReadOnlyList<JobLine>> All() => work.Query<JobLine>(
        "SELECT job, agency, occurrence, started_at, finished_at, outcome, attempts, failures, problem, again_at FROM job_journal ORDER BY job, agency");

    // JobLine.IsDue, as the row stands now.
    public Task<JobRun?> Claim(string job, Guid? agencyId, DateTimeOffset occurrence) => Claim(
        job, agencyId, occurrence,
        "((occurrence = @occurrence AND again_at <= @now) OR (occurrence < @occurrence AND (outcome <> 'Running' OR again_at <= @now)))");

    public Task<JobRun?> ClaimNow(string job, Guid? agencyId, DateTimeOffset occurrence) => Claim(
        job, agencyId, occurrence, "(outcome <> 'Running' OR again_at <= @now)");

    public Task<bool> Renew(JobRun run) => Change(
        $"UPDATE job_journal SET again_at = @lease WHERE {Line} AND run_id = @Id",
        new { job = run.Job, agency = Agency(run.AgencyId), run.Id, lease = time.GetUtcNow() + JobTerms.Lease });

    public Task<bool> Finish(JobRun run, JobOutcome outcome, string? problem, DateTimeOffset? againAt) => Change(
        $"""
        UPDATE job_journal
        SET finished_at = @now, outcome = @outcome, problem = @problem, again_at = @againAt,
            failures = {outcome switch { JobOutcome.Succeeded => "0", JobOutcome.Failed => "failures + 1", _ => "failures" }}
        WHERE {Line} AND run_id = @Id
        """,
        new
        {
            job = run.Job, agency = Agency(run.AgencyId), run.Id, now = time.GetUtcNow(), outcome = outcome.ToString(), againAt,
            problem = problem is { Length: > LongestProblem } ? problem[..LongestProblem] : problem,
        });

    private Task<bool> Change(string sql, object arguments) => work.Write(async () => await work.Execute(sql, arguments) > 0);

    private static Guid Agency(Guid? agencyId) => agencyId ?? Guid.Empty;

    private Task<JobRun?> Claim(string job, Guid? agencyId, DateTimeOffset occurrence, string condition) => work.Write(async () =>
    {
        var now = time.GetUtcNow();
        var claim = new { job, agency = Agency(agencyId), occurrence, run = ids.Next(), now, lease = now + JobTerms.Lease, never = DateTimeOffset.MinValue };
        await work.UpdateOrInsert(
            $"UPDATE job_journal SET failures = failures WHERE {Line}",
            """
            INSERT INTO job_journal (job, agency, occurrence, run_id, started_at, outcome, attempts, failures)
            VALUES (@job, @agency, @never, @run, @now, 'Interrupted', 0, 0)
            """,
            claim);
        var isOurs = await work.Execute(
            $"""
            UPDATE job_journal
            SET attempts = CASE WHEN occurrence = @occurrence THEN attempts + 1 ELSE 1 END,
                occurrence = @occurrence, run_id = @run, started_at = @now, finished_at = NULL, outcome = 'Running', again_at = @lease
            WHERE {Line} AND {condition}
            """,
            claim) > 0;
        return isOurs
            ? new JobRun(claim.run, job, agencyId, (await work.Single<Claimed>($"SELECT attempts FROM job_journal WHERE {Line}", claim))!.Attempts)
            : null;
    });
}
