using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Registration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>今日待办: what must I do today, this week; what the law would punish first stands first.</summary>
internal sealed class TodayTests
{
    [Test]
    public async Task Today_OfAnOfficer_StandsInTheOrderInWhichTheLawWouldPunish()
    {
        using var office = await new WebOffice().Open();
        var late = await Register(office, office.Today.AddDays(-60), "旧申请");
        var unconfirmed = await Register(office, office.Today.AddDays(-5), "邮件申请", Channel.Email);
        await Register(office, office.Today, "新申请");
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/today");
        var lateRows = browser.Page.QuerySelectorAll("#Late tbody tr").Select(row => (
            row.QuerySelector("td:nth-child(2)")!.TextContent.Trim(), row.QuerySelector("a")!.GetAttribute("href"))).ToList();
        Assert.Multiple(() =>
        {
            Assert.That(
                lateRows.Select(row => row.Item2),
                Is.EqualTo(new[] { $"/cases/{late}", $"/cases/{late}", $"/cases/{unconfirmed}" }),
                "reply, then notice, then confirmation");
            Assert.That(lateRows[0].Item1, Does.StartWith("答复申请人").And.Contain("第三十三条").And.Contain("下一步：核对要件"));
            Assert.That(lateRows[2].Item1, Does.StartWith("与申请人确认收到"));
            Assert.That(
                browser.Page.QuerySelector("#Today")!.TextContent,
                Does.Not.Contain("内部时限"),
                "once the reply is late, the office's own targets are no news");
            Assert.That(
                browser.Page.QuerySelectorAll("#Later tbody tr").Select(row => row.QuerySelector("td:nth-child(2)")!.TextContent),
                Has.Exactly(1).Contains("拟稿送审").And.None.Contains("签发"),
                "the next target alone");
        });
    }

    [Test]
    public async Task Today_OfAColleague_IsTheOwnCasesOnly()
    {
        using var office = await new WebOffice().Open();
        await Register(office, office.Today.AddDays(-60), "旧申请");
        using var browser = await office.SignedIn("clerk2");
        await browser.Get("/today");
        Assert.That(browser.Text, Does.Contain("今天没有必须办理的事项。").And.Not.Contain("旧申请"));
    }

    [Test]
    public async Task Today_OfAManager_ShowsWhatManagersAreToldOf()
    {
        using var office = await new WebOffice().Open();
        var late = await Register(office, office.Today.AddDays(-60), "旧申请");
        await Register(office, office.Today, "新申请");
        await office.As(Actor.Application, services => services.GetRequiredService<IMediator>().Send(new SweepDeadlines()));
        using var browser = await office.SignedIn("manager");
        await browser.Get("/today");
        Assert.That(
            browser.Page.QuerySelectorAll("tbody a").Select(link => link.GetAttribute("href")).Distinct(),
            Is.EqualTo(new[] { $"/cases/{late}" }));
    }

    private static async Task<Guid> Register(WebOffice office, DateOnly on, string item, Channel channel = Channel.InPerson)
    {
        var clerk = await office.ActorOf("clerk");
        var command = new RegisterApplication(
            channel, on, null, [new Applicant(ApplicantKind.NaturalPerson, "赵某", null, "1", null, true, null)], [item]);
        return (await office.As(clerk, services => services.GetRequiredService<IMediator>().Send(command))).Value.CaseId;
    }
}
