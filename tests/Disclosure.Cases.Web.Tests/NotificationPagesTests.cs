using Disclosure.Cases.Notifications;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>消息发送, and the applicant's agreement.</summary>
internal sealed class NotificationPagesTests
{
    [Test]
    public async Task Notifications_WithoutChannel_SaysHowToConfigureOne()
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/notifications");
        Assert.That(browser.Text, Does.Contain("Notifications:Smtp:Host").And.Contain("没有无法送达的消息。"));
    }

    [Test]
    public async Task Notifications_Undeliverable_AreExplainedAndSentAgain()
    {
        using var office = await new WebOffice().With("Notifications:Webhook:Url", "http://127.0.0.1:9/send").Open();
        await Undeliverable(office, "http.503");
        await Undeliverable(office, "http.connection");
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/notifications");
        Assert.Multiple(() =>
        {
            Assert.That(
                browser.Page.QuerySelectorAll("tbody tr td:nth-child(3)").Select(cell => cell.TextContent),
                Is.EquivalentTo(new[] { "短信网关应答 503", "连不上短信网关" }));
            Assert.That(browser.Page.QuerySelector("nav a[href='/administration/notifications'] i")!.TextContent, Is.EqualTo("2"));
        });
        await browser.Submit("tbody tr form");
        Assert.That(browser.Text, Does.Contain("1 条消息将重新发送。"));
        Assert.That(browser.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1));
    }

    [Test]
    public async Task Registration_WithTheApplicantsAgreement_KeepsIt()
    {
        using var office = await new WebOffice().Open();
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/cases/new");
        await browser.Submit(
            "main form", ("Channel", "InPerson"), ("Applicants[0].Name", "李某某"), ("Items[0]", "预算"), ("AgreesToNotices", "true"));
        Assert.That(browser.Text, Does.Contain("同意接收通知的，请填写第一申请人的电话或者电子邮件。"));
        await browser.Submit("main form", ("Channel", "InPerson"), ("Applicants[0].Contact", "138"), ("AgreesToNotices", "true"));
        Assert.That(browser.Text, Does.Contain("申请人同意接收收到、答复通知。"));
    }

    private static async Task Undeliverable(WebOffice office, string problem) => await office.As(Actor.Application, async services =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        return await services.GetRequiredService<INotifications>().Add(new Notification(
            Guid.NewGuid(), NotificationKind.LateList, Guid.NewGuid(), null, null,
            "webhook", NotificationState.Undeliverable, 8, now, now, problem), default);
    });
}
