using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Testing;

internal interface ITestDatabase : IAsyncDisposable
{
    string ConnectionString { get; }
}

/// <summary>The databases that there are: SQLite always, servers where they are named.</summary>
internal static class TestDatabases
{
    public const string Sqlite = "SQLite";
    public const string SqlServer = "SQL Server";
    public const string PostgreSql = "PostgreSQL";

    private static readonly Dictionary<string, (string Variable, Func<string, Task<ITestDatabase>> Create)> Servers =
        new()
        {
            [SqlServer] = ("DISCLOSURE_TEST_SQLSERVER", SqlServerDatabase.Create),
            [PostgreSql] = ("DISCLOSURE_TEST_POSTGRESQL", PostgreSqlDatabase.Create),
        };

    public static async Task<ITestDatabase> New(string kind, string folder)
    {
        if (kind == Sqlite)
        {
            await MigratedFile.CopyTo(FileIn(folder));
            return In(folder);
        }

        var (variable, create) = Servers[kind];
        var server = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(server))
        {
            Assert.Ignore($"No {kind}: {variable} holds no connection string.");
        }

        return await create(server!);
    }

    /// <summary>The SQLite database that stands in a folder.</summary>
    public static ITestDatabase In(string folder) => new SqliteFile(FileIn(folder));

    private static string FileIn(string folder) => Path.Combine(folder, "cases.db");

    private sealed class SqliteFile(string path) : ITestDatabase
    {
        public string ConnectionString => $"Data Source={path}";

        public ValueTask DisposeAsync()
        {
            using var connection = new SqliteConnection(ConnectionString);
            SqliteConnection.ClearPool(connection);
            return ValueTask.CompletedTask;
        }
    }
}
