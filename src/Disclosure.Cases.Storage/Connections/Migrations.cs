using System.Data.Common;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>A step of the schema.</summary>
/// <param name="Name">The file's name; the steps are taken in the order of their names.</param>
/// <param name="Script">Its SQL.</param>
public sealed record Migration(string Name, string Script)
{
    /// <summary>SHA-256 of the script, lower-case hexadecimal; the kind of line end makes no difference.</summary>
    public string Checksum => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Script.ReplaceLineEndings("\n"))));
}

/// <summary>The schema and the journal of its migrations do not fit together.</summary>
public sealed class MigrationException(string message) : Exception(message);

/// <summary>Forward-only migrations, journalled with their checksums.</summary>
public sealed partial class Migrations
{
    // A step may take as long as the records are many.
    private const int NoTimeout = 0;

    private readonly Database database;
    private readonly TimeProvider time;
    private readonly IReadOnlyList<Migration> scripts;
    private readonly bool isCopying;
    private IReadOnlyDictionary<string, string?>? expected;

    /// <summary>The migrations that the application carries.</summary>
    public Migrations(Database database, TimeProvider time)
        : this(database, time, Embedded(database.Dialect))
    {
    }

    internal Migrations(Database database, TimeProvider time, IReadOnlyList<Migration> scripts, bool isCopying = false)
    {
        this.database = database;
        this.time = time;
        this.isCopying = isCopying;
        this.scripts = [.. scripts.OrderBy(script => script.Name, StringComparer.Ordinal)];
    }

    /// <summary>Brings the schema up to date; each step is taken whole or not at all.</summary>
    /// <returns>The names of the steps taken now.</returns>
    /// <exception cref="MigrationException">A step taken earlier was changed since, or is unknown to this version; or a copy into this
    /// database is not finished.</exception>
    public async Task<IReadOnlyList<string>> Apply(CancellationToken cancellation)
    {
        await database.Retry(() => Prepare(cancellation), cancellation);
        var taken = new List<string>();
        while (await database.Retry(() => Next(cancellation), cancellation) is { } step)
        {
            if (await database.Retry(() => Take(step, cancellation), cancellation))
            {
                taken.Add(step.Name);
            }
        }

        return taken;
    }

    /// <summary>Whether the schema is this version's, no step missing.</summary>
    /// <exception cref="MigrationException">A step taken earlier was changed since, or is unknown to this version.</exception>
    public async Task<bool> AreApplied(CancellationToken cancellation) =>
        await database.Retry(() => Next(cancellation), cancellation) is null;

    /// <summary>The schema that all steps together make, by the names of its parts; made once.</summary>
    internal async Task<IReadOnlyDictionary<string, string?>> Expected(CancellationToken cancellation) =>
        expected ??= await database.Dialect.SchemaOf(
            [database.Dialect.CreateJournal, .. scripts.Select(script => script.Script)], cancellation);

    internal static IReadOnlyList<Migration> Embedded(Dialect dialect)
    {
        var prefix = $"database/{dialect.Folder}/";
        var assembly = Assembly.GetExecutingAssembly();
        return [.. assembly.GetManifestResourceNames()
            .Select(name => (Resource: name, Path: name.Replace('\\', '/')))
            .Where(name => name.Path.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name =>
            {
                using var reader = new StreamReader(assembly.GetManifestResourceStream(name.Resource)!, Encoding.UTF8);
                return new Migration(name.Path[prefix.Length..], reader.ReadToEnd());
            })];
    }

    private async Task<int> Prepare(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        if (database.Dialect.OnFirstUse is { } sql)
        {
            await Rows.Execute(connection, sql, null, null, cancellation);
        }

        return await Rows.Execute(connection, database.Dialect.CreateJournal, null, null, cancellation);
    }

    // The first step that the journal does not have; what it has must be what this version knows.
    private async Task<Migration?> Next(CancellationToken cancellation)
    {
        await using var connection = await database.Open(cancellation);
        var journal = await Rows.Query<(string Name, string Checksum)>(
            connection, "SELECT name, checksum FROM schema_migrations ORDER BY name", null, null, cancellation);
        foreach (var (name, checksum) in journal)
        {
            if (name == CopyMark)
            {
                if (isCopying)
                {
                    continue;
                }

                throw UnfinishedCopy();
            }

            var script = scripts.FirstOrDefault(script => script.Name == name)
                ?? throw new MigrationException(
                    $"The database has the migration '{name}', which this version does not know: it is newer than the application.");
            if (script.Checksum != checksum)
            {
                throw new MigrationException($"The migration '{name}' was changed after it had been applied "
                    + $"({checksum[..12]}… then, {script.Checksum[..12]}… now).");
            }
        }

        return scripts.FirstOrDefault(script => journal.All(entry => entry.Name != script.Name));
    }

    // Journalled first: of two hosts that start at once, the second waits for the first one's entry and then finds the step taken.
    private async Task<bool> Take(Migration step, CancellationToken cancellation)
    {
        await using var write = await database.BeginWrite(cancellation);
        if (database.Dialect.OnMigration is { } sql)
        {
            await Rows.Execute(write.Connection, sql, null, write.Transaction, cancellation, NoTimeout);
        }

        try
        {
            await Rows.Execute(
                write.Connection,
                "INSERT INTO schema_migrations (name, checksum, applied_at) VALUES (@Name, @Checksum, @now)",
                new { step.Name, step.Checksum, now = time.GetUtcNow() },
                write.Transaction,
                cancellation,
                NoTimeout);
        }
        catch (DbException problem) when (database.Dialect.IsUniqueViolation(problem))
        {
            return false;
        }

        foreach (var batch in database.Dialect.Batches(step.Script))
        {
            await Rows.Execute(write.Connection, batch, null, write.Transaction, cancellation, NoTimeout);
        }

        await write.Commit();
        return true;
    }
}
