using System.Net;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>A district that two web hosts serve and two sweepers watch.</summary>
internal sealed class ServedDistrict : IAsyncDisposable
{
    private const int Sweepers = 2;

    private readonly DirectoryInfo folder;
    private readonly ITestDatabase database;
    private readonly WebOffice office;
    private readonly Dictionary<string, string> settings;
    private readonly List<(Guid CaseId, Guid DocumentId)> waiting = [];
    private readonly ServerProcess?[] sweepers = new ServerProcess?[Sweepers];
    private readonly List<ServerProcess> dead = [];
    private Guid shared;

    private ServedDistrict(DirectoryInfo folder, ITestDatabase database, WebOffice office, Dictionary<string, string> settings) =>
        (this.folder, this.database, this.office, this.settings) = (folder, database, office, settings);

    public ServerProcess[] Hosts { get; } = new ServerProcess[2];

    public Load Load { get; private set; } = null!;

    /// <summary>How many sweeps ran to their end.</summary>
    public int Sweeps { get; private set; }

    /// <summary>Opens it, with so many replies that wait for approval and some cases that are late.</summary>
    /// <param name="databaseKind">One of <see cref="TestDatabases"/>.</param>
    /// <param name="approvals">How many replies wait.</param>
    public static async Task<ServedDistrict> Open(string databaseKind, int approvals)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-served-");
        var database = await TestDatabases.New(databaseKind, folder.FullName);
        var office = await new WebOffice().With("ConnectionStrings:Disclosure", database.ConnectionString)
            .With("Keys:Folder", folder.FullName).Open();
        var settings = new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Production",
            ["ConnectionStrings:Disclosure"] = database.ConnectionString,
            ["Keys:Folder"] = folder.FullName,
            ["Jobs:Server"] = "false",
            ["SignIn:AttemptsPerMinute"] = "1000",
        };
        var district = new ServedDistrict(folder, database, office, settings);
        district.shared = await office.Case();
        for (var number = 0; number < approvals; number++)
        {
            // Received long ago, so that the sweepers have something to say of them.
            district.waiting.Add(await office.ToApproval(office.Today.AddDays(-60), $"第{number}项"));
        }

        for (var host = 0; host < district.Hosts.Length; host++)
        {
            district.Hosts[host] = ServerProcess.Web(settings);
        }

        await Task.WhenAll(district.Hosts.Select(host => host.Ready()));
        var (clerk, reviewer) = (await SignIn("clerk", district.Hosts[0]), await SignIn("reviewer", district.Hosts[1]));
        district.Load = new Load(() => [.. district.Hosts.Where(host => host.IsRunning).Select(host => host.Address!)], clerk, reviewer);
        return district;
    }

    /// <summary>Everybody works while something happens.</summary>
    public async Task Work(Func<Task> meanwhile)
    {
        using var stop = new CancellationTokenSource();
        var work = new[]
        {
            Load.Register(stop.Token), Load.Register(stop.Token),
            Load.Note(shared, $"甲{Guid.NewGuid():N}", stop.Token), Load.Note(shared, $"乙{Guid.NewGuid():N}", stop.Token),
            Load.Approve(waiting, stop.Token), Load.Approve(waiting, stop.Token),
            Load.Serve(waiting, stop.Token), Load.Serve(waiting, stop.Token),
            Sweep(0, stop.Token), Sweep(1, stop.Token),
        };
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

    /// <summary>Kills a sweeper, if it is at work; another one follows it.</summary>
    public Task KillSweeper(int place) => sweepers[place] is { IsRunning: true } sweeper ? sweeper.Kill() : Task.CompletedTask;

    /// <summary>The records prove themselves, and whatever was acknowledged to anybody is in them, once.</summary>
    public async Task AssertNothingIsLost(string? when = null)
    {
        var findings = await office.As(Actor.Application, services => services.GetRequiredService<Verification>().Run(null, default));
        Assert.That(findings, Is.Empty, when);
        var history = (await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().History(shared, default)))
            .Count(row => row.Event is CallLogged);
        var notes = await office.As(Actor.Application, services => services.GetRequiredService<ICaseTexts>().OfCase(shared, default));
        var numbers = await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().NumberLedger(
            office.AgencyId, office.Today.Year, Numbering.SeriesKind.Register, default));
        var decided = (await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().NumberLedger(
            office.AgencyId, office.Today.Year, Numbering.SeriesKind.Decision, default)))
            .Select(row => row.Number).ToList();
        var watched = await office.As(
            Actor.Application, services => services.GetRequiredService<ISweeps>().Watched(office.AgencyId, default));
        var holding = (await office.As(Actor.Application, services => services.GetRequiredService<IAlerts>().Recorded(watched, default)))
            .Where(alert => alert.State == AlertState.Raised).Select(alert => (alert.CaseId, alert.Kind, alert.Reference)).ToList();
        foreach (var (document, caseId) in Load.Served)
        {
            var served = (await office.Find(caseId)).FindDocument(document)!;
            Assert.That((served.Status, served.Attempts.Count), Is.EqualTo((DocumentStatus.Served, 1)), $"{when}: served, and once");
        }

        Assert.Multiple(() =>
        {
            Assert.That(Load.Registered, Is.Unique, when);
            Assert.That(Load.Registered, Is.SubsetOf(numbers.Select(row => row.Number)), when);
            Assert.That(Load.Noted, Is.SubsetOf(notes.Values), when);
            Assert.That(
                history,
                Is.EqualTo(notes.Values.Count(note => note[0] is '甲' or '乙')),
                $"{when}: a note for each event, an event for each note");
            Assert.That(decided, Is.Unique, when);
            foreach (var (_, shown) in Load.Approved)
            {
                Assert.That(shown.Distinct().Count(), Is.EqualTo(1), $"{when}: one number a document");
                Assert.That(decided, Does.Contain(shown.First()), when);
            }

            Assert.That(holding, Is.Unique, $"{when}: an alert that holds, once");
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var process in Hosts.Concat(dead).Concat(sweepers))
        {
            process?.Dispose();
        }

        await office.DisposeAsync();
        await database.DisposeAsync();
        folder.Delete(recursive: true);
    }

    /// <summary><c>disclosure verify</c>, as an administrator runs it.</summary>
    public async Task AssertVerifies()
    {
        using var verify = ServerProcess.Command(settings, "verify");
        Assert.That(await verify.Ended(), Is.Zero, verify.Said);
    }

    // One sweep after the other, in a process each.
    private async Task Sweep(int place, CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            using var sweeper = ServerProcess.Command(settings, "sweep");
            sweepers[place] = sweeper;
            var code = await sweeper.Ended();
            sweepers[place] = null;
            const int Killed = 137;
            Assert.That(code, Is.AnyOf(0, Killed), sweeper.Said);
            Sweeps += code == 0 ? 1 : 0;
        }
    }

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
