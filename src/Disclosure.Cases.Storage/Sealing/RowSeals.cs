using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>An entry of the chain of sealed rows.</summary>
/// <param name="Position">Its place, from 1.</param>
/// <param name="Seals">By table and key the seal of each row, null for one that was deleted, as JSON.</param>
/// <param name="SealedAt">When, as it stands in the row.</param>
/// <param name="Hash">The entry's own seal, over itself and the one before.</param>
internal sealed record SealEntry(long Position, string Seals, string SealedAt, string Hash)
{
    public const string Columns = "position, seals, sealed_at, hash";

    public string SealAfter(string previous, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(
        key, Encoding.UTF8.GetBytes(string.Join('\n', previous, Position, SealedAt, Seals))));
}

/// <summary>Seals the rows that a transaction changed, right before its commit.</summary>
internal sealed class RowSeals(SealingKeys keys, StorageOptions options, TimeProvider time) : IRowSeals
{
    // As many rows as an entry names at most when everything is sealed at once.
    private const int Some = 500;

    /// <inheritdoc/>
    public async Task Seal(UnitOfWork work, CancellationToken cancellation)
    {
        // A key that is made now is a row to be sealed as well.
        var secret = (await keys.ForWriting(work, cancellation)).Current;
        if (!await IsBegun(work, cancellation))
        {
            await SealAll(secret, work, cancellation);
            return;
        }

        var seals = new Seals();
        foreach (var row in work.ChangedRows)
        {
            var content = await work.Raw(row.Table.OneRow, SealedTable.Arguments(row), cancellation);
            seals.Note(row, content is [var only] ? row.Table.SealOf(only, secret) : null);
        }

        await Append(seals, secret, work, cancellation);
    }

    /// <summary>
    /// Begins the chain: makes the key of a new database, and seals all rows of one that an earlier version wrote. Once it has
    /// begun, a row without a seal is a finding, and nothing is taken over any more.
    /// </summary>
    /// <exception cref="SealingKeyException">It has not begun, and the key is missing, damaged, or another one.</exception>
    public async Task Begin(UnitOfWork work, CancellationToken cancellation)
    {
        if (!await IsBegun(work, cancellation))
        {
            await work.Write(
                async () => work.Changed(SealedTable.SealingKeys, (await keys.ForWriting(work, cancellation)).Count), cancellation);
        }
    }

    private static async Task<bool> IsBegun(UnitOfWork work, CancellationToken cancellation) =>
        await work.Single<int>(
            "SELECT COUNT(*) FROM chains WHERE chain = @OfRows AND length > 0", new { ChainEnds.OfRows }, cancellation) > 0;

    private async Task SealAll(byte[] secret, UnitOfWork work, CancellationToken cancellation)
    {
        // Whoever else begins it waits, and then does it once more: that changes nothing.
        await ChainEnds.Take(work, ChainEnds.OfRows, cancellation);
        foreach (var table in SealedTable.All)
        {
            foreach (var some in (await work.Raw(table.AllRows, null, cancellation)).Chunk(Some))
            {
                var seals = new Seals();
                foreach (var row in some)
                {
                    seals.Note(table.Row(row), table.SealOf(row, secret));
                }

                await Append(seals, secret, work, cancellation);
            }
        }
    }

    private async Task Append(Seals seals, byte[] secret, UnitOfWork work, CancellationToken cancellation)
    {
        var (_, length, before) = await ChainEnds.Lengthen(work, ChainEnds.OfRows, 1, cancellation);
        var last = await work.Single<DateTimeOffset?>(
            "SELECT sealed_at FROM row_seals WHERE position = @length", new { length }, cancellation);
        ClockBehindException.ThrowIf(time.GetUtcNow(), last, options.ClockTolerance);
        var entry = new SealEntry(length + 1, seals.Write(), RowMapping.Text(time.GetUtcNow()), "");
        var head = entry.SealAfter(before, secret);
        await work.Execute(
            $"INSERT INTO row_seals ({SealEntry.Columns}) VALUES (@Position, @Seals, @SealedAt, @head)",
            new { entry.Position, entry.Seals, entry.SealedAt, head }, cancellation);
        await ChainEnds.Close(work, ChainEnds.OfRows, head, cancellation);
    }
}
