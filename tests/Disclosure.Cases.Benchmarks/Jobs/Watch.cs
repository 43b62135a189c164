using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>Looks into a database about every millisecond, and notes when it first found each of several things to be so.</summary>
internal sealed class Watch : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly SqliteConnection connection;
    private readonly SqliteCommand command;
    private readonly int moments;

    /// <param name="database">The file.</param>
    /// <param name="query">One row, of which each column says whether a moment has come: 0 or 1.</param>
    public Watch(string database, string query, params (string Name, object Value)[] parameters)
    {
        connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        command = new SqliteCommand(query, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        moments = reader.FieldCount;
    }

    /// <summary>Watches from before <paramref name="send"/> until all has come.</summary>
    /// <returns>When the answer was there, and when each moment came.</returns>
    public async Task<(long Answered, long[] Came)> While(Func<Task> send)
    {
        var watching = Task.Factory.StartNew(Look, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        await send();
        var answered = Stopwatch.GetTimestamp();
        return (answered, await watching);
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }

    private long[] Look()
    {
        var (came, begun) = (new long[moments], Stopwatch.GetTimestamp());
        while (came.Contains(0))
        {
            using (var reader = command.ExecuteReader())
            {
                reader.Read();
                for (var at = 0; at < moments; at++)
                {
                    came[at] = came[at] == 0 && reader.GetInt32(at) != 0 ? Stopwatch.GetTimestamp() : came[at];
                }
            }

            if (Stopwatch.GetElapsedTime(begun) > Longest)
            {
                throw new TimeoutException($"Not all has come in {Longest.TotalSeconds} s.");
            }

            Thread.Sleep(1);
        }

        return came;
    }
}
