using System.Diagnostics;
using System.Net;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// Two web hosts and two workers under load, whose database goes away in every way that it can, one after the other, and comes back.
/// Nobody starts a host again: the pages say what is going on, come back by themselves, and nothing is lost or doubled.
/// </summary>
[Category("PostgreSql")]
internal sealed class OutageTests
{
    private const int Approvals = 6;

    private const int Breaks = 3;

    // Of the load, once everything is approved and served.
    private const int People = 4;

    // Nothing may take longer than the load's own patience; so this is only how long a machine that is busy may need.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(2);

    private OwnPostgreSql server = null!;
    private Cable cable = null!;
    private ServedDistrict district = null!;
    private List<int> processes = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        server = await OwnPostgreSql.Create();
        cable = new Cable(server.Port);
        district = await ServedDistrict.Open(server, OwnPostgreSql.At(cable.Port), Approvals);
        processes = Ids;
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (district is not null)
        {
            await district.DisposeAsync();
        }
        else if (server is not null)
        {
            await server.DisposeAsync();
        }

        if (cable is not null)
        {
            await cable.DisposeAsync();
        }
    }

    [Test]
    [Long]
    public Task Network_ThatLetsNothingThrough_IsWaitedForWithinLimits() => Outlast(async () =>
    {
        cable.Hold();
        await Failing();
    }, () =>
    {
        cable.Mend();
        return Task.CompletedTask;
    });

    [Test]
    [Long]
    public Task Network_ThatIsBroken_ComesBack() => Outlast(async () =>
    {
        cable.Cut();
        await Failing();
    }, () =>
    {
        cable.Mend();
        return Task.CompletedTask;
    });

    [Test]
    [Long]
    public Task Server_ThatIsKilledAndStartedAgain_IsFoundAgain() => Outlast(async () =>
    {
        await server.Stop();
        await Failing();
    }, server.Start);

    [Test]
    [Long]
    public async Task Connections_ThatAreReset_AreReplacedUnnoticed()
    {
        var before = district.Load.Failed.Count;
        await district.Work(async () =>
        {
            await MoreIsRegistered();
            for (var time = 0; time < Breaks; time++)
            {
                cable.Break();
                await MoreIsRegistered();
            }
        });

        // But for commits: whether these came through nobody knows. A machine that is very busy may also need too long for a new
        // connection.
        Assert.That(district.Load.Failed.Count - before, Is.LessThanOrEqualTo(Breaks * People * 2), "commits under way");
        AssertPeopleAreTold(before);
        await AssertNothingIsLost();
    }

    [Test]
    public async Task Commit_WhoseAnswerIsLost_IsToldAsUncertain()
    {
        using var clerk = await JobsOffice.SignedIn(district.Hosts[0], "clerk");
        await clerk.Get("/cases/new");
        var before = await district.RegisterNumbers();
        cable.LosesCommits = true;
        try
        {
            await clerk.Submit("main form", ("Channel", "InPerson"), ("Applicants[0].Name", "李某"), ("Items[0]", "公报"));
        }
        finally
        {
            cable.LosesCommits = false;
        }

        Assert.That(
            (clerk.Status, clerk.Page.QuerySelector("h1")!.TextContent),
            Is.EqualTo((HttpStatusCode.ServiceUnavailable, "不能确定这一步是否已经保存")),
            () => district.Hosts[0].Said);
        Assert.That(clerk.Text, Does.Not.Contain("没有保存任何内容"));
        Assert.That(await district.RegisterNumbers(), Has.Count.EqualTo(before.Count + 1), "it was, and once");
        await AssertNothingIsLost();
    }

    // Everybody works before, while and after the database is away.
    private async Task Outlast(Func<Task> begin, Func<Task> end)
    {
        var load = district.Load;
        var before = load.Failed.Count;
        await district.Work(async () =>
        {
            await MoreIsRegistered();
            await begin();
            await Until("people are told", () => Task.FromResult(load.Failed.Count >= before + People));
            await end();
            await Task.WhenAll(district.Hosts.Concat(district.Workers).Select(host => host.Ready()));
            var jobs = await district.JobsOfWorkers();
            await MoreIsRegistered();
            await Until(
                "both workers work again",
                async () => (await district.JobsOfWorkers()).Zip(jobs).All(each => each.First > each.Second));
        });
        AssertPeopleAreTold(before);
        await AssertNothingIsLost();
    }

    private void AssertPeopleAreTold(int before)
    {
        // The latest first.
        var failed = district.Load.Failed.Take(district.Load.Failed.Count - before).ToList();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(district.Load.Unanswered, Is.Zero, "nobody waited in vain");
            Assert.That(failed.Select(each => each.Status), Has.All.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(
                failed.Select(each => each.Heading).Distinct(), Is.SubsetOf(new[] { "记录目前不能读写", "不能确定这一步是否已经保存" }));
            Assert.That(failed.Select(each => each.AskAgainAfter), Has.All.Not.Null);
        }
    }

    // Alive, not ready, and every page says so, whoever asks.
    private async Task Failing()
    {
        foreach (var host in district.Hosts)
        {
            using var client = new HttpClient { BaseAddress = host.Address, Timeout = TimeSpan.FromSeconds(60) };
            await Until("the host is not ready", async () => await Status(client, "/health/ready") == HttpStatusCode.ServiceUnavailable);
            Assert.That(await Status(client, "/health/live"), Is.EqualTo(HttpStatusCode.OK));
        }
    }

    private static async Task<HttpStatusCode> Status(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }

    private async Task AssertNothingIsLost()
    {
        Assert.That(Ids, Is.EqualTo(processes));
        Assert.That(district.Hosts.Concat(district.Workers).Select(host => host.IsRunning), Has.All.True, "nobody started them again");
        await district.AssertNothingIsLost();
        await district.AssertVerifies();
    }

    private string Said => string.Join('\n', district.Hosts.Concat(district.Workers).Select(host => host.Said));

    private List<int> Ids => [.. district.Hosts.Concat(district.Workers).Select(host => host.Id)];

    private Task MoreIsRegistered()
    {
        var before = district.Load.Registered.Count;
        return Until("more is registered", () => Task.FromResult(district.Load.Registered.Count > before + 5));
    }

    private async Task Until(string what, Func<Task<bool>> reached)
    {
        for (var waited = Stopwatch.StartNew(); !await reached(); await Task.Delay(100))
        {
            Assert.That(
                waited.Elapsed, Is.LessThan(LongEnough),
                () => $"it does not come to this: {what}\n{Said}");
        }
    }
}
