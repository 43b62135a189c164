using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

// The anchor file: that it is whole, that it goes as far as the database knows, and that the chains are those that were
// anchored.
public sealed partial class Verification
{
    /// <summary>What is wrong with the anchors, or with the chains by them; empty when nothing is.</summary>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    public Task<IReadOnlyList<Finding>> RunAnchors(string anchorFile, CancellationToken cancellation) =>
        work.Snapshot<IReadOnlyList<Finding>>(
            async () => [.. await OfAnchors(anchorFile, await keys.ForReading(work, cancellation), cancellation)], cancellation);

    private async Task<IEnumerable<Finding>> OfAnchors(string file, KeyRing ring, CancellationToken cancellation)
    {
        var last = await Anchors.LastSeal(work, cancellation);
        if (!File.Exists(file))
        {
            return last is null ? [] : [new Finding("anchor.missing", file)];
        }

        var findings = new List<Finding>();
        var restored = await RestoredPoint.All(work, cancellation);
        var (lines, unsealed, before, met) = (new List<AnchorLine>(), new List<string>(), "", last is null);
        foreach (var (written, number) in (await File.ReadAllLinesAsync(file, cancellation)).Select((line, index) => (line, index + 1)))
        {
            if (AnchorLine.Read(written) is not { } line)
            {
                findings.Add(new Finding("anchor.unreadable", file, number));
                continue;
            }

            // What a restoration lost is on record; all else must be there.
            if (!restored.Any(point => point.Explains(line, number)))
            {
                lines.Add(line);
            }

            if (line.Seal is null && before.Length == 0)
            {
                unsealed.Add(written);
                continue;
            }

            if (!ring.All.Any(secret => line.IsSealedAfter(before.Length > 0 ? before : Anchors.Before(unsealed), secret)))
            {
                findings.Add(new Finding("anchor.changed", file, number));
            }

            before = line.Seal ?? before;
            met |= before == last;
        }

        if (!met)
        {
            findings.Add(new Finding("anchor.cut", file));
        }

        foreach (var chain in lines.Where(line => line.Length > 0).ToLookup(line => line.Chain))
        {
            findings.AddRange(await OfAnchored(chain.Key, [.. chain.DistinctBy(line => (line.Length, line.Head))], cancellation));
        }

        return findings;
    }

    private async Task<List<Finding>> OfAnchored(Guid chain, IReadOnlyList<AnchorLine> lines, CancellationToken cancellation)
    {
        const int AtOnce = 500;
        var sql = chain == ChainEnds.OfRows
            ? "SELECT position, hash FROM row_seals WHERE position IN @some"
            : "SELECT position, hash FROM case_events WHERE chain = @chain AND position IN @some";
        var there = new Dictionary<string, string?>();
        foreach (var some in lines.Select(line => line.Length).Distinct().Chunk(AtOnce))
        {
            foreach (var row in await work.Raw(sql, new { chain, some = RowMapping.List(some) }, cancellation))
            {
                there[row["position"]!] = row["hash"];
            }
        }

        return [.. lines.Where(line => there.GetValueOrDefault(StoredText.Of(line.Length)!) != line.Head)
            .Select(line => new Finding("anchor.differs", chain, line.Length))];
    }
}
