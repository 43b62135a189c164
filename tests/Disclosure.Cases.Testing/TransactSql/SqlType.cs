using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>The kinds of values that SQL Server treats differently.</summary>
internal enum SqlKind
{
    /// <summary>Cannot be told from the statement: a parameter, or NULL.</summary>
    Unknown,
    Text,
    Bit,
    Number,
    Date,
    Binary,
}

/// <summary>The type of a value, as far as the checks need it.</summary>
/// <param name="Collation">The stated collation of a text; null where it would be the server's.</param>
internal sealed record SqlType(SqlKind Kind, string? Collation = null, bool IsNullable = false)
{
    public static readonly SqlType Unknown = new(SqlKind.Unknown);

    public static readonly SqlType Number = new(SqlKind.Number);

    /// <summary>The type by its name in a column definition or a CAST.</summary>
    public static SqlType Of(DataTypeReference? type, Identifier? collation, bool isNullable) =>
        new(KindOf((type as SqlDataTypeReference)?.SqlDataTypeOption), collation?.Value, isNullable);

    /// <summary>The type of an expression that takes one of several values, as COALESCE, CASE and UNION do.</summary>
    public static SqlType Of(IEnumerable<SqlType> values, bool isNullable)
    {
        var all = values.ToList();
        return new SqlType(
            all.Select(type => type.Kind).FirstOrDefault(kind => kind != SqlKind.Unknown),
            all.Select(type => type.Collation).Distinct().Where(collation => collation is not null).ToList() is [var only] ? only : null,
            isNullable);
    }

    private static SqlKind KindOf(SqlDataTypeOption? option) => option switch
    {
        SqlDataTypeOption.Char or SqlDataTypeOption.VarChar or SqlDataTypeOption.NChar or SqlDataTypeOption.NVarChar => SqlKind.Text,
        SqlDataTypeOption.Bit => SqlKind.Bit,
        SqlDataTypeOption.Int or SqlDataTypeOption.BigInt => SqlKind.Number,
        SqlDataTypeOption.Date => SqlKind.Date,
        SqlDataTypeOption.VarBinary => SqlKind.Binary,
        _ => SqlKind.Unknown,
    };
}

/// <summary>A column of a table or of a query's result.</summary>
/// <param name="Name">Null where a query gives it none.</param>
internal sealed record SqlColumn(string? Name, SqlType Type);

/// <summary>What is wrong with a statement.</summary>
/// <param name="Rule">The name of the rule that it breaks.</param>
/// <param name="Message">What is wrong, and what to write instead.</param>
internal sealed record Objection(string Rule, string Message)
{
    public override string ToString() => $"{Rule}: {Message}";
}
