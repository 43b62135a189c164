using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Deadlines;

/// <summary>When which case has to be looked at again.</summary>
internal sealed class SweepStore(UnitOfWork work) : ISweeps
{
    // A case that has to be looked at in any case, and the column of queues in which no due date comes last.
    private static readonly DateOnly AtOnce = DateOnly.MinValue;
    private static readonly DateOnly Never = DateOnly.MaxValue;

    private sealed record Row(string Fingerprint, Guid? CaseId);

    public async Task<SweepWork> WorkOf(Guid agencyId, DateOnly today, CancellationToken cancellation)
    {
        var rows = await work.Query<Row>(
            """
            SELECT s.fingerprint, t.case_id
            FROM sweeps s LEFT JOIN alert_times t ON t.agency_id = s.agency_id AND t.next_on <= @today
            WHERE s.agency_id = @agencyId
            ORDER BY t.case_id
            """,
            new { agencyId, today }, cancellation);
        return new SweepWork(rows.Count == 0 ? null : rows[0].Fingerprint, [.. rows.Select(row => row.CaseId).OfType<Guid>()]);
    }

    public Task<IReadOnlyList<Guid>> Watched(Guid agencyId, CancellationToken cancellation) => work.Query<Guid>(
        $"""
        SELECT c.case_id
        FROM case_files c
        WHERE c.agency_id = @agencyId
          AND ({CaseFileStore.AreWatched} OR EXISTS (SELECT 1 FROM alerts a WHERE a.case_id = c.case_id AND a.state = 'Raised'))
        ORDER BY c.case_id
        """,
        new { agencyId }, cancellation);

    public Task Begin(Guid agencyId, string fingerprint, CancellationToken cancellation) => work.UpdateOrInsert(
        "UPDATE sweeps SET fingerprint = @fingerprint WHERE agency_id = @agencyId",
        "INSERT INTO sweeps (agency_id, fingerprint) VALUES (@agencyId, @fingerprint)",
        new { agencyId, fingerprint }, cancellation);

    public async Task<bool> LookAgain(Guid caseId, int version, DateOnly? nextOn, CancellationToken cancellation) => await work.Execute(
        "UPDATE alert_times SET next_on = @nextOn WHERE case_id = @caseId AND version = @version",
        new { caseId, version, nextOn },
        cancellation) > 0;

    /// <summary>
    /// Marks a case to be looked at by the next sweep, in the transaction under way. Called before the columns of the case
    /// are written, as a sweep locks this row before it records an alert of the case: in another order the two might deadlock.
    /// </summary>
    /// <returns>Whether the case has a row yet; else see <see cref="Add"/>.</returns>
    public async Task<bool> Mark(CaseFile file, CancellationToken cancellation) => await work.Execute(
        "UPDATE alert_times SET version = @Version, next_on = @AtOnce WHERE case_id = @Id",
        new { file.Id, file.Version, AtOnce },
        cancellation) > 0;

    /// <summary>The same for a case that was just registered.</summary>
    public Task Add(CaseFile file, CancellationToken cancellation) => work.Execute(
        "INSERT INTO alert_times (case_id, agency_id, version, next_on) VALUES (@Id, @AgencyId, @Version, @AtOnce)",
        new { file.Id, file.AgencyId, file.Version, AtOnce }, cancellation);

    public async Task<IReadOnlyList<OpenOnDueDate>> OpenByDueDate(Guid agencyId, CancellationToken cancellation)
    {
        var open = await work.Query<OpenOnDueDate>(
            """
            SELECT c.sort_due AS reply_due_on, COUNT(*) AS cases
            FROM case_files c
            WHERE c.agency_id = @agencyId AND c.is_open = 1
            GROUP BY c.sort_due
            """,
            new { agencyId }, cancellation);
        return [.. open.Select(row => row.ReplyDueOn == Never ? row with { ReplyDueOn = null } : row)];
    }
}
