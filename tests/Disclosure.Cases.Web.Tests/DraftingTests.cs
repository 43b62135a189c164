using System.Net;
using AngleSharp.Html.Dom;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Existence;
using MediatR;
using Microsoft.Extensions.DependencyInjection;
using Unit = Disclosure.Cases.Kernel.Unit;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What a draft starts from, and how one finds back to it.</summary>
internal sealed class DraftingTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Submission_ThatIsRefused_SaysThatTheDraftIsSaved_AndLeadsToTheFact()
    {
        using var browser = await Incomplete();
        await browser.Press("main form", "button[formaction*=Submit]", ("facts.corrections", ""));
        var lines = browser.Page.QuerySelectorAll(".findings a").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(browser.Page.QuerySelector(".findings b")!.TextContent, Is.EqualTo("草稿已保存，尚不能提交："));
            Assert.That(lines.Select(line => line.GetAttribute("href")), Does.Contain("#fact-corrections"));
            Assert.That(lines.Select(line => browser.Page.QuerySelector(line.GetAttribute("href")!)), Has.None.Null);
            Assert.That(lines[0].TextContent, Does.Contain("需要补正的事项"));
        });
    }

    [Test]
    public async Task Draft_UnderWay_IsGoneOnWithFirst()
    {
        using var browser = await Incomplete();
        await browser.Press("main form", "button[formaction*=Save]", ("facts.corrections", "请写明文件名称。"));
        var begun = browser.Address;
        await browser.Get(begun[..begun.LastIndexOf('/')]);
        Assert.That(browser.Page.QuerySelectorAll("a.link").Select(link => link.TextContent), Has.Some.StartsWith("继续拟写：01"));
        await browser.Get(begun[..begun.LastIndexOf('/')] + "?template=correction-notice");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Redirect));
            Assert.That(browser.Answer.Headers.Location!.ToString(), Is.EqualTo(begun));
        });
        await browser.Get(begun);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Text, Does.Contain("这一文书已在拟写，请继续拟写。"));
            Assert.That(browser.Page.QuerySelector(".act a"), Is.Null, "one notice of correction a case");
        });
    }

    [Test]
    public async Task Draft_OfAFormUnderWay_AnotherCanBeAskedFor()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}/draft?template=proof-of-service");
        await browser.Press("main form", "button[formaction*=Save]");
        await browser.Get(browser.Page.QuerySelector(".act a")!.GetAttribute("href")!);
        await browser.Press("main form", "button[formaction*=Save]");
        Assert.That((await office.Find(caseId)).Documents, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task DateCorrection_Proposed_WaitsOnTheReviewersPage()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit(
            "#panel-ProposeDateCorrection form",
            ("Field", "1|ReceivedOn"),
            ("To", office.Today.AddDays(-1).ToString("yyyy-MM-dd")),
            ("Reason", "信封上的邮戳"));
        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get("/review");
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Page.QuerySelector($"#second-person a[href^='/cases/{caseId}']"), Is.Not.Null);
            Assert.That(reviewer.Page.QuerySelector("#second-person")!.TextContent, Does.Contain("收到申请之日").And.Contain("clerk某"));
            Assert.That(reviewer.Page.QuerySelector("nav a[href='/review'] i")!.TextContent, Is.EqualTo("1"));
        });
    }

    [Test]
    public async Task DateCorrection_ShowsWhatItDoes_BeforeTheDecisionAndAfterwards()
    {
        var caseId = await office.Case();
        var calendar = office.Services.GetRequiredService<CalendarCache>().Now.Of(null);
        var timeline = (await office.Find(caseId)).Timeline!;
        var before = StatutoryClock.Reckon(timeline, calendar).ReplyDueOn!.Value;

        // On a Sunday the day of receipt and the Friday before have the same due date: it takes a day that moves it.
        var (earlier, due) = Enumerable.Range(1, 30).Select(days => office.Today.AddDays(-days)).Where(calendar.IsWorkingDay)
            .Select(day => (day, StatutoryClock.Reckon(timeline with { ReceivedOn = day }, calendar).ReplyDueOn!.Value))
            .First(each => each.Value != before);
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        await clerk.Submit(
            "#panel-ProposeDateCorrection form", ("Field", "1|ReceivedOn"), ("To", earlier.ToString("yyyy-MM-dd")), ("Reason", "信封上的邮戳"));
        Assert.That(clerk.Page.QuerySelector("#proposed-correction td b")!.TextContent, Is.EqualTo($"{due.Year}年{due.Month}月{due.Day}日"));

        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get($"/cases/{caseId}");
        var seen = reviewer.Page.QuerySelector("#proposed-correction table")!.TextContent;
        await reviewer.Submit(
            "#panel-DecideDateCorrection form",
            ("CorrectionId", (await office.Find(caseId)).ProposedDateCorrections.Single().CorrectionId.ToString()),
            ("Approves", "true"));
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Page.QuerySelector("#proposed-correction"), Is.Null);
            Assert.That(reviewer.Page.QuerySelector(".correction h2")!.TextContent, Does.StartWith("已更正日期"));
            Assert.That(reviewer.Page.QuerySelector(".correction table")!.TextContent, Is.EqualTo(seen));
            Assert.That(reviewer.Page.QuerySelectorAll(".correction .differs"), Is.Not.Empty);
        });
    }

    [Test]
    public async Task Archive_WhileADocumentIsUnderWay_StandsGreyWithTheReason()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit("#panel-Withdraw form");
        Assert.That(browser.Page.QuerySelector("#panel-Archive"), Is.Not.Null);
        await browser.Get($"/cases/{caseId}/draft?template=closing-notice&variant=withdrawn");
        Assert.That(
            ((IHtmlInputElement)browser.Page.QuerySelector("#fact-withdrawnOn")!).Value,
            Is.EqualTo(office.Today.ToString("yyyy-MM-dd")));
        await browser.Press("main form", "button[formaction*=Save]");
        await browser.Get($"/cases/{caseId}");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Page.QuerySelector("#panel-Archive"), Is.Null);
            Assert.That(
                browser.Page.QuerySelectorAll(".others .not-now").Select(line => line.TextContent),
                Has.One.Contain("归档").And.One.Contain("尚有文书没有送达或者撤销"));
        });
    }

    [Test]
    public async Task Extension_StartsFromTheDateThatTheClockWillGive()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}/draft?template=extension-notice&variant=extension");
        var timeline = (await office.Find(caseId)).Timeline!;
        var calendar = office.Services.GetRequiredService<CalendarCache>().Now.Of(null);
        var due = StatutoryClock.Reckon(timeline with { Events = [new ExtensionServed(office.Today, 20)] }, calendar).ReplyDueOn!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(((IHtmlInputElement)browser.Page.QuerySelector("#fact-workingDays")!).Value, Is.EqualTo("20"));
            Assert.That(NewDueOn(), Is.EqualTo(due.ToString("yyyy-MM-dd")));
        });

        // Other days, another date: what was typed for it does not count.
        await browser.Press("main form", "button[formaction*=Preview]", ("facts.workingDays", "5"), ("facts.newDueOn", "2030-01-01"));
        var sooner = StatutoryClock.Reckon(timeline with { Events = [new ExtensionServed(office.Today, 5)] }, calendar).ReplyDueOn!.Value;
        Assert.That((NewDueOn(), sooner < due), Is.EqualTo((sooner.ToString("yyyy-MM-dd"), true)));

        string NewDueOn() => ((IHtmlInputElement)browser.Page.QuerySelector("#fact-newDueOn")!).Value;
    }

    [Test]
    public async Task StillUnclear_StartsFromWhatWasAskedAndWhatCameIn()
    {
        using var browser = await Incomplete();
        await browser.Press("main form", "button[formaction*=Submit]", ("facts.corrections", "请写明文件名称。"));
        var page = browser.Address;
        var document = (await office.Find(Guid.Parse(page[^36..]))).Documents.Single().Id;
        using (var reviewer = await office.SignedIn("reviewer"))
        {
            await reviewer.Get($"{page}/documents/{document}");
            await reviewer.Submit("form[action*=Approve]");
        }

        await browser.Get(page);
        await browser.Submit("#panel-Serve form", ("Way", "HandedOver"), ("DocumentId", document.ToString()));
        await browser.Submit("#panel-ReceiveCorrection form", ("Content", "要培训的材料\n全部"));
        Assert.That(
            browser.Page.QuerySelectorAll("#panel-ProposeDateCorrection option").Select(option => option.TextContent),
            Has.Some.StartsWith("收到补正之日：").And.Some.StartsWith("送达之日《政府信息公开申请补正告知书》："));
        await browser.Submit("form.question", ("Answer", nameof(StepAnswer.StillUnclear)));
        await browser.Get($"{page}/draft?template=still-unclear");
        Assert.Multiple(() =>
        {
            Assert.That(Value("requiredCorrections"), Is.EqualTo("请写明文件名称。"));
            Assert.That(Value("correctedContent"), Is.EqualTo("要培训的材料；全部"));
        });
        string Value(string fact) => browser.Page.QuerySelector($"#fact-{fact}") is IHtmlTextAreaElement area
            ? area.Value
            : ((IHtmlInputElement)browser.Page.QuerySelector($"#fact-{fact}")!).Value;
    }

    [Test]
    public async Task SeveralOutcomes_AreDraftedOnOnePage_WithFindingsBesideEachSection()
    {
        var caseId = await office.Case(more: "2023年度培训录音");
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit(
            "form.question",
            ("Answer", nameof(StepAnswer.Complete)),
            ("Elements.Who", "true"),
            ("Elements.What", "true"),
            ("Elements.How", "true"));
        var items = (await office.Find(caseId)).Items.Select(item => item.Id.ToString()).ToList();
        await browser.Submit("form.question", ("Answer", nameof(StepAnswer.NotAnApplication)), ("Items", items[1]));
        await browser.Submit("form.question", ("Answer", nameof(StepAnswer.PublicPublication)), ("Items", items[0]));
        var link = browser.Page.QuerySelector("#now a[href*='template=several']")!.GetAttribute("href")!;
        await browser.Get(link);
        Assert.That(
            browser.Page.QuerySelectorAll(".outcome h2").Select(heading => heading.TextContent).ToList(),
            Has.ItemAt(0).Contains("25").And.ItemAt(1).Contains("23"));

        await browser.Press("main form", ".outcome button", ("sections[1].variant", "report"), ("sections[0].facts.publication", "《示范年鉴》"));
        Assert.Multiple(() =>
        {
            Assert.That(
                ((IHtmlSelectElement)browser.Page.QuerySelector("select[name='sections[1].variant']")!).Value,
                Is.EqualTo("report"));
            Assert.That(
                browser.Page.QuerySelector("[name='sections[0].facts.publication']")!.OuterHtml + browser.Text,
                Does.Contain("《示范年鉴》"),
                "nothing typed is lost");
        });

        await browser.Press("main form", "button[formaction*=Submit]", ("principal", "1"));
        var drafted = (await office.Find(caseId)).Documents.Single();
        var lines = browser.Page.QuerySelectorAll(".findings a").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(
                drafted.Sections.Select(section => (section.Template, section.Variant)),
                Is.EqualTo(new[] { (TemplateCodes.PublicPublication, null), (TemplateCodes.NotAnApplication, (string?)"report") }));
            Assert.That(drafted.PrincipalIndex, Is.EqualTo(1));
            Assert.That(lines.Select(line => line.GetAttribute("href")), Has.Some.StartsWith("#fact-0-").And.Some.StartsWith("#fact-1-"));
            Assert.That(lines.Select(line => browser.Page.QuerySelector(line.GetAttribute("href")!)), Has.None.Null);
            Assert.That(browser.Page.QuerySelector("#preview h2.letter-heading")!.TextContent, Is.EqualTo("一、关于第1项申请内容"));
        });
    }

    [Test]
    public async Task Search_OfAnotherItem_IsNotTakenOver()
    {
        var caseId = await office.Case(more: "2023年度培训录音");
        var clerk = await office.ActorOf("clerk");
        var items = (await office.Find(caseId)).Items.Select(item => item.Id).ToList();
        async Task Do<T>(Func<int, CaseCommand<T>> command)
        {
            var version = (await office.Find(caseId)).Version;
            var result = await office.As(clerk, services => services.GetRequiredService<IMediator>().Send(command(version)));
            Assert.That(result.Refusals, Is.Empty);
        }

        await Do<Unit>(version => new AnswerStep(
            caseId, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await Do<Unit>(version => new AnswerStep(caseId, version, StepAnswer.Ours));
        await Do<Unit>(version => new RecordSearch(caseId, version, [items[1]], office.Today, 0, "录音室", "周某", "录音", null));
        await Do<Unit>(version => new RecordSearch(caseId, version, [items[0]], office.Today, 1, "综合档案室", "周某", "培训计划", null));
        await Do<Unit>(version => new AnswerStep(caseId, version, StepAnswer.NotExisting, Items: [items[1]]));
        await Do<Unit>(version => new AnswerStep(caseId, version, StepAnswer.Held, Items: [items[0]]));
        await Do<Unit>(version => new AnswerStep(caseId, version, StepAnswer.Disclosed, Items: [items[0]]));
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}/draft?template=several");
        var search = ((IHtmlTextAreaElement)browser.Page.QuerySelector("#fact-1-search")!).Value;
        Assert.Multiple(() =>
        {
            Assert.That(search, Does.Contain("录音室").And.Contain("由周某检索").And.Contain("未检索到"));
            Assert.That(search, Does.Not.Contain("综合档案室"));
            Assert.That(
                ((IHtmlTextAreaElement)browser.Page.QuerySelector("#fact-0-provision")!).Value,
                Does.Contain("……"),
                "how it is provided depends on what was asked for");
        });
    }

    // A clerk who is about to draft 01.
    private async Task<Browser> Incomplete()
    {
        var caseId = await office.Case();
        var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit("form.question", ("Answer", "CorrectionNeeded"), ("Elements.Who", "true"), ("Elements.How", "true"));
        return await browser.Get($"/cases/{caseId}/draft?template=correction-notice");
    }
}
