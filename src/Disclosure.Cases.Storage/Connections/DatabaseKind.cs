namespace Disclosure.Cases.Storage.Connections;

/// <summary>The databases that the records can stand in.</summary>
public enum DatabaseKind
{
    /// <summary>SQLite: a file, for one host.</summary>
    Sqlite,

    /// <summary>SQL Server.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    PostgreSql,
}
