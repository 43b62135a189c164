using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// The first start of a development host, held in the middle of its district: what it answers meanwhile, and what is left of the
/// district when it is killed.
/// </summary>
internal sealed class FirstStartTests
{
    private const int WhileItIsMade = 1;
    private const int AfterwardsKilled = 2;

    // Of a machine that does other things at the same time.
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(8);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("disclosure-first-start-");
    private ServerProcess host = null!;
    private HttpClient client = null!;

    private string Database => Path.Combine(folder.FullName, "disclosure.db");

    private Dictionary<string, string> Settings => In(folder);

    [OneTimeSetUp]
    public async Task Begin()
    {
        using (var migrate = ServerProcess.Command(Settings, "migrate"))
        {
            Assert.That(await migrate.Ended(), Is.Zero, migrate.Said);
        }

        await Change(EndlessChange.Of("INSERT ON case_files WHEN (SELECT COUNT(*) FROM case_files) > 20"));
        host = ServerProcess.Web(Settings);
        client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        await Until(host, "the first cases are made", async () => await Percent(host) > 0);
    }

    [OneTimeTearDown]
    public void Remove()
    {
        client.Dispose();
        host.Dispose();
        SqliteConnection.ClearAllPools();
        folder.Delete(recursive: true);
    }

    [Test]
    [Order(WhileItIsMade)]
    public async Task Page_AtAnyAddress_SaysHowFarItIsAndComesAgain()
    {
        using var page = await Page("/cases?stage=Held");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(page.Page.QuerySelector("h1")!.TextContent, Is.EqualTo("正在准备演示数据"));
            Assert.That(page.Page.QuerySelector("#step")!.TextContent, Does.Match(@"^正在办理 2020年\d+月 的案卷 \d+%$"));
            Assert.That(page.Text, Does.Match(@"已收到申请 \d+ 件，共 \d{3} 件"));
            Assert.That(page.Answer.Headers.GetValues("Refresh"), Is.EqualTo(new[] { "2" }));
            Assert.That(page.Answer.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(page.Page.QuerySelector("[name=returnUrl]")!.GetAttribute("value"), Is.EqualTo("/cases?stage=Held"));
            Assert.That(page.Page.QuerySelectorAll("link[rel=stylesheet]"), Has.Length.EqualTo(1));
        }

        using var style = await client.GetAsync(new Uri(
            page.Page.QuerySelector("link[rel=stylesheet]")!.GetAttribute("href")!, UriKind.Relative));
        Assert.That((style.StatusCode, style.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.OK, "text/css")));
    }

    [TestCase("en-GB,zh;q=0.5", null, "Preparing the demonstration data")]
    [TestCase("zh-TW,en;q=0.5", null, "正在准备演示数据")]
    [TestCase("en", "c=zh-CN|uic=zh-CN", "正在准备演示数据")]
    [TestCase("zh-CN", "c=en|uic=en", "Preparing the demonstration data")]
    [Order(WhileItIsMade)]
    public async Task Page_InTheReadersLanguage_IsTheChosenOneOrTheBrowsers(string accepted, string? chosen, string title)
    {
        using var page = await Page("/sign-in", accepted, chosen);
        Assert.That(page.Page.QuerySelector("h1")!.TextContent, Is.EqualTo(title));
    }

    [Test]
    [Order(WhileItIsMade)]
    public async Task Language_Chosen_LeadsBackToTheAddress()
    {
        using var browser = new Browser(new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address });
        await browser.Get("/cases");
        await browser.Press("form.language", "button[value=en]");
        Assert.That(
            (browser.Address, browser.Page.QuerySelector("h1")?.TextContent),
            Is.EqualTo(("/cases", "Preparing the demonstration data")));
    }

    [Test]
    [Order(WhileItIsMade)]
    public async Task SignIn_Sent_SignsNobodyIn()
    {
        using var form = new FormUrlEncodedContent([new("SignInName", "admin"), new("Password", "shifan-2026")]);
        using var answer = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("正在准备演示数据"));
    }

    [TestCase("/health/live", HttpStatusCode.OK)]
    [TestCase("/health/ready", HttpStatusCode.ServiceUnavailable)]
    [Order(WhileItIsMade)]
    public async Task Health_Asked_IsAliveAndNotReady(string address, HttpStatusCode status)
    {
        using var answer = await client.GetAsync(new Uri(address, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(status));
    }

    [TestCase("GET", "/api/v1/agencies")]
    [TestCase("POST", "/api/v1/applications")]
    [TestCase("GET", "/api/v1/nowhere")]
    [Order(WhileItIsMade)]
    public async Task Api_Asked_SaysWhenToAskAgain(string method, string address)
    {
        using var request = new HttpRequestMessage(
            new HttpMethod(method), address) { Headers = { AcceptLanguage = { new StringWithQualityHeaderValue("en") } } };
        using var answer = await client.SendAsync(request);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType),
                Is.EqualTo((HttpStatusCode.ServiceUnavailable, "application/problem+json")));
            Assert.That(answer.Headers.RetryAfter!.Delta, Is.EqualTo(TimeSpan.FromSeconds(2)));
            Assert.That(
                (problem["type"]!.GetValue<string>(), problem["status"]!.GetValue<int>()),
                Is.EqualTo(("/problems/not-ready", 503)));
            Assert.That(problem["title"]!.GetValue<string>(), Is.EqualTo("The system is not ready yet"));
        }
    }

    [Test]
    [Long]
    [Order(AfterwardsKilled)]
    public async Task District_WhoseHostIsKilledInMidMaking_IsMadeWholeByTheNextStart()
    {
        Assert.That(
            host.Said,
            Does.Contain($"进度见 {host.Address!.ToString().TrimEnd('/')}").And.Not.Contain("shifan-2026"),
            "nobody can sign in yet");
        await host.Kill();
        foreach (var table in new[] { "users", "agencies", "case_events", "case_files", "job_journal" })
        {
            Assert.That(await Count(table), Is.Zero, $"{table}: nothing is half made, and no job has run");
        }

        await Change(EndlessChange.Release);
        using var next = ServerProcess.Web(Settings);

        // One makes it, whichever is first; the other one waits, and works as well.
        using var beside = ServerProcess.Web(new Dictionary<string, string>(Settings) { ["Jobs:Server"] = "false" });
        using var reader = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = next.Address };
        await Until(next, "the district is made", async () =>
        {
            try
            {
                using var ready = await reader.GetAsync(new Uri("/health/ready", UriKind.Relative));
                return ready.StatusCode == HttpStatusCode.OK;
            }
            catch (Exception problem) when (problem is HttpRequestException or SocketException)
            {
                return false;
            }
        });
        await beside.Ready();
        using var door = await reader.GetAsync(new Uri("/cases", UriKind.Relative));
        using var verify = ServerProcess.Command(Settings, "verify");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(door.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(door.Headers.Location!.OriginalString, Does.EndWith("/sign-in?returnUrl=%2Fcases"));
            Assert.That(await verify.Ended(), Is.Zero, verify.Said);
            Assert.That(await Count("agencies"), Is.EqualTo(49));
            Assert.That(await Count("case_files"), Is.GreaterThan(400));
        }

        await Until(next, "the jobs run, and the sign-ins are told", async () =>
            await Count("job_journal") > 0 && $"{next.Said}{beside.Said}".Contains("shifan-2026", StringComparison.Ordinal));
    }

    [Test]
    public async Task Host_StoppedInMidMaking_EndsWithoutAComplaintAndKeepsNothing()
    {
        var settings = In(folder.CreateSubdirectory("stops"));
        using var stopped = ServerProcess.Web(settings);
        await Until(stopped, "the first cases are made", async () => await Percent(stopped) > 0);
        stopped.Terminate();
        var code = await stopped.Ended().WaitAsync(LongEnough);
        await using var connection = new SqliteConnection(settings["ConnectionStrings:Disclosure"]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(code, Is.Zero, stopped.Said);
            Assert.That(stopped.Said, Does.Not.Contain("   at "), "no stack trace");
            Assert.That(await connection.ExecuteScalarAsync<long>("SELECT COUNT(*) FROM users"), Is.Zero);
        }
    }

    [Test]
    public async Task Host_WhoseDistrictFails_EndsAndSaysWhy()
    {
        var settings = In(folder.CreateSubdirectory("fails"));
        using (var migrate = ServerProcess.Command(settings, "migrate"))
        {
            Assert.That(await migrate.Ended(), Is.Zero, migrate.Said);
        }

        await using (var connection = new SqliteConnection(settings["ConnectionStrings:Disclosure"]))
        {
            await connection.ExecuteAsync(
                "CREATE TRIGGER no_room BEFORE INSERT ON agencies BEGIN SELECT RAISE(ABORT, 'there is no room for agencies'); END;");
        }

        using var failing = ServerProcess.Web(settings);
        var code = await failing.Ended().WaitAsync(LongEnough);
        Assert.That(code, Is.Not.Zero);
        Assert.That(failing.Said, Does.Contain("there is no room for agencies").And.Not.Contain("shifan-2026"));
    }

    private static Dictionary<string, string> In(DirectoryInfo folder) => new()
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Development",
        ["ConnectionStrings:Disclosure"] = $"Data Source={Path.Combine(folder.FullName, "disclosure.db")}",
        ["Keys:Folder"] = folder.FullName,

        // As appsettings.json has it, which stands beside the host only where it is published.
        ["Logging:LogLevel:Microsoft.Extensions.Hosting.Internal.Host"] = "Critical",
    };

    private Task<Browser> Page(string address, string? accepted = null, string? chosen = null)
    {
        var own = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = host.Address };
        own.DefaultRequestHeaders.TryAddWithoutValidation("Accept-Language", accepted);
        if (chosen is not null)
        {
            own.DefaultRequestHeaders.Add("Cookie", $".AspNetCore.Culture={Uri.EscapeDataString(chosen)}");
        }

        return new Browser(own).Get(address);
    }

    // What its page says; 0 while it does not listen yet.
    private static async Task<int> Percent(ServerProcess host)
    {
        using var reader = new Browser(new HttpClient { BaseAddress = host.Address });
        try
        {
            return int.Parse(
                (await reader.Get("/")).Page.QuerySelector("progress")?.GetAttribute("value") ?? "0", CultureInfo.InvariantCulture);
        }
        catch (Exception problem) when (problem is HttpRequestException or SocketException)
        {
            return 0;
        }
    }

    private static async Task Until(ServerProcess host, string what, Func<Task<bool>> reached)
    {
        var limit = DateTime.UtcNow + LongEnough;
        while (!await reached())
        {
            Assert.That(host.IsRunning && DateTime.UtcNow < limit, Is.True, $"it does not come to this: {what}\n{host.Said}");
            await Task.Delay(100);
        }
    }

    private async Task Change(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={Database}");
        await connection.ExecuteAsync(sql);
    }

    private async Task<long> Count(string table)
    {
        await using var connection = new SqliteConnection($"Data Source={Database}");
        return await connection.ExecuteScalarAsync<long>($"SELECT COUNT(*) FROM {table}");
    }
}
