using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>Length and last seal of a chain: of an agency's events, or under the nil id of the sealed rows.</summary>
internal sealed record ChainRow(Guid Chain, long Length, string Head);

/// <summary>
/// The ends of the chains. Whoever appends changes the chain's row first, which keeps others waiting until the transaction
/// ends; the chain of the sealed rows is always the last one that a transaction takes.
/// </summary>
internal static class ChainEnds
{
    /// <summary>The chain of the sealed rows.</summary>
    public static readonly Guid OfRows = Guid.Empty;

    private const string Hold = "UPDATE chains SET length = length WHERE chain = @chain";
    private const string Insert = "INSERT INTO chains (chain, length, head) VALUES (@chain, 0, '')";

    /// <summary>
    /// Waits until nobody appends to a chain, and keeps it so until the transaction ends; a chain that is not there begins.
    /// </summary>
    public static Task Take(UnitOfWork work, Guid chain, CancellationToken cancellation) =>
        work.UpdateOrInsert(Hold, Insert, new { chain }, cancellation);

    /// <summary>The same for the chains of all agencies.</summary>
    public static Task TakeAll(UnitOfWork work, CancellationToken cancellation) =>
        work.Execute("UPDATE chains SET length = length WHERE chain <> @OfRows", new { OfRows }, cancellation);

    /// <summary>Makes room for entries.</summary>
    /// <returns>The chain as it was before.</returns>
    public static async Task<ChainRow> Lengthen(UnitOfWork work, Guid chain, int entries, CancellationToken cancellation)
    {
        await work.UpdateOrInsert(
            "UPDATE chains SET length = length + @entries WHERE chain = @chain", Insert, new { chain, entries }, cancellation);
        var row = (await work.Single<ChainRow>(
            "SELECT chain, length, head FROM chains WHERE chain = @chain", new { chain }, cancellation))!;
        return row with { Length = row.Length - entries };
    }

    /// <summary>Writes down the last seal.</summary>
    public static Task Close(UnitOfWork work, Guid chain, string head, CancellationToken cancellation) =>
        work.Execute("UPDATE chains SET head = @head WHERE chain = @chain", new { head, chain }, cancellation);

    /// <summary>All of them.</summary>
    public static Task<IReadOnlyList<ChainRow>> All(UnitOfWork work, CancellationToken cancellation) =>
        work.Query<ChainRow>("SELECT chain, length, head FROM chains ORDER BY chain", null, cancellation);
}
