using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using MediatR;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Disclosure.Cases.Web.Tests;

/// <summary>How long one stays signed in, what ends it, and 我的登录.</summary>
internal sealed class SessionTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Cookie_ReplayedAfterSigningOut_OpensNothingOnAnyHost()
    {
        using var second = new WebOffice().With("ConnectionStrings:Disclosure", $"Data Source={office.Database}")
            .With("Keys:Folder", office.Folder).With("ChainKey:File", Path.Combine(office.Folder, "chain.key"));
        var (cookies, kept) = (new CookieContainer(), new CookieContainer());
        using var browser = new Browser(office.CreateDefaultClient(new CookieContainerHandler(cookies)));
        await browser.Get("/sign-in");
        await browser.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        kept.Add(cookies.GetAllCookies());
        using var here = new Browser(office.CreateDefaultClient(new CookieContainerHandler(kept)));
        using var there = new Browser(second.CreateDefaultClient(new CookieContainerHandler(kept)));
        Assert.That((await there.Get("/cases")).Status, Is.EqualTo(HttpStatusCode.OK));
        await browser.Get("/cases");
        await browser.Submit("form[action='/sign-out']");
        foreach (var address in new[] { "/cases", "/account", "/calculator" })
        {
            Assert.That(IsAtTheDoor(await there.Get(address)), $"{address}, the other host");
            Assert.That(IsAtTheDoor(await here.Get(address)), $"{address}, this host");
        }

        using var content = new StringContent("{}");
        Assert.That((await here.Post("/api/v1/clock", content)).StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Cookie_OfASession_IsForNoScriptAndNoOtherSite_AndStandsInNoAddress()
    {
        var options = office.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
            .Get(CookieAuthenticationDefaults.AuthenticationScheme);
        Assert.That((options.Cookie.HttpOnly, options.Cookie.SameSite), Is.EqualTo((true, SameSiteMode.Lax)));
        var cookies = new CookieContainer();
        using var browser = new Browser(office.CreateDefaultClient(new CookieContainerHandler(cookies)));
        await browser.Get("/sign-in");
        await browser.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        var session = cookies.GetAllCookies()["disclosure.user"]!.Value;
        using var other = office.Visitor();
        await other.Get($"/cases?disclosure.user={session}");
        Assert.That(IsAtTheDoor(other));
    }

    [TestCase("seen_at", -59, true)]
    [TestCase("seen_at", -61, false)]
    [TestCase("begun_at", -60 * 12 + 1, true)]
    [TestCase("begun_at", -60 * 12 - 1, false)]
    public async Task Session_LeftAloneOrOld_IsOver(string column, int minutes, bool holds)
    {
        using var browser = await office.SignedIn("clerk");
        await Move(column, minutes);
        Assert.That(IsAtTheDoor(await browser.Get("/cases")), Is.EqualTo(!holds));
    }

    [Test]
    public async Task Activity_IsWrittenOnceAMinute()
    {
        using var browser = await office.SignedIn("clerk");
        var begun = (await Sessions("clerk"))[0].SeenAt;
        await browser.Get("/cases");
        Assert.That((await Sessions("clerk"))[0].SeenAt, Is.EqualTo(begun));
        await Move("seen_at", -2);
        await browser.Get("/cases");
        Assert.That((await Sessions("clerk"))[0].SeenAt, Is.GreaterThanOrEqualTo(begun));
    }

    [Test]
    public async Task PasswordChanged_OtherSessionsEnd_AndTheOwnGoesOn()
    {
        using var other = await office.SignedIn("clerk");
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/account");
        await browser.Submit(
            "form[action*=Password]",
            ("Current", WebOffice.Password), ("Password", "lanterns of our own"), ("Again", "lanterns of our own"));
        Assert.That(browser.Page.QuerySelector(".done")!.TextContent, Does.Contain("密码已修改"));
        Assert.That((await browser.Get("/cases")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(IsAtTheDoor(await other.Get("/cases")));
        Assert.That(
            (await Sessions("clerk")).Select(session => session.EndedWhy),
            Is.EquivalentTo(new SessionEnd?[] { null, SessionEnd.PasswordChanged, SessionEnd.PasswordChanged }));
    }

    [TestCase("roles")]
    [TestCase("agency")]
    [TestCase("deactivated")]
    [TestCase("name")]
    public async Task AccountChanged_SessionsEnd_UnlessItIsTheNameAlone(string what)
    {
        using var browser = await office.SignedIn("clerk");
        var (admin, clerk) = (await office.ActorOf("admin"), await office.ActorOf("clerk"));
        var change = new ChangeUser(clerk.Id, clerk.Name, clerk.AgencyId, Role.Clerk, true);
        change = what switch
        {
            "roles" => change with { Roles = Role.Clerk | Role.Manager },
            "agency" => change with { AgencyId = office.OtherAgencyId },
            "deactivated" => change with { IsActive = false },
            _ => change with { Name = "另一名" },
        };
        Assert.That((await office.As(admin, services => services.GetRequiredService<IMediator>().Send(change))).Succeeded);
        Assert.That(IsAtTheDoor(await browser.Get("/cases")), Is.EqualTo(what != "name"));
    }

    [Test]
    public async Task Stamp_OfAnEarlierPassword_OpensNothingThoughTheSessionIsOpen()
    {
        using var browser = await office.SignedIn("clerk");
        await office.As(Actor.Application, async services =>
            await services.GetRequiredService<IUsers>().SetPassword("clerk", WebOffice.Password, null, default));
        await office.Tamper("UPDATE sessions SET ended_at = NULL, ended_why = NULL");
        Assert.That(IsAtTheDoor(await browser.Get("/cases")));
    }

    [Test]
    public async Task Page_OfOnesOwn_EndsOneAndAll()
    {
        using var other = await office.SignedIn("clerk");
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/account/sessions");
        Assert.That(browser.Page.QuerySelectorAll(".with-act"), Has.Length.EqualTo(2));
        Assert.That(browser.Page.QuerySelectorAll(".with-act .mark"), Has.Length.EqualTo(1), "this one");
        await browser.Submit("form[action*=End]");
        Assert.That(browser.Page.QuerySelector("form[action*=End]"), Is.Null);
        Assert.That(browser.Text, Does.Contain("本人从其他会话结束"));
        Assert.That(IsAtTheDoor(await other.Get("/cases")));
        using var third = await office.SignedIn("clerk");
        await browser.Submit("form[action*=Everywhere]");
        Assert.That(browser.Address, Is.EqualTo("/sign-in"));
        Assert.That(IsAtTheDoor(await third.Get("/cases")));
        Assert.That(IsAtTheDoor(await browser.Get("/cases")));
        Assert.That(
            (await office.As(Actor.Application, services => services.GetRequiredService<ISignIns>().Find(
                new SignInFilter(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1), null, SignInOutcome.SignedOutEverywhere),
                0, 9, default))).Count,
            Is.EqualTo(1));
    }

    [Test]
    public async Task Session_OfSomebodyElse_IsEndedByAnAdministratorAlone()
    {
        using var browser = await office.SignedIn("clerk");
        var id = (await Sessions("clerk"))[0].Id;
        var (clerk, colleague, admin) = (await office.ActorOf("clerk"), await office.ActorOf("clerk2"), await office.ActorOf("admin"));
        var refused = await office.As(colleague, services => services.GetRequiredService<IMediator>().Send(new EndSession(id)));
        Assert.That(refused.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "session.unknown" }));
        Assert.That((await browser.Get("/cases")).Status, Is.EqualTo(HttpStatusCode.OK));
        using var administrator = await office.SignedIn("admin");
        await administrator.Get($"/administration/users/{clerk.Id}");
        await administrator.Submit("form[action$='handler=End']");
        Assert.That(administrator.Text, Does.Contain("会话已结束。").And.Contain("没有会话。"));
        Assert.That(IsAtTheDoor(await browser.Get("/cases")));
        var log = await office.As(
            admin, services => services.GetRequiredService<IAdministrationLog>().Find(
                AdministrationFilter.All with { UserId = clerk.Id }, 0, 9, default));
        Assert.That(log.Select(entry => entry.Act), Is.EqualTo(new[] { AdministrativeAct.SessionEnded }));
    }

    [Test]
    public async Task Form_SentAfterTheSessionEnded_LeadsBackToItsPage_AndIsNobodyElses()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/account");
        var form = browser.Page;
        await Move("seen_at", -61);
        await browser.Submit("form[action*=Password]", ("Current", "a"), ("Password", "b"), ("Again", "c"));
        Assert.That(browser.Address, Is.EqualTo("/sign-in?returnUrl=%2Faccount"));
        Assert.That(browser.Html, Does.Not.Contain("value=\"b\""));
        await browser.Submit("form.door", ("SignInName", "reviewer"), ("Password", WebOffice.Password));
        Assert.That(browser.Address, Is.EqualTo("/account"));
        using var content = new FormUrlEncodedContent([
            new("__RequestVerificationToken", form.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
            new("Current", WebOffice.Password), new("Password", "lanterns of our own"), new("Again", "lanterns of our own")]);
        using var answer = await browser.Post("/account?handler=Password", content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "the clerk's form in the reviewer's session");
    }

    [TestCase("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0", "Edge / Windows")]
    [TestCase("Mozilla/5.0 (X11; Linux x86_64; rv:120.0) Gecko/20100101 Firefox/120.0", "Firefox / Linux")]
    [TestCase("<script>alert(1)</script>", "")]
    public async Task Browser_IsNamedByWhatIsKnownOfIt(string said, string expected)
    {
        using var client = office.CreateDefaultClient(new CookieContainerHandler());
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", said);
        using var browser = new Browser(client);
        await browser.Get("/sign-in");
        await browser.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        Assert.That((await Sessions("clerk"))[0].Browser, Is.EqualTo(expected));
    }

    private static bool IsAtTheDoor(Browser browser) =>
        browser.Answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;

    private Task Move(string column, int minutes) => office.Tamper(
        $"UPDATE sessions SET {column} = '{DateTimeOffset.UtcNow.AddMinutes(minutes):yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'}'");

    private async Task<IReadOnlyList<Session>> Sessions(string name)
    {
        var user = await office.ActorOf(name);
        return await office.As(user, services => services.GetRequiredService<ISessions>().Of(user.Id, 9, default));
    }
}
