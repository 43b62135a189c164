using System.Net;
using AngleSharp.Html.Dom;

namespace Disclosure.Cases.Web.Tests;

/// <summary>
/// What is typed into a form and cannot be read: named beside its field, in the reader's language, and nothing typed is lost.
/// </summary>
internal sealed class TypedFormTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase("zh-CN", "请从所列选项中选择。", "请填写日期。", "“2026-02-30”不是存在的日期")]
    [TestCase("en", "Choose one of the options.", "A date is needed.", "“2026-02-30” is no existing date")]
    public async Task Form_WithUnreadableValues_SaysSoInTheOrderOfItsFields(
        string language, string noChoice, string noDate, string noSuchDate)
    {
        using var browser = await office.SignedIn("reviewer");
        await browser.Get("/account");
        await browser.Press("form.language", $"button[value={language}]");
        await browser.Get("/account");
        await browser.Submit("form[action*=NameDeputy]", ("DeputyId", ""), ("From", ""), ("Until", "2026-02-30"));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(
                browser.Page.QuerySelectorAll(".findings a").Select(link => link.GetAttribute("href")),
                Is.EqualTo(new[] { "#deputy-DeputyId", "#deputy-From", "#deputy-Until" }));
            Assert.That(Wrong(browser, "deputy-DeputyId"), Is.EqualTo(noChoice));
            Assert.That(Wrong(browser, "deputy-From"), Is.EqualTo(noDate));
            Assert.That(Wrong(browser, "deputy-Until"), Does.StartWith(noSuchDate));
            Assert.That(((IHtmlInputElement)browser.Page.QuerySelector("#deputy-Until")!).GetAttribute("value"), Is.EqualTo("2026-02-30"));
        });
    }

    [Test]
    public async Task Form_OfAPageWhoseAddressCannotBeRead_IsTakenAllTheSame()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"/numbers?agency={office.OtherAgencyId}&year=");
        await admin.Submit("main form[method=post]", ("FirstOrdinal", "7"));
        Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(admin.Text, Does.Contain("起始号已设置。"));
    }

    [Test]
    public async Task Form_OfARecord_NamesEachFieldThatCannotBeRead()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/agencies/new");
        var before = office.Count("agencies");
        await browser.Submit(
            "main form", ("From", "soon"), ("Particulars.Name", "示范区新机关"), ("Particulars.Kind", "Ministry"), ("Particulars.Masthead", ""));
        Assert.Multiple(() =>
        {
            Assert.That(
                browser.Page.QuerySelectorAll(".findings a").Select(link => link.GetAttribute("href")),
                Is.EquivalentTo(new[] { "#agency-From", "#agency-Particulars-Kind", "#agency-Particulars-Masthead" }));
            Assert.That(
                ((IHtmlInputElement)browser.Page.QuerySelector("#agency-Particulars-Name")!).GetAttribute("value"),
                Is.EqualTo("示范区新机关"),
                "nothing typed is lost");
            Assert.That(office.Count("agencies"), Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Form_WithAnotherPersonsIdAmongItsFields_IsForTheOneOfTheAddress()
    {
        var (clerk, reviewer) = (await office.ActorOf("clerk"), await office.ActorOf("reviewer"));
        using var browser = await office.SignedIn("admin");
        await browser.Get($"/administration/users/{clerk.Id}");
        await browser.Submit("form[action*=Contact]", ("Id", $"{reviewer.Id}"), ("Email", "clerk@example.gov.cn"));
        await browser.Get($"/administration/users/{reviewer.Id}");
        Assert.That(browser.Html, Does.Not.Contain("clerk@example.gov.cn"));
        await browser.Get($"/administration/users/{clerk.Id}");
        Assert.That(browser.Html, Does.Contain("clerk@example.gov.cn"));
    }

    private static string Wrong(Browser browser, string field) => browser.Page.QuerySelector($"#{field}-wrong")!.TextContent;
}
