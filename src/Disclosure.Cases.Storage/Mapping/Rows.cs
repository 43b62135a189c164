using System.Data.Common;
using System.Runtime.CompilerServices;
using Dapper;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>
/// Where SQL is sent, by Dapper; rows become our records by <see cref="RecordReader{T}"/>, single columns by Dapper. A timeout is in
/// seconds: null is the connection's, 0 is none.
/// </summary>
internal static class Rows
{
    public static Task<int> Execute(
        DbConnection connection,
        string sql,
        object? arguments,
        DbTransaction? transaction,
        CancellationToken cancellation,
        int? timeout = null) =>
            connection.ExecuteAsync(new CommandDefinition(sql, arguments, transaction, timeout, cancellationToken: cancellation));

    public static async Task<IReadOnlyList<T>> Query<T>(
        DbConnection connection,
        string sql,
        object? arguments,
        DbTransaction? transaction,
        CancellationToken cancellation,
        int? timeout = null)
    {
        var command = new CommandDefinition(sql, arguments, transaction, timeout, cancellationToken: cancellation);
        if (!RecordReader.Fits(typeof(T)))
        {
            return (await connection.QueryAsync<T>(command)).AsList();
        }

        // Not await using: Dapper's reader leaves its command behind then, for the finalizer and in the connection's list of them.
        using var reader = await connection.ExecuteReaderAsync(command);
        return await RecordReader<T>.ReadAll(reader, cancellation);
    }

    /// <summary>Rows one after the other as they stand, their columns in order; none of them is kept.</summary>
    public static async IAsyncEnumerable<object[]> Each(
        DbConnection connection,
        string sql,
        object? arguments,
        DbTransaction? transaction,
        [EnumeratorCancellation] CancellationToken cancellation)
    {
        using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(sql, arguments, transaction, commandTimeout: 0, cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            yield return row;
        }
    }

    /// <summary>Rows as they stand, whatever is in them: the columns by name, each as text.</summary>
    public static async Task<IReadOnlyList<IReadOnlyDictionary<string, string?>>> Raw(
        DbConnection connection,
        string sql,
        object? arguments,
        DbTransaction? transaction,
        CancellationToken cancellation,
        int? timeout = null)
    {
        using var reader = await connection.ExecuteReaderAsync(
            new CommandDefinition(sql, arguments, transaction, timeout, cancellationToken: cancellation));
        var rows = new List<IReadOnlyDictionary<string, string?>>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(
                reader.GetName, column => StoredText.Of(reader.GetValue(column)), StringComparer.Ordinal));
        }

        return rows;
    }
}
