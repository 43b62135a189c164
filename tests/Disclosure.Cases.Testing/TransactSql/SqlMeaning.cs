using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>What the names of a statement stand for, and the types of its expressions.</summary>
internal sealed class SqlMeaning
{
    private readonly Dictionary<ColumnReferenceExpression, SqlType> columns = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<QueryExpression, IReadOnlyList<SqlColumn>> results = new(ReferenceEqualityComparer.Instance);

    public void Note(ColumnReferenceExpression column, SqlType type) => columns[column] = type;

    public void Note(QueryExpression query, IReadOnlyList<SqlColumn> result) => results[query] = result;

    /// <summary>The columns of a query's result.</summary>
    public IReadOnlyList<SqlColumn> ResultOf(QueryExpression query) => results.GetValueOrDefault(query, []);

    /// <summary>The type of an expression.</summary>
    public SqlType TypeOf(ScalarExpression? expression)
    {
        var type = Plain(expression);
        return expression is PrimaryExpression { Collation.Value: { } stated } ? new SqlType(SqlKind.Text, stated, type.IsNullable) : type;
    }

    private SqlType Plain(ScalarExpression? expression) => expression switch
    {
        ColumnReferenceExpression column => columns.GetValueOrDefault(column, SqlType.Unknown),
        StringLiteral => new SqlType(SqlKind.Text),
        NullLiteral => new SqlType(SqlKind.Unknown, null, true),
        Literal => SqlType.Number,
        ParenthesisExpression inner => TypeOf(inner.Expression),
        UnaryExpression unary => TypeOf(unary.Expression),
        BinaryExpression binary => OfAny(binary.FirstExpression, binary.SecondExpression) with { Kind = SqlKind.Number, Collation = null },
        CastCall cast => SqlType.Of(cast.DataType, null, TypeOf(cast.Parameter).IsNullable),
        CoalesceExpression { Expressions: var values } => SqlType.Of(values.Select(TypeOf), values.All(each => TypeOf(each).IsNullable)),
        SearchedCaseExpression cases => OfBranches(cases.WhenClauses.Select(when => when.ThenExpression), cases.ElseExpression),
        SimpleCaseExpression cases => OfBranches(cases.WhenClauses.Select(when => when.ThenExpression), cases.ElseExpression),
        ScalarSubquery query => OfSubquery(query.QueryExpression),
        FunctionCall call => OfFunction(call),
        _ => SqlType.Unknown,
    };

    private SqlType OfAny(params ScalarExpression[] parts)
    {
        var types = parts.Select(TypeOf).ToList();
        return SqlType.Of(types, types.Exists(type => type.IsNullable));
    }

    private SqlType OfBranches(IEnumerable<ScalarExpression> branches, ScalarExpression? otherwise)
    {
        var types = branches.Append(otherwise).Where(branch => branch is not null).Select(TypeOf).ToList();
        return SqlType.Of(types, otherwise is null || types.Exists(type => type.IsNullable));
    }

    // No row gives NULL; a COUNT over everything always gives one row.
    private SqlType OfSubquery(QueryExpression query)
    {
        var isCount = query is QuerySpecification { GroupByClause: null, SelectElements: [SelectScalarExpression shown] }
            && shown.Expression is FunctionCall call && call.FunctionName.Value.Equals("COUNT", StringComparison.OrdinalIgnoreCase);
        return ResultOf(query) is [var only, ..] ? only.Type with { IsNullable = !isCount } : SqlType.Unknown;
    }

    private SqlType OfFunction(FunctionCall call) => call.FunctionName.Value.ToUpperInvariant() switch
    {
        "COUNT" => SqlType.Number,
        "SUM" or "AVG" => new SqlType(SqlKind.Number, null, true),
        "MIN" or "MAX" when call.Parameters is [var value] => TypeOf(value) with { IsNullable = true },
        "SUBSTRING" when call.Parameters is [var value, ..] => TypeOf(value),
        "SYSUTCDATETIME" or "DATEFROMPARTS" => new SqlType(SqlKind.Date),
        _ => SqlType.Unknown,
    };
}
