using Disclosure.Cases.Hosting;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What is said of a start that failed; standard output and error are the whole process's, so nothing runs beside it.</summary>
[NonParallelizable]
internal sealed class StartupErrorsTests
{
    [Test]
    public void Report_OfAWrongSetting_SaysItsMessageAlone()
    {
        var (said, logged) = Report(() => throw new SettingException("Jobs:Workers must be a number."));
        Assert.That((said, logged), Is.EqualTo(("Jobs:Workers must be a number." + Environment.NewLine, "")));
    }

    [Test]
    public void Report_OfWhatMayBeAFaultOfTheSoftware_LogsItsStackTrace()
    {
        var (said, logged) = Report(() => throw new ArgumentException("No such thing."));
        Assert.That(said, Is.EqualTo("No such thing." + Environment.NewLine));
        Assert.That(logged, Does.Contain("ArgumentException: No such thing.").And.Contain($"at {typeof(StartupErrorsTests).FullName}"));
    }

    [TestCase("Server=db;Initial Catalog=Disclosure", "SQL Server", "BACKUP DATABASE")]
    [TestCase("Host=db;Database=disclosure", "PostgreSQL", "pg_dump")]
    public void Report_OfAFolderForBackupsOfAServer_SaysInALineWhatToPlanThere(string records, string product, string own)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Disclosure"] = records,
            ["Backup:Folder"] = "/mnt/backup",
        }).Build();
        var (said, logged) = Report(() => StorageConfiguration.Of(configuration, Path.GetTempPath()));
        Assert.That(
            (said.Trim(), logged),
            Is.EqualTo(($"Backup:Folder: {product} makes its own backups. Leave the setting out, and plan {own} on the server.", "")));
    }

    [Test]
    public void Report_OfAServerWhoseDiskIsFull_SaysSoInALine()
    {
        var (said, logged) = Report(() => throw new PostgresException("no space left", "ERROR", "ERROR", PostgresErrorCodes.DiskFull));
        Assert.That(said.Trim().Split('\n'), Has.Length.EqualTo(1).And.All.Contains("The disk is full."));
        Assert.That(logged, Is.Empty);
    }

    private static (string Said, string Logged) Report(Action start)
    {
        var (error, output) = (Console.Error, Console.Out);
        using var said = new StringWriter();
        using var logged = new StringWriter();
        try
        {
            Console.SetError(said);
            Console.SetOut(logged);
            start();
        }
        catch (Exception problem)
        {
            Assert.That(StartupErrors.Report(problem, new ConfigurationBuilder().Build()), Is.EqualTo(StartupErrors.ExitCode));
        }
        finally
        {
            Console.SetError(error);
            Console.SetOut(output);
        }

        return (said.ToString(), logged.ToString());
    }
}
