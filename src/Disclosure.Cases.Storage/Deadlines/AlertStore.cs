using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Deadlines;

/// <summary>The ledger of alerts.</summary>
internal sealed class AlertStore(UnitOfWork work) : IAlerts
{
    public Task<IReadOnlyList<OwedDeadline>> Owed() => work.Query<OwedDeadline>(
        """
        SELECT d.case_id, c.agency_id, d.kind, d.due_on
        FROM deadlines d JOIN case_files c ON c.case_id = d.case_id
        WHERE d.is_owed = 1 AND c.is_open = 1
        ORDER BY d.due_on, d.case_id, d.ordinal
        """);

    public Task<IReadOnlyList<Alert>> Recorded() => work.Query<Alert>(
        """
        SELECT a.id, a.case_id, a.kind, a.due_on, a.threshold, a.state, a.raised_at
        FROM alerts a
        WHERE a.state = 'Raised' OR EXISTS (SELECT 1 FROM deadlines d WHERE d.case_id = a.case_id AND d.kind = a.kind AND d.is_owed = 1)
        ORDER BY a.raised_at, a.id
        """);

    public Task Add(Alert alert) => work.Write(() => work.Execute(
        "INSERT INTO alerts (id, case_id, kind, due_on, threshold, state, raised_at) VALUES (@Id, @CaseId, @kind, @DueOn, @Threshold, @state, @RaisedAt)",
        new { alert.Id, alert.CaseId, kind = alert.Kind.ToString(), alert.DueOn, alert.Threshold, state = alert.State.ToString(), alert.RaisedAt }));

    public Task Mark(Guid alertId, AlertState state) => work.Write(() => work.Execute(
        "UPDATE alerts SET state = @state WHERE id = @alertId", new { alertId, state = state.ToString() }));
}
