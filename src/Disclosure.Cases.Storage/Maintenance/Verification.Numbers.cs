using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Maintenance;

// The number series: none missing from the opening number on, none twice, below it what was brought in alone, and each held by what its
// case recorded.
public sealed partial class Verification
{
    private sealed record Entry(
        string Id, string AgencyId, string Series, int Year, int Ordinal, string Number, string CaseId, bool IsVoid);

    private sealed record Series(string AgencyId, string Name, int Year, int FirstOrdinal, int LastOrdinal);

    private sealed record Holder(string CaseId, string Number, bool IsVoid, bool IsBroughtIn);

    private static void Hold(CaseFile file, Dictionary<string, Holder> holders)
    {
        var id = RowMapping.Text(file.Id);
        holders[RowMapping.Text(file.RegisterNumberId)] = new Holder(
            id, file.RegisterNumber, file.IsVoided, file.Import is not null);
        foreach (var document in file.Documents.Where(document => document.NumberId is not null))
        {
            holders[RowMapping.Text(document.NumberId!.Value)] = new Holder(
                id,
                document.Number!,
                document.Status == DocumentStatus.Withdrawn || (file.IsVoided && document.Status == DocumentStatus.Approved),
                document.IsBroughtIn);
        }
    }

    private async Task<IEnumerable<Finding>> OfNumbers(Dictionary<string, Holder> holders, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var entries = await work.Query<Entry>(
            """
            SELECT id, agency_id, series, year, ordinal, number, case_id, CASE WHEN voided_at IS NULL THEN 0 ELSE 1 END AS is_void
            FROM number_ledger ORDER BY agency_id, series, year, ordinal
            """, null, cancellation);
        var given = entries.ToLookup(entry => (entry.AgencyId, entry.Series, entry.Year), entry => entry.Ordinal);
        var series = await work.Query<Series>(
            "SELECT agency_id, series AS name, year, first_ordinal, last_ordinal FROM number_series", null, cancellation);
        findings.AddRange(
            from one in series
            where !given[(one.AgencyId, one.Name, one.Year)].Where(ordinal => ordinal >= one.FirstOrdinal).SequenceEqual(Enumerable.Range(
                one.FirstOrdinal, Math.Max(0, one.LastOrdinal - one.FirstOrdinal + 1)))
            select new Finding("number.gap", one.Name, one.Year, one.AgencyId, one.FirstOrdinal, one.LastOrdinal));
        var first = series.ToDictionary(one => (one.AgencyId, one.Name, one.Year), one => one.FirstOrdinal);
        foreach (var entry in entries)
        {
            if (!holders.TryGetValue(entry.Id, out var holder) || holder.CaseId != entry.CaseId || holder.Number != entry.Number)
            {
                findings.Add(new Finding("number.unused", entry.Number, entry.CaseId));
            }
            else if (holder.IsVoid != entry.IsVoid)
            {
                findings.Add(new Finding(entry.IsVoid ? "number.void" : "number.valid", entry.Number, entry.CaseId));
            }
            else if (holder.IsBroughtIn != entry.Ordinal < first.GetValueOrDefault((entry.AgencyId, entry.Series, entry.Year), 1))
            {
                findings.Add(new Finding("number.place", entry.Number, entry.CaseId));
            }
        }

        var known = entries.Select(entry => entry.Id).ToHashSet();
        findings.AddRange(holders.Where(holder => !known.Contains(holder.Key))
            .Select(holder => new Finding("number.unknown", holder.Value.Number, holder.Value.CaseId)));
        return findings;
    }
}
