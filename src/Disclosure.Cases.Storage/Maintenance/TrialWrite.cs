using System.Data.Common;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>
/// Tries whether something can be recorded: a full disk, or a damaged page where the chains end, shows in nothing that is only read.
/// What it writes is taken back. One instance a process; what it found holds for some seconds, however often it is asked.
/// </summary>
internal sealed class TrialWrite(Database database, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Holds = TimeSpan.FromSeconds(5);

    // So long it waits for its turn: while somebody else writes, writing works.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim turn = new(1, 1);
    private DateTimeOffset? triedAt;
    private bool works;

    /// <summary>Whether something could be recorded when it was tried last.</summary>
    public async Task<bool> Works(CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            var now = time.GetUtcNow();
            if (triedAt is not { } at || (now - at).Duration() >= Holds)
            {
                (works, triedAt) = (await Try(cancellation), now);
            }

            return works;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn.Dispose();

    private async Task<bool> Try(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            await using var write = await database.BeginWrite(patience.Token);
            await Rows.Execute(write.Connection, database.Dialect.TrialWrite, null, write.Transaction, cancellation);
            await write.Commit();
            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return true;
        }
        catch (DbException problem)
        {
            return SqliteFiles.IsBusy(problem);
        }
    }
}
