using System.Data.Common;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>
/// Tries whether something can be recorded: a full disk, or a damaged page where the chains end, shows in nothing that is only read.
/// What it writes is taken back. One instance a process; what it found holds for some seconds, however often it is asked.
/// </summary>
internal sealed class TrialWrite(Database database, TimeProvider time)
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);

    // So long it waits for its turn: while somebody else writes, writing works.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Lock trying = new();
    private Task<bool> latest = Task.FromResult(true);
    private DateTimeOffset? triedAt;

    /// <summary>Whether something could be recorded when it was tried last.</summary>
    public async Task<bool> Works(CancellationToken cancellation)
    {
        var trial = Latest();
        return await Task.WhenAny(trial, Task.Delay(Patience, cancellation)) != trial || await trial;
    }

    // The database makes whoever waits for it hold a thread: not the one of who asks.
    private Task<bool> Latest()
    {
        lock (trying)
        {
            var now = time.GetUtcNow();
            if (latest.IsCompleted && (triedAt is not { } at || (now - at).Duration() >= Holds))
            {
                (latest, triedAt) = (Task.Run(Try), now);
            }

            return latest;
        }
    }

    private async Task<bool> Try()
    {
        try
        {
            return await database.Retry(
                async () =>
                {
                    await using var write = await database.BeginWrite(CancellationToken.None);
                    await Rows.Execute(write.Connection, database.Dialect.TrialWrite, null, write.Transaction, CancellationToken.None);
                    await write.Commit();
                    return true;
                },
                CancellationToken.None);
        }
        catch (DbException problem)
        {
            return SqliteFiles.IsBusy(problem);
        }
        catch (ObjectDisposedException)
        {
            // The host has stopped meanwhile.
            return true;
        }
    }
}
