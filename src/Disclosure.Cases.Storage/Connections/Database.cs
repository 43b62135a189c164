using System.Data;
using System.Data.Common;
using Disclosure.Cases.Storage.Mapping;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>The database of the office: which one it is, and connections to it. One instance a process.</summary>
public sealed class Database : IDisposable
{
    private const string PostgreSqlKey = "Host";

    private static readonly string[] SqlServerKeys = ["Server", "Initial Catalog", "Database", "Integrated Security", "User ID"];

    private readonly Retries retries;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim? writers;

    /// <summary>The database behind a connection string; nothing is opened yet.</summary>
    /// <param name="retries">How often what the database broke off is done again; null: <see cref="Retries.Usual"/>.</param>
    /// <param name="time">What the pauses between are measured by; null: the system's clock.</param>
    /// <exception cref="ArgumentException">The connection string cannot be read, or names no file.</exception>
    public Database(string connectionString, Retries? retries = null, TimeProvider? time = null)
        : this(connectionString, DialectOf(connectionString), retries, time)
    {
    }

    internal Database(string connectionString, Dialect dialect, Retries? retries, TimeProvider? time)
    {
        RowMapping.Install();
        (Dialect, this.retries, this.time) = (dialect, retries ?? Retries.Usual, time ?? TimeProvider.System);
        var keys = Kind switch
        {
            DatabaseKind.Sqlite => new SqliteConnectionStringBuilder(connectionString),
            DatabaseKind.SqlServer => (DbConnectionStringBuilder)new SqlConnectionStringBuilder(connectionString),
            _ => Dialect.WithLimits(new NpgsqlConnectionStringBuilder(connectionString)),
        };
        (ConnectionString, ReadTimeout) = (keys.ConnectionString, Dialect.ReadTimeoutOf(keys));
        writers = Dialect.HasOneWriter ? new SemaphoreSlim(1, 1) : null;
        if (Kind == DatabaseKind.Sqlite)
        {
            var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
            if (string.IsNullOrWhiteSpace(file) || file == ":memory:")
            {
                throw new ArgumentException("The records need a file: Data Source=/path/to/cases.db.", nameof(connectionString));
            }

            FilePath = Path.GetFullPath(file);
        }
    }

    /// <summary>Which database it is.</summary>
    public DatabaseKind Kind => Dialect.Kind;

    /// <summary>The name that it goes by.</summary>
    public string Product => Dialect.Product;

    /// <summary>What a server is backed up with; null for SQLite, which <see cref="Maintenance.Backup"/> copies.</summary>
    public string? OwnBackup => Dialect.OwnBackup;

    /// <summary>The file of a SQLite database; null for a server.</summary>
    public string? FilePath { get; }

    /// <summary>What it is opened by: what was said, and the limits that were not.</summary>
    public string ConnectionString { get; }

    /// <summary>How many seconds a statement may take that only reads, and waits for nobody; null: as long as any.</summary>
    internal int? ReadTimeout { get; }

    internal Dialect Dialect { get; }

    /// <summary>
    /// Does a piece of work, and again from its beginning when the database broke it off in passing: a deadlock, a
    /// time-out, a connection lost in a failover. The work opens its own connection and leaves nothing behind when it fails.
    /// </summary>
    internal async Task<T> Retry<T>(Func<Task<T>> work, CancellationToken cancellation)
    {
        var began = time.GetTimestamp();
        for (var times = 0; ; times++)
        {
            try
            {
                return await work();
            }
            catch (DbException problem) when (times < retries.Times && Dialect.IsTransient(problem)
                && (Dialect.IsDeadlock(problem) || time.GetElapsedTime(began) < retries.Patience))
            {
                Telemetry.Retries.Add(1);
                await Task.Delay(retries.PauseBefore(times), time, cancellation);
            }
        }
    }

    /// <summary>A connection to read from.</summary>
    internal async Task<DbConnection> Open(CancellationToken cancellation)
    {
        if (FilePath is not null)
        {
            PrivateFile.Ensure(FilePath);
        }

        var connection = Dialect.Connect(ConnectionString);
        try
        {
            await connection.OpenAsync(cancellation);
            if (Dialect.OnOpen is { } sql)
            {
                await Rows.Execute(connection, sql, null, null, cancellation);
            }

            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same without waiting, on a server.</summary>
    internal DbConnection OpenNow()
    {
        var connection = Dialect.Connect(ConnectionString);
        connection.Open();
        return connection;
    }

    /// <summary>A connection with a transaction to write in; where there can be only one, it waits for its turn.</summary>
    internal async Task<OpenTransaction> BeginWrite(CancellationToken cancellation)
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
                // Servers: said aloud, for a pooled connection keeps the level of the snapshot that it last read by.
                return new OpenTransaction(
                    connection, await connection.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellation), writers);
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
    internal async Task<OpenTransaction> BeginSnapshot(CancellationToken cancellation)
    {
        var connection = await Open(cancellation);
        try
        {
            var transaction = Dialect.BeginSnapshot(connection);

            // Npgsql sends the beginning with the first statement: that is here, so that a connection which was lost in the pool is noticed
            // while another one can be taken, and not in the middle of what is read.
            await Rows.Query<int>(connection, "SELECT 1", null, transaction, cancellation);
            return new OpenTransaction(connection, transaction, null);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => writers?.Dispose();

    private static Dialect DialectOf(string connectionString) =>
        new DbConnectionStringBuilder { ConnectionString = connectionString } is var keys && keys.ContainsKey(PostgreSqlKey)
            ? Dialect.PostgreSql
            : Array.Exists(SqlServerKeys, keys.ContainsKey) ? Dialect.SqlServer : Dialect.Sqlite;
}
