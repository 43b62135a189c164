using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Testing;

internal interface ITestDatabase : IAsyncDisposable
{
    string ConnectionString { get; }
}

/// <summary>The databases that there are: SQLite always, SQL Server where it is named.</summary>
internal static class TestDatabases
{
    public const string Sqlite = "SQLite";
    public const string SqlServer = "SQL Server";
    private const string SqlServerVariable = "DISCLOSURE_TEST_SQLSERVER";

    public static async Task<ITestDatabase> New(string kind, string folder)
    {
        if (kind == Sqlite)
        {
            await MigratedFile.CopyTo(FileIn(folder));
            return In(folder);
        }

        var server = Environment.GetEnvironmentVariable(SqlServerVariable);
        if (string.IsNullOrEmpty(server))
        {
            Assert.Ignore($"No SQL Server: {SqlServerVariable} holds no connection string.");
        }

        return await SqlServerDatabase.Create(server!);
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
