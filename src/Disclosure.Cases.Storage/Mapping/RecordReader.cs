using System.Data.Common;
using System.Linq.Expressions;
using System.Reflection;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>Which types are read by <see cref="RecordReader{T}"/>.</summary>
internal static class RecordReader
{
    /// <summary>Whether it is one of our records.</summary>
    public static bool Fits(Type type) =>
        type.Namespace?.StartsWith("Disclosure.Cases", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is not null;
}

/// <summary>
/// Rows into positional records: the columns in the order of the record's parameters. Dapper alone would take the names in C# for
/// the stored ones of an enumeration, and want the database's own types to be the record's, of which SQLite has but one for integers.
/// </summary>
internal static class RecordReader<T>
{
    private static readonly ConstructorInfo Constructor = typeof(T).GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;
    private static readonly string[] Names = [.. Constructor.GetParameters().Select(parameter => parameter.Name!)];
    private static readonly Func<DbDataReader, T> Read = Compile();

    /// <exception cref="InvalidOperationException">The columns are others than the record's.</exception>
    public static async Task<IReadOnlyList<T>> ReadAll(DbDataReader reader, CancellationToken cancellation)
    {
        var columns = Enumerable.Range(0, reader.FieldCount)
            .Select(column => reader.GetName(column).Replace("_", "", StringComparison.Ordinal)).ToList();
        if (!Names.SequenceEqual(columns, StringComparer.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(
                $"{typeof(T).Name} wants the columns {string.Join(", ", Names)}, not {string.Join(", ", columns)}.");
        }

        var rows = new List<T>();
        while (await reader.ReadAsync(cancellation))
        {
            rows.Add(Read(reader));
        }

        // What fails after the first rows is reported with what follows them.
        while (await reader.NextResultAsync(cancellation))
        {
        }

        return rows;
    }

    private static Func<DbDataReader, T> Compile()
    {
        var reader = Expression.Parameter(typeof(DbDataReader));
        var columns = Constructor.GetParameters().Select((parameter, index) => Expression.Call(
            typeof(Column), nameof(Column.Read), [parameter.ParameterType], reader, Expression.Constant(index)));
        return Expression.Lambda<Func<DbDataReader, T>>(Expression.New(Constructor, columns), reader).Compile();
    }
}
