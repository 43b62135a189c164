using System.Net;

namespace Disclosure.Cases.Web.Tests;

/// <summary>任务控制台: Hangfire's dashboard, for administrators alone.</summary>
internal sealed class JobDashboardTests
{
    private const string Trigger = "/hangfire/recurring/trigger";

    [TestCase("clerk")]
    [TestCase("reviewer")]
    [TestCase("manager")]
    [TestCase("stranger")]
    public async Task Dashboard_ForAnotherRole_IsForbidden(string name)
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn(name);
        foreach (var address in new[] { "/hangfire", "/hangfire/jobs/failed", "/hangfire/stats", "/hangfire/js1" })
        {
            await browser.Get(address);
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Forbidden), address);
        }

        Assert.That(await Post(browser, Trigger, new() { ["jobs[]"] = "audit.verify" }), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Dashboard_SignedOut_LeadsToTheSignIn()
    {
        using var office = await new WebOffice().Open();
        using var browser = office.Visitor();
        var answer = await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/hangfire"));
        Assert.That(
            (answer.StatusCode, answer.Headers.Location!.OriginalString),
            Is.EqualTo((HttpStatusCode.Redirect, "/sign-in?returnUrl=%2Fhangfire")));
        Assert.That(await Post(browser, Trigger, []), Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase("zh-CN", "周期性作业", "依申请公开办理")]
    [TestCase("en", "Recurring Jobs", "依申请公开办理")]
    public async Task Dashboard_ForAnAdministrator_IsInTheLanguageAndLookOfThePages(string language, string heading, string name)
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/jobs");
        await browser.Press("form.language", $"button[value={language}]");
        await browser.Get("/hangfire/recurring");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(browser.Text, Does.Contain(heading).And.Contain(name));
            Assert.That(browser.Page.QuerySelector("a[href='/administration/jobs']"), Is.Not.Null, "the way back");
            Assert.That(
                browser.Answer.Headers.GetValues("Content-Security-Policy").Single(),
                Does.Contain("default-src 'none'").And.Contain("frame-ancestors 'none'"));
        }

        var sheet = browser.Page.QuerySelectorAll("link[rel=stylesheet]").Select(link => link.GetAttribute("href")!)
            .First(address => address.Contains("/css", StringComparison.Ordinal));
        Assert.That(
            await (await browser.Send(new HttpRequestMessage(HttpMethod.Get, sheet))).Content.ReadAsStringAsync(),
            Does.Contain("Noto Sans CJK SC"));
    }

    [TestCase("cross-site")]
    [TestCase("same-site")]
    public async Task Dashboard_AskedForByAnotherSite_IsForbidden(string site)
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn("admin");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/hangfire");
        request.Headers.Add("Sec-Fetch-Site", site);
        Assert.That((await browser.Send(request)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Action_WithoutTheFormToken_IsForbiddenAndDoesNothing()
    {
        using var office = await new WebOffice().With("Jobs:Server", "true").Open();
        using var browser = await office.SignedIn("admin");
        Assert.That(await Post(browser, Trigger, new() { ["jobs[]"] = "numbers.roll-over" }), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [TestCase("false", HttpStatusCode.NoContent, true)]
    [TestCase("true", HttpStatusCode.Unauthorized, false)]
    public async Task Action_OfAnAdministrator_IsDoneAndOnRecord_UnlessTheDashboardIsReadOnly(
        string isReadOnly, HttpStatusCode status, bool isOnRecord)
    {
        using var office = await new WebOffice().With("Jobs:Server", "true").With("Jobs:DashboardIsReadOnly", isReadOnly).Open();
        using var browser = await office.SignedIn("admin");
        await browser.Get("/hangfire/recurring");
        Assert.That(browser.Page.QuerySelector("[data-url*='trigger']") is null, Is.EqualTo(isReadOnly == "true"), "the button");
        using var request = new HttpRequestMessage(HttpMethod.Post, Trigger)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["jobs[]"] = "numbers.roll-over" }),
        };
        request.Headers.Add(Meta("csrf-header"), Meta("csrf-token"));
        Assert.That((await browser.Send(request)).StatusCode, Is.EqualTo(status));
        await browser.Get("/administration/log");
        Assert.That(browser.Text.Contains("trigger numbers.roll-over", StringComparison.Ordinal), Is.EqualTo(isOnRecord));

        string Meta(string name) => browser.Page.QuerySelector($"meta[name={name}]")!.GetAttribute("content")!;
    }

    [TestCase("/hangfire/recurring/remove")]
    [TestCase("/hangfire/Recurring/Remove")]
    [TestCase("/hangfire/recurring/remove%0a", Description = "Hangfire takes it for the one without")]
    public async Task Timetable_IsPartOfTheProgram_AndLosesNothing(string address)
    {
        using var office = await new WebOffice().With("Jobs:Server", "true").Open();
        using var browser = await office.SignedIn("admin");
        await browser.Get("/hangfire/recurring");
        Assert.That(browser.Text, Does.Contain("检查到日子的在办期限"), "what a job does, in words");
        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["jobs[]"] = "deadlines.sweep" }),
        };
        request.Headers.Add(Meta("csrf-header"), Meta("csrf-token"));
        Assert.That((await browser.Send(request)).StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(
            (await browser.Send(new HttpRequestMessage(HttpMethod.Get, "/hangfire/stats"))).StatusCode,
            Is.EqualTo(HttpStatusCode.MethodNotAllowed));

        string Meta(string name) => browser.Page.QuerySelector($"meta[name={name}]")!.GetAttribute("content")!;
    }

    private static async Task<HttpStatusCode> Post(Browser browser, string address, Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        return (await browser.Post(address, content)).StatusCode;
    }
}
