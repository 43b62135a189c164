using System.Net;
using System.Text;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Web.Tests;

internal sealed class CasePageTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Conflict_TwoPeopleAtOnce_TheSecondLosesNothingTyped()
    {
        var caseId = await office.Case();
        using var first = await office.SignedIn("clerk");
        using var second = await office.SignedIn("clerk2");
        await first.Get($"/cases/{caseId}");
        await second.Get($"/cases/{caseId}");
        await first.Submit("#panel-LogCall form", ("Content", "第一个人的通话"));
        await second.Submit("#panel-LogCall form", ("Content", "第二个人打的字\n第二行"));
        Assert.Multiple(() =>
        {
            Assert.That(second.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(second.Text, Does.Contain("其他人已经更新了本案").And.Contain("第一个人的通话"));
            Assert.That(
                ((AngleSharp.Html.Dom.IHtmlTextAreaElement)second.Page.QuerySelector("#panel-LogCall textarea")!).Value,
                Is.EqualTo("第二个人打的字\n第二行"));
            Assert.That(second.Page.QuerySelector("#panel-LogCall")!.HasAttribute("open"));
        });
        await second.Submit("#panel-LogCall form");
        Assert.That(second.Text, Does.Contain("第二个人打的字"), "sending it once more keeps it");
    }

    [Test]
    public async Task Conflict_StepNoLongerThere_WhatWasTypedCanBeCopied()
    {
        var caseId = await office.Case();
        using var first = await office.SignedIn("clerk");
        using var second = await office.SignedIn("clerk2");
        await first.Get($"/cases/{caseId}");
        await second.Get($"/cases/{caseId}");
        await first.Submit("#panel-VoidRegistration form", ("Reason", "登记有误"));
        await second.Submit("#panel-Withdraw form", ("Reason", "我费了很大力气写的理由"));
        Assert.That(second.Page.QuerySelectorAll("textarea").Select(area => area.TextContent.Trim()), Does.Contain("我费了很大力气写的理由"));
    }

    [Test]
    public async Task Answer_WithoutElements_IsRefusedAndReasoningKept()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit("form.question", ("Answer", "Complete"), ("Reasoning", "看起来完整"));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(browser.Text, Does.Contain("三个要件齐备"));
            Assert.That(browser.Page.QuerySelector(".findings a[href='#elements']")!.TextContent, Does.StartWith("三个要件"));
            Assert.That(browser.Page.QuerySelector("#elements"), Is.Not.Null);
            Assert.That(browser.Page.QuerySelector("textarea[name=Reasoning]")!.TextContent.Trim(), Is.EqualTo("看起来完整"));
            Assert.That(browser.Page.QuerySelector("input[value=Complete]")!.HasAttribute("checked"));
        });
    }

    [Test]
    public async Task Answers_ThatCannotBeGivenYet_AreShownWithTheReason()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        var still = browser.Page.QuerySelector("input[value=StillUnclear]")!;
        Assert.Multiple(() =>
        {
            Assert.That(still.HasAttribute("disabled"));
            Assert.That(still.Closest("label")!.TextContent, Does.Contain("尚未补正"));
        });
    }

    [TestCase("Nonsense", HttpStatusCode.BadRequest)]
    [TestCase("Approve", HttpStatusCode.BadRequest)]
    [TestCase("Archive", HttpStatusCode.UnprocessableEntity)]
    public async Task Form_ThatIsNotOffered_IsRefusedWithoutTrace(string form, HttpStatusCode expected)
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit(
            "#panel-LogCall form", ("Form", form), ("Content", "x"), ("Checklist.Application", "true"),
            ("Checklist.Documents", "true"), ("Checklist.Working", "true"));
        Assert.Multiple(async () =>
        {
            Assert.That(browser.Status, Is.EqualTo(expected));
            Assert.That(browser.Html, Does.Not.Contain("Exception"));
            Assert.That((await office.Find(caseId)).Version, Is.EqualTo(1));
        });
    }

    [Test]
    public async Task Draft_UnknownTemplate_IsNotFound()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}/draft?template=no-such-text");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(browser.Text, Does.Contain("没有这个页面"));
        });
    }

    [Test]
    public async Task Draft_FindingsStandBesideTheirFacts_AndTheDraftIsKept()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit("form.question", ("Answer", "CorrectionNeeded"), ("Elements.Who", "true"), ("Elements.How", "true"));
        await browser.Get($"/cases/{caseId}/draft?template=correction-notice");
        await browser.Press("main form", "button[formaction*=Submit]", ("facts.corrections", ""));
        Assert.Multiple(async () =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(
                browser.Page.QuerySelector("#fact-corrections")!.Closest(".field")!.QuerySelector(".wrong")!.TextContent,
                Does.Contain("需要补正的事项"));
            Assert.That((await office.Find(caseId)).Documents.Single().Status, Is.EqualTo(DocumentStatus.Drafted));
        });
        await browser.Press("main form", "button[formaction*=Submit]", ("facts.corrections", "请写明文件名称。"));
        Assert.Multiple(async () =>
        {
            Assert.That(browser.Text, Does.Contain("已提交"));
            Assert.That(
                (await office.Find(caseId)).Documents.Single().Status,
                Is.EqualTo(DocumentStatus.Submitted),
                "the kept draft was submitted, not a second one");
        });
    }

    [Test]
    public async Task Draft_TooLongText_IsNotKept()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit("form.question", ("Answer", "CorrectionNeeded"), ("Elements.Who", "true"));
        await browser.Get($"/cases/{caseId}/draft?template=correction-notice");
        await browser.Press("main form", "button[formaction*=Save]", ("facts.corrections", new string('长', 100_000)));
        Assert.Multiple(async () =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That((await office.Find(caseId)).Documents, Is.Empty);
        });
    }

    [Test]
    public async Task Draft_Preview_FollowsWhatIsTypedAndEscapesIt()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit("form.question", ("Answer", "CorrectionNeeded"), ("Elements.Who", "true"));
        await browser.Get($"/cases/{caseId}/draft?template=correction-notice");
        await browser.Press("main form", "button[formaction*=Preview]", ("facts.corrections", "<b>粗</b> {{addressee}}"));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(browser.Page.QuerySelector("#preview")!.TextContent, Does.Contain("<b>粗</b> {{addressee}}").And.Contain("李某某"));
        });
    }

    [Test]
    public async Task Attach_File_CanBeDownloadedByColleaguesOnly()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        using var form = new MultipartFormDataContent
        {
            { new StringContent("Attach"), "Form" }, { new StringContent("1"), "Version" }, { new StringContent("Application"), "Kind" },
            {
                new StringContent(browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
            { new ByteArrayContent(Encoding.UTF8.GetBytes("<script>")), "Content", "申请书.html" },
        };
        using var answer = await browser.Post($"/cases/{caseId}", form);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        await browser.Get($"/cases/{caseId}");
        var link = browser.Page.QuerySelector("a[href*='/files/']")!;
        await browser.Get(link.GetAttribute("href")!);
        Assert.Multiple(() =>
        {
            Assert.That(link.TextContent, Is.EqualTo("申请书.html"));
            Assert.That(browser.Answer.Content.Headers.ContentDisposition!.DispositionType, Is.EqualTo("attachment"));
            Assert.That(browser.Html, Is.EqualTo("<script>"));
        });
        using var stranger = await office.SignedIn("stranger");
        await stranger.Get(link.GetAttribute("href")!);
        Assert.That(stranger.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Case_EveryStageOfTheRoad_HasAPage()
    {
        var caseId = await office.Case("clerk", "甲", "赵某", "乙");
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Submit(
            "form.question", ("Answer", "Complete"), ("Elements.Who", "true"), ("Elements.What", "true"), ("Elements.How", "true"));
        await browser.Submit("form.question", ("Answer", "Ours"));
        var first = (await office.Find(caseId)).Items[0].Id;
        await browser.Submit("form.question", ("Answer", "Held"), ("Items", first.ToString()));
        Assert.That(browser.Text, Does.Contain("现在可以做：有没有"), "the second item is still to be looked for");
        await browser.Submit("#panel-RecordSearch form", ("Places", "档案室"), ("Searcher", "周某"), ("Words", "乙"));
        await browser.Submit("form.question", ("Answer", "NotExisting"));
        Assert.Multiple(async () =>
        {
            Assert.That((await office.Find(caseId)).Stage, Is.EqualTo(CaseStage.Disclosure));
            Assert.That(browser.Text, Does.Contain("现在可以做：给不给").And.Contain("检索：档案室，找到 0 份"));
            Assert.That(browser.Text, Does.Contain("第1项 有没有：").And.Contain("第2项 有没有：").And.Not.Contain("第1、2项"));
        });
    }
}
