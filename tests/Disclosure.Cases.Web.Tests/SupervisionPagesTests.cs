using System.Net;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Supervision;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>督办: the manager is of one agency, the late case of another.</summary>
internal sealed class SupervisionPagesTests
{
    private const string Asking = "#panel-OpenInquiry form";
    private const string Answering = "#panel-AnswerInquiry form";

    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Manager_AsksAndTheAgencyAnswers_BothReadItOnTheCasePage()
    {
        var caseId = await LateCase();
        using var manager = await office.SignedIn("manager");
        await manager.Get($"/cases/{caseId}");
        Assert.Multiple(() =>
        {
            Assert.That(
                manager.Page.QuerySelectorAll("details.panel").Select(panel => panel.Id),
                Is.EqualTo(new[] { "panel-OpenInquiry" }),
                "asks, and does nothing else");
            Assert.That(manager.Page.QuerySelector("#now"), Is.Null);
            Assert.That(Suggested(manager), Is.EqualTo(WorkingDayCalendar.Official.AddWorkingDays(office.Today, 3)));
        });
        await manager.Submit(Asking, ("Question", "为何逾期？\n何时送达？"));
        Assert.Multiple(() =>
        {
            Assert.That(manager.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                manager.Page.QuerySelector("#inquiry")!.TextContent,
                Does.Contain("为何逾期？").And.Contain("manager某").And.Contain("提出，请于").And.Contain("还剩 3 个工作日"));
            Assert.That(manager.Page.QuerySelector(Asking), Is.Null, "not twice");
        });

        using var stranger = await office.SignedIn("stranger");
        await stranger.Get($"/cases/{caseId}");
        Assert.That(stranger.Page.QuerySelector("#inquiry")!.TextContent, Does.Contain("为何逾期？"));
        await stranger.Submit(Answering, ("Answer", "明日送达。"));
        Assert.Multiple(async () =>
        {
            Assert.That(stranger.Page.QuerySelector("#inquiry"), Is.Null);
            Assert.That(stranger.Text, Does.Contain("答复督办").And.Contain("明日送达。").And.Contain("督办，要求在"));
            Assert.That((await office.Find(caseId)).OpenInquiries, Is.Empty);
        });
        await manager.Get($"/cases/{caseId}");
        Assert.That(manager.Text, Does.Contain("明日送达。"));
        Assert.That(manager.Page.QuerySelector(Asking), Is.Not.Null, "still late: a further one may be opened");
    }

    [Test]
    public async Task Case_ThatIsNotEndangered_OffersTheManagerNothing()
    {
        var caseId = await office.Case("stranger");
        using var manager = await office.SignedIn("manager");
        await manager.Get($"/cases/{caseId}");
        Assert.That(manager.Page.QuerySelector("#inquiry"), Is.Null);
        var (status, page) = await Post(
            manager, caseId, ("Form", "OpenInquiry"), ("Question", "为何？"), ("RespondBy", office.Today.ToString("yyyy-MM-dd")));
        Assert.That((status, page.Contains("只能督办已逾期", StringComparison.Ordinal)), Is.EqualTo((HttpStatusCode.UnprocessableEntity, true)));
    }

