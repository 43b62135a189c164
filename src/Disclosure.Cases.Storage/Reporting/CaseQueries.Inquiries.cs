using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Reporting;

// What the district's supervision asked; the figures are made of the same rows.
internal sealed partial class CaseQueries
{
    // The case's open inquiry.
    private const string InquiryRespondBy =
        "(SELECT MIN(i.respond_by) FROM inquiries i WHERE i.case_id = c.case_id AND i.answered_on IS NULL)";

    private sealed record Asked(
        Guid CaseId, Guid AgencyId, string RegisterNumber, DateOnly OpenedOn, DateOnly RespondBy, DateOnly? AnsweredOn);

    public async Task<IReadOnlyList<InquiryCase>> Inquiries(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation)
    {
        var rows = await work.Query<Asked>(
            $"""
            SELECT i.case_id, c.agency_id, c.register_number, i.opened_on, i.respond_by, i.answered_on
            FROM inquiries i JOIN case_files c ON c.case_id = i.case_id
            WHERE c.stage <> 'Voided'{(agencyId is null ? "" : " AND c.agency_id = @agencyId")}
              AND (i.opened_on BETWEEN @from AND @until OR i.respond_by BETWEEN @from AND @until OR i.answered_on BETWEEN @from AND @until)
            ORDER BY i.opened_on, c.register_number, i.ordinal
            """,
            new { from, until, agencyId }, cancellation);
        var names = (await agencies.AllOn(until, cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);
        return [.. rows.Select(row => new InquiryCase(
            row.CaseId, row.AgencyId, names.GetValueOrDefault(row.AgencyId, ""),
            row.RegisterNumber, row.OpenedOn, row.RespondBy, row.AnsweredOn))];
    }
}
