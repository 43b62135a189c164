using System.Text;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The anchor file as far back as it takes, read from its end: it grows for as long as the office does.</summary>
/// <param name="Last">The last line of each chain that was met.</param>
/// <param name="Knows">Whether the line was met that the database knows.</param>
internal sealed record AnchorFile(IReadOnlyDictionary<Guid, AnchorLine> Last, bool Knows)
{
    private const int Smallest = 64 * 1024;

    /// <summary>Reads back until it has met every chain and the line with a seal, or the whole file.</summary>
    /// <param name="seal">What the database remembers; null: nothing.</param>
    public static async Task<AnchorFile> Read(
        string path, IReadOnlyCollection<Guid> chains, string? seal, CancellationToken cancellation)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        for (var size = (long)Smallest; ; size *= 4)
        {
            var from = Math.Max(0, file.Length - size);
            var read = Of(await LinesFrom(file, from, cancellation), seal);
            if (from == 0 || (read.Knows && chains.All(read.Last.ContainsKey)))
            {
                return read;
            }
        }
    }

    private static AnchorFile Of(IEnumerable<string> written, string? seal)
    {
        var lines = written.Select(AnchorLine.Read).OfType<AnchorLine>().ToList();
        return new AnchorFile(
            lines.GroupBy(line => line.Chain).ToDictionary(chain => chain.Key, chain => chain.Last()),
            seal is null || lines.Any(line => line.Seal == seal));
    }

    // The first of them may be the end of one.
    private static async Task<IEnumerable<string>> LinesFrom(FileStream file, long from, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length - from];
        file.Position = from;
        await file.ReadExactlyAsync(bytes, cancellation);
        return Encoding.UTF8.GetString(bytes).Split('\n').Skip(from > 0 ? 1 : 0);
    }
}
