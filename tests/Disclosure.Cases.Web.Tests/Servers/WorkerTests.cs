using System.Data.Common;
using Dapper;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// Web host and workers, each a process of its own, on one database server: the pages are served by one, the jobs run in the others.
/// </summary>
[TestFixture(TestDatabases.PostgreSql, Category = "PostgreSql")]
[TestFixture(TestDatabases.SqlServer, Category = "SqlServer")]
internal sealed class WorkerTests(string databaseKind)
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    private const string Sleeping = "FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'";

    private readonly List<ServerProcess> processes = [];
    private DirectoryInfo folder = null!;
    private ITestDatabase database = null!;
    private WebOffice office = null!;
    private Dictionary<string, string> settings = null!;

    [SetUp]
    public async Task Open()
    {
        database = await TestDatabases.New(databaseKind, "");
        folder = Directory.CreateTempSubdirectory("disclosure-worker-");
        office = await new WebOffice()
            .With("ConnectionStrings:Disclosure", database.ConnectionString).With("Keys:Folder", folder.FullName).Open();
        settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings:Disclosure"] = database.ConnectionString,
            ["Keys:Folder"] = folder.FullName,
            ["Jobs:Server"] = "false",
            ["SignIn:AttemptsPerMinute"] = "1000",
            ["SignIn:AdministratorsNeedSecondFactor"] = "false",
        };
    }

    [TearDown]
    public async Task Close()
    {
        processes.ForEach(process => process.Dispose());
        processes.Clear();
        if (folder is null)
        {
            return;
        }

        await office.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    [Test]
    [Long]
    public async Task Export_AskedForInAPage_IsMadeByTheWorkerThatTheDashboardShows()
    {
        await office.Case();
        var web = await Web();
        var worker = await Worker();
        using var admin = await JobsOffice.SignedIn(web, "admin");
        await Until("the dashboard shows the worker", async () =>
            (await admin.Get("/hangfire/servers")).Html.Contains($":{worker.Id}:", StringComparison.Ordinal));
        await AskForAnExport(web);
        await Until("the export is made", async () => await Export() == "Done 1");
    }

    [Test]
    [Long]
    public async Task Export_WhoseWorkerIsKilledWhileItMakesIt_IsMadeByTheNextOne()
    {
        await office.Case();
        var web = await Web();
        var first = await Worker();

        // Whoever says how far the export has come waits here, in mid job.
        await Execute(IsPostgreSql
            ? """
              CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(600); RETURN NEW; END; $$;
              CREATE TRIGGER stall BEFORE UPDATE ON exports FOR EACH ROW WHEN (NEW.state = 'Running' AND NEW.done > 0) EXECUTE FUNCTION stall()
              """
            : """
              CREATE TRIGGER stall ON exports AFTER UPDATE AS
              IF EXISTS (SELECT 1 FROM inserted WHERE state = 'Running' AND done > 0) WAITFOR DELAY '00:10:00'
              """);
        await AskForAnExport(web);
        await Until("the export is at work", async () => await Export() == "Running 1" && await IsStalled());
        await first.Kill();

        // Without its client the session would sleep on, and keep the table.
        await Execute(IsPostgreSql
            ? $"SELECT pg_terminate_backend(pid) {Sleeping}; DROP TRIGGER stall ON exports"
            : "DROP TRIGGER stall");
        await Worker();
        await Until("the export is made", async () => await Export() == "Done 2");
    }

    [Test]
    [Long]
    public async Task Sweep_WhoseWorkerIsKilledInTheMiddle_IsFinishedByTheOther()
    {
        var web = await Web();
        var (first, second) = (await Worker(), await Worker());

        // Whoever has recorded some of the alerts waits here, in mid sweep.
        await Execute(IsPostgreSql
            ? """
              CREATE FUNCTION stall() RETURNS trigger LANGUAGE plpgsql AS $$
              BEGIN IF (SELECT COUNT(*) FROM alerts) > 2 THEN PERFORM pg_sleep(600); END IF; RETURN NEW; END; $$;
              CREATE TRIGGER stall BEFORE INSERT ON alerts FOR EACH ROW EXECUTE FUNCTION stall()
              """
            : "CREATE TRIGGER stall ON alerts AFTER INSERT AS IF (SELECT COUNT(*) FROM alerts) > 2 WAITFOR DELAY '00:10:00'");
        const int Late = 5;
        for (var number = 0; number < Late; number++)
        {
            await office.CaseOf(office.Today.AddDays(-60), item: $"第{number}项");
        }

        await AskForASweep(web);
        await Until("the sweep is at work", async () => await IsStalled() && await IsAtWork(first) != await IsAtWork(second));
        var (killed, other) = await IsAtWork(first) ? (first, second) : (second, first);
        await killed.Kill();
        await Execute(IsPostgreSql
            ? $"SELECT pg_terminate_backend(pid) {Sleeping}; DROP TRIGGER stall ON alerts"
            : "DROP TRIGGER stall");
        Assert.That(await Count("SELECT COUNT(*) FROM alerts"), Is.Zero, "of the sweep that was killed nothing is left");

        // As people go on working.
        await AskForASweep(web);
        await Until("the sweep is done", async () =>
            await Count("SELECT COUNT(DISTINCT case_id) FROM alerts WHERE state = 'Raised'") == Late);
        Assert.That(other.IsRunning);
        Assert.That(
            await Count("SELECT COUNT(*) FROM (SELECT case_id FROM alerts WHERE state = 'Raised' "
                + "GROUP BY case_id, kind, reference HAVING COUNT(*) > 1) again"),
            Is.Zero,
            "an alert that holds, once");
        Assert.That(
            await office.As(Actor.Application, services => services.GetRequiredService<Verification>().Run(null, default)), Is.Empty);
    }

    [Test]
    [Long]
    public async Task Jobs_OfTwoWorkers_AreSharedByThem()
    {
        var web = await Web();
        var (first, second) = (await Worker(), await Worker());
        await Until("both have run some", async () =>
        {
            await AskForAnExport(web);
            return await HasRun(first) && await HasRun(second);
        });
    }

    private static async Task AskForAnExport(ServerProcess web)
    {
        using var clerk = await JobsOffice.SignedIn(web, "clerk");
        await clerk.Get("/exports");
        await clerk.Submit("main form");
    }

    // Whatever is registered may be due.
    private static async Task AskForASweep(ServerProcess web)
    {
        using var clerk = await JobsOffice.SignedIn(web, "clerk");
        await clerk.Get("/cases/new");
        await clerk.Submit("main form", ("Channel", "InPerson"), ("Applicants[0].Name", "李某"), ("Items[0]", "公报"));
        Assert.That(clerk.Page.QuerySelector(".done"), Is.Not.Null, clerk.Text);
    }

    private Task<ServerProcess> Web() => Ready(ServerProcess.Web(settings));

    private Task<ServerProcess> Worker() =>
        Ready(ServerProcess.Worker(new Dictionary<string, string>(settings) { ["Jobs:Server"] = "true" }));

    private async Task<ServerProcess> Ready(ServerProcess process)
    {
        processes.Add(process);
        await process.Ready();
        return process;
    }

    // Its state and how often it was begun, without waiting for whoever waits in the trigger.
    private async Task<string?> Export()
    {
        await using var connection = Connection();
        return await connection.QuerySingleOrDefaultAsync<string>(
            $"SELECT CONCAT(state, ' ', attempts) FROM exports {(IsPostgreSql ? "" : "WITH (NOLOCK)")}");
    }

    private async Task<bool> IsStalled() => !IsPostgreSql || await Count($"SELECT COUNT(*) {Sleeping}") > 0;

    // As Hangfire wrote it down: who took a job is named by its process.
    private async Task<bool> HasRun(ServerProcess worker) => await Count(
        $"SELECT COUNT(*) FROM hangfire.state WHERE name = 'Processing' AND CAST(data AS varchar(1000)) LIKE '%:{worker.Id}:%'") > 0;

    private async Task<bool> IsAtWork(ServerProcess worker) => await Count(
        "SELECT COUNT(*) FROM hangfire.job j JOIN hangfire.state s ON s.id = j.stateid "
            + $"WHERE j.statename = 'Processing' AND CAST(s.data AS varchar(1000)) LIKE '%:{worker.Id}:%'") > 0;

    private async Task<long> Count(string sql)
    {
        await using var connection = Connection();
        return await connection.ExecuteScalarAsync<long>(sql);
    }

    private async Task Execute(string sql)
    {
        await using var connection = Connection();
        await connection.ExecuteAsync(sql, commandTimeout: (int)LongEnough.TotalSeconds);
    }

    private bool IsPostgreSql => databaseKind == TestDatabases.PostgreSql;

    private DbConnection Connection() =>
        IsPostgreSql ? new NpgsqlConnection(database.ConnectionString) : new SqlConnection(database.ConnectionString);

    private async Task Until(string what, Func<Task<bool>> reached)
    {
        var limit = DateTime.UtcNow + LongEnough;
        while (!await reached())
        {
            var said = string.Join('\n', processes.Select(process => process.Said));
            Assert.That(DateTime.UtcNow, Is.LessThan(limit), $"it does not come to this: {what}\n{said}");
            await Task.Delay(100);
        }
    }
}
