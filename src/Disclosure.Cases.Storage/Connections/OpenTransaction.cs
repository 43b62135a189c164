using System.Data.Common;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>A transaction under way, with the connection and the turn that it holds.</summary>
internal sealed class OpenTransaction(DbConnection connection, DbTransaction transaction, SemaphoreSlim? turn) : IAsyncDisposable
{
    public DbConnection Connection => connection;

    public DbTransaction Transaction => transaction;

    // A commit is not called off half-way: whoever asked is told what became of it.
    public Task Commit() => transaction.CommitAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await using (connection)
            {
                await transaction.DisposeAsync();
            }
        }
        finally
        {
            turn?.Release();
        }
    }
}
