using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.Failing;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class DatabaseReadingTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Facts_OfADatabase_SayItsSizeAndItsSchema()
    {
        var facts = await Office.With<DatabaseFactsQuery, DatabaseFacts>(reading => reading.Facts(default));
        Assert.Multiple(() =>
        {
            Assert.That(facts.Bytes, Is.Null.Or.GreaterThan(0), "not every server that speaks SQL Server's protocol tells");
            Assert.That(facts.Migrations, Is.EqualTo(Migrations.Embedded(Office.Database.Dialect).Count));
        });
    }

    [TestCase("SELECT NULL")]
    [TestCase("SELECT SUM(length) FROM chains WHERE 1 = 0")]
    public async Task Facts_WhereTheSizeIsNull_AreReadWithoutIt(string size)
    {
        if (Office.Database.FilePath is null)
        {
            Assert.Ignore("The dialect that gives no size stands on SQLite.");
        }

        using var database = new Database($"Data Source={Office.Database.FilePath}", new WithSize(size), Retries.Usual, Office.Clock);
        Assert.That(
            (await new DatabaseFactsQuery(database, new UnitOfWork(database, new NoRequestedJobs())).Facts(default)).Bytes,
            Is.Null);
    }

    private sealed class WithSize(string sql) : FaultyDialect(Sqlite, new Faults())
    {
        public override string Size => sql;
    }
}
