using System.Net;
using Disclosure.Cases.Hosting.SignIn;

namespace Disclosure.Cases.Web.Tests;

/// <summary>登录记录, and what everybody is told of the own last sign-in.</summary>
internal sealed class SignInRecordTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Page_OfTheAdministrator_ShowsFiltersAndExports()
    {
        using (var clerk = await office.SignedIn("clerk"))
        {
            await clerk.Submit("form[action='/sign-out']");
        }

        using var wrong = await office.SignedIn("reviewer", "wrong password");
        using var unknown = await office.SignedIn("=my secret phrase", "wrong password");
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/sign-ins");
        Assert.That(browser.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(5));
        Assert.That(browser.Text, Does.Contain("没有此登录名").And.Not.Contain("my secret phrase"));
        await browser.Get("/administration/sign-ins?q=clerk");
        Assert.That(browser.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(2));
        await browser.Get("/administration/sign-ins?outcome=WrongPassword");
        Assert.That(browser.Page.QuerySelectorAll("tbody tr").Single().TextContent, Does.Contain("reviewer"));
        await browser.Get($"/administration/sign-ins?until={office.Today.AddDays(-1):yyyy-MM-dd}");
        Assert.That(browser.Page.QuerySelectorAll("tbody tr"), Is.Empty);
        await browser.Get("/administration/sign-ins?q=clerk&handler=File");
        Assert.That(browser.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/csv"));
        Assert.That(browser.Html.Trim().Split('\n'), Has.Length.EqualTo(3));
        Assert.That(browser.Html, Does.Contain("登录成功").And.Contain("退出").And.Not.Contain("reviewer"));
    }

    [Test]
    public async Task LastSignIn_IsShown_WithWhatFailedSince()
    {
        using (var first = await office.SignedIn("clerk"))
        {
            Assert.That(first.Page.QuerySelector(".done"), Is.Null, "there is none before");
        }

        using (await office.SignedIn("clerk", "wrong password"))
        using (await office.SignedIn("clerk", "wrong password"))
        using (var second = await office.SignedIn("clerk"))
        {
            Assert.That(second.Page.QuerySelector(".done")!.TextContent, Does.Contain("上次登录：").And.Contain("失败 2 次"));
            await second.Get("/account");
            Assert.That(second.Text, Does.Contain("上次登录："));
        }

        using var third = await office.SignedIn("clerk");
        Assert.That(third.Page.QuerySelector(".done")!.TextContent, Does.Contain("上次登录：").And.Not.Contain("失败"));
    }

    [Test]
    public async Task SignIn_ThatCannotBePutOnRecord_IsRefusedInWords()
    {
        await office.Tamper("UPDATE sealing_keys SET check_value = 'another'");
        using var browser = await office.SignedIn("clerk");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(browser.Page.QuerySelector(".wrong")!.TextContent, Is.Not.Empty);
        await browser.Get("/cases");
        Assert.That(browser.Answer.Headers.Location!.ToString(), Does.Contain("/sign-in"));
    }

    [TestCase("::ffff:10.0.0.7", "10.0.0.7")]
    [TestCase("10.0.0.7", "10.0.0.7")]
    [TestCase("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64")]
    [TestCase("::1", "::1")]
    [TestCase(null, "")]
    public void Address_OfARequest_IsThatOfOneComputer(string? address, string expected)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        context.Connection.RemoteIpAddress = address is null ? null : IPAddress.Parse(address);
        Assert.That(ClientAddress.Of(context), Is.EqualTo(expected));
    }
}
