using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>Counts in one query each, whatever they are for.</summary>
internal sealed class QueueCounts(UnitOfWork work, PersonalData personal) : IQueueCounts
{
    private const int Late = 1;
    private const int Soon = 2;
    private const int ThisWeek = 4;
    private const int Standing = 8;

    private sealed record Counted(CaseStage Stage, Guid OfficerId, string OfficerName, int Kind, int Cases);

    public async Task<IReadOnlyList<QueueTally>> Open(Guid? agencyId, string? search, QueueDays days, CancellationToken cancellation)
    {
        var condition = new QueueCondition(new QueueFilter(agencyId, Search: search), work.Dialect, await personal.Sought(cancellation));
        condition.Arguments.AddDynamicParams(new { days.Today, days.Soon, days.EndOfWeek, Nobody = Guid.Empty });

        // Grouping takes most of the time: by one short number instead of four, and by officers only where there are few.
        var counts = await work.Query<Counted>(
            $"""
            SELECT t.stage, t.officer_id, COALESCE(o.name, '') AS officer_name, t.kind, t.cases
            FROM (
                SELECT k.stage, k.officer_id, k.kind, COUNT(*) AS cases
                FROM (
                    SELECT c.stage, {(agencyId is null ? "@Nobody" : "c.officer_id")} AS officer_id,
                           CASE WHEN c.sort_due < @Today THEN {Late} ELSE 0 END
                         + CASE WHEN c.sort_due <= @Soon THEN {Soon} ELSE 0 END
                         + CASE WHEN c.sort_due >= @Today AND c.sort_due <= @EndOfWeek THEN {ThisWeek} ELSE 0 END
                         + CASE WHEN c.clock_stands = 1 OR c.is_consulting = 1 THEN {Standing} ELSE 0 END AS kind
                    FROM case_files c WHERE {condition.Sql}) k
                GROUP BY k.stage, k.officer_id, k.kind) t
            LEFT JOIN users o ON o.id = t.officer_id
            ORDER BY o.sign_in_key, t.officer_id, t.stage, t.kind
            """,
            condition.Arguments, cancellation);
        return [.. counts.Select(row => new QueueTally(
            row.Stage, row.OfficerId, row.OfficerName, (row.Kind & Late) != 0, (row.Kind & Soon) != 0,
            (row.Kind & ThisWeek) != 0, (row.Kind & Standing) != 0, row.Cases))];
    }

    public Task<int> WithOpenInquiry(Guid? agencyId, Guid? officerId, CancellationToken cancellation) => work.Single<int>(
        $"""
        SELECT COUNT(DISTINCT i.case_id) FROM inquiries i JOIN case_files c ON c.case_id = i.case_id
        WHERE i.answered_on IS NULL{(agencyId is null ? "" : " AND c.agency_id = @agencyId")}{(officerId is null ? "" : " AND c.officer_id = @officerId")}
        """,
        new { agencyId, officerId }, cancellation);

    public async Task<int> AwaitingService(QueueFilter filter, CancellationToken cancellation)
    {
        var condition = new QueueCondition(filter, work.Dialect, await personal.Sought(cancellation), isSmall: true);
        return await work.Single<int>(
            $"SELECT COUNT(*) FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE {CaseQueries.Unserved} AND {condition.Sql}",
            condition.Arguments, cancellation);
    }

    public async Task<WaitingCounts> WaitingFor(Actor reader, DateOnly urgentUntil, CancellationToken cancellation) =>
        (await work.Single<WaitingCounts>(
            $"""
            SELECT (SELECT COUNT(*) FROM case_files c WHERE c.agency_id = @AgencyId AND c.is_open = 1 AND c.sort_due <= @urgentUntil) AS urgent,
                   (SELECT COUNT(*) FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE {CaseQueries.AwaitsApproval} AND c.agency_id = @AgencyId) AS approvals,
                   (SELECT COUNT(*) FROM alerts a JOIN case_files c ON c.case_id = a.case_id WHERE {CaseQueries.HoldsForReader})
                 + (SELECT COUNT(*) FROM deadline_notices n JOIN case_files c ON c.case_id = n.case_id WHERE {CaseQueries.IsUnseenByReader}) AS alerts
            """,
            new
            {
                reader.Id,
                reader.AgencyId,
                urgentUntil,
                reviewer = (int)(reader.Roles & Role.Reviewer),
                manager = (int)(reader.Roles & Role.Manager),
            }, cancellation))!;
}
