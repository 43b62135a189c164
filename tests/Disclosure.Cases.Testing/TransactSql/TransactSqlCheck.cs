using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Disclosure.Cases.Testing.TransactSql.Rules;
using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>
/// Whether SQL Server 2019 would take a text as the storage sends it: Microsoft's own parser reads it, each name in it is
/// looked up in the schema, and the rules see to what SQL Server means differently from SQLite.
/// </summary>
internal static partial class TransactSqlCheck
{
    public const string SyntaxRule = "syntax";

    private static readonly ConcurrentDictionary<string, IReadOnlyList<Objection>> Known = new(StringComparer.Ordinal);

    // What SQLite has and SQL Server has not does not even parse; the parser says where, and this says what to write.
    private static readonly (string Sign, string Advice)[] Hints =
    [
        ("||", "SQL Server has no || for putting texts together: do it in C#"),
        ("LIMIT", "SQL Server has no LIMIT: write ORDER BY … and Dialect.Page"),
        ("RETURNING", "SQL Server has no RETURNING: make the value beforehand, or read the row"),
        ("ON CONFLICT", "SQL Server has no ON CONFLICT: use UnitOfWork.UpdateOrInsert"),
        ("ORDER BY clause is not valid", "order the outer query"),
        ("INSERT OR", "SQL Server has no INSERT OR …: use UnitOfWork.UpdateOrInsert"),
        ("", "SQL Server has no boolean values, row values, or other syntax of SQLite alone: a condition is a comparison (flag = 1), " +
            "and a value is no condition (CASE WHEN … THEN 1 ELSE 0 END)"),
    ];

    /// <summary>What is wrong with a text, which may hold several statements; each text is looked at once.</summary>
    public static IReadOnlyList<Objection> Of(string sql) => Known.GetOrAdd(Normal(sql), text =>
    {
        var (script, problems) = Parse(text);
        return script is null ? problems : [.. script.Batches.SelectMany(batch => batch.Statements).SelectMany(Of)];
    });

    /// <summary>The columns that a text of one query gives.</summary>
    public static IReadOnlyList<SqlColumn> ResultOf(string sql)
    {
        var meaning = new SqlMeaning();
        var statement = Parse(Normal(sql)).Script!.Batches[0].Statements[0];
        statement.Accept(new NameResolver(SqlSchema.Current, meaning, []));
        return meaning.ResultOf(((SelectStatement)statement).QueryExpression);
    }

    public static (TSqlScript? Script, IReadOnlyList<Objection> Problems) Parse(string sql)
    {
        using var reader = new StringReader(sql);
        var script = new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return errors.Count == 0
            ? ((TSqlScript)script, [])
            : (null, [.. errors.Select(error => new Objection(
                SyntaxRule, $"line {error.Line}: {error.Message} {AdviceOn(sql, error.Message)}"))]);
    }

    private static IEnumerable<Objection> Of(TSqlStatement statement)
    {
        var objections = new List<Objection>();
        // Tests drop triggers, to see that what the triggers forbid would show; the trial of writing takes back what it wrote.
        if (statement is not (SelectStatement or InsertStatement or UpdateStatement or DeleteStatement or IfStatement
            or DropTriggerStatement or SaveTransactionStatement or RollbackTransactionStatement))
        {
            objections.Add(new Objection(
                "statement", $"{statement.GetType().Name}: only SELECT, INSERT, UPDATE and DELETE are sent; migrations change tables"));
        }

        var meaning = new SqlMeaning();
        statement.Accept(new NameResolver(SqlSchema.Current, meaning, objections));
        return objections.Concat(SqlRule.All().SelectMany(rule => rule.Of(statement, meaning)));
    }

    private static string AdviceOn(string sql, string problem) =>
        Hints.First(hint => $"{problem}\n{sql}".Contains(hint.Sign, StringComparison.OrdinalIgnoreCase)).Advice;

    // Lists of ids differ only in their length; one that Dapper has not spelled out yet is a list of one.
    private static string Normal(string sql) => UnspelledList().Replace(SpelledList().Replace(sql, "(@$1)"), "IN (@$1)");

    [GeneratedRegex(@"\(@([A-Za-z]+)1(?:,@\1[0-9]+)*\)")]
    private static partial Regex SpelledList();

    [GeneratedRegex(@"\bIN @([A-Za-z]+)")]
    private static partial Regex UnspelledList();
}
