using System.Net;
using AngleSharp.Html.Dom;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What fits is suggested with its reason, what is wrong is shown before submission, and forms come filled in.</summary>
internal sealed class SuggestionTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Suggestion_StandsFirst_WithWhoAnsweredAndWhy()
    {
        var (browser, page) = await Answered(StepAnswer.CorrectionNeeded);
        using var _ = browser;
        var onCase = browser.Page.QuerySelector(".suggestion")!.TextContent;
        await browser.Get($"{page}/draft");
        var line = browser.Page.QuerySelector("#suggested .suggestion")!;
        Assert.Multiple(() =>
        {
            Assert.That(onCase, Does.Contain("01 政府信息公开申请补正告知书").And.Contain("第7个工作日").And.Contain("clerk某"));
            Assert.That(line.QuerySelector("a")!.GetAttribute("href"), Does.Contain("template=correction-notice"));
            Assert.That(browser.Page.QuerySelector("#suggested + .card .paper")!.TextContent, Does.Contain("01").And.Contain("建议"));
        });
    }

    [Test]
    public async Task Suggestion_ThatTheRecordLeavesOpen_NamesTheVariants()
    {
        var (browser, page) = await Answered(StepAnswer.Complete, StepAnswer.NotThisAgency);
        using var _ = browser;
        await browser.Get($"{page}/draft");
        var choices = browser.Page.QuerySelectorAll("#suggested li a").Select(link => link.GetAttribute("href")![^13..]).ToList();
        Assert.That(choices, Is.EqualTo(
            new[] { "agency-known", "agency-unknown", "jointly-made" }.Select(code => $"template=not-this-agency&variant={code}"[^13..])));
    }

    [Test]
    public async Task Check_ShowsAllFindingsBesideTheirFacts_WithoutSubmitting()
    {
        var (browser, page) = await Answered(StepAnswer.CorrectionNeeded);
        using var _ = browser;
        await browser.Get($"{page}/draft?template=correction-notice");
        await browser.Press(
            "main form",
            "button[formaction*=Check]",
            ("facts.corrections", "申请人：张三应当补充，详见示范府依申请〔2020〕99号。"),
            ("facts.respondBy", office.Today.AddDays(1).ToString("yyyy-MM-dd")));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(
                browser.Page.QuerySelectorAll(".findings a").Select(link => link.GetAttribute("href")),
                Is.SupersetOf(new[] { "#fact-corrections", "#fact-respondBy" }));
            Assert.That(
                browser.Page.QuerySelector("#fact-corrections")!.ParentElement!.QuerySelector(".wrong")!.TextContent,
                Does.Contain("请改为").And.Contain("张三").And.Contain("〔2020〕99号"));
        });
        await browser.Press(
            "main form",
            "button[formaction*=Check]",
            ("facts.corrections", "请写明文件名称。"),
            ("facts.respondBy", Calendar().AddWorkingDays(office.Today, 12).ToString("yyyy-MM-dd")));
        Assert.That(browser.Text, Does.Contain("法律审查没有发现问题"));
        Assert.That(
            (await office.Find(Guid.Parse(page[^36..]))).Documents.Single().Status,
            Is.EqualTo(Cases.CaseFiles.DocumentStatus.Drafted));
    }

    [Test]
    public async Task ProofOfService_OfADocument_ComesFilledIn_AndSaysWhoseItIs()
    {
        var (browser, page) = await Answered(StepAnswer.CorrectionNeeded);
        using var _ = browser;
        await browser.Get($"{page}/draft?template=correction-notice");
        await browser.Press("main form", "button[formaction*=Submit]", ("facts.corrections", "请写明文件名称。"));
        var document = (await office.Find(Guid.Parse(page[^36..]))).Documents.Single().Id;
        using (var reviewer = await office.SignedIn("reviewer"))
        {
            await reviewer.Get($"{page}/documents/{document}");
            await reviewer.Submit("form[action*=Approve]");
        }

        await browser.Get(page);
        Assert.That(browser.Page.QuerySelector("[name='Particulars.Address']")!.GetAttribute("value"), Is.EqualTo("示范路3号"));
        await browser.Submit(
            "#panel-Serve form", ("Way", "Post"), ("DocumentId", document.ToString()), ("Particulars.MailNumber", "xa 123456700 cn"));
        await browser.Get($"{page}/documents/{document}");
        var link = browser.Page.QuerySelectorAll(".act a").Single(each => each.TextContent == "拟写送达回证");
        await browser.Get(link.GetAttribute("href")!);
        var number = (await office.Find(Guid.Parse(page[^36..]))).Documents[0].Number!;
        Assert.Multiple(() =>
        {
            Assert.That(Value("recipient"), Is.EqualTo("李某某"));
            Assert.That(Value("documentTitle"), Is.EqualTo("政府信息公开申请补正告知书"));
            Assert.That(Value("documentNumber"), Is.EqualTo(number));
            Assert.That(Value("copies"), Is.EqualTo("1"));
            Assert.That(Value("address"), Is.EqualTo("示范路3号"));
            Assert.That(Value("trackingNumber"), Is.EqualTo("XA123456700CN"));
            Assert.That(Value("sentOn"), Is.EqualTo(office.Today.ToString("yyyy-MM-dd")));
            Assert.That(Value("signer") + Value("server"), Is.Empty, "signed by hand");
            Assert.That(((IHtmlSelectElement)browser.Page.QuerySelector("#fact-way")!).Value, Is.EqualTo("post"));
        });
        await browser.Press("main form", "button[formaction*=Submit]");
        await browser.Get(page);
        Assert.That(
            browser.Page.QuerySelectorAll(".paper a.link").Select(each => each.TextContent),
            Has.Some.EqualTo($"送达回证：《政府信息公开申请补正告知书》（{number}）"));
        string Value(string fact) => ((IHtmlInputElement)browser.Page.QuerySelector($"#fact-{fact}")!).Value;
    }

    [Test]
    public async Task DisclosureReview_ComesFilledInFromTheRecord_AndIsIssuedAsItIs()
    {
        var (browser, page) = await Answered(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held, StepAnswer.Disclosed);
        using var _ = browser;
        using (var reviewer = await office.SignedIn("reviewer"))
        {
            await reviewer.Get(page);
            await reviewer.Submit("#panel-ReviewDisclosure form", ("Conclusion", "不涉密，同意公开。"));
        }

        await browser.Get($"{page}/draft?template=disclosure-review");
        Assert.Multiple(() =>
        {
            Assert.That(
                ((IHtmlTextAreaElement)browser.Page.QuerySelector("#fact-items")!).Value,
                Does.Contain("2024年度培训计划——予以公开（第三十六条第二项）"));
            Assert.That(((IHtmlSelectElement)browser.Page.QuerySelector("#fact-proposal")!).Value, Is.EqualTo("disclose"));
            Assert.That(Value("drafter"), Is.EqualTo("clerk某"));
            Assert.That(Value("reviewer"), Is.EqualTo("reviewer某"));
            Assert.That(Value("reviewOpinion"), Is.EqualTo("不涉密，同意公开。"));
            Assert.That(Value("proposalReason"), Does.Contain("第三十六条第二项"));
        });
        await browser.Press("main form", "button[formaction*=Check]", ("facts.source", "made"), ("facts.reviewer", "王某"));
        Assert.That(
            browser.Page.QuerySelector("#fact-reviewer")!.ParentElement!.QuerySelector(".wrong")!.TextContent,
            Does.Contain("审查记录载明的审查人是reviewer某"));
        await browser.Press("main form", "button[formaction*=Submit]", ("facts.reviewer", "reviewer某"));
        Assert.That(
            (await office.Find(Guid.Parse(page[^36..]))).Documents.Single().Status,
            Is.EqualTo(Cases.CaseFiles.DocumentStatus.Approved));
        string Value(string fact) => ((IHtmlInputElement)browser.Page.QuerySelector($"#fact-{fact}")!).Value;
    }

    private static Clock.WorkingDayCalendar Calendar() => Clock.WorkingDayCalendar.Official;

    private async Task<(Browser Browser, string Page)> Answered(params StepAnswer[] answers)
    {
        var page = $"/cases/{await office.Case()}";
        var browser = await office.SignedIn("clerk");
        await browser.Get(page);
        foreach (var answer in answers)
        {
            (string, string?)[] elements =
                answer == StepAnswer.Complete ? [("Elements.Who", "true"), ("Elements.What", "true"), ("Elements.How", "true")]
                : answer == StepAnswer.CorrectionNeeded ? [("Elements.Who", "true"), ("Elements.How", "true")]
                : [];
            await browser.Submit("form.question", [("Answer", answer.ToString()), .. elements]);
        }

        return (browser, page);
    }
}
