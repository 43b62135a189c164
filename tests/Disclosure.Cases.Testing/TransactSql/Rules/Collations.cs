using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql.Rules;

/// <summary>Texts are compared by the collation of a column, which the schema states; else the server's decides what is equal.</summary>
internal sealed class TextWithoutCollation : SqlRule
{
    public override string Name => "collation";

    protected override string Advice =>
        "these texts are compared by the server's collation (one for Chinese ignores width, kana and case), or by two at once: " +
        "compare with a column, whose collation the schema states";

    public override void Visit(BooleanComparisonExpression node) => Compare(node, node.FirstExpression, node.SecondExpression);

    public override void Visit(BooleanTernaryExpression node) =>
        Compare(node, node.FirstExpression, node.SecondExpression, node.ThirdExpression);

    public override void Visit(InPredicate node) =>
        Compare(node, [node.Expression, .. node.Values, .. node.Subquery is { } query ? new[] { query } : []]);

    public override void Visit(SimpleCaseExpression node) =>
        Compare(node, [node.InputExpression, .. node.WhenClauses.Select(when => when.WhenExpression)]);

    public override void Visit(NullIfExpression node) => Compare(node, node.FirstExpression, node.SecondExpression);

    public override void Visit(FunctionCall node)
    {
        if (node.FunctionName.Value.Equals("CHARINDEX", StringComparison.OrdinalIgnoreCase))
        {
            Compare(node, [.. node.Parameters]);
        }
    }

    private void Compare(TSqlFragment node, params ScalarExpression[] operands)
    {
        var types = operands.Select(Meaning.TypeOf).ToList();
        var stated = types.Select(type => type.Collation).OfType<string>().Distinct().Count();
        if (stated > 1 || (stated == 0 && types.Exists(type => type.Kind == SqlKind.Text)))
        {
            Object(node);
        }
    }
}

/// <summary>The same for what is ordered, grouped or made distinct.</summary>
internal sealed class OrderByText : SqlRule
{
    public override string Name => "collation of order";

    protected override string Advice =>
        "this text is ordered, grouped or made distinct by the server's collation: use a column, whose collation the schema states";

    public override void Visit(ExpressionWithSortOrder node) => Look(node, Meaning.TypeOf(node.Expression));

    public override void Visit(ExpressionGroupingSpecification node) => Look(node, Meaning.TypeOf(node.Expression));

    public override void Visit(QuerySpecification node)
    {
        if (node.UniqueRowFilter == UniqueRowFilter.Distinct)
        {
            LookAtAll(node);
        }
    }

    public override void Visit(BinaryQueryExpression node)
    {
        if (!node.All)
        {
            LookAtAll(node);
        }
    }

    private void LookAtAll(QueryExpression node)
    {
        foreach (var column in Meaning.ResultOf(node))
        {
            Look(node, column.Type);
        }
    }

    private void Look(TSqlFragment node, SqlType type)
    {
        if (type is { Kind: SqlKind.Text, Collation: null })
        {
            Object(node);
        }
    }
}

/// <summary>Every column of text states the collation by code point, as SQLite compares.</summary>
internal sealed class ColumnWithoutCollation : SqlRule
{
    private const string ByCodePoint = "Latin1_General_100_BIN2";

    public override string Name => "column collation";

    protected override string Advice => $"a column of text would take the server's collation: write COLLATE {ByCodePoint} behind its type";

    public override void Visit(ColumnDefinition node)
    {
        if (SqlType.Of(node.DataType, null, false).Kind == SqlKind.Text && node.Collation?.Value != ByCodePoint)
        {
            Object(node);
        }
    }

    public override void Visit(AlterTableAlterColumnStatement node)
    {
        if (SqlType.Of(node.DataType, null, false).Kind == SqlKind.Text && node.Collation?.Value != ByCodePoint)
        {
            Object(node);
        }
    }
}
