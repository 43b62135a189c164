using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>What the pages read. The queue and the rates have files of their own.</summary>
internal sealed partial class CaseQueries(
    UnitOfWork work, CaseTextStore texts, PersonalData personal, IAgencies agencies, CalendarsInForce calendars, TimeProvider time)
    : ICaseQueries
{
    private sealed record MaskedApplicant(Guid CaseId, ApplicantKind Kind, string Name);

    private sealed record Event(
        Guid CaseId, int Seq, string Type, string Data, DateTimeOffset OccurredAt, Guid ActorId, string? ActorName);

    public async Task<IReadOnlyList<HistoryRow>> History(Guid caseId, CancellationToken cancellation) =>
        [.. (await Histories([caseId], cancellation))[caseId]];

    public async Task<IReadOnlyList<NumberRow>> NumberLedger(
        Guid agencyId, int year, SeriesKind series, CancellationToken cancellation)
    {
        var rows = await work.Query<NumberRow>(
            """
            SELECT n.id, n.ordinal, n.number, n.case_id, n.taken_at, COALESCE(t.name, a.name, '') AS taken_by, n.voided_at, COALESCE(v.name, b.name) AS voided_by, n.void_reason,
                COALESCE(c.register_number, '') AS register_number, d.template, COALESCE(d.sections, 0) AS sections
            FROM number_ledger n LEFT JOIN case_files c ON c.case_id = n.case_id LEFT JOIN documents d ON d.case_id = n.case_id AND d.number = n.number LEFT JOIN users t ON t.id = n.taken_by LEFT JOIN api_clients a ON a.id = n.taken_by LEFT JOIN users v ON v.id = n.voided_by LEFT JOIN api_clients b ON b.id = n.voided_by
            WHERE n.agency_id = @agencyId AND n.year = @year AND n.series = @series
            ORDER BY n.ordinal DESC
            """,
            new { agencyId, year, series = StoredNames.Of(series) }, cancellation);
        var caseIds = rows.Select(row => row.CaseId).Distinct().ToList();
        var requested = await Requested(caseIds, cancellation);
        var applicants = new List<MaskedApplicant>();
        foreach (var some in caseIds.Chunk(RowMapping.MostInList))
        {
            applicants.AddRange(await work.Query<MaskedApplicant>(
                "SELECT case_id, kind, name FROM applicants WHERE case_id IN @some ORDER BY case_id, ordinal",
                new { some = RowMapping.List(some) }, cancellation));
        }

        var names = applicants.ToLookup(applicant => applicant.CaseId, applicant => MaskedName.Of(applicant.Kind, applicant.Name));
        return [.. rows.Select(row => row with
        {
            Applicant = string.Join('、', names[row.CaseId]), Requested = requested.GetValueOrDefault(row.CaseId, ""),
        })];
    }

    public Task<int?> OpeningNumber(Guid agencyId, int year, SeriesKind series, CancellationToken cancellation) => work.Single<int?>(
        "SELECT first_ordinal FROM number_series WHERE agency_id = @agencyId AND year = @year AND series = @series",
        new { agencyId, year, series = StoredNames.Of(series) }, cancellation);

    // What happened in each of several cases, in order.
    private async Task<ILookup<Guid, HistoryRow>> Histories(IEnumerable<Guid> caseIds, CancellationToken cancellation)
    {
        var events = new List<Event>();
        foreach (var some in caseIds.Distinct().Chunk(RowMapping.MostInList))
        {
            events.AddRange(await work.Query<Event>(
                """
                SELECT e.case_id, e.seq, e.type, e.data, e.occurred_at, e.actor_id, COALESCE(u.name, a.name) AS actor_name
                FROM case_events e LEFT JOIN users u ON u.id = e.actor_id LEFT JOIN api_clients a ON a.id = e.actor_id
                WHERE e.case_id IN @some ORDER BY e.case_id, e.seq
                """,
                new { some = RowMapping.List(some) }, cancellation));
        }

        return events.ToLookup(stored => stored.CaseId, stored => new HistoryRow(
            stored.Seq,
            CaseEventJson.Read(stored.Type, stored.Data),
            stored.OccurredAt,
            stored.ActorName ?? (stored.ActorId == Actor.Application.Id ? Actor.Application.Name : "")));
    }

    private async Task<Dictionary<Guid, string>> AgencyNames(CancellationToken cancellation) =>
        (await agencies.AllOn(time.Today(), cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);

    // What was asked for, the items of a case in one line.
    private async Task<Dictionary<Guid, string>> Requested(IEnumerable<Guid> caseIds, CancellationToken cancellation) =>
        (await texts.ItemsOf(caseIds, cancellation)).ToDictionary(
            items => items.Key, items => items.All(string.IsNullOrEmpty) ? CaseFile.ErasedWords : string.Join('；', items));
}
