using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>Finds out what each table and column of a statement is, and objects where there is none or more than one.</summary>
internal sealed partial class NameResolver(SqlSchema schema, SqlMeaning meaning, List<Objection> objections) : TSqlFragmentVisitor
{
    public const string Rule = "names";

    public override void ExplicitVisit(SelectStatement node) => Query(node.QueryExpression, new SqlScope(null, With(node)));

    // Of a statement that is none of those below, as in IF EXISTS (SELECT …).
    public override void ExplicitVisit(ScalarSubquery node) => Query(node.QueryExpression, SqlScope.Empty);

    public override void ExplicitVisit(InsertStatement node)
    {
        var insert = node.InsertSpecification;
        var scope = new SqlScope(null, With(node));
        var target = new SqlScope(scope, scope.Derived);
        From(insert.Target, target, false);
        foreach (var column in insert.Columns)
        {
            Expression(column, target);
        }

        foreach (var count in Widths(insert.InsertSource, scope).Where(count => count != insert.Columns.Count))
        {
            Object(node, $"{insert.Columns.Count} columns are named, but {count} values are given: give one for each");
        }
    }

    public override void ExplicitVisit(UpdateStatement node)
    {
        var update = node.UpdateSpecification;
        var scope = new SqlScope(null, With(node));
        From(update.Target, scope, false);
        From(update.FromClause, scope);
        foreach (var part in update.SetClauses.Cast<TSqlFragment>().Append(update.WhereClause))
        {
            Expression(part, scope);
        }
    }

    public override void ExplicitVisit(DeleteStatement node)
    {
        var scope = new SqlScope(null, With(node));
        From(node.DeleteSpecification.Target, scope, false);
        From(node.DeleteSpecification.FromClause, scope);
        Expression(node.DeleteSpecification.WhereClause, scope);
    }

    /// <summary>Resolves what refers to the columns of one table: an index, a constraint, a computed column.</summary>
    public void OfTable(string table, TSqlFragment? fragment)
    {
        var scope = new SqlScope(null, SqlScope.Empty.Derived);
        scope.Add(table, schema.Find(table) ?? [], false);
        Expression(fragment, scope);
    }

    /// <summary>Objects when a table has no such column.</summary>
    public void Column(string table, Identifier column)
    {
        if (schema.Find(table)?.Any(each => each.Name == column.Value) != true)
        {
            Object(column, schema.Find(table) is null ? $"there is no table {table}" : $"{table} has no column {column.Value}");
        }
    }

    public static string NameOf(SchemaObjectName name) =>
        name.SchemaIdentifier is { } part ? $"{part.Value}.{name.BaseIdentifier.Value}" : name.BaseIdentifier.Value;

    private IEnumerable<int> Widths(InsertSource source, SqlScope scope)
    {
        switch (source)
        {
            case SelectInsertSource { Select: var query }:
                return [Query(query, scope).Count];
            case ValuesInsertSource { RowValues: var rows }:
                foreach (var value in rows.SelectMany(row => row.ColumnValues))
                {
                    Expression(value, scope);
                }

                return rows.Select(row => row.ColumnValues.Count);
            default:
                Object(source, "write VALUES or SELECT");
                return [];
        }
    }

    private Dictionary<string, IReadOnlyList<SqlColumn>> With(StatementWithCtesAndXmlNamespaces node)
    {
        var derived = new Dictionary<string, IReadOnlyList<SqlColumn>>(StringComparer.Ordinal);
        foreach (var common in node.WithCtesAndXmlNamespaces?.CommonTableExpressions ?? [])
        {
            var columns = Query(common.QueryExpression, new SqlScope(null, derived));
            derived[common.ExpressionName.Value] = Named(common, Renamed(columns, common.Columns));
        }

        return derived;
    }

    private static IReadOnlyList<SqlColumn> Renamed(IReadOnlyList<SqlColumn> columns, IList<Identifier> names) =>
        names.Count == 0 ? columns : [.. columns.Zip(names, (column, name) => column with { Name = name.Value })];

    private IReadOnlyList<SqlColumn> Named(TSqlFragment node, IReadOnlyList<SqlColumn> columns)
    {
        if (columns.Any(column => column.Name is null))
        {
            Object(node, "a column of a derived table has no name: write AS");
        }

        foreach (var twice in columns.GroupBy(column => column.Name).Where(group => group.Key is not null && group.Count() > 1))
        {
            Object(node, $"a derived table has two columns {twice.Key}: name them apart with AS");
        }

        return columns;
    }

    private void Expression(TSqlFragment? fragment, SqlScope scope) => fragment?.Accept(new InScope(this, scope));

    private void Note(ColumnReferenceExpression column, SqlType type) => meaning.Note(column, type);

    private void Object(TSqlFragment node, string message) => objections.Add(new Objection(Rule, $"line {node.StartLine}: {message}"));

    private sealed class InScope(NameResolver resolver, SqlScope scope) : TSqlFragmentVisitor
    {
        public override void ExplicitVisit(ScalarSubquery node) => resolver.Query(node.QueryExpression, scope);

        public override void ExplicitVisit(ColumnReferenceExpression node)
        {
            if (node.MultiPartIdentifier is not { Identifiers: { } parts })
            {
                return; // COUNT(*)
            }

            var (type, problem) = parts.Count > 2
                ? (SqlType.Unknown, $"the name {string.Join('.', parts.Select(part => part.Value))} has too many parts")
                : scope.Find(parts.Count == 2 ? parts[0].Value : null, parts[^1].Value);
            resolver.Note(node, type);
            if (problem is not null)
            {
                resolver.Object(node, problem + (parts[^1].Value.ToUpperInvariant() is "TRUE" or "FALSE" ? ": write 1 or 0" : ""));
            }
        }
    }
}
