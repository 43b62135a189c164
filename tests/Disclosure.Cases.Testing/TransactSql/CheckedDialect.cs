using System.Text.RegularExpressions;
using Disclosure.Cases.Testing.Failing;

namespace Disclosure.Cases.Testing.TransactSql;

/// <summary>
/// SQLite, to which every statement is sent with a remark that says what SQL Server would be sent instead; and each is read
/// as SQL Server reads it before it is sent. The test that sends something else fails, whatever the code makes of the error.
/// </summary>
internal sealed partial class CheckedDialect() : FaultyDialect(Sqlite, new Faults { OnStatement = Check })
{
    public override string Page => Both(SqlServer.Page, Sqlite.Page);

    public override string Size => Both(SqlServer.Size, Sqlite.Size);

    public override string CreateJournal => Both(SqlServer.CreateJournal, Sqlite.CreateJournal);

    public override string Schema => Both(SqlServer.Schema, Sqlite.Schema);

    public override string OnFirstUse => Both(SqlServer.OnFirstUse!, Sqlite.OnFirstUse!);

    public override string Contains(string text, string part) => Both(SqlServer.Contains(text, part), Sqlite.Contains(text, part));

    // Those of SQL Server have a test of their own.
    public override IEnumerable<string> Batches(string script) => base.Batches(script).Select(batch => SqliteOnly.Mark + batch);

    private static string Both(string sqlServer, string sqlite) => $"/*SQL Server: {sqlServer} */{sqlite}/*end*/";

    private static void Check(string sql)
    {
        if (sql.StartsWith(SqliteOnly.Mark, StringComparison.Ordinal) || SqliteOnly.Texts.Contains(sql))
        {
            return;
        }

        var text = Differing().Replace(sql, "$1");
        if (TransactSqlCheck.Of(text) is [_, ..] objections)
        {
            Assert.Fail($"SQL Server would not take this, or take it otherwise:\n{string.Join('\n', objections)}\n{text}");
        }
    }

    [GeneratedRegex(@"/\*SQL Server: (.*?) \*/.*?/\*end\*/", RegexOptions.Singleline)]
    private static partial Regex Differing();
}
