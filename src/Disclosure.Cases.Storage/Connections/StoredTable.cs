using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>A column that is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="HasBytes">Whether it holds bytes.</param>
internal sealed record StoredColumn(string Name, bool HasBytes);

/// <summary>A table as the database itself describes it, so that one that comes later is not forgotten.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Columns">Its columns by name, but for those that the database computes.</param>
/// <param name="Key">The names of those of its primary key, in their order.</param>
internal sealed record StoredTable(string Name, IReadOnlyList<StoredColumn> Columns, IReadOnlyList<string> Key)
{
    // SQL Server takes 2100; the fewer they are, the sooner SQLite finds each by its name.
    private const int MostParameters = 500;

    private sealed record ColumnRow(string TableName, string ColumnName, int KeyPlace, bool HasBytes);

    private sealed record ReferenceRow(string TableName, string Referenced);

    /// <summary>All tables, those first that others refer to.</summary>
    /// <exception cref="InvalidOperationException">Tables refer to each other in a circle, or one has no primary key.</exception>
    public static async Task<IReadOnlyList<StoredTable>> All(Database database, CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var columns = await Rows.Query<ColumnRow>(connection, database.Dialect.Columns, null, null, cancellation);
        var references = (await Rows.Query<ReferenceRow>(connection, database.Dialect.References, null, null, cancellation))
            .ToLookup(reference => reference.TableName, reference => reference.Referenced);
        return Sorted([.. columns.GroupBy(column => column.TableName).Select(Of)], references);
    }

    /// <summary>How many rows it has.</summary>
    public string Count => $"SELECT COUNT(*) FROM {Name}";

    /// <summary>All its rows in the order of their keys, their columns as in <see cref="Columns"/>; a page of it goes behind.</summary>
    public string InOrder => $"SELECT {Names} FROM {Name} ORDER BY {string.Join(", ", Key)}";

    /// <summary>As many rows as one statement inserts.</summary>
    public int AtOnce => Math.Max(1, MostParameters / Columns.Count);

    /// <summary>Inserts rows by <see cref="RowParameters"/>.</summary>
    public string Insert(int rows) => $"INSERT INTO {Name} ({Names}) VALUES {string.Join(", ", Enumerable.Range(0, rows).Select(row =>
        $"({string.Join(", ", Enumerable.Range(row * Columns.Count, Columns.Count).Select(RowParameters.NameOf))})"))}";

    /// <summary>The key of a row of <see cref="InOrder"/>, for people.</summary>
    public string KeyOf(object[] row) => string.Join(' ', Key.Select(name => StoredText.Of(row[Place(name)])));

    /// <summary>Whether a table of another database takes the same rows.</summary>
    public bool IsLike(StoredTable other) =>
        Name == other.Name && Columns.SequenceEqual(other.Columns) && Key.SequenceEqual(other.Key);

    private string Names => string.Join(", ", Columns.Select(column => column.Name));

    private int Place(string name) => Columns.Index().First(column => column.Item.Name == name).Index;

    private static StoredTable Of(IGrouping<string, ColumnRow> rows) => new(
        rows.Key,
        [.. rows.OrderBy(row => row.ColumnName, StringComparer.Ordinal).Select(row => new StoredColumn(row.ColumnName, row.HasBytes))],
        rows.Where(row => row.KeyPlace > 0).OrderBy(row => row.KeyPlace).Select(row => row.ColumnName).ToList() is [_, ..] key
            ? key
            : throw new InvalidOperationException($"The table '{rows.Key}' has no primary key."));

    // A table that refers to itself does so to rows with lower keys.
    private static List<StoredTable> Sorted(IReadOnlyList<StoredTable> tables, ILookup<string, string> references)
    {
        var ordered = new List<StoredTable>();
        var left = tables.OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var names = left.Select(table => table.Name).ToHashSet();
            var next = left.Where(table => !references[table.Name].Any(name => name != table.Name && names.Contains(name))).ToList();
            if (next.Count == 0)
            {
                throw new InvalidOperationException($"These tables refer to each other in a circle: {string.Join(", ", names)}.");
            }

            ordered.AddRange(next);
            left = [.. left.Except(next)];
        }

        return ordered;
    }
}
