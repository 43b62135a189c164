using Disclosure.Cases.Messaging;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>Counts in one query each, whatever they are for.</summary>
internal sealed class QueueCounts(UnitOfWork work) : IQueueCounts
{
    public Task<IReadOnlyList<QueueTally>> Open(Guid? agencyId, string? search, QueueDays days)
    {
        var condition = new QueueCondition(new QueueFilter(agencyId, Search: search), work.Dialect);
        condition.Arguments.AddDynamicParams(new { days.Today, days.Soon, days.EndOfWeek });
        return work.Query<QueueTally>(
            $"""
            SELECT t.stage, t.officer_id, COALESCE(o.name, '') AS officer_name, t.is_late, t.is_soon, t.is_this_week, t.is_standing, t.cases
            FROM (
                SELECT k.stage, k.officer_id, k.is_late, k.is_soon, k.is_this_week, k.is_standing, COUNT(*) AS cases
                FROM (
                    SELECT c.stage, c.officer_id,
                           CASE WHEN c.sort_due < @Today THEN 1 ELSE 0 END AS is_late,
                           CASE WHEN c.sort_due <= @Soon THEN 1 ELSE 0 END AS is_soon,
                           CASE WHEN c.sort_due >= @Today AND c.sort_due <= @EndOfWeek THEN 1 ELSE 0 END AS is_this_week,
                           CASE WHEN c.clock_stands = 1 OR c.is_consulting = 1 THEN 1 ELSE 0 END AS is_standing
                    FROM case_files c WHERE {condition.Sql}) k
                GROUP BY k.stage, k.officer_id, k.is_late, k.is_soon, k.is_this_week, k.is_standing) t
            LEFT JOIN users o ON o.id = t.officer_id
            ORDER BY o.sign_in_key, t.officer_id, t.stage
            """,
            condition.Arguments);
    }

    public Task<int> WithOpenInquiry(Guid? agencyId, Guid? officerId)
    {
        var condition = new QueueCondition(new QueueFilter(agencyId, officerId, Enum.GetValues<ReplyProcess.CaseStage>(), HasOpenInquiry: true), work.Dialect);
        return work.Single<int>($"SELECT COUNT(*) FROM case_files c WHERE {condition.Sql}", condition.Arguments);
    }

    public async Task<WaitingCounts> WaitingFor(Actor reader, DateOnly urgentUntil) => (await work.Single<WaitingCounts>(
        $"""
        SELECT (SELECT COUNT(*) FROM case_files c WHERE c.agency_id = @AgencyId AND c.is_open = 1 AND c.sort_due <= @urgentUntil) AS urgent,
               (SELECT COUNT(*) FROM documents d JOIN case_files c ON c.case_id = d.case_id WHERE {CaseQueries.AwaitsApproval} AND c.agency_id = @AgencyId) AS approvals,
               (SELECT COUNT(*) FROM alerts a JOIN case_files c ON c.case_id = a.case_id WHERE {CaseQueries.HoldsForReader})
             + (SELECT COUNT(*) FROM deadline_notices n JOIN case_files c ON c.case_id = n.case_id WHERE {CaseQueries.IsUnseenByReader}) AS alerts
        """,
        new { reader.Id, reader.AgencyId, urgentUntil, reviewer = (int)(reader.Roles & Role.Reviewer), manager = (int)(reader.Roles & Role.Manager) }))!;
}
