using Dapper;
using Disclosure.Cases.Storage.Connections;
using Npgsql;

namespace Disclosure.Cases.Testing;

/// <summary>A database of its own on a server, with this version's schema and nothing in it, dropped afterwards.</summary>
internal sealed class PostgreSqlDatabase : ITestDatabase
{
    private static readonly Lock Making = new();
    private static Task<string>? template;

    private readonly string server;
    private readonly string name;

    private PostgreSqlDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string ConnectionString => Named(server, name);

    public static async Task<ITestDatabase> Create(string server)
    {
        Task<string> made;
        lock (Making)
        {
            made = template ??= MakeTemplate(server);
        }

        var name = NewName();
        await Tell(server, $"CREATE DATABASE {name} TEMPLATE {await made}");
        return new PostgreSqlDatabase(server, name);
    }

    public static async Task<ITestDatabase> CreateEmpty(string server)
    {
        var name = NewName();
        await Tell(server, $"CREATE DATABASE {name} TEMPLATE template0");
        return new PostgreSqlDatabase(server, name);
    }

    public async ValueTask DisposeAsync()
    {
        await using (var own = new NpgsqlConnection(ConnectionString))
        {
            NpgsqlConnection.ClearPool(own);
        }

        await Drop(server, name);
    }

    // Migrated once a process and copied; the process drops it when it ends.
    private static async Task<string> MakeTemplate(string server)
    {
        var name = NewName();
        await Tell(server, $"CREATE DATABASE {name}");
        using (var database = new Database($"{Named(server, name)};Pooling=false"))
        {
            await new Migrations(database, TimeProvider.System).Apply(default);
        }

        AppDomain.CurrentDomain.ProcessExit += (_, _) => Drop(server, name).Wait();
        return name;
    }

    private static string NewName() => $"disclosure_{Guid.NewGuid():N}";

    private static string Named(string server, string name) =>
        new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;

    private static Task Drop(string server, string name) => Tell(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");

    private static async Task Tell(string server, string sql)
    {
        await using var connection = new NpgsqlConnection(server);
        await connection.ExecuteAsync(sql);
    }
}
