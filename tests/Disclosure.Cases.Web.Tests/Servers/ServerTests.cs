using System.Net;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>One web host as a process: how it stops, and whom it believes.</summary>
internal sealed class ServerTests
{
    [Test]
    public async Task Server_AskedToStop_FinishesWhatIsUnderWayAndSaysSoFirst()
    {
        await using var office = await JobsOffice.Open(("Jobs:Server", "false"), ("Shutdown:DrainSeconds", "3"));
        var host = await office.Start();
        using var client = new HttpClient { BaseAddress = host.Address };
        host.Terminate();
        Assert.That(
            async () => (await client.GetAsync(new Uri("/health/ready", UriKind.Relative))).StatusCode,
            Is.EqualTo(HttpStatusCode.ServiceUnavailable).After(2000, 20));
        Assert.That(
            (await client.GetAsync(new Uri("/health/live", UriKind.Relative))).StatusCode,
            Is.EqualTo(HttpStatusCode.OK),
            "it still answers");
        Assert.That((await client.GetAsync(new Uri("/sign-in", UriKind.Relative))).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await host.Ended(), Is.Zero, host.Said);
    }

    [TestCase("127.0.0.0/8", false, Description = "each visitor has attempts of his own")]
    [TestCase("10.0.0.0/8", true, Description = "whoever sends the header himself is not believed")]
    public async Task Server_BehindAProxy_BelievesItAlone(string networks, bool isLimited)
    {
        await using var office = await JobsOffice.Open(
            ("Jobs:Server", "false"), ("Proxy:Networks", networks), ("SignIn:AttemptsPerMinute", "2"));
        var client = new HttpClient { BaseAddress = (await office.Start()).Address };
        using var browser = new Browser(client);
        var last = HttpStatusCode.Unused;
        for (var visitor = 1; visitor <= 3; visitor++)
        {
            client.DefaultRequestHeaders.Remove("X-Forwarded-For");
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{visitor}");
            await browser.Get("/sign-in");
            last = (await browser.Submit("form.door", ("SignInName", "nobody"), ("Password", "wrong"))).Status;
        }

        Assert.That(
            last,
            isLimited ? Is.EqualTo(HttpStatusCode.TooManyRequests) : Is.EqualTo(HttpStatusCode.Unauthorized),
            "a form without its token");
    }
}
