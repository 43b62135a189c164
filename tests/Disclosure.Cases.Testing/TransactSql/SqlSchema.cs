using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>The tables and their columns. Names are compared exactly: on a case-sensitive server they have to be exact.</summary>
internal sealed class SqlSchema
{
    private readonly Dictionary<string, List<SqlColumn>> tables = new(StringComparer.Ordinal)
    {
        // What the statements ask the server's own views for.
        ["sys.databases"] = [new("database_id", SqlType.Number), new("snapshot_isolation_state", SqlType.Number)],
        ["sys.triggers"] = [new("name", new SqlType(SqlKind.Text)), new("is_disabled", new SqlType(SqlKind.Bit))],
        ["sys.database_files"] = [new("size", SqlType.Number)],
        ["sys.tables"] = [new("name", new SqlType(SqlKind.Text)), new("object_id", SqlType.Number), new("schema_id", SqlType.Number)],
        ["sys.columns"] =
        [
            new("name", new SqlType(SqlKind.Text)), new("object_id", SqlType.Number), new("column_id", SqlType.Number),
            new("system_type_id", SqlType.Number), new("is_computed", new SqlType(SqlKind.Bit)),
        ],
        ["sys.indexes"] =
            [new("object_id", SqlType.Number), new("index_id", SqlType.Number), new("is_primary_key", new SqlType(SqlKind.Bit))],
        ["sys.index_columns"] =
        [
            new("object_id", SqlType.Number), new("index_id", SqlType.Number), new("column_id", SqlType.Number),
            new("key_ordinal", SqlType.Number),
        ],
        ["sys.foreign_keys"] = [new("parent_object_id", SqlType.Number), new("referenced_object_id", SqlType.Number)],
    };

    /// <summary>The schema that the migrations for SQL Server make, together with the journal of migrations.</summary>
    public static SqlSchema Current { get; } = SchemaBuilder.Build(
        [Dialect.SqlServer.CreateJournal, .. Batches]).Schema;

    /// <summary>The batches of all migrations for SQL Server, in their order.</summary>
    public static IEnumerable<string> Batches => Migrations.Embedded(Dialect.SqlServer)
        .OrderBy(migration => migration.Name, StringComparer.Ordinal).SelectMany(migration => Dialect.SqlServer.Batches(migration.Script));

    public IEnumerable<string> Tables => tables.Keys.Where(name => !name.StartsWith("sys.", StringComparison.Ordinal));

    public IReadOnlyList<SqlColumn>? Find(string table) => tables.GetValueOrDefault(table);

    public void Create(string table) => tables.Add(table, []);

    public void Drop(string table) => tables.Remove(table);

    public void Rename(string table, string name)
    {
        tables.Add(name, tables[table]);
        tables.Remove(table);
    }

    public bool Rename(string table, string column, string name)
    {
        if (!tables.TryGetValue(table, out var columns) || columns.FindIndex(each => each.Name == column) is not (>= 0 and var place))
        {
            return false;
        }

        columns[place] = columns[place] with { Name = name };
        return true;
    }

    public void Add(string table, SqlColumn column) => tables[table].Add(column);

    public bool Remove(string table, string column) => tables[table].RemoveAll(each => each.Name == column) > 0;
}
