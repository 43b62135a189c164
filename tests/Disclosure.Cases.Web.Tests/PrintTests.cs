using System.Net;
using AngleSharp.Html.Dom;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Web.Tests;

/// <summary>The letters that wait for service, printed in one go.</summary>
internal sealed class PrintTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Letters_IssuedAndNotServed_ComeInOneDocument()
    {
        var (first, served) = await office.Issued("甲事项");
        await office.Serve(first, served.Id);
        var (_, letter) = await office.Issued("乙事项");
        var (_, another) = await office.Issued("丙事项", applicant: "王某");
        await office.Issued("别的机关的事项", "stranger", "stranger2");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases");
        var button = clerk.Page.QuerySelectorAll("a.btn").Single(link => link.TextContent.Contains("合并打印", StringComparison.Ordinal));
        Assert.That(button.TextContent, Does.Contain("2"));
        await clerk.Get(button.GetAttribute("href")!);
        Assert.That(
            Boxes(clerk).Select(box => (box.Value, box.IsChecked)),
            Is.EquivalentTo(new[] { ($"{letter.Id}", true), ($"{another.Id}", true) }));
        await clerk.Submit("main form");
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(clerk.Answer.Content.Headers.ContentDisposition!.FileNameStar, Does.Contain("2 件"));
        using var document = WordprocessingDocument.Open(await clerk.Answer.Content.ReadAsStreamAsync(), false);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.That(text, Does.Contain(letter.Number).And.Contain(another.Number).And.Not.Contain(served.Number));
        Assert.That(document.MainDocumentPart.Document.Descendants<SectionProperties>().ToList(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Queue_Filtered_OffersTheLettersOfTheseCases()
    {
        await office.Issued("甲事项");
        var (_, letter) = await office.Issued("乙事项");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases?Q=乙事项");
        await clerk.Get(clerk.Page.QuerySelector("a.btn[href*='/cases/print']")!.GetAttribute("href")!);
        Assert.That(Boxes(clerk).Select(box => box.Value), Is.EqualTo(new[] { $"{letter.Id}" }));
        await clerk.Submit("main form");
        using var document = WordprocessingDocument.Open(await clerk.Answer.Content.ReadAsStreamAsync(), false);
        Assert.That(document.MainDocumentPart!.Document.Body!.InnerText, Does.Contain(letter.Number));
    }

    [Test]
    public async Task Cases_Ticked_PrintTheirLettersAlone()
    {
        await office.Issued("甲事项");
        var (ticked, letter) = await office.Issued("乙事项");
        var without = await office.Case(item: "丙事项");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/print?stage=Completeness&case={ticked}&case={without}");
        Assert.That(Boxes(clerk).Select(box => box.Value), Is.EqualTo(new[] { $"{letter.Id}" }));
        await clerk.Submit("main form", ("made", "42"));
        Assert.That(clerk.Answer.Headers.GetValues("Set-Cookie"), Has.Some.StartsWith("disclosure.made=42;"));
        await clerk.Get($"/cases/print?case={without}");
        Assert.That(clerk.Page.QuerySelector(".empty")!.TextContent, Does.Contain("所选 1 件案卷没有"));
    }

    [Test]
    public async Task Letter_ThatCannotBeMerged_IsNamedBeforeAnythingIsPrinted()
    {
        var (_, good) = await office.Issued("甲事项");
        var (odd, bad) = await office.Issued("乙事项");
        await office.Replace(bad.FileId!.Value, "no document"u8.ToArray());
        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get("/review");
        await reviewer.Get(reviewer.Page.QuerySelector("a.btn[href='/cases/print']")!.GetAttribute("href")!);
        await reviewer.Submit("main form");
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(reviewer.Page.QuerySelector("[role=alert]")!.TextContent, Does.Contain("有 1 件文书不能合并"));
            Assert.That(reviewer.Page.QuerySelector(".wrong")!.TextContent, Does.Contain("单独"));
            Assert.That(reviewer.Page.QuerySelector($"a[href='/cases/{odd}/files/{bad.FileId}']"), Is.Not.Null);
            Assert.That(Boxes(reviewer).Where(box => box.IsChecked).Select(box => box.Value), Is.EqualTo(new[] { $"{good.Id}" }));
        });
        await reviewer.Submit("main form");
        Assert.That(reviewer.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Letter_ServedMeanwhileOrAnothersAgency_IsNotPrinted()
    {
        var (caseId, letter) = await office.Issued("甲事项");
        await office.Issued("乙事项");
        var (_, others) = await office.Issued("别的机关的事项", "stranger", "stranger2");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/cases/print");
        await clerk.Submit("main form", ("documents", others.Id.ToString()));
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await clerk.Get("/cases/print");
        await office.Serve(caseId, letter.Id);
        await clerk.Submit("main form");
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(clerk.Text, Does.Contain("已经送达或者撤销"));
    }

    private static IEnumerable<IHtmlInputElement> Boxes(Browser browser) =>
        browser.Page.QuerySelectorAll("input[name=documents]").OfType<IHtmlInputElement>();
}
