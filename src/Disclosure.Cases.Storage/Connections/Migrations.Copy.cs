using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Connections;

// A database into which the records of another one are being copied: a row of the journal says so until they all are there and proved.
// No host and no command starts on it, not even one of an earlier version, which takes the row for a migration that it does not know.
public sealed partial class Migrations
{
    /// <summary>The table of the journal.</summary>
    internal const string Journal = "schema_migrations";

    // Its checksum is that of the source as it is copied.
    private const string CopyMark = "copy-to: not finished";

    /// <summary>Puts the mark into a database that no migration was applied to; elsewhere nothing is done.</summary>
    /// <param name="source">64 characters that tell the source, as it is, from others.</param>
    internal async Task BeginCopy(string source, CancellationToken cancellation)
    {
        await database.Retry(() => Prepare(cancellation), cancellation);
        await database.Retry(
            async () =>
            {
                await using var write = await database.BeginWrite(cancellation);
                if (database.Dialect.OnMigration is { } sql)
                {
                    await Rows.Execute(write.Connection, sql, null, write.Transaction, cancellation, NoTimeout);
                }

                await Rows.Execute(
                    write.Connection,
                    """
                    INSERT INTO schema_migrations (name, checksum, applied_at)
                    SELECT @CopyMark, @source, @now WHERE NOT EXISTS (SELECT 1 FROM schema_migrations)
                    """,
                    new { CopyMark, source, now = time.GetUtcNow() },
                    write.Transaction,
                    cancellation);
                await write.Commit();
                return true;
            },
            cancellation);
    }

    /// <summary>What was told of the source when the copy began; null: there is none that is not finished.</summary>
    internal Task<string?> CopiedSource(CancellationToken cancellation) => database.Retry(
        async () =>
        {
            await using var connection = await database.Open(cancellation);
            return (await Rows.Query<string>(
                connection, "SELECT checksum FROM schema_migrations WHERE name = @CopyMark", new { CopyMark }, null, cancellation))
                .SingleOrDefault();
        },
        cancellation);

    /// <summary>Takes the mark away, in the transaction under way.</summary>
    internal static Task EndCopy(UnitOfWork work, CancellationToken cancellation) =>
        work.Execute("DELETE FROM schema_migrations WHERE name = @CopyMark", new { CopyMark }, cancellation);

    private static MigrationException UnfinishedCopy() => new(
        "向该数据库的复制尚未完成：请再次运行 disclosure copy-to 把它完成，或者清空该数据库。 "
        + "The copy into this database is not finished: run disclosure copy-to again to finish it, or empty the database.");
}
