using System.Net;
using AngleSharp.Html.Dom;
using Disclosure.Cases.ApiClients;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>接入系统: tokens are made, shown once, changed over and revoked.</summary>
internal sealed class SystemsPageTests
{
    private const string Page = "/administration/systems";
    private const string Admit = "form[action*=Admit]";
    private const string Issue = "form[action*=Issue]";
    private const string Revoke = "form[action*=Revoke]";

    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Token_Made_IsShownOnceAndKeptOnlyAsAHash()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get(Page);
        await admin.Submit(
            Admit, ("Name", "政务服务网"), ("Scopes", "ReadApplications"), ("ExpiresOn", office.Today.AddDays(400).ToString("yyyy-MM-dd")));
        var token = Shown(admin);
        using var portal = office.With(token);
        Assert.That((await portal.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK));

        await admin.Get(Page);
        var row = Row(admin, token!);
        Assert.Multiple(() =>
        {
            Assert.That(Shown(admin), Is.Null, "once");
            Assert.That(admin.Html, Does.Not.Contain(token![16..]));
            Assert.That(row, Does.Contain("政务服务网").And.Contain("全区").And.Contain("查询办理状态").And.Contain(new TokenSecret(token).Prefix));
            Assert.That(row, Does.Contain($"{office.Today.Year}年{office.Today.Month}月{office.Today.Day}日"), "last used");
        });
        var kept = await office.As(
            Actor.Application, services => services.GetRequiredService<IApiClients>().FindToken(new TokenSecret(token!).Prefix, default));
        Assert.That(kept!.ToString(), Does.Not.Contain(token![16..]));
    }

    [Test]
    public async Task Token_ChangedOver_OldAndNewAreGoodUntilTheOldIsRevoked()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get(Page);
        await admin.Submit(Admit, ("Name", "换发的平台"), ("Scopes", "WriteApplications"));
        var old = Shown(admin)!;
        using var before = office.With(old);
        var id = await before.Filed(office.AgencyId);
        await admin.Submit(Issue, ("ClientId", Option(admin, "换发的平台")));
        var renewed = Shown(admin)!;
        using var after = office.With(renewed);
        Assert.That((await before.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            (await after.Post($"/api/v1/applications/{id}/corrections", """{"content": "x"}""")).Status,
            Is.EqualTo(HttpStatusCode.Conflict),
            "the same system: its application is there");

        await admin.Get(admin.Page.QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains(new TokenSecret(old).Prefix, StringComparison.Ordinal))
            .QuerySelector("a")!
            .GetAttribute("href")!);
        Assert.That(admin.Page.QuerySelector(Revoke)!.TextContent, Does.Contain("换发的平台"), "asked first");
        Assert.That((await before.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK), "asking revokes nothing");
        await admin.Submit(Revoke);
        Assert.That(Row(admin, old), Does.Contain("已撤销"));
        Assert.That((await before.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await after.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [TestCase("", "WriteApplications", "", "Name", "请填写此项。")]
    [TestCase("没有权限的平台", null, "", "Scopes", "至少选择一项权限。")]
    [TestCase("过期的平台", "WriteApplications", "2020-01-01", "ExpiresOn", "有效期不能早于今天。")]
    [TestCase("无日期的平台", "WriteApplications", "2026-02-30", "ExpiresOn", "不是存在的日期")]
    public async Task System_NotRightlyDescribed_IsRefusedBesideTheField(
        string name, string? scope, string expires, string field, string sentence)
    {
        var before = office.Count("api_tokens");
        using var admin = await office.SignedIn("admin");
        await admin.Get(Page);
        await admin.Submit(Admit, ("Name", name), ("Scopes", scope), ("ExpiresOn", expires));
        Assert.Multiple(() =>
        {
            Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(admin.Page.QuerySelector($"#admit-{field}-wrong")!.TextContent, Does.Contain(sentence));
            Assert.That(admin.Page.QuerySelector("#admit-Name")!.GetAttribute("value"), Is.EqualTo(name));
            Assert.That(office.Count("api_tokens"), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task System_OfTheSameName_IsRefused()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get(Page);
        await admin.Submit(Admit, ("Name", "同名 平台a"), ("Scopes", "WriteApplications"));
        await admin.Submit(Admit, ("Name", "同名平台Ａ"), ("Scopes", "WriteApplications"));
        Assert.That(admin.Page.QuerySelector("#admit-Name-wrong")!.TextContent, Does.Contain("已有同名的系统"));
    }

    private static string? Shown(Browser browser) => browser.Page.QuerySelector("input[data-select]")?.GetAttribute("value");

    private static string Row(Browser browser, string token) =>
        browser.Page.QuerySelectorAll("tbody tr")
            .Single(row => row.TextContent.Contains(new TokenSecret(token).Prefix, StringComparison.Ordinal)).TextContent;

    private static string Option(Browser browser, string name) =>
        browser.Page.QuerySelectorAll("#issue-ClientId option").OfType<IHtmlOptionElement>().Single(option => option.Text == name).Value;
}
