namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>The names that can be used at one place of a statement: the tables of the query and those of the queries around it.</summary>
/// <param name="Outer">The query around this one; null for the outermost.</param>
/// <param name="Derived">The common table expressions (WITH) by their names.</param>
internal sealed record SqlScope(SqlScope? Outer, IReadOnlyDictionary<string, IReadOnlyList<SqlColumn>> Derived)
{
    private readonly List<(string Name, IReadOnlyList<SqlColumn> Columns, bool IsOptional)> sources = [];
    private readonly HashSet<string> notNull = new(StringComparer.Ordinal);

    public static SqlScope Empty { get; } = new(null, new Dictionary<string, IReadOnlyList<SqlColumn>>());

    /// <summary>All columns of all tables, as <c>*</c> means them.</summary>
    public IEnumerable<SqlColumn> All => sources.SelectMany(source => source.Columns);

    /// <summary>Adds a table; false when its name is taken.</summary>
    /// <param name="isOptional">Whether its columns may be NULL because no row was found: the far side of an outer join.</param>
    public bool Add(string name, IReadOnlyList<SqlColumn> columns, bool isOptional)
    {
        var isNew = sources.TrueForAll(source => source.Name != name);
        sources.Add((name, columns, isOptional));
        return isNew;
    }

    /// <summary>Notes that the condition leaves no row in which this column is NULL.</summary>
    public void NoteNotNull(string? table, string column) => notNull.Add($"{table}.{column}");

    /// <summary>What a name stands for, or what is wrong with it.</summary>
    public (SqlType Type, string? Problem) Find(string? table, string column)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            var candidates = scope.sources.Where(source => table is null || source.Name == table).ToList();
            var mayBeNull = !scope.notNull.Contains($"{table}.{column}");
            var found = candidates
                .SelectMany(source => source.Columns.Where(each => each.Name == column)
                    .Select(each => each.Type with { IsNullable = mayBeNull && (each.Type.IsNullable || source.IsOptional) }))
                .ToList();
            switch (found)
            {
                case [var only]:
                    return (only, null);
                case [_, ..]:
                    return (SqlType.Unknown, $"the column {column} is ambiguous: name its table");
                case [] when table is not null && candidates.Count > 0:
                    return (SqlType.Unknown, $"{table} has no column {column}");
            }
        }

        return (SqlType.Unknown, table is null ? $"there is no column {column}" : $"there is no table or alias {table}");
    }
}
