using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql;

// Queries: their tables, their conditions, their results.
internal sealed partial class NameResolver
{
    private IReadOnlyList<SqlColumn> Query(QueryExpression query, SqlScope outer)
    {
        var result = query switch
        {
            QuerySpecification specification => Specification(specification, outer),
            QueryParenthesisExpression inner => Query(inner.QueryExpression, outer),
            BinaryQueryExpression union => Union(union, outer),
            _ => throw new NotSupportedException(query.GetType().Name),
        };
        meaning.Note(query, result);
        return result;
    }

    private List<SqlColumn> Specification(QuerySpecification query, SqlScope outer)
    {
        var scope = new SqlScope(outer, outer.Derived);
        From(query.FromClause, scope);
        Expression(query.WhereClause, scope);
        NoteNotNull(query.WhereClause?.SearchCondition, scope);
        Expression(query.GroupByClause, scope);
        Expression(query.HavingClause, scope);
        var result = query.SelectElements.SelectMany(element => Element(element, scope)).ToList();
        Expression(query.OffsetClause, scope);
        foreach (var element in query.OrderByClause?.OrderByElements ?? [])
        {
            // A name of the result comes first, but only where it stands alone.
            if (element.Expression is ColumnReferenceExpression { MultiPartIdentifier.Identifiers: [var name] } column
                && result.Where(each => each.Name == name.Value).ToList() is [var named, ..])
            {
                meaning.Note(column, named.Type);
            }
            else
            {
                Expression(element.Expression, scope);
            }
        }

        return result;
    }

    private IEnumerable<SqlColumn> Element(SelectElement element, SqlScope scope)
    {
        Expression(element, scope);
        return element switch
        {
            SelectStarExpression => scope.All,
            SelectScalarExpression { Expression: var value, ColumnName: var alias } => [new SqlColumn(
                alias?.Value ?? (value as ColumnReferenceExpression)?.MultiPartIdentifier.Identifiers[^1].Value, meaning.TypeOf(value))],
            _ => [],
        };
    }

    private List<SqlColumn> Union(BinaryQueryExpression union, SqlScope outer)
    {
        var (first, second) = (Query(union.FirstQueryExpression, outer), Query(union.SecondQueryExpression, outer));
        if (first.Count != second.Count)
        {
            Object(union, $"the queries of one UNION give {first.Count} and {second.Count} columns");
        }

        var result = first.Zip(second, (one, other) =>
            one with { Type = SqlType.Of([one.Type, other.Type], one.Type.IsNullable || other.Type.IsNullable) }).ToList();
        var scope = new SqlScope(null, outer.Derived);
        scope.Add("", result, false);
        Expression(union.OrderByClause, scope);
        Expression(union.OffsetClause, scope);
        return result;
    }

    private void From(FromClause? clause, SqlScope scope)
    {
        foreach (var table in clause?.TableReferences ?? [])
        {
            From(table, scope, false);
        }
    }

    private void From(TableReference table, SqlScope scope, bool isOptional)
    {
        switch (table)
        {
            case NamedTableReference { SchemaObject: var name, Alias: var alias }:
                var full = NameOf(name);
                if ((scope.Derived.GetValueOrDefault(full) ?? schema.Find(full)) is not { } columns)
                {
                    Object(table, $"there is no table {full}");
                    columns = [];
                }

                Add(table, alias?.Value ?? name.BaseIdentifier.Value, columns, scope, isOptional);
                break;
            case QueryDerivedTable derived:
                // What stands beside a derived table is not seen in it.
                var result = Query(derived.QueryExpression, new SqlScope(scope.Outer, scope.Derived));
                Add(table, derived.Alias.Value, Named(derived, Renamed(result, derived.Columns)), scope, isOptional);
                break;
            case QualifiedJoin join:
                var type = join.QualifiedJoinType;
                From(join.FirstTableReference, scope, isOptional || type is QualifiedJoinType.RightOuter or QualifiedJoinType.FullOuter);
                From(join.SecondTableReference, scope, isOptional || type is QualifiedJoinType.LeftOuter or QualifiedJoinType.FullOuter);
                Expression(join.SearchCondition, scope);
                NoteNotNull(type == QualifiedJoinType.Inner && !isOptional ? join.SearchCondition : null, scope);
                break;
            case UnqualifiedJoin join:
                From(join.FirstTableReference, scope, isOptional);
                From(join.SecondTableReference, scope, isOptional);
                break;
            case JoinParenthesisTableReference inner:
                From(inner.Join, scope, isOptional);
                break;
            default:
                Object(table, $"a table is named in a way that the check does not know ({table.GetType().Name})");
                break;
        }
    }

    private void Add(TableReference table, string name, IReadOnlyList<SqlColumn> columns, SqlScope scope, bool isOptional)
    {
        if (!scope.Add(name, columns, isOptional))
        {
            Object(table, $"two tables are called {name}: give one another alias");
        }
    }

    // A condition that must hold leaves no row in which a column is NULL that it compares.
    private static void NoteNotNull(BooleanExpression? condition, SqlScope scope)
    {
        ScalarExpression[] compared = [];
        switch (condition)
        {
            case BooleanBinaryExpression { BinaryExpressionType: BooleanBinaryExpressionType.And } and:
                NoteNotNull(and.FirstExpression, scope);
                NoteNotNull(and.SecondExpression, scope);
                break;
            case BooleanIsNullExpression { IsNot: true } isNot:
                compared = [isNot.Expression];
                break;
            case BooleanComparisonExpression comparison:
                compared = [comparison.FirstExpression, comparison.SecondExpression];
                break;
        }

        foreach (var parts in compared.OfType<ColumnReferenceExpression>().Select(column => column.MultiPartIdentifier.Identifiers))
        {
            scope.NoteNotNull(parts.Count == 2 ? parts[0].Value : null, parts[^1].Value);
        }
    }
}
