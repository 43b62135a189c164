using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Reporting;

// Lists of cases, approvals and alerts.
internal sealed partial class CaseQueries
{
    // While something is waited for, that date; what the agency itself owes is in the columns.
    private const string NextLimit = """
        (SELECT MIN(d.due_on) FROM deadlines d
         WHERE d.case_id = c.case_id AND d.met_on IS NULL AND d.kind NOT IN ('Reply', 'CorrectionNotice') AND c.is_open = 1)
        """;

    private const string AgencyName = """
        COALESCE((SELECT a.name FROM agencies a WHERE a.agency_id = c.agency_id
            AND a.valid_from = (SELECT MAX(b.valid_from) FROM agencies b WHERE b.agency_id = c.agency_id AND b.valid_from <= @today)), '')
        """;

    private const string FirstApplicant = "COALESCE((SELECT a.name FROM applicants a WHERE a.case_id = c.case_id AND a.ordinal = 1), '')";

    /// <summary>
    /// The condition of <see cref="AwaitingApproval"/> but for the agency, for <c>documents d</c> of <c>case_files c</c>.
    /// </summary>
    public const string AwaitsApproval = "d.status = 'Submitted' AND c.stage <> 'Voided'";

    /// <summary>The condition of <see cref="Inbox"/>, for <c>alerts a</c> of <c>case_files c</c>.</summary>
    public const string HoldsForReader = """
        a.state = 'Raised' AND ((c.officer_id = @Id AND a.told <> 0) OR (a.kind = 'DisclosureReview' AND a.reference = @Id)
            OR ((a.told & @reviewer) <> 0 AND c.agency_id = @AgencyId) OR (a.told & @manager) <> 0)
        """;

    private sealed record Queued(
        Guid CaseId, Guid AgencyId, string AgencyName, string RegisterNumber, CaseStage Stage,
        string ApplicantName, string OfficerName, DateOnly ArrivedOn, DateOnly? ReceivedOn,
        DateOnly? ReplyDueOn, bool ClockStands, bool IsConsulting, bool AwaitsApproval,
        bool AwaitsService, DateOnly? NextLimit, DateOnly? InquiryRespondBy, int Total);

    private sealed record Waiting(
        Guid CaseId, Guid DocumentId, string RegisterNumber, string Template, string? Variant,
        int Sections, string ApplicantName, string DrafterName, DateOnly? ReplyDueOn);

    private sealed record Held(
        Guid AlertId, Guid CaseId, Guid AgencyId, string RegisterNumber, string OfficerName,
        DueKind Kind, DateOnly DueOn, int Threshold, DateTimeOffset RaisedAt);

    public async Task<QueuePage> Queue(QueueFilter filter, CancellationToken cancellation)
    {
        var size = Math.Clamp(filter.PageSize, 1, 200);
        var condition = new QueueCondition(filter, work.Dialect, await personal.Sought(cancellation));
        var (where, arguments) = (condition.Sql, condition.Arguments);
        arguments.Add("today", time.Today());
        // The page first, from the index alone; then what its few rows show. What was scanned is not scanned again to be counted.
        var rows = await work.Query<Queued>(
            $"""
            SELECT c.case_id, c.agency_id, {AgencyName} AS agency_name, c.register_number, c.stage, {FirstApplicant} AS applicant_name, COALESCE(o.name, '') AS officer_name,
                   c.arrived_on, c.received_on, c.reply_due_on, c.clock_stands, c.is_consulting, c.awaits_approval, c.awaits_service, {NextLimit} AS next_limit,
                   {InquiryRespondBy} AS inquiry_respond_by, p.total
            FROM (
                SELECT c.case_id, {(condition.IsScan ? "COUNT(*) OVER ()" : "0")} AS total FROM case_files c WHERE {where}
                ORDER BY c.sort_due, c.sort_received, c.case_id {work.Dialect.Page}) p
            JOIN case_files c ON c.case_id = p.case_id LEFT JOIN users o ON o.id = c.officer_id
            ORDER BY c.sort_due, c.sort_received, c.case_id
            """,
            arguments, cancellation);
        var total = condition.IsScan && rows.Count > 0 ? rows[0].Total
            : filter.Page <= 1 && rows.Count < size ? rows.Count
            : await work.Single<int>($"SELECT COUNT(*) FROM case_files c WHERE {where}", arguments, cancellation);
        var requested = await Requested(rows.Select(row => row.CaseId), cancellation);
        return new QueuePage(
            [.. rows.Select(row => new QueueRow(
                row.CaseId, row.AgencyId, row.AgencyName, row.RegisterNumber, row.Stage, row.ApplicantName,
                requested.GetValueOrDefault(row.CaseId, ""), row.OfficerName,
                row.ArrivedOn, row.ReceivedOn, row.ReplyDueOn, row.ClockStands,
                row.IsConsulting, row.AwaitsApproval, row.AwaitsService, row.NextLimit, row.InquiryRespondBy))],
            total);
    }

    public async Task<IReadOnlyList<ApprovalRow>> AwaitingApproval(Guid agencyId, CancellationToken cancellation)
    {
        var rows = await work.Query<Waiting>(
            $"""
            SELECT c.case_id, d.document_id, c.register_number, d.template, d.variant, d.sections, {FirstApplicant} AS applicant_name, COALESCE(u.name, '') AS drafter_name, c.reply_due_on
            FROM documents d JOIN case_files c ON c.case_id = d.case_id LEFT JOIN users u ON u.id = d.drafter_id
            WHERE {AwaitsApproval} AND c.agency_id = @agencyId
            ORDER BY c.sort_due, c.sort_received, d.document_id
            """,
            new { agencyId }, cancellation);
        var requested = await Requested(rows.Select(row => row.CaseId), cancellation);
        return [.. rows.Select(row => new ApprovalRow(
            row.CaseId, row.DocumentId, row.RegisterNumber, row.Template, row.Variant, row.Sections, row.ApplicantName,
            requested.GetValueOrDefault(row.CaseId, ""), row.DrafterName, row.ReplyDueOn))];
    }

    public async Task<IReadOnlyList<InboxRow>> Inbox(Actor reader, CancellationToken cancellation)
    {
        var rows = await work.Query<Held>(
            $"""
            SELECT a.id AS alert_id, a.case_id, c.agency_id, c.register_number, COALESCE(o.name, '') AS officer_name, a.kind, a.due_on, a.threshold, a.raised_at
            FROM alerts a JOIN case_files c ON c.case_id = a.case_id LEFT JOIN users o ON o.id = c.officer_id
            WHERE {HoldsForReader}
            ORDER BY a.due_on, a.threshold, a.id
            """,
            new
            {
                reader.Id, reader.AgencyId, reviewer = (int)(reader.Roles & Role.Reviewer), manager = (int)(reader.Roles & Role.Manager),
            }, cancellation);
        var (names, requested) = (await AgencyNames(cancellation), await Requested(rows.Select(row => row.CaseId), cancellation));
        return [.. rows.Select(row => new InboxRow(
            row.AlertId, row.CaseId, row.AgencyId, names.GetValueOrDefault(row.AgencyId, ""),
            row.RegisterNumber, requested.GetValueOrDefault(row.CaseId, ""), row.OfficerName,
            row.Kind, row.DueOn, row.Threshold, row.RaisedAt))];
    }
}
