using System.Text;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>The anchor file as far back as it takes, read from its end: it grows for as long as the office does.</summary>
/// <param name="Last">The last line of each chain that was met.</param>
/// <param name="Knows">Whether the line was met that the database knows.</param>
internal sealed record AnchorFile(IReadOnlyDictionary<Guid, AnchorLine> Last, bool Knows)
{
    private const int Smallest = 64 * 1024;

    // A line or two are written in no time, to whatever disk.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Reads back until it has met every chain and the line with a seal, or the whole file.</summary>
    /// <param name="seal">What the database remembers; null: nothing.</param>
    public static async Task<AnchorFile> Read(
        string path, IReadOnlyCollection<Guid> chains, string? seal, CancellationToken cancellation)
    {
        await using var file = await Open(path, isWritten: false, cancellation);
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

    /// <summary>All lines; null where there is no file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<IReadOnlyList<string>?> Lines(string path, CancellationToken cancellation)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        await using var file = await Open(path, isWritten: false, cancellation);
        return await LinesFrom(file, 0, cancellation);
    }

    /// <summary>Appends lines that go on after the last seal, while nobody else reads or writes.</summary>
    /// <param name="linesAfter">Makes them of that seal, or of what earlier versions wrote, which had none.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static async Task Append(string path, Func<string, string> linesAfter, CancellationToken cancellation)
    {
        await using var file = await Open(path, isWritten: true, cancellation);
        var end = await LinesFrom(file, Math.Max(0, file.Length - Smallest), cancellation);
        var before = end.Count > 0 && AnchorLine.Read(end[^1])?.Seal is { } last
            ? last
            : Anchors.Before(await LinesFrom(file, 0, cancellation));

        // In one write, so that a server that is killed leaves no half a line; and on the disk when it returns.
        file.Position = file.Length;
        await file.WriteAsync(Encoding.ASCII.GetBytes(linesAfter(before)), CancellationToken.None);
    }

    // Two jobs, and two workers, may have something to write at the same time.
    private static async Task<FileStream> Open(string path, bool isWritten, CancellationToken cancellation)
    {
        for (var left = (int)(Patience / Pause); ; left--)
        {
            try
            {
                return isWritten
                    ? new FileStream(
                        path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.WriteThrough)
                    : new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            }
            catch (IOException problem) when (left > 0 && problem is not (FileNotFoundException or DirectoryNotFoundException))
            {
                await Task.Delay(Pause, cancellation);
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
    private static async Task<IReadOnlyList<string>> LinesFrom(FileStream file, long from, CancellationToken cancellation)
    {
        var bytes = new byte[file.Length - from];
        file.Position = from;
        await file.ReadExactlyAsync(bytes, cancellation);
        return [.. Encoding.UTF8.GetString(bytes).Split('\n').Skip(from > 0 ? 1 : 0).Where(line => line.Length > 0)];
    }
}
