using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql.Rules;

/// <summary>Beside an aggregate, SQLite takes the value of any row of the group; SQL Server refuses (error 8120).</summary>
internal sealed class GroupedColumns : SqlRule
{
    public override string Name => "grouping";

    protected override string Advice => "a column beside an aggregate must stand in GROUP BY (or in an aggregate itself)";

    public override void Visit(QuerySpecification node)
    {
        List<TSqlFragment?> parts = [.. node.SelectElements, node.HavingClause, .. node.OrderByClause?.OrderByElements ?? []];
        var shown = parts.OfType<TSqlFragment>().ToList();
        if (node.GroupByClause is null && !shown.SelectMany(Within<FunctionCall>).Any(IsAggregate))
        {
            return;
        }

        var grouped = (node.GroupByClause?.GroupingSpecifications ?? []).OfType<ExpressionGroupingSpecification>()
            .Select(each => TextOf(each.Expression)).ToHashSet();
        var results = Meaning.ResultOf(node).Select(column => column.Name).ToHashSet();
        foreach (var part in shown)
        {
            var allowed = Within<ScalarExpression>(part)
                .Where(each => (each is FunctionCall call && IsAggregate(call)) || grouped.Contains(TextOf(each)))
                .SelectMany(Within<ColumnReferenceExpression>).ToHashSet();
            var alias = part is ExpressionWithSortOrder { Expression: var whole } && results.Contains(TextOf(whole)) ? whole : null;
            foreach (var column in Within<ColumnReferenceExpression>(part).Where(column => column != alias && !allowed.Contains(column)))
            {
                Object(column);
            }
        }
    }
}

/// <summary>SQL Server takes no query within an aggregate (error 130) or in GROUP BY (error 144).</summary>
internal sealed class AggregateOverSubquery : SqlRule
{
    public override string Name => "aggregate over a query";

    protected override string Advice =>
        "SQL Server takes no query within an aggregate or GROUP BY: put it into a derived table, and count or group that";

    public override void Visit(FunctionCall node)
    {
        if (IsAggregate(node) && node.Parameters.SelectMany(Within<ScalarSubquery>).Any())
        {
            Object(node);
        }
    }

    public override void Visit(GroupByClause node)
    {
        if (Within<ScalarSubquery>(node).Count > 0)
        {
            Object(node);
        }
    }
}

/// <summary>What is made distinct can be ordered only by what is shown (error 145).</summary>
internal sealed class OrderOfDistinct : SqlRule
{
    public override string Name => "order of distinct rows";

    protected override string Advice => "SQL Server orders SELECT DISTINCT only by what it selects: select this too";

    public override void Visit(QuerySpecification node)
    {
        if (node.UniqueRowFilter != UniqueRowFilter.Distinct)
        {
            return;
        }

        var shown = node.SelectElements.OfType<SelectScalarExpression>().Select(element => TextOf(element.Expression))
            .Concat(Meaning.ResultOf(node).Select(column => column.Name ?? "")).ToHashSet();
        foreach (var element in (node.OrderByClause?.OrderByElements ?? [])
            .Where(element => element.Expression is not Literal && !shown.Contains(TextOf(element.Expression))))
        {
            Object(element);
        }
    }
}
