using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Tests;

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
            return new SqliteFile(Path.Combine(folder, "cases.db"));
        }

        var server = Environment.GetEnvironmentVariable(SqlServerVariable);
        if (string.IsNullOrEmpty(server))
        {
            Assert.Ignore($"No SQL Server: {SqlServerVariable} holds no connection string.");
        }

        return await SqlServerDatabase.Create(server!);
    }

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
