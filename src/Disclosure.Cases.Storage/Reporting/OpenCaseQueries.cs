using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Reporting;

/// <summary>The open cases with what a manager's figures need, and no more: no applicant, no text.</summary>
internal sealed class OpenCaseQueries(UnitOfWork work, IAgencies agencies, TimeProvider time) : IOpenCases
{
    // Watched while 补不补 is open and none was served (art. 30); in a reopened case, which has a reply, no longer.
    private const string NoticeDueOn = """
        (SELECT MIN(d.due_on) FROM deadlines d
         WHERE d.case_id = c.case_id AND d.kind = 'CorrectionNotice' AND d.met_on IS NULL AND c.stage = 'Completeness'
           AND NOT EXISTS (SELECT 1 FROM replies r WHERE r.case_id = c.case_id))
        """;

    private const string HasOpenInquiry =
        "CASE WHEN EXISTS (SELECT 1 FROM inquiries i WHERE i.case_id = c.case_id AND i.answered_on IS NULL) THEN 1 ELSE 0 END";

    private sealed record Row(
        Guid CaseId, Guid AgencyId, string RegisterNumber, Guid OfficerId, string OfficerName,
        CaseStage Stage, DateOnly ArrivedOn, DateOnly? ReceivedOn, DateOnly? ReplyDueOn,
        DateOnly? NoticeDueOn, bool ClockStands, bool IsConsulting, bool AwaitsApproval, bool AwaitsService, bool HasOpenInquiry);

    public async Task<IReadOnlyList<OpenCase>> Of(Guid? agencyId, CancellationToken cancellation)
    {
        var rows = await work.Query<Row>(
            $"""
            SELECT c.case_id, c.agency_id, c.register_number, c.officer_id, COALESCE(o.name, '') AS officer_name, c.stage, c.arrived_on, c.received_on, c.reply_due_on,
                   {NoticeDueOn} AS notice_due_on, c.clock_stands, c.is_consulting, c.awaits_approval, c.awaits_service, {HasOpenInquiry} AS has_open_inquiry
            FROM case_files c LEFT JOIN users o ON o.id = c.officer_id
            WHERE c.is_open = 1{(agencyId is null ? "" : " AND c.agency_id = @agencyId")}
            ORDER BY c.sort_due, c.sort_received, c.case_id
            """,
            new { agencyId }, cancellation);
        var names = (await agencies.AllOn(time.Today(), cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);
        return [.. rows.Select(row => new OpenCase(
            row.CaseId, row.AgencyId, names.GetValueOrDefault(row.AgencyId, ""), row.RegisterNumber,
            row.OfficerId, row.OfficerName, row.Stage, row.ArrivedOn, row.ReceivedOn,
            row.ReplyDueOn, row.NoticeDueOn, row.ClockStands, row.IsConsulting,
            row.AwaitsApproval, row.AwaitsService, row.HasOpenInquiry))];
    }
}
