using System.Text;
using Disclosure.Cases.Agencies;
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
    private readonly IAdministrationLog log;
    private readonly TimeProvider time;

    internal Anchors(UnitOfWork work, SealingKeys keys, IAdministrationLog log, TimeProvider time) =>
        (this.work, this.keys, this.log, this.time) = (work, keys, log, time);

    /// <summary>Appends a line for each chain: instant, chain, length, head, seal.</summary>
    /// <returns>How many chains there are.</returns>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<int> WriteTo(string file, CancellationToken cancellation)
    {
        var chains = await ChainEnds.All(work, cancellation);
        await Append(file, chains, cancellation);
        return chains.Count;
    }

    /// <summary>
    /// Appends a line for each chain that went on since its last one. It asks only whether the chains still have what was anchored last
    /// and proves nothing else: an end that is written down too much does no harm, one that is not can be cut off.
    /// </summary>
    /// <returns>Whether the file and the chains are those of the last time; otherwise nothing was written.</returns>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public async Task<bool> WriteNew(string file, CancellationToken cancellation)
    {
        var seal = await LastSeal(work, cancellation);
        if (!File.Exists(file))
        {
            if (seal is null)
            {
                await WriteTo(file, cancellation);
            }

            return seal is null;
        }

        var chains = await ChainEnds.All(work, cancellation);
        var there = await AnchorFile.Read(file, [.. chains.Select(chain => chain.Chain)], seal, cancellation);
        foreach (var line in there.Last.Values)
        {
            if (line.Length > 0 && await HeadAt(line.Chain, line.Length, cancellation) != line.Head)
            {
                return false;
            }
        }

        var longer = chains.Where(chain => chain.Length != there.Last.GetValueOrDefault(chain.Chain)?.Length).ToList();
        if (there.Knows && !await AreOnlyTheLastAnchoring(longer, there.Last, cancellation))
        {
            await Append(file, longer, cancellation);
        }

        return there.Knows;
    }

    /// <summary>Begins another file where the last one is lost or damaged, which stays beside it; the reason is on record.</summary>
    /// <returns>Where the damaged one is kept; null where there was none.</returns>
    /// <exception cref="IOException">The file cannot be moved or written.</exception>
    public async Task<string?> BeginAnew(string file, string reason, CancellationToken cancellation)
    {
        var kept = File.Exists(file) ? $"{file}.before-{time.GetUtcNow():yyyyMMdd-HHmmss}" : null;
        if (kept is not null)
        {
            File.Move(file, kept);
        }

        await work.Write(
            async () =>
            {
                await Remember("", cancellation);
                await log.Add(
                    AdministrativeAct.AnchorsBegunAnew, null, null, cancellation, new FieldChange(JournalFields.Reason, null, reason));
            },
            cancellation);
        await WriteTo(file, cancellation);
        return kept;
    }

    /// <summary>The seal of the last line that the database knows; null while there is none, and where the file was begun anew.</summary>
    internal static async Task<string?> LastSeal(UnitOfWork work, CancellationToken cancellation) =>
        await work.Single<string>(
            "SELECT seal FROM anchorings WHERE ordinal = (SELECT MAX(a.ordinal) FROM anchorings a)", null, cancellation)
            is { Length: > 0 } seal ? seal : null;

    // An office at rest: each anchoring is a sealed row itself, and would be anchored for ever.
    private async Task<bool> AreOnlyTheLastAnchoring(
        List<ChainRow> longer, IReadOnlyDictionary<Guid, AnchorLine> last, CancellationToken cancellation) =>
        longer.Count == 0
        || (longer is [{ Length: var length } rows] && rows.Chain == ChainEnds.OfRows
            && last.TryGetValue(ChainEnds.OfRows, out var line) && length == line.Length + 1
            && await work.Single<string>("SELECT seals FROM row_seals WHERE position = @length", new { length }, cancellation)
                is { } seals && Seals.AreOf(SealedTable.Anchorings, seals));

    private Task<string?> HeadAt(Guid chain, long position, CancellationToken cancellation) =>
        chain == ChainEnds.OfRows
            ? work.Single<string>("SELECT hash FROM row_seals WHERE position = @position", new { position }, cancellation)
            : work.Single<string>(
                "SELECT hash FROM case_events WHERE chain = @chain AND position = @position", new { chain, position }, cancellation);

    private async Task Append(string file, IReadOnlyList<ChainRow> chains, CancellationToken cancellation)
    {
        var secret = (await keys.ForReading(work, cancellation)).Current;
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
        var seal = "";
        await AnchorFile.Append(
            file,
            before =>
            {
                (var lines, seal) = Sealed(before, chains, secret);
                return lines;
            },
            cancellation);
        await work.Write(() => Remember(seal, cancellation), cancellation);
    }

    /// <summary>What the first sealed line is sealed after: all that earlier versions wrote.</summary>
    internal static string Before(IEnumerable<string> unsealed) => string.Join('\n', unsealed);

    private (string Lines, string Seal) Sealed(string seal, IReadOnlyList<ChainRow> chains, byte[] secret)
    {
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
