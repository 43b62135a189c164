using System.Net;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What one person asks for and another one confirms, and what colleagues are asked for, on the pages of each of them.</summary>
internal sealed class SecondPersonPagesTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Voiding_OfAnOverdueCase_IsAskedFor_Confirmed_AndOpenedFromTheManagersFigure()
    {
        var caseId = await Registered(office.Today.AddDays(-60));
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        Assert.That(clerk.Page.QuerySelector("#panel-VoidRegistration")!.TextContent, Does.Contain("本件已经逾期"), "said beforehand");
        await clerk.Submit("#panel-VoidRegistration form", ("Reason", "与另一件重复"));
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Address, Is.EqualTo($"/cases/{caseId}"));
            Assert.That(clerk.Page.QuerySelector(".done")!.TextContent, Does.Contain("已提请第二人确认"));
            Assert.That(
                clerk.Page.QuerySelector("#second-person")!.TextContent, Does.Contain("作废登记").And.Contain("与另一件重复").And.Contain("clerk某"));
            Assert.That(clerk.Page.QuerySelector("#panel-DecideGuardedAct"), Is.Null, "not for the clerk");
        });

        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get("/today");
        var link = reviewer.Page.QuerySelectorAll("tbody tr").Single(row => row.TextContent.Contains("clerk某提请第二人确认：作废登记"))
            .QuerySelector("a")!.GetAttribute("href");
        await reviewer.Get("/review");
        Assert.Multiple(() =>
        {
            Assert.That(link, Is.EqualTo($"/cases/{caseId}#panel-DecideGuardedAct"));
            Assert.That(reviewer.Page.QuerySelector("#second-person tbody")!.TextContent, Does.Contain("作废登记").And.Contain("clerk某"));
        });
        await reviewer.Get($"/cases/{caseId}");
        await reviewer.Submit(
            "#panel-DecideGuardedAct form",
            ("RequestId", (await office.Find(caseId)).GuardedActsAsked.Single().RequestId.ToString()),
            ("Agrees", "true"));
        Assert.Multiple(async () =>
        {
            Assert.That((await office.Find(caseId)).IsVoided, Is.True);
            Assert.That(reviewer.Page.QuerySelector("#second-person"), Is.Null);
            Assert.That(reviewer.Text, Does.Contain("提请第二人确认：作废登记").And.Contain("登记作废"));
        });

        using var manager = await office.SignedIn("manager");
        await manager.Get("/manager");
        var figure = manager.Page.QuerySelectorAll("a.link").First(each => each.TextContent.StartsWith("逾期后作废", StringComparison.Ordinal));
        Assert.That(figure.TextContent, Is.EqualTo("逾期后作废 1"));
        await manager.Get(figure.GetAttribute("href")!);
        Assert.That(
            manager.Page.QuerySelector("tbody")!.TextContent,
            Does.Contain((await office.Find(caseId)).RegisterNumber).And.Contain("与另一件重复").And.Contain("clerk某").And.Contain("reviewer某"));
    }

    [Test]
    public async Task Withdrawal_WithAPastDate_WithoutAReason_SaysSoBesideTheField()
    {
        var caseId = await Registered(office.Today.AddDays(-3));
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        await clerk.Submit("#panel-Withdraw form", ("On", office.Today.AddDays(-1).ToString("yyyy-MM-dd")));
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(clerk.Page.QuerySelector("#panel-Withdraw [aria-invalid]")!.Id, Is.EqualTo("Withdraw-Reason"));
        });
    }

    [Test]
    public async Task Colleague_AskedForTheReview_HasATask_AndNameAndDayStandOnTheCaseAndTheLetter()
    {
        var caseId = await AtDisclosure();
        var colleague = await office.ActorOf("clerk2");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        await clerk.Submit(
            "#panel-AskColleague form",
            ("Task", "DisclosureReview"), ("ColleagueId", colleague.Id.ToString()), ("Remark", "请今天看"));
        Assert.That(clerk.Page.QuerySelector("#reviews")!.TextContent, Does.Contain("已请clerk2某办理：公开审查").And.Contain("请今天看"));

        using var asked = await office.SignedIn("clerk2");
        await asked.Get("/today");
        var row = asked.Page.QuerySelectorAll("tbody tr").Single();
        Assert.Multiple(() =>
        {
            Assert.That(row.TextContent, Does.Contain("clerk某请您办理：公开审查").And.Contain("第十七条"));
            Assert.That(row.QuerySelector("a")!.GetAttribute("href"), Is.EqualTo($"/cases/{caseId}#panel-ReviewDisclosure"));
        });
        await asked.Get($"/cases/{caseId}");
        await asked.Submit("#panel-ReviewDisclosure form", ("Conclusion", "可以公开"));
        var said = $"审查人：clerk2某，{office.Today.Year}年{office.Today.Month}月{office.Today.Day}日";
        Assert.That(asked.Page.QuerySelector("#reviews")!.TextContent, Does.Contain(said).And.Contain("可以公开"));
        await asked.Get("/today");
        Assert.That(asked.Text, Does.Not.Contain("请您办理"));

        await clerk.Get($"/cases/{caseId}/draft?template=disclosed&variant=provided");
        Assert.That(clerk.Page.QuerySelector("#reviews")!.TextContent, Does.Contain(said));
        var letter = await Next<Guid>(
            "clerk", caseId, version => new DraftDocument(caseId, version, TemplateCodes.Disclosed, "provided", []));
        await clerk.Get($"/cases/{caseId}/documents/{letter}");
        Assert.That(clerk.Page.QuerySelector("#reviews")!.TextContent, Does.Contain(said));
        await clerk.Get($"/cases/{caseId}");
        Assert.That(clerk.Page.QuerySelector("#panel-ReviewDisclosure")!.TextContent, Does.Contain("您拟写或者修改过公开这些事项的文书"));
        await clerk.Submit("#panel-ReviewDisclosure form", ("Conclusion", "可以公开"));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private async Task<T> Next<T>(string name, Guid caseId, Func<int, ICommand<T>> command)
    {
        var (actor, version) = (await office.ActorOf(name), (await office.Find(caseId)).Version);
        var result = await office.As(actor, services => services.GetRequiredService<IMediator>().Send(command(version)));
        Assert.That(result.Refusals, Is.Empty);
        return result.Value;
    }

    private async Task<Guid> Registered(DateOnly on)
    {
        var command = new RegisterApplication(
            Channel.InPerson, on, null, [new Applicant(ApplicantKind.NaturalPerson, "赵某", null, "1", null, true, null)], ["旧申请"]);
        var clerk = await office.ActorOf("clerk");
        return (await office.As(clerk, services => services.GetRequiredService<IMediator>().Send(command))).Value.CaseId;
    }

    private async Task<Guid> AtDisclosure()
    {
        var caseId = await office.Case();
        foreach (var answer in new[] { StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held, StepAnswer.Disclosed })
        {
            await Next<Kernel.Unit>("clerk", caseId, version => new AnswerStep(
                caseId, version, answer, Elements: answer == StepAnswer.Complete ? new ApplicationElements(true, true, true) : null));
        }

        return caseId;
    }
}
