using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>What the pages read. The queue and the rates have files of their own.</summary>
internal sealed partial class CaseQueries(UnitOfWork work, IAgencies agencies, TimeProvider time) : ICaseQueries
{
    // SQL Server takes 2100 parameters at most.
    private const int MostIdsAtOnce = 500;

    private sealed record Event(int Seq, string Type, string Data, DateTimeOffset OccurredAt, Guid ActorId, string? ActorName);

    private sealed record RequestedText(Guid CaseId, string Body);

    private sealed record WaitingCase(Guid CaseId, string RegisterNumber);

    public async Task<IReadOnlyList<HistoryRow>> History(Guid caseId, CancellationToken cancellation)
    {
        var events = await work.Query<Event>(
            """
            SELECT e.seq, e.type, e.data, e.occurred_at, e.actor_id, COALESCE(u.name, a.name) AS actor_name
            FROM case_events e LEFT JOIN users u ON u.id = e.actor_id LEFT JOIN api_clients a ON a.id = e.actor_id
            WHERE e.case_id = @caseId ORDER BY e.seq
            """,
            new { caseId }, cancellation);
        return [.. events.Select(stored => new HistoryRow(
            stored.Seq,
            CaseEventJson.Read(stored.Type, stored.Data),
            stored.OccurredAt,
            stored.ActorName ?? (stored.ActorId == Actor.Application.Id ? Actor.Application.Name : "")))];
    }

    public async Task<IReadOnlyList<DateCorrectionRow>> DateCorrectionsToDecide(Guid agencyId, CancellationToken cancellation)
    {
        var cases = await work.Query<WaitingCase>(
            "SELECT case_id, register_number FROM case_files WHERE agency_id = @agencyId AND awaits_decision = 1 ORDER BY register_number",
            new { agencyId }, cancellation);
        var requested = await Requested([.. cases.Select(waiting => waiting.CaseId)], cancellation);
        var rows = new List<DateCorrectionRow>();
        foreach (var waiting in cases)
        {
            var history = await History(waiting.CaseId, cancellation);
            var proposers = history.Where(row => row.Event is DateCorrectionProposed)
                .ToDictionary(row => ((DateCorrectionProposed)row.Event).CorrectionId, row => row.ActorName);
            rows.AddRange(CaseFile.Fold(waiting.CaseId, history.Select(row => row.Event))
                .ProposedDateCorrections.Select(proposal => new DateCorrectionRow(
                    waiting.CaseId, waiting.RegisterNumber, requested.GetValueOrDefault(waiting.CaseId, ""),
                    proposal.Field, proposal.From, proposal.To, proposers[proposal.CorrectionId])));
        }

        return rows;
    }

    public Task<IReadOnlyList<NumberRow>> NumberLedger(Guid agencyId, int year, SeriesKind series, CancellationToken cancellation) =>
        work.Query<NumberRow>(
            """
            SELECT n.id, n.ordinal, n.number, n.case_id, n.taken_at, COALESCE(t.name, a.name, '') AS taken_by, n.voided_at, COALESCE(v.name, b.name) AS voided_by, n.void_reason
            FROM number_ledger n LEFT JOIN users t ON t.id = n.taken_by LEFT JOIN api_clients a ON a.id = n.taken_by LEFT JOIN users v ON v.id = n.voided_by LEFT JOIN api_clients b ON b.id = n.voided_by
            WHERE n.agency_id = @agencyId AND n.year = @year AND n.series = @series
            ORDER BY n.ordinal DESC
            """,
            new { agencyId, year, series = StoredNames.Of(series) }, cancellation);

    private async Task<Dictionary<Guid, string>> AgencyNames(CancellationToken cancellation) =>
        (await agencies.AllOn(time.Today(), cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);

    // What was asked for, the items of a case in one line.
    private async Task<Dictionary<Guid, string>> Requested(IEnumerable<Guid> caseIds, CancellationToken cancellation)
    {
        var texts = new List<RequestedText>();
        foreach (var some in caseIds.Distinct().Chunk(MostIdsAtOnce))
        {
            texts.AddRange(await work.Query<RequestedText>(
                """
                SELECT i.case_id, t.body FROM case_items i JOIN case_texts t ON t.id = i.text_id
                WHERE i.case_id IN @some ORDER BY i.case_id, i.ordinal
                """,
                new { some = RowMapping.List(some) }, cancellation));
        }

        return texts.GroupBy(text => text.CaseId)
            .ToDictionary(items => items.Key, items => string.Join('；', items.Select(item => item.Body)));
    }
}
