using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>
/// The statements that the storage can send, put together from its source code as it puts them together: both branches of
/// every condition, and for SQL Server where the dialects differ. What cannot be told is an error, so nothing is left out.
/// </summary>
internal sealed class SourceStatements(SourceCode code)
{
    private readonly HashSet<ISymbol> underWay = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ExpressionSyntax, IReadOnlyList<string>> known = [];

    /// <summary>The calls that send SQL (Dapper's), and those of our own that pass it on to them.</summary>
    public IEnumerable<(IInvocationOperation Call, ExpressionSyntax Sql)> Calls =>
        from call in code.Calls
        from argument in call.Arguments
        where argument.Parameter?.Name == "sql" && argument.Syntax is ArgumentSyntax
        select (call, ((ArgumentSyntax)argument.Syntax).Expression);

    /// <summary>The texts that an expression can have.</summary>
    public IReadOnlyList<string> TextsOf(ExpressionSyntax expression) =>
        known.TryGetValue(expression, out var texts) ? texts : known[expression] = Find(expression);

    private IReadOnlyList<string> Find(ExpressionSyntax expression)
    {
        var model = code.ModelOf(expression.SyntaxTree);
        if (model.GetConstantValue(expression) is { HasValue: true, Value: var constant })
        {
            return constant is null ? [] : [$"{constant}"];
        }

        return expression switch
        {
            ParenthesizedExpressionSyntax inner => TextsOf(inner.Expression),
            ConditionalExpressionSyntax either => [.. TextsOf(either.WhenTrue), .. TextsOf(either.WhenFalse)],
            SwitchExpressionSyntax cases => [.. cases.Arms.SelectMany(arm => TextsOf(arm.Expression))],
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Product([TextsOf(sum.Left), TextsOf(sum.Right)]),
            InterpolatedStringExpressionSyntax text => Product(text.Contents.Select(TextsOf)),
            _ => Once(model.GetSymbolInfo(expression).Symbol ?? throw Unclear(expression), expression),
        };
    }

    private IReadOnlyList<string> TextsOf(InterpolatedStringContentSyntax part) => part is InterpolationSyntax hole
        ? TextsOf(hole.Expression)
        : [((InterpolatedStringTextSyntax)part).TextToken.ValueText];

    private IReadOnlyList<string> Once(ISymbol symbol, ExpressionSyntax expression)
    {
        if (!underWay.Add(symbol))
        {
            throw Unclear(expression);
        }

        try
        {
            return [.. TextsOf(symbol, expression).Distinct()];
        }
        finally
        {
            underWay.Remove(symbol);
        }
    }

    private IEnumerable<string> TextsOf(ISymbol symbol, ExpressionSyntax expression)
    {
        switch (symbol)
        {
            case IPropertySymbol { ContainingType.Name: nameof(Dialect) }:
                return typeof(Dialect).GetProperty(symbol.Name)!.GetValue(Dialect.SqlServer) is string own ? [own] : [];
            case IMethodSymbol { ContainingType.Name: nameof(Dialect), Name: nameof(Dialect.Contains) }
                when expression is InvocationExpressionSyntax { ArgumentList.Arguments: [var text, var part] }:
                return from texts in TextsOf(text.Expression)
                       from parts in TextsOf(part.Expression)
                       select Dialect.SqlServer.Contains(texts, parts);
            case IMethodSymbol { ContainingType.Name: nameof(Dialect), Name: nameof(Dialect.Attempt) }
                when expression is InvocationExpressionSyntax { ArgumentList.Arguments: [var insert] }:
                return TextsOf(insert.Expression).Select(Dialect.SqlServer.Attempt);
            case IPropertySymbol { ContainingType.Name: nameof(Storage.Reporting.QueueCondition), Name: nameof(
                Storage.Reporting.QueueCondition.Sql) }:
                return QueueConditions.Texts;
            case IPropertySymbol { ContainingType.Name: nameof(SealedTable), Name: nameof(SealedTable.AllRows) }:
                return SealedTable.All.Select(table => table.AllRows);
            case IPropertySymbol { ContainingType.Name: nameof(SealedTable), Name: nameof(SealedTable.OneRow) }:
                return SealedTable.All.Select(table => table.OneRow);
            case IPropertySymbol { ContainingType.Name: nameof(StoredTable), Name: nameof(StoredTable.Count) }:
                return StoredTables.Select(table => table.Count);
            case IPropertySymbol { ContainingType.Name: nameof(StoredTable), Name: nameof(StoredTable.InOrder) }:
                return StoredTables.Select(table => table.InOrder);
            case IMethodSymbol { ContainingType.Name: nameof(StoredTable), Name: nameof(StoredTable.Insert) }:
                return StoredTables.Select(table => table.Insert(2));
            case IParameterSymbol { ContainingSymbol: IMethodSymbol method } parameter:
                return code.Calls.Where(call => SymbolEqualityComparer.Default.Equals(call.TargetMethod.OriginalDefinition, method))
                    .SelectMany(call => call.Arguments.Where(argument => argument.Parameter!.Ordinal == parameter.Ordinal))
                    .SelectMany(argument => TextsOf(argument.Syntax is ArgumentSyntax { Expression: var given }
                        ? given
                        : (ExpressionSyntax)argument.Syntax));
        }

        return symbol.DeclaringSyntaxReferences is [var reference] ? TextsOf(reference.GetSyntax(), expression) : throw Unclear(expression);
    }

    private IEnumerable<string> TextsOf(SyntaxNode declaration, ExpressionSyntax use) => declaration switch
    {
        VariableDeclaratorSyntax { Initializer.Value: var value } => TextsOf(value),
        PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => TextsOf(value),
        // x is { } name
        SingleVariableDesignationSyntax { Parent: PatternSyntax pattern } =>
            TextsOf(pattern.Ancestors().OfType<IsPatternExpressionSyntax>().First().Expression),
        // var (name, …) = (…, …)
        SingleVariableDesignationSyntax { Parent: ParenthesizedVariableDesignationSyntax names } one
            when names.Parent?.Parent is AssignmentExpressionSyntax { Right: TupleExpressionSyntax values } =>
            TextsOf(values.Arguments[names.Variables.IndexOf(one)].Expression),
        // The batches of the migrations, which are checked with the schema that they make.
        ForEachStatementSyntax { Expression: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax method } }
            when method.Name.Identifier.Text == nameof(Dialect.Batches) => [],
        _ => throw Unclear(use),
    };

    // What the database is asked for says the schema here.
    private static IEnumerable<StoredTable> StoredTables =>
        from table in SqlSchema.Current.Tables
        let columns = SqlSchema.Current.Find(table)!.Select(column => new StoredColumn(column.Name!, HasBytes: false)).ToList()
        select new StoredTable(table, columns, [columns[0].Name]);

    private static IReadOnlyList<string> Product(IEnumerable<IReadOnlyList<string>> parts) =>
        parts.Aggregate((IReadOnlyList<string>)[""], (texts, next) => [.. texts.SelectMany(text => next.Select(each => text + each))]);

    private static InvalidOperationException Unclear(ExpressionSyntax expression)
    {
        var place = expression.GetLocation().GetLineSpan();
        return new InvalidOperationException(
            $"{Path.GetFileName(place.Path)}, line {place.StartLinePosition.Line + 1}: what '{expression}' stands for cannot be told. " +
            "Write it as constants, conditions (a ? b : c), switches and interpolations, or teach SourceStatements another way.");
    }
}
