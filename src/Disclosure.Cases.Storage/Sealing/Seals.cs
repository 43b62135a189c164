using System.Text.Json;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>The seals of an entry: by table and key, null for a row that was deleted.</summary>
internal sealed class Seals
{
    private readonly SortedDictionary<string, SortedDictionary<string, string?>> byTable = new(StringComparer.Ordinal);

    /// <summary>Notes the seal of a row.</summary>
    public void Note(RowKey row, string? seal)
    {
        if (!byTable.TryGetValue(row.Table.Name, out var rows))
        {
            byTable[row.Table.Name] = rows = new SortedDictionary<string, string?>(StringComparer.Ordinal);
        }

        rows[row.Key] = seal;
    }

    /// <summary>As it stands in the entry.</summary>
    public string Write() => JsonSerializer.Serialize(byTable, StoredJson.Readable);

    /// <summary>What stands in an entry.</summary>
    /// <exception cref="JsonException">It was not written by <see cref="Write"/>.</exception>
    public static IEnumerable<(string Table, string Key, string? Seal)> Read(string written) =>
        from table in JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string?>>>(written, StoredJson.Readable) ?? []
        from row in table.Value
        select (table.Key, row.Key, row.Value);

    /// <summary>Whether an entry names rows of one table alone.</summary>
    public static bool AreOf(SealedTable table, string written) => Read(written).All(row => row.Table == table.Name);
}
