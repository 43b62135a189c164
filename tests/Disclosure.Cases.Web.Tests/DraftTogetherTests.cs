using System.Net;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>一并拟写: many applications of one person in a day, answered from one text, each by a letter of its own.</summary>
internal sealed class DraftTogetherTests
{
    private const int Applications = 60;
    private const string Library = "可以到示范区图书馆查阅，地址：示范路1号，开放时间：每日9时至17时。";

    private WebOffice office = null!;
    private List<Guid> cases = [];

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        var clerk = await office.ActorOf("clerk");
        for (var number = 1; number <= Applications; number++)
        {
            var id = await office.Case(item: $"第{number}号公报");
            await office.Next(clerk, id, version => new AnswerStep(
                id, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
            cases.Add(id);
        }
    }

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test, Order(1)]
    public async Task SixtyApplications_OfADay_AreChargedEachByItsOwnPlace()
    {
        using var browser = await Drafting(TemplateCodes.FeeNotice);
        await browser.Press("form.card", "button[formaction*=Save]", ("facts.basis", FeeFacts.PerApplication),
            ("facts.finding", "申请人当月累计向本机关提出政府信息公开申请60件，数量、频次明显超过合理范围。"),
            ("facts.payment", "到示范银行任一网点缴纳，并注明本通知书文号。"));
        Assert.That(browser.Page.QuerySelector(".done")!.TextContent, Does.StartWith("已拟写 50 件"));
        Assert.That(
            browser.Page.QuerySelectorAll("td .wrong").Select(why => why.TextContent),
            Is.EqualTo(Enumerable.Repeat("在免费数量之内，不收费，没有拟写。", 10)));
        var places = new List<int?>();
        foreach (var id in cases)
        {
            places.Add((await office.Find(id)).Documents.Count == 0 ? null : FeeFacts.ChargedPlace(await Facts(id)));
        }

        Assert.That(places, Is.EqualTo(Enumerable.Range(1, Applications).Select(place => place <= 10 ? (int?)null : place)));

        // They are submitted together from where they were drafted: one was submitted meanwhile, one is not ticked.
        var clerk = await office.ActorOf("clerk");
        await office.Next(clerk, cases[20], version => new SubmitDocument(cases[20], version, Notice(cases[20])));
        Assert.That(browser.Page.QuerySelectorAll("input[name=draft][checked]"), Has.Length.EqualTo(50));
        await browser.Press("form.col", "button[formaction*=SubmitDrafts]");
        Assert.That(browser.Page.QuerySelector(".done")!.TextContent, Does.StartWith("已提交 49 件"));
        Assert.That(
            browser.Page.QuerySelectorAll("tr:has(.wrong) a.link").Select(link => link.GetAttribute("href")),
            Is.EqualTo(new[] { $"/cases/{cases[20]}" }), "the others are free");
        foreach (var id in cases[10..])
        {
            Assert.That((await office.Find(id)).Documents[^1].Status, Is.EqualTo(DocumentStatus.Submitted));
        }

        Guid Notice(Guid id) => office.Find(id).GetAwaiter().GetResult().Documents[^1].Id;
    }

    [Test, Order(4)]
    public async Task Drafts_ThatWereMade_AreOfferedToBeSubmittedAndNotToBeDraftedAgain()
    {
        using var browser = await Drafting(TemplateCodes.RegistrationReceipt, cases[6..9]);
        await browser.Press("form.card", "button[formaction*=Save]", ("facts.identity", "居民身份证"), ("facts.provisionWanted", "邮寄"));
        Assert.That(browser.Page.QuerySelectorAll("input[name=draft][checked]"), Has.Length.EqualTo(3));
        Assert.That(browser.Page.QuerySelector("button[formaction*=Save]"), Is.Null);

        await browser.Get("/cases/draft-together?" + string.Join('&', cases[6..10].Select(id => $"case={id}")));
        var offered = browser.Page.QuerySelectorAll(".paper").Single(paper => paper.TextContent.Contains("登记回执", StringComparison.Ordinal));
        Assert.That(offered.TextContent, Does.Contain("1 件可以拟写").And.Contain("3 件已有草稿，可以提交审签"));

        await browser.Get(offered.QuerySelector("a")!.GetAttribute("href")!);
        await browser.Press("form.col", "button[formaction*=SubmitDrafts]", ("draft", ""));
        Assert.That(browser.Page.QuerySelector(".done")!.TextContent, Is.EqualTo("请勾选要提交的草稿。"));
    }

