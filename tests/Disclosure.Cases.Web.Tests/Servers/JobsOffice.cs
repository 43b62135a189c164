using System.Net;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// An office on a SQLite file whose jobs run in web hosts that are processes of their own, and can be killed in mid job.
/// The office itself runs none.
/// </summary>
internal sealed class JobsOffice : IAsyncDisposable
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, string> settings;
    private readonly List<ServerProcess> hosts = [];

    private JobsOffice(WebOffice office, Dictionary<string, string> settings) => (Office, this.settings) = (office, settings);

    public WebOffice Office { get; }

    /// <summary>Everything that the hosts wrote, for the report of a failure.</summary>
    public string Said => string.Join('\n', hosts.Select(host => host.Said));

    /// <summary>Opens it.</summary>
    /// <param name="more">Settings of the hosts.</param>
    public static async Task<JobsOffice> Open(params (string Key, string Value)[] more)
    {
        var office = await new WebOffice().Open();
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings:Disclosure"] = $"Data Source={office.Database}",
            ["SignIn:AttemptsPerMinute"] = "1000",
            ["SignIn:AdministratorsNeedSecondFactor"] = "false",
        };
        foreach (var (key, value) in more)
        {
            settings[key] = value;
        }

        return new JobsOffice(office, settings);
    }

    /// <summary>Starts a host that runs the jobs.</summary>
    public async Task<ServerProcess> Start(params (string Key, string Value)[] more)
    {
        var host = ServerProcess.Web(new Dictionary<string, string>(
            settings.Concat(more.Select(each => KeyValuePair.Create(each.Key, each.Value)))));
        hosts.Add(host);
        await host.Ready();
        return host;
    }

    /// <summary>From now on whoever makes a change of this kind never comes to its end (<see cref="EndlessChange"/>).</summary>
    public Task Stall(string change) => Office.Tamper(EndlessChange.Of(change));

    /// <summary>Such changes come to an end again.</summary>
    public Task Release() => Office.Tamper(EndlessChange.Release);

    /// <summary>
    /// From now on every end of a recurring job's run is counted, see <see cref="Runs"/>; but for the verification's, which finds what
    /// counts them.
    /// </summary>
    public Task CountRuns() => Office.Tamper(
        """
        CREATE TABLE ended_runs (job TEXT NOT NULL, agency TEXT NOT NULL, outcome TEXT NOT NULL);
        CREATE TRIGGER count_runs AFTER UPDATE OF outcome ON job_journal WHEN NEW.outcome <> 'Running' AND NEW.job <> 'audit.verify'
        BEGIN INSERT INTO ended_runs VALUES (NEW.job, NEW.agency, NEW.outcome); END;
        """);

    /// <summary>The runs that ended since <see cref="CountRuns"/>.</summary>
    public Task<IReadOnlyList<(string Job, Guid Agency, string Outcome)>> Runs() =>
        Rows<(string, Guid, string)>("SELECT job, agency, outcome FROM ended_runs");

    public async Task<T> Value<T>(string sql) => (await Rows<T>(sql)).Single();

    public async Task<IReadOnlyList<T>> Rows<T>(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Office.Database}");
        return [.. await connection.QueryAsync<T>(sql)];
    }

    /// <summary>Waits for something that comes by itself.</summary>
    public async Task Until(string what, Func<Task<bool>> reached)
    {
        var limit = DateTime.UtcNow + LongEnough;
        while (!await reached())
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(limit), $"it does not come to this: {what}\n{Said}");
            await Task.Delay(50);
        }
    }

    /// <summary>A browser at a host, with somebody signed in.</summary>
    public static async Task<Browser> SignedIn(ServerProcess host, string name)
    {
        var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() };
        var browser = new Browser(new HttpClient(handler) { BaseAddress = host.Address });
        await browser.Get("/sign-in");
        await browser.Submit("form.door", ("SignInName", name), ("Password", WebOffice.Password));
        return browser;
    }

    public ValueTask DisposeAsync()
    {
        hosts.ForEach(host => host.Dispose());
        Office.Dispose();
        return ValueTask.CompletedTask;
    }
}
