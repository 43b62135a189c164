using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Deadlines;

/// <summary>The ledger of alerts.</summary>
internal sealed class AlertStore(UnitOfWork work) : IAlerts
{
    private const string Columns = "a.id, a.case_id, a.kind, a.reference, a.due_on, a.threshold, a.state, a.told, a.raised_at";

    private sealed record CaseVersion(Guid CaseId, int Version);

    public async Task<IReadOnlyDictionary<Guid, int>> Begin(Guid agencyId, DateTimeOffset at)
    {
        await work.UpdateOrInsert(
            "UPDATE sweeps SET swept_at = @at WHERE agency_id = @agencyId",
            "INSERT INTO sweeps (agency_id, swept_at) VALUES (@agencyId, @at)",
            new { agencyId, at });
        return (await work.Query<CaseVersion>($"SELECT c.case_id, c.version FROM case_files c WHERE c.agency_id = @agencyId AND {CaseFileStore.AreWatched}", new { agencyId }))
            .ToDictionary(row => row.CaseId, row => row.Version);
    }

    public Task<IReadOnlyList<Alert>> Recorded(Guid agencyId) => work.Query<Alert>(
        $"""
        SELECT {Columns}
        FROM alerts a JOIN case_files c ON c.case_id = a.case_id
        WHERE c.agency_id = @agencyId AND ({CaseFileStore.AreWatched} OR a.state = 'Raised')
        ORDER BY a.raised_at, a.id
        """,
        new { agencyId });

    public Task<Alert?> Find(Guid alertId) => work.Single<Alert>($"SELECT {Columns} FROM alerts a WHERE a.id = @alertId", new { alertId });

    public Task Add(Alert alert) => work.Write(() => work.Execute(
        """
        INSERT INTO alerts (id, case_id, kind, reference, due_on, threshold, state, told, raised_at)
        VALUES (@Id, @CaseId, @kind, @Reference, @DueOn, @Threshold, @state, @told, @RaisedAt)
        """,
        new { alert.Id, alert.CaseId, kind = alert.Kind.ToString(), alert.Reference, alert.DueOn, alert.Threshold, state = alert.State.ToString(), told = (int)alert.Told, alert.RaisedAt }));

    public Task Mark(Guid alertId, AlertState state) => work.Write(() => work.Execute(
        "UPDATE alerts SET state = @state WHERE id = @alertId", new { alertId, state = state.ToString() }));
}