    [TestCase("", "2030-01-01", "请填写此项", "OpenInquiry-Question")]
    [TestCase("为何？", "", "请填写日期", "OpenInquiry-RespondBy")]
    [TestCase("为何？", "2026-02-30", "不是存在的日期", "OpenInquiry-RespondBy")]
    [TestCase("为何？", "2020-01-01", "不能早于今天", "OpenInquiry-RespondBy")]
    [TestCase("为何？", "2999-01-01", "不能晚于一年以后", "OpenInquiry-RespondBy")]
    public async Task Form_FilledInWrongly_SaysSoBesideTheFieldAndKeepsTheRest(
        string question, string respondBy, string sentence, string field)
    {
        var caseId = await LateCase();
        using var manager = await office.SignedIn("manager");
        await manager.Get($"/cases/{caseId}");
        await manager.Submit(Asking, ("Question", question), ("RespondBy", respondBy));
        Assert.Multiple(async () =>
        {
            Assert.That(manager.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(manager.Page.QuerySelector($"#{field}-wrong")!.TextContent, Does.Contain(sentence));
            Assert.That(manager.Page.QuerySelector($".findings a[href='#{field}']"), Is.Not.Null);
            Assert.That(manager.Page.QuerySelector("#panel-OpenInquiry")!.HasAttribute("open"));
            Assert.That(manager.Page.QuerySelector("#OpenInquiry-Question")!.TextContent.Trim(), Is.EqualTo(question));
            Assert.That((await office.Find(caseId)).Inquiries, Is.Empty);
        });
    }

    // What each may send on a case of the other agency, whatever the page offers.
    [TestCase("manager", "OpenInquiry", HttpStatusCode.Redirect)]
    [TestCase("manager", "AnswerInquiry", HttpStatusCode.BadRequest)]
    [TestCase("manager", "LogCall", HttpStatusCode.BadRequest)]
    [TestCase("manager", "VoidRegistration", HttpStatusCode.BadRequest)]
    [TestCase("clerk", "OpenInquiry", HttpStatusCode.NotFound)]
    [TestCase("reviewer", "OpenInquiry", HttpStatusCode.NotFound)]
    [TestCase("stranger", "OpenInquiry", HttpStatusCode.UnprocessableEntity)]
    [TestCase("stranger2", "OpenInquiry", HttpStatusCode.UnprocessableEntity)]
    [TestCase("admin", "OpenInquiry", HttpStatusCode.Forbidden)]
    public async Task Form_SentByEverybody_IsTakenFromTheManagerAlone(string person, string form, HttpStatusCode expected)
    {
        var caseId = await LateCase();
        using var browser = await office.SignedIn(person);
        await browser.Get("/calculator");
        var (status, _) = await Post(
            browser, caseId, ("Form", form), ("Question", "为何逾期？"), ("RespondBy", office.Today.ToString("yyyy-MM-dd")), ("Answer", "x"),
            ("Content", "x"), ("Reason", "x"), ("On", office.Today.ToString("yyyy-MM-dd")));
        Assert.Multiple(async () =>
        {
            Assert.That(status, Is.EqualTo(expected));
            Assert.That((await office.Find(caseId)).Version, Is.EqualTo(expected == HttpStatusCode.Redirect ? 2 : 1));
        });
    }

    [Test]
    public async Task Answer_SentTwiceAtOnce_TheSecondLosesNothingTyped()
    {
        var caseId = await Asked(office.Today);
        using var first = await office.SignedIn("stranger");
        using var second = await office.SignedIn("stranger2");
        await first.Get($"/cases/{caseId}");
        await second.Get($"/cases/{caseId}");
        await first.Submit(Answering, ("Answer", "甲的答复"));
        await second.Submit(Answering, ("Answer", "乙的答复"));
        Assert.Multiple(() =>
        {
            Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(second.Page.QuerySelectorAll("textarea").Select(area => area.TextContent.Trim()), Does.Contain("乙的答复"));
            Assert.That(second.Text, Does.Contain("甲的答复"));
        });
    }

    [Test]
    public async Task Queue_OfTheAgency_MarksTheCaseAndCountsIt_UntilItIsAnswered()
    {
        var caseId = await Asked(office.Today);
        await office.Case("stranger", "没有督办的");
        using var stranger = await office.SignedIn("stranger");
        await stranger.Get("/cases");
        Assert.Multiple(() =>
        {
            Assert.That(
                stranger.Page.QuerySelectorAll("tbody tr:has(.mark) .cover").Select(link => link.GetAttribute("href")),
                Is.EqualTo(new[] { $"/cases/{caseId}" }));
            Assert.That(Pills(stranger), Does.Contain("督办 1"));
        });
        await stranger.Get("/cases?stage=inquiry");
        Assert.That(
            stranger.Page.QuerySelectorAll("tbody .cover").Select(link => link.GetAttribute("href")),
            Is.EqualTo(new[] { $"/cases/{caseId}" }));

        await stranger.Get($"/cases/{caseId}");
        await stranger.Submit(Answering, ("Answer", "明日送达。"));
        await stranger.Get("/cases");
        Assert.That(stranger.Page.QuerySelector("tbody .mark"), Is.Null);
        Assert.That(Pills(stranger), Has.None.StartsWith("督办"));
    }

    [Test]
    public async Task Overview_OfTheManager_LeadsToTheFormInOneClick_AndEachFigureToItsCases()
    {
        var (late, asked) = (await LateCase(), await Asked(office.Today));
        await Asked(office.Today);
        using var manager = await office.SignedIn("manager");
        await manager.Get("/manager");
        Assert.Multiple(() =>
        {
            Assert.That(
                manager.Page.QuerySelectorAll(".ask a").Select(link => link.GetAttribute("href")),
                Is.EqualTo(new[] { $"/cases/{late}#OpenInquiry-Question" }));
            Assert.That(manager.Page.QuerySelector($".list div:has(> a[href='/cases/{asked}']) + .ask")!.TextContent, Does.Contain("督办中"));
            Assert.That(manager.Page.QuerySelector($".list div:has(> a[href='/cases/{late}'])")!.TextContent, Does.Contain("答复逾期"));
            Assert.That(
                manager.Page.QuerySelectorAll("td a[href*='Figure=inquiries']").Select(link => link.TextContent),
                Is.EqualTo(new[] { "2", "2" }),
                "the district's and the agency's");
        });

        using var stranger = await office.SignedIn("stranger");
        await stranger.Get($"/cases/{asked}");
        await stranger.Submit(Answering, ("Answer", "明日送达。"));
        await manager.Get("/manager");
        await manager.Get(manager.Page.QuerySelector("tr.sum a[href*='Figure=inquiriesInTime']")!.GetAttribute("href")!);
        Assert.Multiple(() =>
        {
            Assert.That(manager.Text, Does.Contain("按期答复督办 · 1 件").And.Contain("示范区住房和城乡建设委员会"));
            Assert.That(
                manager.Page.QuerySelectorAll("tbody .cover").Select(link => link.GetAttribute("href")),
                Is.EqualTo(new[] { $"/cases/{asked}" }));
        });
        await manager.Get("/manager/cases?Figure=inquiriesOverdue");
        Assert.That(manager.Text, Does.Contain("没有案卷。"));
    }

    private Task<Guid> LateCase() => Do("stranger", new RegisterApplication(
        Channel.InPerson, office.Today.AddDays(-60), null,
        [new Applicant(ApplicantKind.NaturalPerson, "李某某", null, "023-1", "示范路3号", true, null)],
        ["2024年度培训计划"]), registered => registered.CaseId);

    private async Task<Guid> Asked(DateOnly respondBy)
    {
        var caseId = await LateCase();
        await Do("manager", new OpenInquiry(caseId, 1, "为何逾期？", respondBy), id => id);
        return caseId;
    }

    private async Task<Guid> Do<T>(string person, ICommand<T> command, Func<T, Guid> id) =>
        id((await office.As(await office.ActorOf(person), services => services.GetRequiredService<IMediator>().Send(command))).Value);

    private static DateOnly Suggested(Browser browser) =>
        DateOnly.Parse(browser.Page.QuerySelector("#OpenInquiry-RespondBy")!.GetAttribute("value")!);

    private static IEnumerable<string> Pills(Browser browser) =>
        browser.Page.QuerySelectorAll(".pills a").Select(pill => pill.TextContent.Trim());

    private static async Task<(HttpStatusCode Status, string Page)> Post(
        Browser browser, Guid caseId, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
            new("Version", "1"),
            new(
                "__RequestVerificationToken",
                browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var answer = await browser.Post($"/cases/{caseId}", content);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }
}
