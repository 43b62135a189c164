using System.Globalization;
using System.Text;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>
/// Lengths and heads of the chains, written to a file that stands elsewhere: who can rewrite the database and its chains
/// cannot rewrite what was anchored.
/// </summary>
public sealed class Anchors
{
    private readonly UnitOfWork work;
    private readonly TimeProvider time;

    internal Anchors(UnitOfWork work, TimeProvider time) => (this.work, this.time) = (work, time);

    /// <summary>Appends a line for each chain: instant, chain, length, head.</summary>
    /// <returns>How many chains there are.</returns>
    public async Task<int> WriteTo(string file, CancellationToken cancellation)
    {
        var chains = await work.Query<ChainRow>("SELECT chain, length, head FROM chains ORDER BY chain", null, cancellation);
        var lines = chains.Select(chain =>
            string.Join(' ', RowMapping.Text(time.GetUtcNow()), RowMapping.Text(chain.Chain), chain.Length, chain.Head) + '\n');
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);

        // In one write, so that a server that is killed leaves no half a line; and on the disk when it returns.
        using var end = File.OpenHandle(file, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read, FileOptions.WriteThrough);
        await RandomAccess.WriteAsync(
            end, Encoding.ASCII.GetBytes(string.Concat(lines)), RandomAccess.GetLength(end), CancellationToken.None);
        return chains.Count;
    }

    /// <summary>What was anchored.</summary>
    /// <exception cref="InvalidDataException">A line is none of ours.</exception>
    internal static IEnumerable<ChainRow> ReadFrom(string file) => File.ReadLines(file).Select((line, index) =>
        line.Split(' ') is [_, var chain, var length, var head]
        && Guid.TryParseExact(chain, "D", out var id)
        && long.TryParse(length, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new ChainRow(id, count, head)
            : throw new InvalidDataException($"Line {index + 1} of '{file}' is no anchor."));
}
