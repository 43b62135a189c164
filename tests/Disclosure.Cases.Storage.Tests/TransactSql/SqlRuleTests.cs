using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.TransactSql;

namespace Disclosure.Cases.Storage.Tests.TransactSql;

/// <summary>Of each kind of mistake one statement that is right and one that is wrong.</summary>
internal sealed class SqlRuleTests
{
    [TestCase("SELECT id FROM users ORDER BY id OFFSET 0 ROWS FETCH NEXT @take ROWS ONLY")]
    [TestCase("SELECT CASE WHEN is_active = 1 THEN 1 ELSE 0 END AS active FROM users WHERE is_active = 1 AND (roles & @roles) <> 0")]
    [TestCase("SELECT COUNT(*) FROM users WHERE sign_in_name = @name")]
    [TestCase("SELECT COALESCE(o.name, '') AS name FROM case_files c LEFT JOIN users o ON o.id = c.officer_id WHERE c.stage IN ('A', @a)")]
    [TestCase("SELECT SUBSTRING(content, 1, 16) AS head FROM case_contents WHERE id IN (@ids1,@ids2,@ids3,@ids4)")]
    [TestCase("WITH l AS (SELECT case_id FROM case_files) SELECT l.case_id FROM l JOIN documents d ON d.case_id = l.case_id")]
    [TestCase("SELECT k.stage, COUNT(*) AS cases FROM (SELECT c.stage FROM case_files c) k GROUP BY k.stage ORDER BY COUNT(*), stage")]
    [TestCase("SELECT case_id FROM case_files c WHERE EXISTS (SELECT 1 FROM inquiries i WHERE i.case_id = c.case_id AND c.is_open = 1)")]
    [TestCase("SELECT case_id FROM case_files UNION SELECT case_id FROM case_events ORDER BY case_id")]
    [TestCase("SELECT DISTINCT name FROM users ORDER BY name")]
    [TestCase("INSERT INTO deputies (user_id, deputy_id, from_on, until_on) SELECT id, id, @from, @until FROM users WHERE roles = 2")]
    [TestCase("UPDATE users SET roles = roles + 1 WHERE id = (SELECT MIN(u.id) FROM users u)")]
    [TestCase("DELETE FROM sweeps WHERE fingerprint < @fingerprint; DELETE FROM alerts WHERE threshold BETWEEN 1 AND 3")]
    public void Check_OfWhatBothDatabasesTake_ObjectsToNothing(string sql) => Assert.That(TransactSqlCheck.Of(sql), Is.Empty);

    [TestCase("syntax", "no LIMIT", "SELECT id FROM users ORDER BY id LIMIT @take OFFSET @skip")]
    [TestCase("syntax", "no ||", "SELECT name || '!' AS name FROM users")]
    [TestCase("syntax", "no RETURNING", "UPDATE users SET roles = 1 WHERE id = @id RETURNING roles")]
    [TestCase("syntax", "no ON CONFLICT", "INSERT INTO sweeps (agency_id, swept_at) VALUES (@id, @at) ON CONFLICT (agency_id) DO NOTHING")]
    [TestCase("syntax", "no INSERT OR", "INSERT OR IGNORE INTO sweeps (agency_id, swept_at) VALUES (@id, @at)")]
    [TestCase("syntax", "no boolean", "SELECT id FROM users WHERE is_active")]
    [TestCase("syntax", "no boolean", "SELECT id FROM users WHERE NOT is_active")]
    [TestCase("syntax", "no boolean", "SELECT roles = 1 AS is_one FROM users")]
    [TestCase("syntax", "no boolean", "SELECT roles > 1 AS is_more FROM users")]
    [TestCase("syntax", "no boolean", "SELECT EXISTS (SELECT 1 FROM users) AS is_any")]
    [TestCase("syntax", "row values", "SELECT id FROM users WHERE (id, name) IN (SELECT id, name FROM users)")]
    [TestCase("syntax", "syntax of SQLite", "UPDATE users u SET roles = 1 WHERE u.id = @id")]
    [TestCase("boolean", "CASE WHEN", "SELECT roles = 1 FROM users")]
    [TestCase("names", "no table userz", "SELECT id FROM userz")]
    [TestCase("names", "no column idd", "SELECT idd FROM users")]
    [TestCase("names", "no column ID", "SELECT ID FROM users")]
    [TestCase("names", "u has no column nam", "SELECT u.nam FROM users u")]
    [TestCase("names", "no table or alias x", "SELECT x.name FROM users u")]
    [TestCase("names", "ambiguous", "SELECT id FROM users u JOIN applicants a ON a.name = u.name")]
    [TestCase("names", "no column fom_on", "INSERT INTO deputies (user_id, deputy_id, fom_on, until_on) VALUES (@a, @b, @c, @d)")]
    [TestCase("names", "4 columns are named, but 3", "INSERT INTO deputies (user_id, deputy_id, from_on, until_on) VALUES (@a, @b, @c)")]
    [TestCase("names", "no column rolls", "UPDATE users SET rolls = 1")]
    [TestCase("names", "no column actor", "DELETE FROM case_events WHERE actor = @id")]
    [TestCase("names", "no column total", "SELECT roles AS total FROM users WHERE total > 1")]
    [TestCase("names", "no column officer", "SELECT id FROM users u WHERE EXISTS (SELECT 1 FROM sweeps s WHERE s.agency_id = u.officer)")]
    [TestCase("names", "has no name", "SELECT p.n FROM (SELECT COUNT(*) FROM users) p")]
    [TestCase("names", "two columns id", "SELECT 1 AS one FROM (SELECT u.id, a.id FROM users u, applicants a) p")]
    [TestCase("names", "give 1 and 2 columns", "SELECT id FROM users UNION ALL SELECT id, name FROM users")]
    [TestCase("names", "write 1 or 0", "SELECT id FROM users WHERE is_active = TRUE")]
    [TestCase("names", "no column rowid", "SELECT rowid FROM users")]
    [TestCase("functions", "SUBSTRING three", "SELECT SUBSTRING(name, 2) AS rest FROM users")]
    [TestCase("functions", "no such function", "SELECT LENGTH(name) AS size FROM users")]
    [TestCase("functions", "no such function", "SELECT IFNULL(email, phone) AS contact FROM users")]
    [TestCase("functions", "no such function", "SELECT MAX(roles, 1) AS most FROM users")]
    [TestCase("types", "write int", "SELECT CAST(roles AS TEXT) AS roles FROM users")]
    [TestCase("like", "Dialect.Contains", "SELECT id FROM users WHERE name LIKE @pattern")]
    [TestCase("arithmetic", "CASE WHEN", "SELECT SUM(is_active) AS active FROM users")]
    [TestCase("arithmetic", "CASE WHEN", "SELECT is_active + 1 AS active FROM users")]
    [TestCase("collation", "server's collation", "SELECT id FROM users WHERE @name = '示范区'")]
    [TestCase("collation", "server's collation", "SELECT CASE @outcome WHEN 'Failed' THEN 1 ELSE 0 END AS failed FROM users")]
    [TestCase("collation", "server's collation", "SELECT k.x FROM (SELECT '' AS x FROM users) k WHERE k.x IN ('a', 'b')")]
    [TestCase("collation of order", "server's collation", "SELECT '' AS kind, id FROM users ORDER BY kind")]
    [TestCase("collation of order", "server's collation", "SELECT id, 'a' AS kind FROM users UNION SELECT id, 'b' FROM users")]
    [TestCase("grouping", "GROUP BY", "SELECT agency_id, name, COUNT(*) AS users FROM users GROUP BY agency_id")]
    [TestCase("grouping", "GROUP BY", "SELECT agency_id, COUNT(*) AS users FROM users")]
    [TestCase("aggregate over a query", "derived table", "SELECT SUM((SELECT COUNT(*) FROM alerts)) AS alerts FROM case_files")]
    [TestCase("syntax", "order the outer query", "SELECT p.id FROM (SELECT id FROM users ORDER BY id) p")]
    [TestCase("order of distinct rows", "select this too", "SELECT DISTINCT name FROM users ORDER BY sign_in_key")]
    [TestCase("statement", "migrations change tables", "DROP TABLE users")]
    public void Check_OfWhatSqlServerWouldRefuse_NamesRuleAndRemedy(string rule, string remedy, string sql) => Assert.That(
        TransactSqlCheck.Of(sql),
        Has.Some.Property(nameof(Objection.Rule)).EqualTo(rule).And.Property(nameof(Objection.Message)).Contains(remedy));

