using System.Globalization;
using System.Runtime.CompilerServices;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

// The chains entry by entry: of the events of each agency, and of the rows that are not derived from events. Rows are read as they
// stand, for nobody knows what stands in them.
public sealed partial class Verification
{
    // As many entries as are read at once.
    private const int Some = 2000;

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;
    private static readonly string NameOfRows = RowMapping.Text(ChainEnds.OfRows);

    private async Task<IEnumerable<Finding>> OfChains(KeyRing ring, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var ends = (await work.Raw("SELECT chain, length, head FROM chains", null, cancellation)).ToLookup(end => end["chain"]!);
        var inUse = (await work.Raw("SELECT DISTINCT chain FROM case_events", null, cancellation)).Select(row => row["chain"]!);
        foreach (var chain in ends.Select(end => end.Key).Concat(inUse).Distinct().Where(chain => chain != NameOfRows)
            .Order(StringComparer.Ordinal))
        {
            var (length, head) = ("0", "");
            await foreach (var row in InOrder(
                $"SELECT {EventRow.Columns} FROM case_events WHERE chain = @chain AND position > @position "
                    + $"ORDER BY position {work.Dialect.Page}",
                chain, cancellation))
            {
                var expected = Next(length);
                if (row["position"] != expected)
                {
                    findings.Add(new Finding("chain.gap", chain, expected, row["position"] ?? ""));
                }
                else if (EventRow.SealAfter(head, row, ring.At(chain, Number(expected))) != row["hash"])
                {
                    findings.Add(new Finding("chain.broken", chain, expected, row["case_id"] ?? "", row["seq"] ?? ""));
                }

                (length, head) = (row["position"] ?? expected, row["hash"] ?? "");
            }

            findings.AddRange(OfEnd(chain, ends[chain].ToList(), length, head));
        }

        return findings;
    }

    private async Task<IEnumerable<Finding>> OfRows(KeyRing ring, CancellationToken cancellation)
    {
        var findings = new List<Finding>();
        var sealedAs = new Dictionary<(string Table, string Key), (string? Seal, long Position)>();
        var (length, head) = ("0", "");
        await foreach (var row in InOrder(
            $"SELECT {SealEntry.Columns} FROM row_seals WHERE position > @position ORDER BY position {work.Dialect.Page}",
            NameOfRows, cancellation))
        {
            var expected = Next(length);
            var entry = new SealEntry(Number(expected), row["seals"] ?? "", row["sealed_at"] ?? "", row["hash"] ?? "");
            if (row["position"] != expected || entry.SealAfter(head, ring.At(NameOfRows, entry.Position)) != entry.Hash)
            {
                findings.Add(new Finding("seals.broken", row["position"] ?? expected));
            }

            await Look(findings, $"row_seals {row["position"]}", () =>
            {
                foreach (var (table, key, seal) in Seals.Read(entry.Seals))
                {
                    sealedAs[(table, key)] = (seal, entry.Position);
                }

                return Task.FromResult<IEnumerable<Finding>>([]);
            });
            (length, head) = (row["position"] ?? expected, entry.Hash);
        }

        var end = await work.Raw("SELECT chain, length, head FROM chains WHERE chain = @OfRows", new { ChainEnds.OfRows }, cancellation);
        findings.AddRange(length == "0" ? [new Finding("seals.none")] : OfEnd(NameOfRows, end, length, head));
        foreach (var table in SealedTable.All)
        {
            foreach (var row in await work.Raw(table.AllRows, null, cancellation))
            {
                var key = table.Row(row).Key;
                if (!sealedAs.Remove((table.Name, key), out var last) || last.Seal is null)
                {
                    findings.Add(new Finding("row.unknown", table.Name, key));
                }
                else if (table.SealOf(row, ring.At(NameOfRows, last.Position)) != last.Seal)
                {
                    findings.Add(new Finding("row.changed", table.Name, key));
                }
            }
        }

        findings.AddRange(sealedAs.Where(one => one.Value.Seal is not null)
            .Select(one => new Finding("row.missing", one.Key.Table, one.Key.Key)));
        return findings;
    }

    private static IEnumerable<Finding> OfEnd(
        string chain, IReadOnlyList<IReadOnlyDictionary<string, string?>> ends, string length, string head) =>
        ends is [var end] && end["length"] == length && end["head"] == head
            ? []
            : [new Finding("chain.cut", chain, length, ends is [var other] ? other["length"] ?? "" : "")];

    private async IAsyncEnumerable<IReadOnlyDictionary<string, string?>> InOrder(
        string sql, string chain, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var position = long.MinValue;
        while (true)
        {
            var rows = await work.Raw(sql, new { chain, position, take = Some, skip = 0 }, cancellation);
            foreach (var row in rows)
            {
                yield return row;
            }

            // SQLite takes any text for a number, and sorts it behind all numbers.
            if (rows.Count < Some || !long.TryParse(rows[^1]["position"], NumberStyles.AllowLeadingSign, Invariant, out position))
            {
                yield break;
            }
        }
    }

    private static string Next(string position) => (Number(position) + 1).ToString(Invariant);

    private static long Number(string text) => long.TryParse(text, NumberStyles.AllowLeadingSign, Invariant, out var number) ? number : 0;
}