    [Test, Order(2)]
    public async Task SeveralApplications_AnsweredTogether_AreSubmittedEachByItself()
    {
        await AnswerAsPublication(cases[..3]);
        using var browser = await Drafting(TemplateCodes.PublicPublication, cases[..4]);
        Assert.That(browser.Page.QuerySelectorAll("td .wrong"), Has.Length.EqualTo(1), "the fourth is not answered yet");
        await browser.Press(
            "form.card", "button[formaction*=Submit]",
            ("facts.publication", "《示范区公报》，示范区人民政府办公室编，2025年第3期。"),
            ("facts.availability", Library));
        Assert.That(browser.Answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(browser.Page.QuerySelector(".done")!.TextContent, Does.StartWith("已提交 3 件"));
        var numbers = new HashSet<string>();
        foreach (var id in cases[..3])
        {
            var letter = (await office.Find(id)).Documents.Single(document => document.Template == TemplateCodes.PublicPublication);
            Assert.That(letter.Status, Is.EqualTo(DocumentStatus.Submitted));
            numbers.Add((string)(await Facts(id))["publication"]!);
        }

        Assert.That(numbers, Has.Count.EqualTo(1), "one text");
        Assert.That((await office.Find(cases[3])).Documents, Is.Empty);
    }

    [Test, Order(3)]
    public async Task WordsQuoted_OfTheApplication_AreEachCasesOwn()
    {
        await AnswerAsPublication(cases[20..22]);
        using var browser = await Drafting(TemplateCodes.PublicPublication, cases[20..22]);
        await browser.Press(
            "form.card", "button[formaction*=Save]", ("facts.publication", "《示范区公报》中的“第21号公报”。"), ("facts.availability", Library));
        Assert.That((string)(await Facts(cases[20]))["publication"]!, Is.EqualTo("《示范区公报》中的“第21号公报”。"));
        Assert.That((string)(await Facts(cases[21]))["publication"]!, Is.EqualTo("《示范区公报》中的“第22号公报”。"));
    }

    [Test, Order(4)]
    public async Task Words_OfAnotherApplicationThatStay_AreRefused()
    {
        var two = await office.Case(item: "示范路排水工程的合同", more: "示范路排水工程的验收报告");
        await office.Next(await office.ActorOf("clerk"), two, version => new AnswerStep(
            two, version, StepAnswer.Complete, Elements: new ApplicationElements(true, true, true)));
        await AnswerAsPublication([two, cases[22]]);
        using var browser = await Drafting(TemplateCodes.PublicPublication, [two, cases[22]]);
        await browser.Press(
            "form.card", "button[formaction*=Save]", ("facts.publication", "《示范路排水工程的合同》。"), ("facts.availability", Library));
        Assert.That(browser.Page.QuerySelector("td .wrong")?.TextContent, Does.Contain("“示范路排水工程的合同”"));
        Assert.That((await office.Find(two)).Documents, Has.Count.EqualTo(1));
        Assert.That(
            (await office.Find(cases[22])).Documents.Select(letter => letter.Template), Has.None.EqualTo(TemplateCodes.PublicPublication));
    }

    [Test, Order(5)]
    public async Task Back_FromWhereverOneIs_GoesToTheQueueAsItWas()
    {
        const string Queue = "/cases?stage=open&q=%E5%85%AC%E6%8A%A5";
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/draft-together?stage=open&q=公报&case={cases[4]}&case={cases[5]}");
        Assert.That(Back(), Is.EqualTo(Queue));
        await browser.Get(browser.Page.QuerySelector(".paper a.link")!.GetAttribute("href")!);
        Assert.That(Back(), Is.EqualTo(Queue), "with a text chosen");
        await browser.Press("form.card", "button[formaction*=Preview]");
        Assert.That(Back(), Is.EqualTo(Queue), "with something sent");

        string? Back() => browser.Page.QuerySelectorAll("a.btn")[^1].GetAttribute("href");
    }

    private async Task AnswerAsPublication(IEnumerable<Guid> some)
    {
        var clerk = await office.ActorOf("clerk");
        foreach (var id in some)
        {
            await office.Next(clerk, id, version => new AnswerStep(id, version, StepAnswer.PublicPublication));
        }
    }

    private async Task<Browser> Drafting(string template, IReadOnlyList<Guid>? some = null)
    {
        var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/draft-together?template={template}&" + string.Join('&', (some ?? cases).Select(id => $"case={id}")));
        return browser;
    }

    private async Task<JsonObject> Facts(Guid id)
    {
        var facts = (await office.Find(id)).Documents[^1].Facts;
        return JsonNode.Parse(await office.As(
            Actor.Application, services => services.GetRequiredService<ICaseTexts>().Read(facts, default)))!.AsObject();
    }
}
