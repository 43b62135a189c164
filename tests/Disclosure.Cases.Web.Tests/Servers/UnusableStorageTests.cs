using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>A host whose records cannot be used ends with one line that says why, and code 1.</summary>
internal sealed class UnusableStorageTests
{
    private DirectoryInfo folder = null!;

    private string Database => Path.Combine(folder.FullName, "disclosure.db");

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("disclosure-unusable-");

    [TearDown]
    public void DeleteFolder() => folder.Delete(recursive: true);

    [Test]
    public async Task Start_OnAFileThatIsNoDatabase_SaysSoInALine()
    {
        await File.WriteAllBytesAsync(Database, [.. Enumerable.Range(0, 20_000).Select(each => (byte)(each * 7))]);
        await Refused("The file is no SQLite database");
    }

    [TestCase(4096)]
    [TestCase(100_000)]
    public async Task Start_OnADatabaseThatIsCutOff_SaysSoInALine(int length)
    {
        await MigratedFile.CopyTo(Database);
        await using (var file = File.OpenWrite(Database))
        {
            file.SetLength(length);
        }

        await Refused("The database is damaged or cut off: restore a backup.");
    }

    [TestCase("9999_later.sql", "it is newer than the application")]
    [TestCase("copy-to: not finished", "The copy into this database is not finished: run disclosure copy-to again")]
    public async Task Start_OnADatabaseOfANewerVersion_OrAnUnfinishedCopy_SaysSoInALine(string step, string reason)
    {
        await MigratedFile.CopyTo(Database);
        await using (var connection = new SqliteConnection($"Data Source={Database};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO schema_migrations (name, checksum, applied_at) VALUES ($step, 'x', '2026-11-30')";
            command.Parameters.AddWithValue("$step", step);
            await command.ExecuteNonQueryAsync();
        }

        await Refused(reason);
    }

    [Test]
    public Task Start_OnADatabaseThatCannotBeWritten_SaysSoInALine() => Refused("The database cannot be written", ";Mode=ReadOnly");

    [Test]
    public async Task Start_WhereNoFileCanBe_SaysSoInALine()
    {
        Directory.CreateDirectory(Database);
        await Refused(Database);
    }

    [Test]
    public async Task TwoHosts_StartedAtOnceOnNothing_BothBecomeReady()
    {
        using var first = Start();
        using var second = Start();
        await Task.WhenAll(first.Ready(), second.Ready());
    }

    private async Task Refused(string reason, string more = "")
    {
        using var host = Start(more);
        var code = await host.Ended().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.That(code, Is.EqualTo(1));
        Assert.That(host.Said.Trim().Split('\n'), Has.Length.EqualTo(1).And.All.Contains(reason), "one line");
    }

    private ServerProcess Start(string more = "") => ServerProcess.Web(new Dictionary<string, string>(WebOffice.FirstAdministrator)
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["ConnectionStrings:Disclosure"] = $"Data Source={Database}{more}",
        ["Jobs:Server"] = "false",
    });
}
