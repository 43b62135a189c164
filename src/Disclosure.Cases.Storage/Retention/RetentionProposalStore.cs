using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Retention;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Retention;

/// <summary>What may be emptied.</summary>
internal sealed class RetentionProposalStore(UnitOfWork work) : IRetentionProposals
{
    private const string Rows =
        """
        SELECT p.id, p.case_id, p.scope, p.closed_at, p.years, p.proposed_at, p.requested_by, p.requested_at, p.erased_by, p.erased_at,
            c.register_number, c.agency_id, c.stage, c.report_row
        FROM retention_proposals p JOIN case_files c ON c.case_id = p.case_id
        """;

    private sealed record Stored(
        Guid Id, Guid CaseId, RetentionScope Scope, DateTimeOffset ClosedAt, int Years, DateTimeOffset ProposedAt, Guid? RequestedBy,
        DateTimeOffset? RequestedAt, Guid? ErasedBy, DateTimeOffset? ErasedAt, string RegisterNumber, Guid AgencyId, CaseStage Stage,
        string? ReportRow)
    {
        public RetentionRow ToRow() => new(
            new RetentionProposal(
                Id, CaseId, Scope, ClosedAt, Years, ProposedAt, RequestedBy, RequestedAt, ErasedBy, ErasedAt),
            RegisterNumber, AgencyId, Stage, ReportRow);
    }

    private sealed record Condition(RetentionFilter Filter)
    {
        public string Sql => $"{OfState}{OfAgency}";

        public string Order => Filter.State == RetentionState.Erased ? "p.erased_at DESC, p.id DESC" : "p.closed_at, p.id";

        private string OfState => Filter.State switch
        {
            RetentionState.Proposed => "p.erased_at IS NULL AND p.requested_at IS NULL",
            RetentionState.Requested => "p.erased_at IS NULL AND p.requested_at IS NOT NULL",
            RetentionState.Erased => "p.erased_at IS NOT NULL",
        };

        private string OfAgency => Filter.AgencyId is null ? "" : " AND c.agency_id = @AgencyId";
    }

    public Task<IReadOnlyList<ClosedCase>> Unproposed(
        RetentionScope scope, DateTimeOffset closedBefore, Guid after, int most, CancellationToken cancellation) =>
        work.Query<ClosedCase>(
            $"""
            SELECT x.case_id, x.stage, x.report_row AS "row", x.closed_at FROM (
                SELECT c.case_id, c.stage, c.report_row,
                    (SELECT MAX(e.occurred_at) FROM case_events e
                    WHERE e.case_id = c.case_id AND e.type IN (@archived, @voided)) AS closed_at
                FROM case_files c
                WHERE c.stage IN ('Archived', 'Voided') AND c.arrived_on <= @arrivedBy AND c.case_id > @after) x
            WHERE x.closed_at < @closedBefore AND NOT EXISTS (
                SELECT 1 FROM retention_proposals p
                WHERE p.case_id = x.case_id AND p.scope IN (@scope, 'File') AND p.closed_at = x.closed_at)
            ORDER BY x.case_id {work.Dialect.Page}
            """,
            new
            {
                archived = CaseEventJson.TypeOf<CaseArchived>(), voided = CaseEventJson.TypeOf<RegistrationVoided>(),
                scope = StoredNames.Of(scope), closedBefore, arrivedBy = ChinaTime.DayOf(closedBefore), after, skip = 0, take = most,
            }, cancellation);

    public Task Add(RetentionProposal proposal, CancellationToken cancellation) => work.Write(
        () =>
        {
            work.Changed(SealedTable.RetentionProposals, proposal.Id);
            return work.Execute(
                """
                INSERT INTO retention_proposals (id, case_id, scope, closed_at, years, proposed_at)
                VALUES (@Id, @CaseId, @scope, @ClosedAt, @Years, @ProposedAt)
                """,
                new
                {
                    proposal.Id, proposal.CaseId, scope = StoredNames.Of(proposal.Scope), proposal.ClosedAt, proposal.Years,
                    proposal.ProposedAt,
                }, cancellation);
        }, cancellation);

    public Task<bool> Change(RetentionProposal before, RetentionProposal after, CancellationToken cancellation) => work.Write(
        async () =>
        {
            work.Changed(SealedTable.RetentionProposals, before.Id);
            return await work.Execute(
                $"""
                UPDATE retention_proposals
                SET requested_by = @RequestedBy, requested_at = @RequestedAt, erased_by = @ErasedBy, erased_at = @ErasedAt
                WHERE id = @Id AND erased_at IS NULL
                    AND {(before.RequestedAt is null ? "requested_at IS NULL" : "requested_at = @asked")}
                """,
                new { after.RequestedBy, after.RequestedAt, after.ErasedBy, after.ErasedAt, before.Id, asked = before.RequestedAt },
                cancellation) > 0;
        }, cancellation);

    public Task Delete(Guid id, CancellationToken cancellation) => work.Write(
        () =>
        {
            work.Changed(SealedTable.RetentionProposals, id);
            return work.Execute("DELETE FROM retention_proposals WHERE id = @id AND erased_at IS NULL", new { id }, cancellation);
        }, cancellation);

    public async Task<RetentionRow?> Find(Guid id, CancellationToken cancellation) =>
        (await work.Single<Stored>($"{Rows} WHERE p.id = @id", new { id }, cancellation))?.ToRow();

    public async Task<IReadOnlyList<RetentionRow>> Find(RetentionFilter filter, int skip, int take, CancellationToken cancellation) =>
    [
        .. (await work.Query<Stored>(
            $"{Rows} WHERE {new Condition(filter).Sql} ORDER BY {new Condition(filter).Order} {work.Dialect.Page}",
            new { filter.AgencyId, skip, take }, cancellation)).Select(stored => stored.ToRow()),
    ];

    public async Task<int> Count(RetentionFilter filter, CancellationToken cancellation) => await work.Single<int>(
        "SELECT COUNT(*) FROM retention_proposals p JOIN case_files c ON c.case_id = p.case_id "
            + $"WHERE {new Condition(filter).Sql}",
        new { filter.AgencyId }, cancellation);
}
