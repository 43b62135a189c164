using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>How far a copy is.</summary>
/// <param name="Code">The key of its sentence.</param>
/// <param name="Arguments">What the sentence's placeholders stand for.</param>
public sealed record CopyProgress(string Code, params IReadOnlyList<object> Arguments);

/// <summary>What was copied to another database.</summary>
/// <param name="Tables">How many tables.</param>
/// <param name="Rows">How many rows.</param>
/// <param name="Files">How many files.</param>
/// <param name="Bytes">How long these are together.</param>
/// <param name="From">The database that was copied, by the name that its kind goes by.</param>
/// <param name="To">The other one.</param>
public sealed record CopiedRecords(int Tables, long Rows, long Files, long Bytes, string From, string To);

/// <summary>
/// Copies all records to another database, of whatever kind, and leaves those that are there as they are. They are proved before; then all
/// rows are copied, compared one by one, and proved over there. Until then no host starts on the other database. A copy that was broken off
/// goes on where it stood.
/// </summary>
public sealed class DatabaseCopy(
    Database database, StorageOptions options, CurrentActor actor, TimeProvider time, Retries retries)
{
    /// <summary>How many rows one transaction takes at most.</summary>
    internal int RowsAtOnce { get; init; } = 2000;

    private sealed record State(string Fingerprint, IReadOnlyDictionary<string, long> Rows);

    /// <summary>Copies the records, or goes on copying them.</summary>
    /// <param name="connectionString">The other database: empty, or one that a copy of these records was begun in.</param>
    /// <param name="report">Hears how far it is, often.</param>
    /// <exception cref="DbException">One of the databases cannot be reached, or failed.</exception>
    /// <exception cref="MigrationException">The schema of one is newer than this version.</exception>
    public async Task<Result<CopiedRecords>> To(
        string connectionString, Action<CopyProgress> report, CancellationToken cancellation)
    {
        if (database.FilePath is { } file && !File.Exists(file))
        {
            return new Refusal("copy.noSource", file);
        }

        try
        {
            using var place = SoleJobServer.Take(database);
            await using var source = new RecordsCopy(options, time, retries, isCopying: false);
            await using var target = new RecordsCopy(
                options.But(other => other.ConnectionString = connectionString), time, retries, isCopying: true, actor.Value);
            return await target.With((Database to) => Copy(source, target, to, report, cancellation));
        }
        catch (JobsRunElsewhereException)
        {
            return new Refusal("copy.inUse");
        }
        catch (RefusedException problem)
        {
            return problem.Refusal;
        }
        catch (DbException problem) when (SqliteFiles.IsBusy(problem))
        {
            return new Refusal("copy.inUse");
        }
    }

    private async Task<Result<CopiedRecords>> Copy(
        RecordsCopy source, RecordsCopy target, Database to, Action<CopyProgress> report, CancellationToken cancellation)
    {
        var tables = await StoredTable.All(database, cancellation);
        if (tables.All(table => table.Name != Migrations.Journal)
            || !await source.With((Migrations migrations) => migrations.AreApplied(cancellation)))
        {
            return new Refusal("copy.sourceSchema");
        }

        tables = [.. tables.Where(table => table.Name != Migrations.Journal)];
        await using var held = await Hold(cancellation);
        await using var snapshot = await database.BeginSnapshot(cancellation);
        var state = await StateOf(snapshot, tables, cancellation);
        if (await Unwanted(target, to, state.Fingerprint, cancellation) is { } unwanted)
        {
            return unwanted;
        }

        report(new CopyProgress("cli.copy.proves", database.Product));
        if (await Findings(source, cancellation) is { Count: > 0 } findings)
        {
            return Result<CopiedRecords>.Refused(findings);
        }

        var ordered = await Prepare(target, to, tables, state.Fingerprint, cancellation);
        var (copy, all) = (new RowCopy(snapshot, database.Dialect, to, RowsAtOnce), state.Rows.Values.Sum());
        foreach (var (table, before) in Before(ordered, state))
        {
            await copy.Copy(
                table, rows => report(new CopyProgress("cli.copy.copies", before + rows, all, table.Name)), cancellation);
        }

        var (contents, differences) = (new List<TableContent>(), new List<Refusal>());
        foreach (var (table, before) in Before(ordered, state))
        {
            var (content, difference) = await copy.Compare(
                table, rows => report(new CopyProgress("cli.copy.compares", before + rows, all, table.Name)), cancellation);
            contents.Add(content);
            if (difference is not null)
            {
                differences.Add(new Refusal("copy.differs", table.Name, difference));
            }
        }

        if (differences.Count > 0)
        {
            return Result<CopiedRecords>.Refused([.. differences, new Refusal("copy.again")]);
        }

        report(new CopyProgress("cli.copy.proves", to.Product));
        if (await Findings(target, cancellation) is { Count: > 0 } found)
        {
            return Result<CopiedRecords>.Refused(found);
        }

        await using (var now = await database.BeginSnapshot(cancellation))
        {
            if ((await StateOf(now, tables, cancellation)).Fingerprint != state.Fingerprint)
            {
                return Result<CopiedRecords>.Refused([new Refusal("copy.sourceChanged"), new Refusal("copy.again")]);
            }
        }

        await Finish(target, to, cancellation);
        return new CopiedRecords(
            ordered.Count, contents.Sum(each => each.Rows), contents.Sum(each => each.Files), contents.Sum(each => each.Bytes),
            database.Product, to.Product);
    }

    // Whoever records anything has to change one of these rows, and waits. It is never committed.
    private async Task<OpenTransaction> Hold(CancellationToken cancellation)
    {
        var held = await database.BeginWrite(cancellation);
        try
        {
            await Rows.Execute(held.Connection, "UPDATE chains SET length = length", null, held.Transaction, cancellation);
            return held;
        }
        catch
        {
            await held.DisposeAsync();
            throw;
        }
    }

    // By the ends of its chains and the number of its rows a database is told from others, and from what it was before.
    private static async Task<State> StateOf(OpenTransaction snapshot, IReadOnlyList<StoredTable> tables, CancellationToken cancellation)
    {
        var rows = new Dictionary<string, long>();
        foreach (var table in tables)
        {
            rows[table.Name] = (await Rows.Query<long>(
                snapshot.Connection, table.Count, null, snapshot.Transaction, cancellation, timeout: 0))[0];
        }

        var chains = await Rows.Query<ChainRow>(
            snapshot.Connection, "SELECT chain, length, head FROM chains ORDER BY chain", null, snapshot.Transaction, cancellation);
        var steps = await Rows.Query<string>(
            snapshot.Connection, "SELECT name FROM schema_migrations ORDER BY name", null, snapshot.Transaction, cancellation);
        var told = string.Join('\n', [.. steps, .. chains.Select(chain => chain.ToString()), .. rows.Select(table => table.ToString())]);
        return new State(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(told))), rows);
    }

    // Before anything is written to it.
    private static async Task<Refusal?> Unwanted(RecordsCopy target, Database to, string source, CancellationToken cancellation)
    {
        var tables = await StoredTable.All(to, cancellation);
        if (tables.Count == 0)
        {
            return null;
        }

        var begun = tables.Any(table => table.Name == Migrations.Journal)
            ? await target.With((Migrations migrations) => migrations.CopiedSource(cancellation))
            : null;
        return begun == source ? null
            : begun is not null ? new Refusal("copy.otherSource")
            : tables is [{ Name: Migrations.Journal }] ? null
            : new Refusal("copy.notEmpty");
    }

    // The tables of the target in the order in which they can be filled.
    private static async Task<IReadOnlyList<StoredTable>> Prepare(
        RecordsCopy target, Database to, IReadOnlyList<StoredTable> tables, string source, CancellationToken cancellation)
    {
        await target.With(async (Migrations migrations) =>
        {
            await migrations.BeginCopy(source, cancellation);
            if (await migrations.CopiedSource(cancellation) != source)
            {
                // Somebody else was faster.
                throw new RefusedException("The target is not empty any more.", new Refusal("copy.notEmpty"));
            }

            return await migrations.Apply(cancellation);
        });
        var ordered = (await StoredTable.All(to, cancellation)).Where(table => table.Name != Migrations.Journal).ToList();
        var others = tables.Where(table => !ordered.Exists(table.IsLike)).Concat(ordered.Where(table => !tables.Any(table.IsLike)));
        return others.Select(table => table.Name).Distinct().ToList() is [_, ..] different
            ? throw new InvalidOperationException($"These tables are not alike in both databases: {string.Join(", ", different)}.")
            : ordered;
    }

    // Each table with the number of rows of those before it.
    private static IEnumerable<(StoredTable Table, long Before)> Before(IReadOnlyList<StoredTable> tables, State state)
    {
        var before = 0L;
        foreach (var table in tables)
        {
            yield return (table, before);
            before += state.Rows[table.Name];
        }
    }

    private async Task<IReadOnlyList<Refusal>> Findings(RecordsCopy records, CancellationToken cancellation) =>
        [.. (await records.With((Verification verification) => verification.Run(options.AnchorFile, cancellation)))
            .Select(finding => finding.AsRefusal)];

    // On record over there, and open to hosts, in one step.
    private async Task Finish(RecordsCopy target, Database to, CancellationToken cancellation) =>
        await target.With(async (IServiceProvider scope) =>
        {
            var work = scope.GetRequiredService<UnitOfWork>();
            await work.Write(
                async () =>
                {
                    await scope.GetRequiredService<IAdministrationLog>().Add(
                        AdministrativeAct.RecordsCopied, null, null, cancellation,
                        new FieldChange(JournalFields.Database, database.Product, to.Product));
                    await Migrations.EndCopy(work, cancellation);
                },
                cancellation);
            return new Unit();
        });
}
