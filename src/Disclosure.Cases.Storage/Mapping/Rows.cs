using System.Data.Common;
using Dapper;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>Queries: rows into our records by <see cref="RecordReader{T}"/>, single columns by Dapper.</summary>
internal static class Rows
{
    public static async Task<IReadOnlyList<T>> Query<T>(
        DbConnection connection, string sql, object? arguments, DbTransaction? transaction = null, int? commandTimeout = null)
    {
        if (!RecordReader.Fits(typeof(T)))
        {
            return (await connection.QueryAsync<T>(sql, arguments, transaction, commandTimeout)).AsList();
        }

        // Not await using: Dapper's reader leaves its command behind then, for the finalizer and in the connection's list of them.
        using var reader = await connection.ExecuteReaderAsync(sql, arguments, transaction, commandTimeout);
        return await RecordReader<T>.ReadAll(reader);
    }
}
