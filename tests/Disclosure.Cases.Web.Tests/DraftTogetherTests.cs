using System.Net;
using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
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
        await browser.Press("form.card", "button[formaction*=Save]", ("facts.basis", FeeFacts.PerApplication));
        var places = new List<int?>();
        foreach (var id in cases)
        {
            places.Add(FeeFacts.ChargedPlace(await Facts(id)));
        }

        // What lies within the free band is refused when it is submitted (FeeRuleTests).
        Assert.That(places, Is.EqualTo(Enumerable.Range(1, Applications)));
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
        Assert.That(
            (await office.Find(cases[3])).Documents.Select(document => document.Template), Is.EqualTo(new[] { TemplateCodes.FeeNotice }));
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
        Assert.That((await office.Find(cases[22])).Documents.Select(letter => letter.Template), Has.None.EqualTo(TemplateCodes.PublicPublication));
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
