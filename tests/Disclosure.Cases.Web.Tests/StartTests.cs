using System.Diagnostics;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Storage;
using Disclosure.Cases.Web.Tests.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

internal sealed class StartTests
{
    [Test]
    public async Task Start_ProductionWithoutAnyUser_SaysWhatToSetAndEnds()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-start-");
        try
        {
            var (code, said) = await Run(folder, ("Administrator__SignInName", "admin"));
            Assert.Multiple(() =>
            {
                Assert.That(code, Is.EqualTo(1));
                Assert.That(
                    said,
                    Does.Contain("Administrator:Password").And.Contain("Administrator__Agency__Court")
                        .And.Not.Contain("Administrator:SignInName"));
                Assert.That(said, Does.Not.Contain("   at "), "no stack trace");
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Start_ProductionWithAnAccountOfTheDemonstration_NamesItAndEnds()
    {
        using var office = await new WebOffice().Open();
        await office.As(Actor.Application, async services =>
        {
            var open = new User(Guid.NewGuid(), "housing-clerk", "李某", Role.Clerk, office.AgencyId, true);
            await services.GetRequiredService<IUsers>().Add(open, "shifan-2026", default);
            return true;
        });
        var (code, said) = await Run(new DirectoryInfo(office.Folder));
        Assert.Multiple(() =>
        {
            Assert.That(code, Is.EqualTo(1));
            Assert.That(said, Does.Contain("housing-clerk").And.Not.Contain("   at "));
        });
    }

    [TestCase("password1234")]
    [TestCase("lanterns of 示范府")]
    public async Task Start_FirstAdministratorWithAWeakPassword_SaysWhyAndEnds(string password)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-start-");
        try
        {
            var settings = WebOffice.FirstAdministrator.Select(each => (each.Key.Replace(":", "__", StringComparison.Ordinal), each.Value));
            var (code, said) = await Run(folder, [.. settings, ("Administrator__Password", password)]);
            Assert.That(code, Is.EqualTo(1));
            Assert.That(said, Does.Contain("Administrator:Password: ").And.Not.Contain(password).And.Not.Contain("   at "));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase("Alerts__Law", "ten", "Alerts:Law")]
    [TestCase("Proxy__Networks", "here", "Proxy:Networks")]
    [TestCase("AllowedHosts", "https://gk.example.gov.cn", "AllowedHosts must be host names")]
    [TestCase("Numbers__Notice", "告〔{year}〕{n}号", "Numbers: The pattern of the series Notice")]
    [TestCase("Templates__Folder", "/no/such/folder", "/no/such/folder")]
    [TestCase("ConnectionStrings__Disclosure", "Data Source=:memory:", "ConnectionStrings:Disclosure: The records need a file")]
    [TestCase("ConnectionStrings__Disclosure", "Data Source=x.db;Pooling=perhaps", "ConnectionStrings:Disclosure: ")]
    [TestCase("ConnectionStrings__Disclosure", "here", "ConnectionStrings:Disclosure: ")]
    [TestCase("Backup__Time", "25:00", "Backup:Time: '25:00' is no time of day such as 03:00.")]
    [TestCase("SignIn__LockMinutes", "90", "SignIn:LongestLockMinutes: 60 is shorter than SignIn:LockMinutes (90).")]
    [TestCase("SignIn__SessionHours", "25", "SignIn:SessionHours: '25' is no whole number from 1 to 24.")]
    [TestCase("SignIn__IdleMinutes", "x", "SignIn:IdleMinutes: 'x' is no whole number from 5 to 1440.")]
    [TestCase("SignIn__AdministratorsNeedSecondFactor", "yes", "SignIn:AdministratorsNeedSecondFactor: 'yes' is neither true nor false.")]
    [TestCase("SingleSignOn__Authority", "http://login.example.org",
        "SingleSignOn:Authority: 'http://login.example.org' is no address that begins with https://.")]
    [TestCase("SingleSignOn__Authority", "https://login.example.org", "SingleSignOn:ClientId: required with SingleSignOn:Authority.")]
    [TestCase("Ldap__Address", "https://ldap.example.org",
        "Ldap:Address: 'https://ldap.example.org' is no address such as ldaps://HOST or ldap://HOST:PORT.")]
    [TestCase("Ldap__Address", "ldaps://ldap.example.org", "Ldap:Base: required with Ldap:Address.")]
    [TestCase("Retention__FileYears", "0", "Retention:FileYears: '0' is no whole number of years from 1 to 100.")]
    [TestCase("Retention__Refused__IdentityYears", "11", "Retention: Refused: IdentityYears (11) is longer than FileYears (10).")]
    [TestCase("Retention__Refusd__FileYears", "30",
        "Retention:Refusd is unknown; Retention has IdentityYears, FileYears, Disclosed, Refused, Other, Voided, LooksYears.")]
    [TestCase("Retention__Voided__Years", "1", "Retention:Voided:Years is unknown; Retention:Voided has IdentityYears, FileYears.")]
    [TestCase("SignIn__KeepDays", "30", "SignIn:KeepDays: '30' is no whole number from 183 to 3650.")]
    [TestCase("Backup__Keep", "0", "Backup:Keep: '0' is no number from 1 to 3650.")]
    [TestCase("Jobs__Workers", "0", "Jobs:Workers must be a number from 1 to 64; '0' is none.")]
    [TestCase("Jobs__Server", "maybe", "Jobs:Server must be true or false; 'maybe' is neither.")]
    [TestCase("Jobs__DashboardIsReadOnly", "maybe", "Jobs:DashboardIsReadOnly must be true or false; 'maybe' is neither.")]
    public async Task Start_ConfiguredWrongly_SaysWhichSettingAndEnds(string key, string value, string named)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-start-");
        try
        {
            var (code, said) = await Run(folder, (key, value));
            Assert.Multiple(() =>
            {
                Assert.That(code, Is.EqualTo(1));
                Assert.That(said, Does.Contain(named).And.Not.Contain("   at "));
            });
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Test]
    public async Task Start_OfAWorkerWithSqlite_SaysWhatItNeedsAndEnds()
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-start-");
        try
        {
            var database = Path.Combine(folder.FullName, "disclosure.db");
            using var worker = ServerProcess.Worker(
                new Dictionary<string, string> { ["ConnectionStrings:Disclosure"] = $"Data Source={database}" });
            var code = await worker.Ended().WaitAsync(TimeSpan.FromSeconds(60));
            using (Assert.EnterMultipleScope())
            {
                Assert.That(code, Is.EqualTo(1));
                Assert.That(worker.Said, Does.Contain("任务服务器需要 PostgreSQL 或 SQL Server").And.Contain("The worker needs PostgreSQL or"));
                Assert.That(worker.Said, Does.Not.Contain("   at "), "no stack trace");
                Assert.That(File.Exists(database), Is.False, "nothing was begun");
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [TestCase(null, "disclosure.db")]
    [TestCase("Data Source=/var/lib/disclosure/cases.db", "/var/lib/disclosure/cases.db")]
    [TestCase("Server=db;Initial Catalog=Disclosure", "Initial Catalog=Disclosure")]
    public void StoragePlace_OfConfiguration_IsThatOrDataAtTheRoot(string? configured, string expected)
    {
        var options = StoragePlace.Of(configured, AppContext.BaseDirectory);
        Assert.Multiple(() =>
        {
            Assert.That(options.ConnectionString, Does.EndWith(expected));
            Assert.That(
                options.ChainKeyFile,
                Does.EndWith(configured?.Contains("/var/lib", StringComparison.Ordinal) == true
                    ? "/var/lib/disclosure/chain.key"
                    : "data/chain.key"));
        });
    }

    [TestCase(null, null, null, "/srv/records/chain.key", "/srv/records/anchors.log", "/srv/records")]
    [TestCase("/srv/keys", null, null, "/srv/keys/chain.key", "/srv/keys/anchors.log", "/srv/keys")]
    [TestCase("/srv/keys", "/safe/own.key", null, "/safe/own.key", "/safe/anchors.log", "/srv/keys")]
    [TestCase("/srv/keys", null, "/mnt/elsewhere/anchors.log", "/srv/keys/chain.key", "/mnt/elsewhere/anchors.log", "/srv/keys")]
    public void Records_OfConfiguration_KeepKeysAndAnchorsWhereItSays(
        string? keys, string? chainKey, string? anchors, string expectedKey, string expectedAnchors, string expectedFolder)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:Disclosure"] = "Data Source=/srv/records/cases.db",
            ["Keys:Folder"] = keys, ["ChainKey:File"] = chainKey, ["Audit:AnchorFile"] = anchors,
        }).Build();
        var records = StorageConfiguration.Of(configuration, AppContext.BaseDirectory);
        Assert.That(
            (records.ChainKeyFile, records.AnchorFile, StorageConfiguration.KeyFolder(configuration, records, AppContext.BaseDirectory)),
            Is.EqualTo((expectedKey, expectedAnchors, expectedFolder)));
    }

    private static async Task<(int Code, string Said)> Run(DirectoryInfo folder, params (string Key, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["ASPNETCORE_URLS"] = "http://127.0.0.1:0";
        start.Environment["ConnectionStrings__Disclosure"] = $"Data Source={Path.Combine(folder.FullName, "disclosure.db")}";
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        var said = process.StandardError.ReadToEndAsync(limit.Token);
        _ = process.StandardOutput.ReadToEndAsync(limit.Token);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            throw;
        }

        return (process.ExitCode, await said);
    }
}
