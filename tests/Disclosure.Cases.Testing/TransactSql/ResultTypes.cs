using Microsoft.CodeAnalysis;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>
/// Whether the columns of a query can be read into a type: names and kinds fit, and where a column may be NULL, so may what is
/// filled from it. (Dapper makes 0 or false of a NULL in a record, and fails on one that is read by itself.)
/// </summary>
internal static class ResultTypes
{
    public static IEnumerable<string> Misfits(ITypeSymbol type, IReadOnlyList<SqlColumn> columns)
    {
        var parts = PartsOf(type).ToList();
        if (parts.Count != columns.Count)
        {
            return [$"{type.Name} takes {parts.Count} values, and the query gives {columns.Count} columns"];
        }

        return parts.Zip(columns, (part, column) => Misfit(part.Name, part.Type, column)).OfType<string>();
    }

    private static IEnumerable<(string? Name, ITypeSymbol Type)> PartsOf(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { IsTupleType: true } tuple => tuple.TupleElements.Select(element => ((string?)null, element.Type)),
        INamedTypeSymbol { IsRecord: true } record => record.InstanceConstructors.MaxBy(constructor => constructor.Parameters.Length)!
            .Parameters.Select(parameter => ((string?)parameter.Name, parameter.Type)),
        _ => [(null, type)],
    };

    private static string? Misfit(string? name, ITypeSymbol type, SqlColumn column)
    {
        var isNullable = type.OriginalDefinition.SpecialType == SpecialType.System_Nullable_T;
        var plain = isNullable ? ((INamedTypeSymbol)type).TypeArguments[0] : type;
        var what = $"the column {column.Name ?? "without a name"} is read into {name ?? "a value of its own"} ({type.ToDisplayString()})";
        if (name is not null && !name.Equals(column.Name?.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
        {
            return $"{what}: the names differ";
        }

        if (column.Type.Kind != SqlKind.Unknown && !KindsOf(plain).Contains(column.Type.Kind))
        {
            return $"{what}: a {column.Type.Kind} does not become one";
        }

        // A single value of a reference type is null for a row that is not there, too; its caller looks.
        var takesNull = isNullable || type.NullableAnnotation == NullableAnnotation.Annotated || (name is null && type.IsReferenceType);
        return column.Type.IsNullable && !takesNull
            ? $"{what}: it may be NULL; write {type.Name}?, or COALESCE"
            : null;
    }

    private static SqlKind[] KindsOf(ITypeSymbol type) => type switch
    {
        { TypeKind: TypeKind.Enum } => [SqlKind.Text, SqlKind.Number],
        { SpecialType: SpecialType.System_Boolean } => [SqlKind.Bit, SqlKind.Number],
        { SpecialType: SpecialType.System_Int32 or SpecialType.System_Int64 } => [SqlKind.Number],
        { SpecialType: SpecialType.System_String } or { Name: nameof(Guid) or nameof(DateTimeOffset) } => [SqlKind.Text],
        { Name: nameof(DateOnly) or nameof(DateTime) } => [SqlKind.Date],
        IArrayTypeSymbol => [SqlKind.Binary],
        _ => [],
    };
}
