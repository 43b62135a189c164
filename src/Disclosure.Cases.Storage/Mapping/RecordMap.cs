using System.Reflection;
using Dapper;

namespace Disclosure.Cases.Storage.Mapping;

/// <summary>
/// Rows into positional records: the columns in the order of the record's parameters. Dapper alone would want the
/// database's own types to be the record's, and SQLite knows but one kind of integer.
/// </summary>
internal sealed class RecordMap(Type type) : SqlMapper.ITypeMap
{
    private readonly ConstructorInfo constructor = type.GetConstructors().MaxBy(candidate => candidate.GetParameters().Length)!;

    public static bool Fits(Type type) =>
        type.Namespace?.StartsWith("Disclosure.Cases", StringComparison.Ordinal) == true && type.GetMethod("<Clone>$") is not null;

    public ConstructorInfo FindConstructor(string[] names, Type[] types)
    {
        var wanted = constructor.GetParameters().Select(parameter => parameter.Name!);
        return wanted.SequenceEqual(names.Select(Plain), StringComparer.OrdinalIgnoreCase)
            ? constructor
            : throw new InvalidOperationException($"{type.Name} wants the columns {string.Join(", ", wanted)}, not {string.Join(", ", names)}.");
    }

    public ConstructorInfo? FindExplicitConstructor() => null;

    public SqlMapper.IMemberMap GetConstructorParameter(ConstructorInfo constructor, string columnName) =>
        new ParameterMap(columnName, constructor.GetParameters().Single(parameter => string.Equals(parameter.Name, Plain(columnName), StringComparison.OrdinalIgnoreCase)));

    public SqlMapper.IMemberMap? GetMember(string columnName) => null;

    private static string Plain(string column) => column.Replace("_", "", StringComparison.Ordinal);

    private sealed record ParameterMap(string ColumnName, ParameterInfo Parameter) : SqlMapper.IMemberMap
    {
        public Type MemberType => Parameter.ParameterType;

        public PropertyInfo? Property => null;

        public FieldInfo? Field => null;
    }
}
