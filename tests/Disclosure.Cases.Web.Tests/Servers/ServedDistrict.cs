using System.Net;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>A district that two web hosts serve, and that two sweepers watch, or two workers.</summary>
internal sealed partial class ServedDistrict : IAsyncDisposable
{
    private const int Watchers = 2;

    private readonly DirectoryInfo folder;
    private readonly ITestDatabase database;
    private readonly WebOffice office;
    private readonly Dictionary<string, string> settings;
    private readonly bool hasWorkers;
    private readonly List<(Guid CaseId, Guid DocumentId)> waiting = [];
    private readonly ServerProcess?[] watchers = new ServerProcess?[Watchers];
    private readonly List<ServerProcess> dead = [];
    private Guid shared;

    private ServedDistrict(
        DirectoryInfo folder, ITestDatabase database, WebOffice office, Dictionary<string, string> settings, bool hasWorkers) =>
        (this.folder, this.database, this.office, this.settings, this.hasWorkers) = (folder, database, office, settings, hasWorkers);

    public ServerProcess[] Hosts { get; } = new ServerProcess[2];

    public Load Load { get; private set; } = null!;

    /// <summary>How many sweeps ran to their end.</summary>
    public int Sweeps { get; private set; }

    /// <summary>The workers; empty where sweepers watch.</summary>
    public IReadOnlyList<ServerProcess> Workers => [.. hasWorkers ? watchers.OfType<ServerProcess>() : []];

    /// <summary>Opens it, with so many replies that wait for approval and some cases that are late.</summary>
    /// <param name="databaseKind">One of <see cref="TestDatabases"/>.</param>
    /// <param name="approvals">How many replies wait.</param>
    /// <param name="hasWorkers">Whether workers watch it, which need a server, and not sweepers.</param>
    public static async Task<ServedDistrict> Open(string databaseKind, int approvals, bool hasWorkers = false)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-served-");
        var database = await TestDatabases.New(databaseKind, folder.FullName);
        return await Open(folder, database, database.ConnectionString, approvals, hasWorkers);
    }

    /// <summary>Opens it with workers on a server that the hosts reach in their own way.</summary>
    public static Task<ServedDistrict> Open(ITestDatabase database, string reachedBy, int approvals) =>
        Open(Directory.CreateTempSubdirectory("disclosure-served-"), database, reachedBy, approvals, hasWorkers: true);

    private static async Task<ServedDistrict> Open(
        DirectoryInfo folder, ITestDatabase database, string reachedBy, int approvals, bool hasWorkers)
    {
        var office = await new WebOffice().With("ConnectionStrings:Disclosure", database.ConnectionString)
            .With("Keys:Folder", folder.FullName).Open();
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings:Disclosure"] = reachedBy,
            ["Keys:Folder"] = folder.FullName,
            ["Jobs:Server"] = "false",
            ["SignIn:AttemptsPerMinute"] = "1000",
        };
        var district = new ServedDistrict(folder, database, office, settings, hasWorkers);
        try
        {
            await district.Begin(approvals);
            return district;
        }
        catch
        {
            district.EndProcesses();
            throw;
        }
    }

    private async Task Begin(int approvals)
    {
        shared = await office.Case();
        for (var number = 0; number < approvals; number++)
        {
            // Received long ago, so that the sweepers have something to say of them.
            waiting.Add(await office.ToApproval(office.Today.AddDays(-60), $"第{number}项"));
        }

        // One after the other: all at once, on a busy machine one of them waits for its first connection longer than a host does.
        for (var host = 0; host < Hosts.Length; host++)
        {
            Hosts[host] = ServerProcess.Web(settings);
            await Hosts[host].Ready();
        }

        for (var place = 0; hasWorkers && place < Watchers; place++)
        {
            watchers[place] = Worker();
            await watchers[place]!.Ready();
        }

        var (clerk, reviewer) = (await SignIn("clerk", Hosts[0]), await SignIn("reviewer", Hosts[1]));
        Load = new Load(() => [.. Hosts.Where(host => host.IsRunning).Select(host => host.Address!)], clerk, reviewer);
    }

    /// <summary>Everybody works while something happens.</summary>
    public async Task Work(Func<Task> meanwhile)
    {
        using var stop = new CancellationTokenSource();
        Task[] work =
        [
            Load.Register(stop.Token), Load.Register(stop.Token),
            Load.Note(shared, $"甲{Guid.NewGuid():N}", stop.Token), Load.Note(shared, $"乙{Guid.NewGuid():N}", stop.Token),
            Load.Approve(waiting, stop.Token), Load.Approve(waiting, stop.Token),
            Load.Serve(waiting, stop.Token), Load.Serve(waiting, stop.Token),
            .. hasWorkers ? Array.Empty<Task>() : [Sweep(0, stop.Token), Sweep(1, stop.Token)],
        ];
        try
        {
            await meanwhile();
        }
        finally
        {
            await stop.CancelAsync();
            await Task.WhenAll(work);
        }
    }

    /// <summary>Kills a web host, which comes back, as its supervisor would have it.</summary>
    public async Task Kill(int host)
    {
        await Hosts[host].Kill();
        dead.Add(Hosts[host]);
        Hosts[host] = ServerProcess.Web(settings);
        await Hosts[host].Ready();
    }

    /// <summary>Kills a sweeper, if it is at work, or a worker; another one follows it.</summary>
    public async Task KillWatcher(int place)
    {
        var watcher = watchers[place];
        if (watcher is { IsRunning: true })
        {
            await watcher.Kill();
        }

        if (hasWorkers)
        {
            dead.Add(watcher!);
            watchers[place] = Worker();
            await watchers[place]!.Ready();
        }
    }

    public async ValueTask DisposeAsync()
    {
        EndProcesses();
        await office.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private void EndProcesses()
    {
        foreach (var process in Hosts.Concat(dead).Concat(watchers))
        {
            process?.Dispose();
        }
    }

    // One sweep after the other, in a process each.
    private async Task Sweep(int place, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var sweeper = ServerProcess.Command(settings, "sweep");
            watchers[place] = sweeper;
            var code = await sweeper.Ended();
            watchers[place] = null;
            const int Killed = 137;
            Assert.That(code, Is.AnyOf(0, Killed), sweeper.Said);
            Sweeps += code == 0 ? 1 : 0;
        }
    }

    private ServerProcess Worker() => ServerProcess.Worker(new Dictionary<string, string>(settings) { ["Jobs:Server"] = "true" });

    private static async Task<CookieContainer> SignIn(string name, ServerProcess host)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = cookies };
        using var browser = new Browser(new HttpClient(handler) { BaseAddress = host.Address });
        await browser.Get("/sign-in");
        await browser.Submit("form.door", ("SignInName", name), ("Password", WebOffice.Password));
        Assert.That(cookies.Count, Is.GreaterThan(1), $"{name} is signed in");
        return cookies;
    }
}
