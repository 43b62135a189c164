using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Reporting;

// On-time reply rates (docs/domain.md, "Reports"), and the cases behind them: both from the same rows, so that they agree.
internal sealed partial class CaseQueries
{
    private sealed record Owed(
        Guid CaseId, Guid AgencyId, string RegisterNumber, Guid OfficerId,
        string OfficerName, DateOnly? DueOn, DateOnly? ServedOn, bool OnTime);

    private sealed record OpenCases(Guid AgencyId, int Cases);

    public async Task<IReadOnlyList<AgencyRate>> OnTimeRates(DateOnly from, DateOnly until, CancellationToken cancellation)
    {
        var open = (await work.Query<OpenCases>(
            "SELECT agency_id, COUNT(*) AS cases FROM case_files WHERE is_open = 1 GROUP BY agency_id", null, cancellation))
            .ToDictionary(row => row.AgencyId, row => row.Cases);
        return AgencyRate.Of(
            await agencies.AllOn(until, cancellation), await RateCases(from, until, null, cancellation),
            await Inquiries(from, until, null, cancellation), await DoubtfulActs(from, until, null, cancellation),
            open, from, until, time.Today());
    }

    public async Task<IReadOnlyList<RateCase>> RateCases(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation)
    {
        var names = (await agencies.AllOn(until, cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);
        return [.. (await OwedIn(from, until, agencyId, cancellation)).Select(row => new RateCase(
            row.CaseId, row.AgencyId, names.GetValueOrDefault(row.AgencyId, ""), row.RegisterNumber,
            row.OfficerId, row.OfficerName, row.DueOn, row.ServedOn, row.OnTime))];
    }

    // Every reply, first or after a reopening, that was served in the period or fell due in it; and what is still owed and
    // fell due in it. What falls due today or later has not fallen due. Voided cases count nowhere; a withdrawal leaves no
    // reply owed, and those served before it (and a reopening) were served.
    private Task<IReadOnlyList<Owed>> OwedIn(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation)
    {
        var agency = agencyId is null ? "" : " AND c.agency_id = @agencyId";
        return work.Query<Owed>(
            $"""
            SELECT c.case_id, c.agency_id, c.register_number, c.officer_id, COALESCE(o.name, '') AS officer_name, r.due_on, r.served_on, r.on_time
            FROM replies r JOIN case_files c ON c.case_id = r.case_id LEFT JOIN users o ON o.id = c.officer_id
            WHERE c.stage <> 'Voided'{agency} AND (r.served_on BETWEEN @from AND @until OR r.due_on BETWEEN @from AND @until)
            UNION ALL
            SELECT c.case_id, c.agency_id, c.register_number, c.officer_id, COALESCE(o.name, ''), c.reply_due_on, NULL, 0
            FROM case_files c LEFT JOIN users o ON o.id = c.officer_id
            WHERE c.is_open = 1{agency} AND c.sort_due BETWEEN @from AND @until AND c.reply_due_on IS NOT NULL AND c.sort_due < @today
            ORDER BY 6, 3
            """,
            new { from, until, agencyId, today = time.Today() }, cancellation);
    }
}
