using System.Data.Common;
using Dapper;
using Disclosure.Cases.Storage.Mapping;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>The database of the office: which one it is, and connections to it. One instance a process.</summary>
public sealed class Database : IDisposable
{
    private static readonly string[] SqlServerKeys = ["Server", "Initial Catalog", "Database", "Integrated Security", "User ID"];

    private readonly string connectionString;
    private readonly SemaphoreSlim? writers;

    /// <summary>The database behind a connection string; nothing is opened yet.</summary>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no file.</exception>
    public Database(string connectionString)
    {
        RowMapping.Install();
        var parts = new DbConnectionStringBuilder { ConnectionString = connectionString };
        Dialect = Array.Exists(SqlServerKeys, parts.ContainsKey) ? Dialect.SqlServer : Dialect.Sqlite;
        this.connectionString = IsSqlite
            ? new SqliteConnectionStringBuilder(connectionString).ConnectionString
            : new SqlConnectionStringBuilder(connectionString).ConnectionString;
        writers = Dialect.HasOneWriter ? new SemaphoreSlim(1, 1) : null;
        if (IsSqlite)
        {
            var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
            if (string.IsNullOrWhiteSpace(file) || file == ":memory:")
            {
                throw new ArgumentException("The records need a file: Data Source=/path/to/cases.db.", nameof(connectionString));
            }

            FilePath = Path.GetFullPath(file);
        }
    }

    /// <summary>Whether it is SQLite; else it is SQL Server.</summary>
    public bool IsSqlite => Dialect == Dialect.Sqlite;

    /// <summary>The file of a SQLite database; null for SQL Server.</summary>
    public string? FilePath { get; }

    internal Dialect Dialect { get; }

    /// <summary>A connection to read from.</summary>
    internal async Task<DbConnection> Open(CancellationToken cancellation = default)
    {
        if (FilePath is not null)
        {
            PrivateFile.Ensure(FilePath);
        }

        var connection = Dialect.Connect(connectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            if (Dialect.OnOpen is { } sql)
            {
                await connection.ExecuteAsync(sql);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>A connection with a transaction to write in; where there can be only one, it waits for its turn.</summary>
    internal async Task<OpenTransaction> BeginWrite(CancellationToken cancellation = default)
    {
        if (writers is not null)
        {
            await writers.WaitAsync(cancellation);
        }

        try
        {
            var connection = await Open(cancellation);
            try
            {
                // SQLite: BEGIN IMMEDIATE, so that nobody reads what another is about to change and then fails to write.
                return new OpenTransaction(connection, await connection.BeginTransactionAsync(cancellation), writers);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        catch
        {
            writers?.Release();
            throw;
        }
    }

    /// <summary>A connection on which everything is read as of one moment, whatever others write meanwhile.</summary>
    internal async Task<OpenTransaction> BeginSnapshot()
    {
        var connection = await Open();
        try
        {
            return new OpenTransaction(connection, Dialect.BeginSnapshot(connection), null);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writers?.Dispose();
}

/// <summary>A transaction under way, with the connection and the turn that it holds.</summary>
internal sealed class OpenTransaction(DbConnection connection, DbTransaction transaction, SemaphoreSlim? turn) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    // A commit is not called off half-way: whoever asked is told what became of it.
    public Task Commit() => transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await transaction.DisposeAsync();
            await connection.DisposeAsync();
        }
        finally
        {
            turn?.Release();
        }
    }
}
