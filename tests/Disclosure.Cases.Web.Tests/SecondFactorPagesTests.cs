using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using MediatR;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Disclosure.Cases.Web.Tests;

/// <summary>二次验证: setting it up, the second page of the sign-in, and who is led to it.</summary>
internal sealed class SecondFactorPagesTests
{
    private const string Page = "/account/second-factor";

    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task SetUp_ThenSignIn_AsksForTheCode_BeforeThereIsASession()
    {
        using var other = await office.SignedIn("clerk");
        using var browser = await office.SignedIn("clerk");
        var (secret, codes) = await SetUp(browser);
        Assert.That(codes, Has.Count.EqualTo(10));
        Assert.That(browser.Text, Does.Contain("10 个"));
        await browser.Get(Page);
        Assert.That(browser.Html, Does.Not.Contain(codes[0]).And.Not.Contain(secret), "shown once");
        Assert.That(IsAtTheDoor(await other.Get("/cases")), "other sessions end");

        using var door = await office.SignedIn("clerk");
        Assert.That(door.Address, Is.EqualTo("/sign-in/code"));
        Assert.That(IsAtTheDoor(await door.Get("/cases")), "the password alone opens nothing");
        await door.Get("/sign-in/code");
        await door.Submit("form.door", ("Code", "000000x"));
        Assert.That(door.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That(door.Text, Does.Contain("验证码不正确"));
        await door.Submit("form.door", ("Code", Now(secret)));
        Assert.That(door.Status, Is.EqualTo(HttpStatusCode.Unauthorized), "it was used to set it up");
        await door.Submit("form.door", ("Code", Now(secret, 30)));
        Assert.That((door.Status, door.Address), Is.EqualTo((HttpStatusCode.OK, "/cases")));
        Assert.That(IsAtTheDoor(await door.Get("/sign-in/code")), "the ticket is taken back");

        using var lost = await office.SignedIn("clerk");
        await lost.Submit("form.door", ("Code", codes[0]));
        Assert.That(lost.Address, Is.EqualTo("/cases"));
    }

    [Test]
    public async Task SignIn_WithACode_LeadsToWhereTheUserWanted()
    {
        using var browser = await office.SignedIn("clerk");
        var (secret, _) = await SetUp(browser);
        using var door = office.Visitor();
        await door.Get("/sign-in?returnUrl=%2Fcalculator");
        await door.Submit("form.door", ("SignInName", "clerk"), ("Password", WebOffice.Password));
        await door.Submit("form.door", ("Code", Now(secret, 30)));
        Assert.That(door.Address, Is.EqualTo("/calculator"));
    }

    [Test]
    public async Task Ticket_OfAnEarlierPassword_AsksForThePasswordAgain()
    {
        using var browser = await office.SignedIn("clerk");
        var (secret, _) = await SetUp(browser);
        using var door = await office.SignedIn("clerk");
        await office.As(Actor.Application, services =>
            services.GetRequiredService<IUsers>().SetPassword("clerk", WebOffice.Password, null, default));
        await door.Submit("form.door", ("Code", Now(secret, 30)));
        Assert.That(door.Address, Is.EqualTo("/sign-in"));
    }

    [Test]
    public void Ticket_IsGoodForItsTimeAndPurposeOnly()
    {
        var time = new FakeTimeProvider(DateTimeOffset.UnixEpoch.AddYears(50));
        var tickets = new Tickets(new EphemeralDataProtectionProvider(), time);
        var (ticket, life) = (tickets.Make("one", "what it says"), TimeSpan.FromMinutes(5));
        Assert.That(tickets.Read("one", ticket, life), Is.EqualTo("what it says"));
        Assert.That(tickets.Read("two", ticket, life), Is.Null);
        Assert.That(tickets.Read("one", ticket[..^1], life), Is.Null);
        time.Advance(life);
        Assert.That(tickets.Read("one", ticket, life), Is.Not.Null);
        time.Advance(TimeSpan.FromTicks(1));
        Assert.That(tickets.Read("one", ticket, life), Is.Null);
    }

    [Test]
    public async Task SetUp_WithTheSecretOfSomebodyElsesPage_IsNotTaken()
    {
        using var stranger = await office.SignedIn("stranger");
        await stranger.Get(Page);
        var foreign = stranger.Page.QuerySelector("input[name=Ticket]")!.GetAttribute("value");
        using var browser = await office.SignedIn("clerk");
        await browser.Get(Page);
        await browser.Submit("form.set-up", ("Ticket", foreign), ("Current", WebOffice.Password), ("Code", Now(SecretOn(stranger))));
        Assert.That(browser.Text, Does.Contain("请重新扫描"));
        await browser.Submit("form.set-up", ("Current", "wrong"), ("Code", Now(SecretOn(browser))));
        Assert.That(browser.Text, Does.Contain("密码不正确"));
        await browser.Submit("form.set-up", ("Current", WebOffice.Password), ("Code", "000000"));
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var kept = SecretOn(browser);
        await browser.Submit("form.set-up", ("Current", WebOffice.Password), ("Code", "000000"));
        Assert.That(SecretOn(browser), Is.EqualTo(kept), "the telephone has scanned it already");
    }

    [TestCase(null, true)]
    [TestCase("true", true)]
    [TestCase("false", false)]
    public async Task Administrator_WithoutOne_SetsItUpBeforeAnythingElse(string? setting, bool isLed)
    {
        using var own = await new WebOffice().With("SignIn:AdministratorsNeedSecondFactor", setting ?? "").Open();
        using var browser = await own.SignedIn("admin");
        Assert.That(browser.Address, Is.EqualTo(isLed ? Page : "/administration"));
        if (!isLed)
        {
            return;
        }

        Assert.That(browser.Page.QuerySelector(".advice")!.TextContent, Does.Contain("须先启用二次验证"));
        foreach (var address in new[] { "/administration", "/account", "/administration/users", "/calculator" })
        {
            await browser.Get(address);
            Assert.That(browser.Answer.Headers.Location?.ToString(), Is.EqualTo(Page), address);
        }

        using var content = new FormUrlEncodedContent([]);
        using (var other = await browser.Post($"{Page}?handler=GiveUp", content))
        {
            Assert.That(other.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "none of the other forms");
        }

        await SetUp(browser);
        await browser.Get("/administration");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
        using var clerk = await own.SignedIn("clerk");
        Assert.That(clerk.Address, Is.EqualTo("/cases"), "nobody else must");
    }

    [Test]
    public async Task GivenUp_OnTheOwnPage_WithPasswordAndCode()
    {
        using var browser = await office.SignedIn("clerk");
        var (_, codes) = await SetUp(browser);
        await browser.Submit("form[action*=GiveUp]", ("Current", WebOffice.Password), ("Code", "123456"));
        Assert.That(browser.Text, Does.Contain("验证码不正确"));
        await browser.Submit("form[action*=GiveUp]", ("Current", WebOffice.Password), ("Code", codes[0]));
        Assert.That(browser.Text, Does.Contain("二次验证已停用"));
        Assert.That(browser.Page.QuerySelector(".qr"), Is.Not.Null);
        using var again = await office.SignedIn("clerk");
        Assert.That(again.Address, Is.EqualTo("/cases"));
        Assert.That(again.Text, Does.Not.Contain("取消了您的二次验证"), "the own doing");
    }

    [Test]
    public async Task TakenAway_ByTheAdministrator_TheUserIsTold_UntilThereIsAnother()
    {
        using var browser = await office.SignedIn("clerk");
        await SetUp(browser);
        using var admin = await office.SignedIn("admin");
        await admin.Get($"/administration/users/{(await office.ActorOf("clerk")).Id}");
        await admin.Submit("form[action*=TakeAway]", ("Reason", ""));
        Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await admin.Submit("form[action*=TakeAway]", ("Reason", "手机遗失"));
        Assert.That(admin.Text, Does.Contain("二次验证已取消"));
        Assert.That(admin.Page.QuerySelector("form[action*=TakeAway]"), Is.Null);
        await admin.Get("/administration/log?user=clerk");
        Assert.That(admin.Text, Does.Contain("理由：手机遗失"));
        Assert.That(IsAtTheDoor(await browser.Get("/cases")));
        using var again = await office.SignedIn("clerk");
        Assert.That(again.Page.QuerySelector(".done")!.TextContent, Does.Contain("取消了您的二次验证，理由：手机遗失"));
        await again.Get("/account");
        Assert.That(again.Page.QuerySelector(".advice")!.TextContent, Does.Contain("手机遗失"));
        await SetUp(again);
        await again.Get("/account");
        Assert.That(again.Page.QuerySelector(".advice"), Is.Null);
    }

    [Test]
    public async Task Administrator_SeesNoFormToTakeAwayTheOwnOne()
    {
        using var admin = await office.SignedIn("admin");
        await SetUp(admin);
        var id = (await office.ActorOf("admin")).Id;
        await admin.Get($"/administration/users/{id}");
        Assert.That(admin.Page.QuerySelector("form[action*=TakeAway]"), Is.Null);
        var answer = await office.As(await office.ActorOf("admin"), services =>
            services.GetRequiredService<IMediator>().Send(new TakeAwaySecondFactor(id, "x")));
        Assert.That(answer.Refusals.Single().Code, Is.EqualTo("secondFactor.ownNeedsCode"));
    }

    private static string Now(string secret, int seconds = 0) => OneTimeCode.Of(secret, DateTimeOffset.UtcNow.AddSeconds(seconds));

    private static string SecretOn(Browser browser) =>
        browser.Page.QuerySelector(".secret")!.TextContent.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<(string Secret, IReadOnlyList<string> Codes)> SetUp(Browser browser)
    {
        await browser.Get(Page);
        var secret = SecretOn(browser);
        await browser.Submit("form.set-up", ("Current", WebOffice.Password), ("Code", Now(secret)));
        Assert.That(browser.Text, Does.Contain("二次验证已启用"));
        return (secret, [.. browser.Page.QuerySelectorAll(".recovery code").Select(code => code.TextContent)]);
    }

    private static bool IsAtTheDoor(Browser browser) =>
        browser.Answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true;
}
