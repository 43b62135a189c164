using System.Data.Common;
using Dapper;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>
/// One transaction over everything that a command does. All ports of a scope go through it: within a transaction they
/// use its connection, outside they read on one of their own. What the database breaks off in passing is done again whole.
/// </summary>
internal sealed class UnitOfWork(Database database, IRequestedJobs jobs, IRowSeals? seals = null) : IUnitOfWork
{
    private readonly HashSet<(RequestedJob Job, Guid Subject)> requested = [];
    private readonly HashSet<RowKey> changed = [];

    private OpenTransaction? current;
    private bool isDoomed;

    public Dialect Dialect => database.Dialect;

    public Task<T> Run<T>(Func<Task<T>> work, Func<T, bool> keep, CancellationToken cancellation) =>
        current is null ? Outermost(work, keep, cancellation) : Join(work, keep);

    public void StartAfterCommit(RequestedJob job, Guid subject)
    {
        if (current is null)
        {
            jobs.Start(job, subject);
        }
        else
        {
            requested.Add((job, subject));
        }
    }

    /// <summary>The rows of sealed tables that the transaction under way changed.</summary>
    public IReadOnlyCollection<RowKey> ChangedRows => changed;

    /// <summary>Says that the transaction under way adds, changes or deletes a row of a sealed table: the commit seals it.</summary>
    /// <param name="key">The values of its key.</param>
    public void Changed(SealedTable table, params IReadOnlyList<object> key) => changed.Add(table.Row(key));

    /// <summary>Writes in the transaction under way, or in one of its own.</summary>
    public Task<T> Write<T>(Func<Task<T>> work, CancellationToken cancellation) => Run(work, _ => true, cancellation);

    /// <summary>Writes in the transaction under way, or in one of its own.</summary>
    public Task Write(Func<Task> work, CancellationToken cancellation) => Write(
        async () =>
        {
            await work();
            return new Unit();
        },
        cancellation);

    /// <summary>Reads everything as of one moment.</summary>
    public async Task<T> Snapshot<T>(Func<Task<T>> read, CancellationToken cancellation)
    {
        if (current is not null)
        {
            return await read();
        }

        await using var snapshot = await database.Retry(() => database.BeginSnapshot(cancellation), cancellation);
        current = snapshot;
        try
        {
            return await read();
        }
        finally
        {
            current = null;
        }
    }

    /// <summary>Carries out a statement; how many rows it changed.</summary>
    public Task<int> Execute(string sql, object? arguments, CancellationToken cancellation) =>
        Rows.Execute(UnderWay.Connection, sql, arguments, UnderWay.Transaction, cancellation);

    /// <summary>Inserts a row unless another one has its key, which may have come in between.</summary>
    /// <returns>Whether it was inserted.</returns>
    public async Task<bool> TryInsert(string sql, object arguments, CancellationToken cancellation)
    {
        try
        {
            await Execute(Dialect.Attempt(sql), arguments, cancellation);
            return true;
        }
        catch (DbException problem) when (Dialect.IsUniqueViolation(problem))
        {
            if (Dialect.TakeBackAttempt is { } back)
            {
                await Execute(back, null, cancellation);
            }

            return false;
        }
    }

    /// <summary>The same without waiting, for ports that cannot.</summary>
    public int ExecuteNow(string sql, object? arguments = null) =>
        UnderWay.Connection.Execute(sql, arguments, UnderWay.Transaction);

    /// <summary>
    /// Changes a row that others may be about to insert: updates it, or inserts it in its state before the change and
    /// then updates it. Whoever comes second finds the first one's row.
    /// </summary>
    public async Task UpdateOrInsert(string update, string insert, object arguments, CancellationToken cancellation)
    {
        if (await Execute(update, arguments, cancellation) > 0)
        {
            return;
        }

        // Somebody else may have inserted it in between.
        await TryInsert(insert, arguments, cancellation);
        if (await Execute(update, arguments, cancellation) == 0)
        {
            throw new InvalidOperationException("The row that was just inserted is gone.");
        }
    }

    public Task<IReadOnlyList<T>> Query<T>(string sql, object? arguments, CancellationToken cancellation) => Read(
        (connection, transaction, timeout) => Rows.Query<T>(connection, sql, arguments, transaction, cancellation, timeout), cancellation);

    /// <summary>Rows as they stand, their columns by name, each as text.</summary>
    public Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> Raw(
        string sql, object? arguments, CancellationToken cancellation) => Read(
            (connection, transaction, timeout) => Rows.Raw(connection, sql, arguments, transaction, cancellation, timeout), cancellation);

    public async Task<T?> Single<T>(string sql, object? arguments, CancellationToken cancellation) =>
        (await Query<T>(sql, arguments, cancellation)) is [var only, ..] ? only : default;

    private OpenTransaction UnderWay => current ?? throw new InvalidOperationException("Nothing is written outside a transaction.");

    // In the transaction under way, else on a connection of its own.
    private Task<T> Read<T>(Func<DbConnection, DbTransaction?, int?, Task<T>> read, CancellationToken cancellation) =>
        current is { } transaction
            ? read(transaction.Connection, transaction.Transaction, null)
            : database.Retry(
                async () =>
                {
                    await using var connection = await database.Open(cancellation);
                    return await read(connection, null, database.ReadTimeout);
                },
                cancellation);

    // What is handed over after the commit is no part of what may be done again.
    private async Task<T> Outermost<T>(Func<Task<T>> work, Func<T, bool> keep, CancellationToken cancellation)
    {
        var outcome = await database.Retry(() => Begin(work, keep, cancellation), cancellation);
        foreach (var (job, subject) in requested)
        {
            jobs.Start(job, subject);
        }

        requested.Clear();
        return outcome;
    }

    private async Task<T> Begin<T>(Func<Task<T>> work, Func<T, bool> keep, CancellationToken cancellation)
    {
        await using var transaction = await database.BeginWrite(cancellation);
        (current, isDoomed) = (transaction, false);
        requested.Clear();
        changed.Clear();
        try
        {
            var outcome = await work();
            if (!keep(outcome))
            {
                requested.Clear();
                return outcome;
            }

            if (isDoomed)
            {
                throw new InvalidOperationException("Something within this transaction was refused: it cannot be committed.");
            }

            if (changed.Count > 0 && seals is not null)
            {
                await seals.Seal(this, cancellation);
            }

            await Commit(transaction);
            return outcome;
        }
        finally
        {
            current = null;
        }
    }

    // A deadlock takes the transaction back for certain; a connection that is lost meanwhile may have brought the commit through.
    private async Task Commit(OpenTransaction transaction)
    {
        try
        {
            await transaction.Commit();
        }
        catch (DbException problem) when (Dialect.IsTransient(problem) && !Dialect.IsDeadlock(problem))
        {
            throw new OutcomeUnknownException(problem);
        }
    }

    // What is refused within takes everything with it: half of a command is nothing that anybody asked for.
    private async Task<T> Join<T>(Func<Task<T>> work, Func<T, bool> keep)
    {
        try
        {
            var outcome = await work();
            isDoomed |= !keep(outcome);
            return outcome;
        }
        catch
        {
            isDoomed = true;
            throw;
        }
    }
}
