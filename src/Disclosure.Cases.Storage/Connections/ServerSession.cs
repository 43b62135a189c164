using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Dapper;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>
/// A session on a PostgreSQL server: its clock, and locks by name that hold for all hosts and end with the connection of a process that
/// is killed. Whoever has a lock may take it again.
/// </summary>
/// <param name="database">The server's; it stays open for as long as this does.</param>
public sealed class ServerSession(Database database) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private DbConnection? connection;
    private int held;

    /// <summary>Takes a lock, waiting for it if need be.</summary>
    /// <returns>What lets it go when disposed of; null: another session has it.</returns>
    /// <exception cref="DbException">The server cannot be reached.</exception>
    public IDisposable? Take(string name, TimeSpan patience)
    {
        for (var waited = Stopwatch.StartNew(); ; Thread.Sleep(Pause))
        {
            if (Ask<int>(database.Dialect.TakeLock!, new { name }) == 1)
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

    /// <summary>What time it is for the server, UTC.</summary>
    /// <exception cref="DbException">The server cannot be reached.</exception>
    public DateTime UtcNow() => DateTime.SpecifyKind(Ask<DateTime>(database.Dialect.Now!), DateTimeKind.Utc);

    /// <inheritdoc/>
    public void Dispose() => connection?.Dispose();

    // A connection that was lost meanwhile is replaced, unless locks ended with it that somebody relies on.
    private T Ask<T>(string sql, object? arguments = null)
    {
        try
        {
            return Open().ExecuteScalar<T>(sql, arguments)!;
        }
        catch (DbException problem) when (held == 0 && database.Dialect.IsTransient(problem))
        {
            connection?.Dispose();
            connection = null;
            return Open().ExecuteScalar<T>(sql, arguments)!;
        }
    }

    // One that was found lost is not opened again by whoever uses it next: what that session locks would end with the statement.
    private DbConnection Open()
    {
        if (connection is { State: not ConnectionState.Open })
        {
            if (held > 0)
            {
                throw new InvalidOperationException("The session has ended, and its locks with it.");
            }

            connection.Dispose();
            connection = null;
        }

        return connection ??= database.OpenNow();
    }

    // With a connection that is lost the lock has ended.
    private void LetGo(string name)
    {
        held--;
        try
        {
            if (connection!.State == ConnectionState.Open)
            {
                connection.Execute(database.Dialect.LetLockGo!, new { name });
            }
        }
        catch (DbException problem) when (database.Dialect.IsTransient(problem))
        {
            // Whatever still relies on this session finds it closed.
            connection!.Close();
        }
    }

    private sealed class Held(ServerSession session, string name) : IDisposable
    {
        public void Dispose() => session.LetGo(name);
    }
}