    [TestCase("column collation", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY, body nvarchar(100) NOT NULL)")]
    [TestCase("column collation", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY, body nvarchar(9) COLLATE Chinese_PRC_CI_AS NOT NULL)")]
    [TestCase("types", "CREATE TABLE notes (id INTEGER NOT NULL PRIMARY KEY, body TEXT NOT NULL)")]
    [TestCase("names", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY); CREATE INDEX notes_by_body ON notes (body)")]
    [TestCase("names", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY); CREATE INDEX notes_open ON notes (id) WHERE closed_at IS NULL")]
    [TestCase("names", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY, user_id int NOT NULL REFERENCES users (id))")]
    [TestCase("names", "CREATE TABLE notes (id int NOT NULL, PRIMARY KEY (number))")]
    [TestCase("names", "CREATE TABLE notes (id int NOT NULL, twice AS (number + number))")]
    [TestCase("names", "CREATE TABLE notes (id int NOT NULL); ALTER TABLE notes DROP COLUMN body")]
    [TestCase("names", "CREATE TABLE notes (id int NOT NULL); INSERT INTO notes (body) VALUES (1)")]
    [TestCase("syntax", "CREATE TABLE notes (id int NOT NULL PRIMARY KEY) WITHOUT ROWID")]
    [TestCase("syntax", "ALTER TABLE notes RENAME TO remarks")]
    [TestCase("syntax", "ALTER TABLE notes ADD COLUMN body int NULL")]
    [TestCase("syntax", "CREATE TABLE IF NOT EXISTS notes (id int NOT NULL)")]
    [TestCase("migration", "TRUNCATE TABLE notes")]
    public void Migration_ThatSqlServerWouldRefuse_IsNamed(string rule, string script) =>
        Assert.That(SchemaBuilder.Build([script]).Objections, Has.Some.Property(nameof(Objection.Rule)).EqualTo(rule));

    [Test]
    public void Migrations_OfSqlServer_AreTakenWhole()
    {
        var batches = SqlSchema.Batches.ToList();
        var builder = SchemaBuilder.Build([Dialect.SqlServer.CreateJournal, .. batches]);
        Assert.That(builder.Objections, Is.Empty);
        TestContext.Out.WriteLine($"{batches.Count} batches, {builder.Statements} statements, {builder.Schema.Tables.Count()} tables.");
    }

    [Test]
    public void Dialect_OwnStatements_AreTaken()
    {
        var own = Dialect.SqlServer;
        var page = $"SELECT case_id FROM case_search s WHERE {own.Contains("s.body", "@word")} ORDER BY case_id {own.Page}";
        foreach (var sql in new[] { own.OnFirstUse, own.OnOpen, own.Now, own.Size, page }.OfType<string>())
        {
            Assert.That(TransactSqlCheck.Of(sql), Is.Empty, sql);
        }
    }
}
