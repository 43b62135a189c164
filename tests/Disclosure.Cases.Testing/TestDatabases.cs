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

    private static readonly Dictionary<string, (
        string Variable, Func<string, Task<ITestDatabase>> Create, Func<string, Task<ITestDatabase>> CreateEmpty)> Servers =
        new()
        {
            [SqlServer] = ("DISCLOSURE_TEST_SQLSERVER", SqlServerDatabase.Create, SqlServerDatabase.Create),
            [PostgreSql] = ("DISCLOSURE_TEST_POSTGRESQL", PostgreSqlDatabase.Create, PostgreSqlDatabase.CreateEmpty),
        };

    /// <summary>Whether a server of that kind is named.</summary>
    public static bool IsNamed(string kind) => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Servers[kind].Variable));

    public static async Task<ITestDatabase> New(string kind, string folder)
    {
        if (kind == Sqlite)
        {
            await MigratedFile.CopyTo(FileIn(folder));
            return In(folder);
        }

        return await Servers[kind].Create(Server(kind));
    }

    /// <summary>A database that has nothing in it, not even a schema.</summary>
    /// <param name="folder">The folder of a SQLite database, which has none yet.</param>
    public static async Task<ITestDatabase> Empty(string kind, string folder) =>
        kind == Sqlite ? In(folder) : await Servers[kind].CreateEmpty(Server(kind));

    /// <summary>The SQLite database that stands in a folder.</summary>
    public static ITestDatabase In(string folder) => new SqliteFile(FileIn(folder));

    private static string Server(string kind)
    {
        var variable = Servers[kind].Variable;
        var server = Environment.GetEnvironmentVariable(variable);
        if (string.IsNullOrEmpty(server))
        {
            Assert.Ignore($"No {kind}: {variable} holds no connection string.");
        }

        return server!;
    }

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
