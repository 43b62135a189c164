using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>What is never sent to SQL Server, and so is not read as its SQL.</summary>
internal static class SqliteOnly
{
    /// <summary>Stands at the beginning of a text for SQLite alone.</summary>
    public const string Mark = "/* SQLite only */ ";

    /// <summary>The backup's statements, which SQL Server makes itself, what asks SQLite for its schema, and what tries it.</summary>
    public static readonly IReadOnlySet<string> Texts = new HashSet<string>
    {
        "VACUUM INTO @path", "PRAGMA integrity_check", "PRAGMA journal_mode = DELETE", Dialect.Sqlite.Schema, Dialect.Sqlite.TrialWrite,
        Dialect.Sqlite.Columns, Dialect.Sqlite.References,
    };
}
