using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Deadlines;

/// <summary>The ledger of alerts.</summary>
internal sealed class AlertStore(UnitOfWork work) : IAlerts
{
    private const string Columns = "a.id, a.case_id, a.kind, a.reference, a.due_on, a.threshold, a.state, a.told, a.raised_at";

    public async Task<IReadOnlyList<Alert>> Recorded(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation)
    {
        var recorded = new List<Alert>();
        foreach (var some in caseIds.Chunk(CaseFileStore.Some))
        {
            recorded.AddRange(await work.Query<Alert>(
                $"SELECT {Columns} FROM alerts a WHERE a.case_id IN @some ORDER BY a.raised_at, a.id",
                new { some = RowMapping.List(some) }, cancellation));
        }

        return recorded;
    }

    public Task<Alert?> Find(Guid alertId, CancellationToken cancellation) =>
        work.Single<Alert>($"SELECT {Columns} FROM alerts a WHERE a.id = @alertId", new { alertId }, cancellation);

    public Task Add(Alert alert, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Alerts, alert.Id);
        return work.Execute(
            """
            INSERT INTO alerts (id, case_id, kind, reference, due_on, threshold, state, told, raised_at)
            VALUES (@Id, @CaseId, @kind, @Reference, @DueOn, @Threshold, @state, @told, @RaisedAt)
            """,
            new
            {
                alert.Id, alert.CaseId, kind = StoredNames.Of(alert.Kind), alert.Reference, alert.DueOn, alert.Threshold,
                state = StoredNames.Of(alert.State), told = (int)alert.Told, alert.RaisedAt,
            }, cancellation);
    }, cancellation);

    public Task Mark(Guid alertId, AlertState state, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Alerts, alertId);
        return work.Execute(
            "UPDATE alerts SET state = @state WHERE id = @alertId",
            new { alertId, state = StoredNames.Of(state) },
            cancellation);
    }, cancellation);
}
