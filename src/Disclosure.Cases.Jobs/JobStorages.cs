using Disclosure.Cases.Storage;
using Disclosure.Cases.Storage.Connections;
using Hangfire;
using Hangfire.InMemory;
using Hangfire.SqlServer;
using Microsoft.Data.SqlClient;

namespace Disclosure.Cases.Jobs;

/// <summary>
/// Where Hangfire keeps its jobs: with a server in the schema <c>hangfire</c> of the records' own database, shared by all
/// servers; with SQLite, which means one host, in memory. What must outlast a kill stands in the records, not here.
/// </summary>
internal sealed class JobStorages : IDisposable
{
    // Only what failed is looked at later than this.
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(2);

    private readonly InMemoryStorage memory = new(new InMemoryStorageOptions { MaxExpirationTime = KeptFor });

    public JobStorages(StorageOptions records)
        : this(SharedOf(records))
    {
    }

    /// <summary>With a storage that other servers share, or null for none.</summary>
    internal JobStorages(JobStorage? shared) => (AreShared, Shared) = (shared is not null, shared ?? memory);

    /// <summary>Whether other servers see <see cref="Shared"/>.</summary>
    public bool AreShared { get; }

    /// <summary>The jobs that are done once for all servers.</summary>
    public JobStorage Shared { get; }

    /// <summary>The jobs that each process does for itself; the same storage where there is but one process.</summary>
    public JobStorage Own => memory;

    public void Dispose()
    {
        memory.Dispose();
        (Shared as PostgreSqlJobStorage)?.Dispose();
    }

    private static JobStorage? SharedOf(StorageOptions records)
    {
        const string Schema = "hangfire";
        using var database = new Database(records.ConnectionString);
        return database.Kind switch
        {
            DatabaseKind.SqlServer => new SqlServerStorage(
                records.ConnectionString,
                new SqlServerStorageOptions { SchemaName = Schema, SqlClientFactory = SqlClientFactory.Instance }),
            DatabaseKind.PostgreSql => new PostgreSqlJobStorage(records.ConnectionString, Schema),
            _ => null,
        };
    }
}
