using System.Data.Common;
using System.Diagnostics;
using Dapper;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>
/// Locks by name that hold for all hosts on a PostgreSQL server, and end with the connection of a process that is killed. One
/// session's: whoever has a lock may take it again.
/// </summary>
/// <param name="database">The server's; it stays open for as long as this does.</param>
public sealed class SessionLocks(Database database) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private DbConnection? session;
    private int held;

    /// <summary>Takes a lock, waiting for it if need be.</summary>
    /// <returns>What lets it go when disposed of; null: another session has it.</returns>
    /// <exception cref="DbException">The server cannot be reached.</exception>
    public IDisposable? Take(string name, TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(Pause))
        {
            if (IsTaken(name))
            {
                held++;
                return new Held(this, name);
            }

            if (waited.Elapsed >= patience)
            {
                return null;
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => session?.Dispose();

    // A connection that the server ended meanwhile is replaced, unless locks ended with it that somebody relies on.
    private bool IsTaken(string name)
    {
        try
        {
            return Ask(name);
        }
        catch (DbException problem) when (held == 0 && database.Dialect.IsTransient(problem))
        {
            session?.Dispose();
            session = null;
            return Ask(name);
        }
    }

    private bool Ask(string name) =>
        (session ??= database.OpenNow()).ExecuteScalar<int>(database.Dialect.TakeLock!, new { name }) == 1;

    // With a connection that is lost the lock has ended.
    private void LetGo(string name)
    {
        held--;
        try
        {
            session!.Execute(database.Dialect.LetLockGo!, new { name });
        }
        catch (DbException problem) when (database.Dialect.IsTransient(problem))
        {
            session!.Dispose();
        }
    }

    private sealed class Held(SessionLocks locks, string name) : IDisposable
    {
        public void Dispose() => locks.LetGo(name);
    }
}
