using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>What can be said of the database in passing.</summary>
/// <param name="Product">The name that the database goes by.</param>
/// <param name="File">The file of a SQLite database; null for a server.</param>
/// <param name="Bytes">How large it is; null where the server does not tell.</param>
/// <param name="FreeBytes">What is left on the disk of the file; null for a server, and where it cannot be told.</param>
/// <param name="Migrations">How many migrations were applied.</param>
/// <param name="LastMigration">The last of them.</param>
/// <param name="MigratedAt">When it was applied, UTC.</param>
public sealed record DatabaseFacts(
    string Product, string? File, long? Bytes, long? FreeBytes, int Migrations, string LastMigration, DateTimeOffset MigratedAt);

/// <summary>Reads the facts of the database; cheap at any size.</summary>
public sealed class DatabaseFactsQuery
{
    private readonly Database database;
    private readonly UnitOfWork work;

    internal DatabaseFactsQuery(Database database, UnitOfWork work) => (this.database, this.work) = (database, work);

    private sealed record Applied(string Name, DateTimeOffset AppliedAt);

    /// <summary>The facts as of now.</summary>
    public async Task<DatabaseFacts> Facts(CancellationToken cancellation)
    {
        var migrations = await work.Query<Applied>("SELECT name, applied_at FROM schema_migrations ORDER BY name", null, cancellation);
        return new DatabaseFacts(
            database.Product, database.FilePath,
            await work.Single<long?>(database.Dialect.Size, null, cancellation), Free(database.FilePath),
            migrations.Count, migrations[^1].Name, migrations[^1].AppliedAt);
    }

    private static long? Free(string? file)
    {
        try
        {
            return file is null ? null : new DriveInfo(file).AvailableFreeSpace;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
