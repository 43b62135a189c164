using System.Data.Common;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Maintenance;

/// <summary>What a table has.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Files">How many values of them are bytes.</param>
/// <param name="Bytes">How long these are together.</param>
internal readonly record struct TableContent(long Rows, long Files, long Bytes);

/// <summary>Copies tables row by row in the order of their keys, and compares them.</summary>
/// <param name="source">Reads the one database as of one moment.</param>
/// <param name="from">Its dialect.</param>
/// <param name="target">The other one.</param>
/// <param name="atOnce">How many rows one transaction takes at most, which is what a run that is broken off loses.</param>
internal sealed class RowCopy(OpenTransaction source, Dialect from, Database target, int atOnce)
{
    private const long MostBytes = 16 << 20;

    private const int NoTimeout = 0;
    private const char Nul = '\0';

    /// <summary>
    /// Copies the rows of a table that the target does not have yet. Those that it has are the first ones: how many they are tells where
    /// to go on, also after a commit of which nobody knows whether it came through.
    /// </summary>
    /// <param name="copied">Hears how many rows there are now.</param>
    /// <exception cref="RefusedException">The target does not take a row.</exception>
    public Task Copy(StoredTable table, Action<long> copied, CancellationToken cancellation) =>
        target.Retry(() => CopyRest(table, copied, cancellation), cancellation);

    /// <summary>Compares all rows of a table, value by value.</summary>
    /// <param name="compared">Hears how many rows were compared.</param>
    /// <returns>What it has, and the key of the first row that differs; null: none does.</returns>
    public Task<(TableContent Content, string? Difference)> Compare(
        StoredTable table, Action<long> compared, CancellationToken cancellation) => target.Retry(
            async () =>
            {
                await using var snapshot = await target.BeginSnapshot(cancellation);
                await using var ours = All(source, from, table, cancellation);
                await using var theirs = All(snapshot, target.Dialect, table, cancellation);
                var content = default(TableContent);
                while (true)
                {
                    var one = await ours.MoveNextAsync() ? ours.Current : null;
                    var other = await theirs.MoveNextAsync() ? theirs.Current : null;
                    if (one is null || other is null || !one.Zip(other).All(AreSame))
                    {
                        return (content, one is null && other is null ? null : table.KeyOf(one ?? other!));
                    }

                    var files = one.OfType<byte[]>().ToList();
                    content = new TableContent(
                        content.Rows + 1, content.Files + files.Count, content.Bytes + files.Sum(file => file.LongLength));
                    if (content.Rows % atOnce == 0)
                    {
                        compared(content.Rows);
                    }
                }
            },
            cancellation);

    private async Task<bool> CopyRest(StoredTable table, Action<long> copied, CancellationToken cancellation)
    {
        var there = await Count(table, cancellation);
        var (some, bytes) = (new List<object[]>(), 0L);
        await foreach (var row in Rows.Each(
            source.Connection, $"{table.InOrder} {from.Page}", new { skip = there, take = int.MaxValue }, source.Transaction, cancellation))
        {
            some.Add(Writable(table, row));
            bytes += row.OfType<byte[]>().Sum(content => content.LongLength);
            if (some.Count == atOnce || bytes >= MostBytes)
            {
                await Write(table, some, cancellation);
                copied(there += some.Count);
                some.Clear();
                bytes = 0;
            }
        }

        await Write(table, some, cancellation);
        copied(there + some.Count);
        return true;
    }

    private async Task<long> Count(StoredTable table, CancellationToken cancellation)
    {
        await using var connection = await target.Open(cancellation);
        return (await Rows.Query<long>(connection, table.Count, null, null, cancellation, NoTimeout))[0];
    }

    private async Task Write(StoredTable table, IReadOnlyList<object[]> rows, CancellationToken cancellation)
    {
        await using var write = await target.BeginWrite(cancellation);
        foreach (var some in rows.Chunk(table.AtOnce))
        {
            try
            {
                await Rows.Execute(
                    write.Connection, table.Insert(some.Length), new RowParameters(table.Columns, some), write.Transaction, cancellation,
                    NoTimeout);
            }
            catch (DbException problem) when (!target.Dialect.IsTransient(problem) && StorageObstacle.Of(problem) is null)
            {
                throw Refused(
                    new Refusal("copy.rows", table.Name, table.KeyOf(some[0]), table.KeyOf(some[^1]), problem.Message), problem);
            }
        }

        await write.Commit();
    }

    // A truth value is a number and a day is a text, except on SQL Server, which takes the one for the other. U+0000 is no character for
    // PostgreSQL.
    private static object[] Writable(StoredTable table, object[] row)
    {
        for (var place = 0; place < row.Length; place++)
        {
            row[place] = row[place] switch
            {
                bool yes => yes ? 1 : 0,
                DateTime day => StoredText.Of(day)!,
                string text when text.Contains(Nul, StringComparison.Ordinal) =>
                    throw Refused(new Refusal("copy.nul", table.Name, table.KeyOf(row))),
                var other => other,
            };
        }

        return row;
    }

    private static RefusedException Refused(Refusal refusal, Exception? problem = null) =>
        new(refusal.Say(Texts.English), refusal, problem);

    private static IAsyncEnumerator<object[]> All(
        OpenTransaction reader, Dialect dialect, StoredTable table, CancellationToken cancellation) => Rows.Each(
            reader.Connection, $"{table.InOrder} {dialect.Page}", new { skip = 0, take = int.MaxValue }, reader.Transaction, cancellation)
            .GetAsyncEnumerator(cancellation);

    private static bool AreSame((object One, object Other) values) => values is (byte[] one, byte[] other)
        ? one.AsSpan().SequenceEqual(other)
        : StoredText.Of(values.One) == StoredText.Of(values.Other);
}
