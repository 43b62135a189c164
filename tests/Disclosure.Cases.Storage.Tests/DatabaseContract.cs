using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>One contract for every database: each fixture runs on all that are there, on an empty database a test.</summary>
[TestFixture(TestDatabases.Sqlite)]
[TestFixture(TestDatabases.PostgreSql, Category = "PostgreSql")]
[TestFixture(TestDatabases.SqlServer, Category = "SqlServer")]
internal abstract class DatabaseContract(string databaseKind)
{
    protected TestOffice Office { get; private set; } = null!;

    /// <summary>Whether the records are verified after the test.</summary>
    protected bool ProvesItsRecords { get; set; }

    [SetUp]
    public async Task OpenOffice() => (Office, ProvesItsRecords) = (await TestOffice.Open(databaseKind), true);

    [TearDown]
    public async Task CloseOffice()
    {
        if (Office is null)
        {
            return;
        }

        // Whatever a test did through the application, the records prove it.
        await using var closing = Office;
        if (ProvesItsRecords && !Office.IsTampered)
        {
            var findings = await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default));
            Assert.That(findings.Select(finding => $"{finding.Code}: {finding.Say(Texts.English)}"), Is.Empty);
        }
    }
}
