using Dapper;
using Microsoft.Data.SqlClient;

namespace Disclosure.Cases.Testing;

/// <summary>A database of its own on a server, dropped afterwards.</summary>
internal sealed class SqlServerDatabase : ITestDatabase
{
    private readonly string server;
    private readonly string name;

    private SqlServerDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string ConnectionString => new SqlConnectionStringBuilder(server) { InitialCatalog = name }.ConnectionString;

    public static async Task<ITestDatabase> Create(string server)
    {
        var name = $"disclosure_{Guid.NewGuid():N}";
        await using var connection = new SqlConnection(server);
        await connection.ExecuteAsync($"CREATE DATABASE [{name}]");
        return new SqlServerDatabase(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        SqlConnection.ClearAllPools();
        await using var connection = new SqlConnection(server);
        try
        {
            await connection.ExecuteAsync($"ALTER DATABASE [{name}] SET SINGLE_USER WITH ROLLBACK IMMEDIATE");
        }
        catch (SqlException)
        {
            // Not every server that speaks the protocol can throw others out; our own connections are closed in any case.
        }

        await connection.ExecuteAsync($"DROP DATABASE [{name}]");
    }
}
