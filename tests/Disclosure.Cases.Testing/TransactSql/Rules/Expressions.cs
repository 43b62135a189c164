using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql.Rules;

/// <summary><c>SELECT a = b</c> compares in SQLite; in SQL Server it gives the value of b the name a.</summary>
internal sealed class AliasByEqualsSign : SqlRule
{
    public override string Name => "boolean";

    protected override string Advice =>
        "SQL Server has no boolean values, and takes this for the name of a column: write CASE WHEN a = b THEN 1 ELSE 0 END AS name";

    public override void Visit(SelectScalarExpression node)
    {
        if (node.ColumnName is { } alias && alias.StartOffset < node.Expression.StartOffset)
        {
            Object(node);
        }
    }
}

/// <summary>Functions that both databases have, with the same meaning and as many arguments as both want.</summary>
internal sealed class KnownFunctions : SqlRule
{
    private static readonly Dictionary<string, int> Both = new(StringComparer.OrdinalIgnoreCase)
    {
        ["COUNT"] = 1, ["SUM"] = 1, ["MIN"] = 1, ["MAX"] = 1, ["AVG"] = 1, ["SUBSTRING"] = 3,
    };

    // In the parts that are for SQL Server alone.
    private static readonly Dictionary<string, int> SqlServerOnly = new(StringComparer.OrdinalIgnoreCase)
    {
        ["CHARINDEX"] = 2, ["SYSUTCDATETIME"] = 0, ["DB_ID"] = 0, ["SCHEMA_ID"] = 0, ["OBJECT_ID"] = 1, ["DATEFROMPARTS"] = 3,
    };

    public override string Name => "functions";

    protected override string Advice =>
        "SQL Server has no such function, or wants another number of arguments (SUBSTRING three, not two), or the function is not known " +
        $"to mean the same in both databases; common are {string.Join(", ", Both.Keys)}, COALESCE and CASE. " +
        "What differs belongs into the Dialect, what both have into this list";

    public override void Visit(FunctionCall node)
    {
        var name = node.FunctionName.Value;
        if (!(Both.TryGetValue(name, out var wanted) || SqlServerOnly.TryGetValue(name, out wanted)) || wanted != node.Parameters.Count)
        {
            Object(node);
        }
    }

    public override void Visit(IIfCall node) => Object(node);

    public override void Visit(ConvertCall node) => Object(node);

    public override void Visit(TryCastCall node) => Object(node);

    public override void Visit(LeftFunctionCall node) => Object(node);

    public override void Visit(RightFunctionCall node) => Object(node);
}

/// <summary>Types that exist in SQL Server and are not obsolete there.</summary>
internal sealed class KnownTypes : SqlRule
{
    public override string Name => "types";

    protected override string Advice =>
        "write int, bigint, bit, date, char, varchar, nvarchar or varbinary: others are obsolete, missing, or kept differently";

    public override void Visit(DataTypeReference node)
    {
        if (SqlType.Of(node, null, false).Kind == SqlKind.Unknown)
        {
            Object(node);
        }
    }
}

/// <summary>LIKE ignores the case of ASCII letters in SQLite, and whatever the collation says in SQL Server.</summary>
internal sealed class NoLike : SqlRule
{
    public override string Name => "like";

    protected override string Advice => "LIKE compares differently in both databases: write Dialect.Contains";

    public override void Visit(LikePredicate node) => Object(node);
}

/// <summary>SQLite counts truth values and adds texts as numbers; SQL Server adds no bits, and puts texts together.</summary>
internal sealed class BitAsNumber : SqlRule
{
    public override string Name => "arithmetic";

    protected override string Advice =>
        "SQL Server neither adds up bits nor finds their MIN or MAX, and + puts texts together: write CASE WHEN x = 1 THEN 1 ELSE 0 END";

    public override void Visit(FunctionCall node)
    {
        if (IsAggregate(node) && !node.FunctionName.Value.Equals("COUNT", StringComparison.OrdinalIgnoreCase)
            && node.Parameters.Any(value => Meaning.TypeOf(value).Kind == SqlKind.Bit))
        {
            Object(node);
        }
    }

    public override void Visit(BinaryExpression node)
    {
        var isArithmetic = node.BinaryExpressionType is not (BinaryExpressionType.BitwiseAnd or BinaryExpressionType.BitwiseOr);
        var operands = new[] { node.FirstExpression, node.SecondExpression };
        if (isArithmetic && operands.Any(each => Meaning.TypeOf(each).Kind is SqlKind.Bit or SqlKind.Text))
        {
            Object(node);
        }
    }
}
