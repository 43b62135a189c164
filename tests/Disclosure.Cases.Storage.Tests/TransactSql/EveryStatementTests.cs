using System.Text.RegularExpressions;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.TransactSql;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Disclosure.Cases.Storage.Tests.TransactSql;

/// <summary>All SQL in the source code, whether a test sends it or not, as SQL Server reads it.</summary>
internal sealed partial class EveryStatementTests
{
    private static readonly SourceStatements Source = new(SourceCode.Storage);

    [Test]
    public void Source_Compiled_HasNoErrors() =>
        Assert.That(SourceCode.Storage.Compilation.GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error), Is.Empty);

    [Test]
    public void EveryStatement_ReadAsTransactSql_IsTaken()
    {
        // Where a text is written comes before where it is passed on, so that it is named by its place.
        var (problems, texts) = (new List<string>(), new HashSet<string>());
        foreach (var (call, sql) in Source.Calls.OrderBy(each => each.Sql is IdentifierNameSyntax))
        {
            foreach (var text in Source.TextsOf(sql).Where(text => !SqliteOnly.Texts.Contains(text) && texts.Add(text)))
            {
                problems.AddRange(TransactSqlCheck.Of(text).Select(objection => $"{PlaceOf(call)}: {objection}\n{text}\n"));
            }
        }

        TestContext.Out.WriteLine($"{texts.Count} statements.");
        Assert.That(texts, Has.Count.GreaterThan(150), "The statements are no longer found.");
        FailOf(problems);
    }

    [Test]
    public void EveryResult_ReadIntoItsType_FitsAlsoWhereItIsNull()
    {
        var (problems, results) = (new List<string>(), 0);
        foreach (var (call, sql) in Source.Calls.Where(each => each.Call.TargetMethod.TypeArguments is [not ITypeParameterSymbol]))
        {
            var type = call.TargetMethod.TypeArguments[0];
            foreach (var text in Source.TextsOf(sql).Where(text => !SqliteOnly.Texts.Contains(text) && TransactSqlCheck.Of(text) is []))
            {
                results++;
                problems.AddRange(ResultTypes.Misfits(type, TransactSqlCheck.ResultOf(text)).Select(each => $"{PlaceOf(call)}: {each}"));
            }
        }

        TestContext.Out.WriteLine($"{results} results.");
        Assert.That(results, Is.GreaterThan(80), "The queries are no longer found.");
        FailOf(problems.Distinct());
    }

    // Only what goes through Dapper in the storage is looked at above: so there must be nothing else. Rows makes Dapper's commands,
    // and a list says in the one that it is given to how it is to be read.
    [Test]
    public void Source_OutsideTheStorage_SendsNoSql() => Assert.That(
        from project in new DirectoryInfo(SourceCode.Folder).EnumerateDirectories()
        from file in SourceCode.FilesOf(project.Name)
        let text = File.ReadAllText(file)
        where (Command().IsMatch(text) && Path.GetFileName(file) is not ("Rows.cs" or "ListParameter.cs"))
            || (project.Name != "Disclosure.Cases.Storage" && Sql().IsMatch(text))
        select file,
        Is.Empty);

    [Test]
    public void QueueConditions_Together_HoldEveryPartOfTheSource()
    {
        var file = SourceCode.Storage.Compilation.SyntaxTrees.Single(tree => Path.GetFileName(tree.FilePath) == "QueueCondition.cs");
        var parts = file.GetRoot().DescendantTokens()
            .Where(token => (SyntaxKind)token.RawKind is SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken)
            .Select(token => token.ValueText.Trim());
        var texts = string.Join('\n', QueueConditions.Texts);
        Assert.That(parts.Where(part => !texts.Contains(part, StringComparison.Ordinal)), Is.Empty);
    }

    [Test]
    public async Task Schema_OfSqlServer_HasTheTablesAndColumnsOfSqlite()
    {
        await using var office = await TestOffice.Open(TestDatabases.Sqlite);
        var columns = await new UnitOfWork(office.Database, new NoRequestedJobs()).Query<string>(
            $"""
            {SqliteOnly.Mark}
            SELECT t.name || '.' || c.name FROM sqlite_master t, pragma_table_xinfo(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.cid
            """, null, default);
        var (schema, tables) = (SqlSchema.Current, SqlSchema.Current.Tables);
        Assert.That(tables.SelectMany(table => schema.Find(table)!.Select(column => $"{table}.{column.Name}")), Is.EquivalentTo(columns));
    }

    private static void FailOf(IEnumerable<string> problems)
    {
        if (string.Join('\n', problems) is { Length: > 0 } all)
        {
            Assert.Fail(all);
        }
    }

    private static string PlaceOf(IInvocationOperation call) =>
        $"{Path.GetFileName(call.Syntax.SyntaxTree.FilePath)}, line {call.Syntax.GetLocation().GetLineSpan().StartLinePosition.Line + 1}";

    [GeneratedRegex(@"\b(CommandText|CreateCommand|CommandDefinition|SqlCommand|SqliteCommand)\b")]
    private static partial Regex Command();

    [GeneratedRegex(@"using Dapper|""\s*(SELECT|INSERT|UPDATE|DELETE|PRAGMA|CREATE TABLE) ")]
    private static partial Regex Sql();
}
