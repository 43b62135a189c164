using System.Text;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>
/// Lengths and heads of the chains, written to a file that stands elsewhere: who can rewrite the database and its chains
/// cannot rewrite what was anchored. The file is a chain itself, and the database knows how far it goes.
/// </summary>
public sealed class Anchors
{
    private readonly UnitOfWork work;
    private readonly SealingKeys keys;
    private readonly TimeProvider time;

    internal Anchors(UnitOfWork work, SealingKeys keys, TimeProvider time) => (this.work, this.keys, this.time) = (work, keys, time);

    /// <summary>Appends a line for each chain: instant, chain, length, head, seal.</summary>
    /// <returns>How many chains there are.</returns>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    /// <exception cref="IOException">The file cannot be written, or another server is writing it.</exception>
    public async Task<int> WriteTo(string file, CancellationToken cancellation)
    {
        var chains = await ChainEnds.All(work, cancellation);
        var secret = (await keys.ForReading(work, cancellation)).Current;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);

        // In one write, so that a server that is killed leaves no half a line; and on the disk when it returns.
        string seal;
        using (var end = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read, FileOptions.WriteThrough))
        {
            var there = new byte[RandomAccess.GetLength(end)];
            await RandomAccess.ReadAsync(end, there, 0, cancellation);
            (var lines, seal) = Sealed(Encoding.UTF8.GetString(there), chains, secret);
            await RandomAccess.WriteAsync(end, Encoding.ASCII.GetBytes(lines), there.Length, CancellationToken.None);
        }

        await work.Write(() => Remember(seal, cancellation), cancellation);
        return chains.Count;
    }

    /// <summary>What the first sealed line is sealed after: all that earlier versions wrote.</summary>
    internal static string Before(IEnumerable<string> unsealed) => string.Join('\n', unsealed);

    private (string Lines, string Seal) Sealed(string there, IReadOnlyList<ChainRow> chains, byte[] secret)
    {
        var before = there.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var seal = before.Length > 0 && AnchorLine.Read(before[^1])?.Seal is { } last ? last : Before(before);
        var lines = new StringBuilder();
        foreach (var chain in chains)
        {
            var line = AnchorLine.Write(
                string.Join(' ', RowMapping.Text(time.GetUtcNow()), RowMapping.Text(chain.Chain), chain.Length, chain.Head), seal, secret);
            seal = AnchorLine.Read(line)!.Seal!;
            lines.Append(line).Append('\n');
        }

        return (lines.ToString(), seal);
    }

    private async Task Remember(string seal, CancellationToken cancellation)
    {
        await ChainEnds.Take(work, ChainEnds.OfRows, cancellation);
        var ordinal = (await work.Single<int?>("SELECT MAX(ordinal) FROM anchorings", null, cancellation) ?? 0) + 1;
        await work.Execute(
            "INSERT INTO anchorings (ordinal, written_at, seal) VALUES (@ordinal, @now, @seal)",
            new { ordinal, now = time.GetUtcNow(), seal }, cancellation);
        work.Changed(SealedTable.Anchorings, ordinal);
    }
}
