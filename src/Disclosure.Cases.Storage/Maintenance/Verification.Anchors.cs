using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

// The anchor file: that it is whole, that it goes as far as the database knows, and that the chains are those that were
// anchored.
public sealed partial class Verification
{
    /// <summary>What is wrong with the anchors, or with the chains by them; empty when nothing is.</summary>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    public async Task<IReadOnlyList<Finding>> RunAnchors(string anchorFile, CancellationToken cancellation)
    {
        var anchored = await AnchorFile.Lines(anchorFile, cancellation);
        return await work.Snapshot<IReadOnlyList<Finding>>(
            async () => [.. await OfAnchors(anchorFile, anchored, await keys.ForReading(work, cancellation), cancellation)], cancellation);
    }

    private async Task<IEnumerable<Finding>> OfAnchors(
        string file, IReadOnlyList<string>? anchored, KeyRing ring, CancellationToken cancellation)
    {
        var last = await Anchors.LastSeal(work, cancellation);
        if (anchored is null)
        {
            return last is null || await HasSeal(file, last, cancellation) ? [] : [new Finding("anchor.missing", file)];
        }

        var findings = new List<Finding>();
        var restored = await RestoredPoint.All(work, cancellation);
        var (lines, unsealed, before, met) = (new List<AnchorLine>(), new List<string>(), "", last is null);
        foreach (var (written, number) in anchored.Select((line, index) => (line, index + 1)))
        {
            if (AnchorLine.Read(written) is not { } line)
            {
                findings.Add(new Finding("anchor.unreadable", file, number));
                continue;
            }

            // One that was changed tells nothing of the chains. What a restoration lost is on record; all else must be there.
            var isExplained = restored.Any(point => point.Explains(line, number));
            if (line.Seal is null && before.Length == 0)
            {
                unsealed.Add(written);
                lines.AddRange(isExplained ? [] : [line]);
                continue;
            }

            if (!ring.All.Any(secret => line.IsSealedAfter(before.Length > 0 ? before : Anchors.Before(unsealed), secret)))
            {
                findings.Add(new Finding("anchor.changed", file, number));
            }
            else if (!isExplained)
            {
                lines.Add(line);
            }

            before = line.Seal ?? before;
            met |= before == last;
        }

        // What was anchored between the reading of the file and of the records stands in the file by now.
        if (!met && !await HasSeal(file, last!, cancellation))
        {
            findings.Add(new Finding("anchor.cut", file));
        }

        foreach (var chain in lines.Where(line => line.Length > 0).ToLookup(line => line.Chain))
        {
            findings.AddRange(await OfAnchored(chain.Key, [.. chain.DistinctBy(line => (line.Length, line.Head))], cancellation));
        }

        return findings;
    }

    private static async Task<bool> HasSeal(string file, string seal, CancellationToken cancellation) =>
        (await AnchorFile.Lines(file, cancellation) ?? []).Any(line => AnchorLine.Read(line)?.Seal == seal);

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
