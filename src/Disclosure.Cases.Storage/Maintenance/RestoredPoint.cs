using System.Globalization;
using System.Text.Json;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>A chain that a backup has less of than was anchored.</summary>
/// <param name="Chain">The chain.</param>
/// <param name="Anchored">How many entries were anchored.</param>
/// <param name="There">How many entries the backup has.</param>
public sealed record LostEntries(Guid Chain, long Anchored, long There);

/// <summary>
/// Where the records went back to a backup, as the administration's journal tells: what was anchored before then beyond the backup's
/// end is gone, and on record as gone.
/// </summary>
/// <param name="Lines">How many lines the anchor file had.</param>
/// <param name="Lengths">How far the chains went that lost entries.</param>
internal sealed record RestoredPoint(long Lines, IReadOnlyDictionary<Guid, long> Lengths)
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>All since the anchor file was begun: the lines of the one before are no lines of this.</summary>
    public static async Task<IReadOnlyList<RestoredPoint>> All(UnitOfWork work, CancellationToken cancellation) =>
        [.. (await work.Raw(
                """
                SELECT r.changes FROM administration_log r
                WHERE r.act = 'RecordsRestored' AND NOT EXISTS (
                    SELECT 1 FROM administration_log b WHERE b.act = 'AnchorsBegunAnew' AND b.recorded_at >= r.recorded_at)
                """,
                null,
                cancellation))
            .Select(row => Of(JsonSerializer.Deserialize<List<FieldChange>>(row["changes"] ?? "[]", StoredJson.Readable)!))];

    /// <summary>What the journal says of a restoration.</summary>
    public static IReadOnlyList<FieldChange> Changes(string backup, string? kept, long lines, IEnumerable<LostEntries> lost) =>
    [
        new(JournalFields.Database, kept, backup),
        new(JournalFields.AnchorLines, null, lines.ToString(Invariant)),
        .. lost.Select(each => new FieldChange(JournalFields.Chain, Written(each.Chain, each.Anchored), Written(each.Chain, each.There))),
    ];

    /// <summary>Whether the entry of an anchor is one that the backup did not have.</summary>
    /// <param name="number">The line's number in the file, from 1.</param>
    public bool Explains(AnchorLine line, int number) =>
        number <= Lines && Lengths.TryGetValue(line.Chain, out var length) && line.Length > length;

    private static RestoredPoint Of(List<FieldChange> changes) => new(
        changes.Where(change => change.Field == JournalFields.AnchorLines).Select(change => Number(change.After)).SingleOrDefault(),
        changes.Where(change => change.Field == JournalFields.Chain).Select(change => change.After!.Split(' '))
            .ToDictionary(written => Guid.Parse(written[0]), written => Number(written[1])));

    private static string Written(Guid chain, long length) => string.Create(Invariant, $"{chain:D} {length}");

    private static long Number(string? text) => long.Parse(text ?? "", NumberStyles.None, Invariant);
}
