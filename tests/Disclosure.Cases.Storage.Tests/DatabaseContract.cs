namespace Disclosure.Cases.Storage.Tests;

/// <summary>One contract for every database: each fixture runs on all that are there, on an empty database a test.</summary>
[TestFixture(TestDatabases.Sqlite)]
[TestFixture(TestDatabases.SqlServer, Category = "SqlServer")]
internal abstract class DatabaseContract(string databaseKind)
{
    protected TestOffice Office { get; private set; } = null!;

    [SetUp]
    public async Task OpenOffice() => Office = await TestOffice.Open(databaseKind);

    [TearDown]
    public async Task CloseOffice()
    {
        if (Office is not null)
        {
            await Office.DisposeAsync();
        }
    }
}
