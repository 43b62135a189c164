using System.Net;
using AngleSharp.Dom;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Web.Pages.Cases;

namespace Disclosure.Cases.Web.Tests;

/// <summary>The reviewer's desk: read on one page, decide, go on to the next; give back with the passages marked.</summary>
internal sealed class ReviewTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Letter_OpenedFromTheList_IsReadWithItsReasons_AndDecidedOneAfterTheOther()
    {
        var (first, _) = await office.ToApproval(office.Today.AddDays(-9), "甲事项");
        var (second, _) = await office.ToApproval(office.Today, "乙事项");
        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get("/review");
        await reviewer.Get(reviewer.Page.QuerySelector(".cover")!.GetAttribute("href")!);
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Address, Does.StartWith($"/cases/{first}/"), "the oldest due first");
            Assert.That(reviewer.Page.QuerySelector(".letter")!.TextContent, Does.Contain("甲事项"));
            Assert.That(reviewer.Page.QuerySelector("#facts")!.TextContent, Does.Contain("本机关没有制作或者获取过该信息。"));
            Assert.That(reviewer.Text, Does.Contain("检索：档案室").And.Contain("答复期限").And.Contain("第 1 件，共 2 件"));
            Assert.That(reviewer.Page.QuerySelector(".decide a[rel=next]")!.GetAttribute("href"), Does.StartWith($"/cases/{second}/"));
        });

        await reviewer.Submit("form[action*=Approve]");
        var number = (await office.Find(first)).Documents.Single().Number;
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Address, Does.StartWith($"/cases/{second}/"));
            Assert.That(reviewer.Page.QuerySelector(".done")!.TextContent, Does.Contain($"已签发，文号：{number}"));
            Assert.That(reviewer.Page.QuerySelector(".decide a[rel]"), Is.Null, "nothing else waits");
        });
    }

    [Test]
    public async Task Letter_GivenBackWithPassagesMarked_ShowsThemToTheClerk_AndTheDifferenceToTheReviewer()
    {
        var (caseId, letter) = await office.ToApproval(office.Today);
        var page = $"/cases/{caseId}/documents/{letter}";
        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get(page);
        var marked = ParagraphOf(reviewer, "经检索");
        await reviewer.Submit(
            "#return", ("Mark.Paragraph", $"{marked}"), ("Mark.Quote", "电子公文系统"), ("Mark.Remark", "没有写明\n检索的是哪个系统"), ("Reason", ""));
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), "the general reason is wanted");
            Assert.That(
                reviewer.Page.QuerySelector(".annotate[open] textarea")!.TextContent,
                Does.Contain("检索的是哪个系统"),
                "nothing typed is lost");
            Assert.That(reviewer.Page.QuerySelector("#return #reason[aria-invalid]"), Is.Not.Null);
        });
        await reviewer.Submit("#return", ("Reason", "请核对检索记录"));
        Assert.That(reviewer.Page.QuerySelector(".done")!.TextContent, Does.Contain("已退回修改"));

        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}/draft/{letter}");
        Assert.Multiple(() =>
        {
            Assert.That(
                clerk.Page.QuerySelector("#returned")!.TextContent,
                Does.Contain("请核对检索记录").And.Contain("没有写明").And.Not.Contain("原文已改"));
            Assert.That(
                clerk.Page.QuerySelectorAll("#preview mark.passage").Select(mark => mark.TextContent),
                Is.EqualTo(new[] { "电子公文系统1" }),
                "with its number in the list");
        });
        await clerk.Press("main form", "button[formaction*=Submit]", ("facts.search", "经检索档案室和协同办公平台，未检索到所申请公开的政府信息。"));

        await reviewer.Get(page);
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Page.QuerySelector("#returned")!.TextContent, Does.Contain("电子公文系统").And.Contain("原文已改"));
            Assert.That(
                string.Concat(reviewer.Page.QuerySelectorAll("#since-returned del").Skip(1).Select(del => del.TextContent)),
                Does.Contain("系统"));
            Assert.That(
                string.Concat(reviewer.Page.QuerySelectorAll("#since-returned ins").Skip(1).Select(ins => ins.TextContent)),
                Does.Contain("平台"));
        });
        Assert.That(await Events(), Does.Not.Contain("检索的是哪个系统").And.Not.Contain("电子公文"), "what was marked stays out of the events");
    }

    [Test]
    public async Task Several_PlainLetters_AreApprovedInOneGo_AndWhatIsRefusedIsReported()
    {
        var (changed, first) = await Notice("甲事项");
        var (_, second) = await Notice("乙事项");
        var (_, decision) = await office.ToApproval(office.Today, "丙事项");
        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get("/review");
        Assert.That(
            reviewer.Page.QuerySelectorAll("input[form=several]").Select(box => box.GetAttribute("value")),
            Is.EquivalentTo(new[] { $"{first}", $"{second}" }),
            "a decision is read by itself");

        await reviewer.Get($"/review/several?document={first}&document={second}&document={decision}");
        Assert.Multiple(() =>
        {
            Assert.That(reviewer.Page.QuerySelectorAll("#ready tbody tr"), Has.Length.EqualTo(2));
            Assert.That(reviewer.Page.QuerySelector("#refused")!.TextContent, Does.Contain("不利于申请人"));
        });

        // Somebody else changes the first case meanwhile; nothing is approved that was not seen.
        using (var clerk = await office.SignedIn("clerk"))
        {
            await clerk.Get($"/cases/{changed}");
            await clerk.Submit("#panel-LogCall form", ("Content", "申请人来电"));
        }

        await reviewer.Submit("main form[method=post]");
        Assert.Multiple(async () =>
        {
            Assert.That(reviewer.Page.QuerySelector("#issued tbody")!.TextContent, Does.Contain("示范府依申请告〔").And.Contain("补正告知书"));
            Assert.That(reviewer.Page.QuerySelectorAll("#issued tbody tr"), Has.Length.EqualTo(1));
            Assert.That(reviewer.Page.QuerySelector("#refused")!.TextContent, Does.Contain("其他人已经更新了本案"));
            Assert.That((await office.Find(changed)).Documents.Single().Number, Is.Null);
        });
        await reviewer.Get("/review");
        Assert.That(reviewer.Page.QuerySelectorAll("input[form=several]"), Has.Length.EqualTo(1), "the refused one still waits");
    }

    [Test]
    public void Passage_AcrossMarkup_IsMarkedWithoutCrossingIt_AndPiecesMakeTheWhole()
    {
        const string Html = "<article><h1 class=\"letter-title\">甲<br>乙</h1>\n"
            + "<p>一<span class=\"letter-draft\">&lt;二&gt;</span>三</p><ul><li>四</li></ul></article>";
        var marked = MarkedLetter.Mark(Html, [new PassageMark(1, "一<二", "改"), new PassageMark(9, "四", "改")]);
        Assert.Multiple(() =>
        {
            Assert.That(MarkedLetter.Paragraphs(Html), Is.EqualTo(new[] { "甲乙", "一<二>三", "四" }));
            Assert.That(marked, Does.Contain("<p><mark class=\"passage\">一</mark><span class=\"letter-draft\">"
                + "<mark class=\"passage\">&lt;二<sup class=\"passage-number\">1</sup></mark>&gt;</span>三</p>"));
            Assert.That(marked, Does.Contain("<li><mark class=\"passage\">四<sup class=\"passage-number\">2</sup></mark></li>"));
            Assert.That(MarkedLetter.Paragraphs(marked), Is.EqualTo(MarkedLetter.Paragraphs(Html)));
            Assert.That(string.Concat(MarkedLetter.Pieces(Html).Select(piece => piece.Html)), Is.EqualTo(Html));
        });
    }

    // A case with a correction notice that waits for approval.
    private async Task<(Guid CaseId, Guid Letter)> Notice(string item)
    {
        var caseId = await office.Case(item: item);
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        await clerk.Submit("form.question", ("Answer", "CorrectionNeeded"), ("Elements.Who", "true"), ("Elements.How", "true"));
        await clerk.Get($"/cases/{caseId}/draft?template=correction-notice");
        await clerk.Press("main form", "button[formaction*=Submit]", ("facts.corrections", "请写明文件名称。"));
        return (caseId, (await office.Find(caseId)).Documents.Single().Id);
    }

    private static int ParagraphOf(Browser browser, string words) =>
        MarkedLetter.Paragraphs(browser.Page.QuerySelector(".letter")!.Clone(true) is IElement copy ? Without(copy, ".annotate") : "")
            .ToList()
            .FindIndex(text => text.Contains(words, StringComparison.Ordinal));

    private static string Without(IElement letter, string selector)
    {
        foreach (var each in letter.QuerySelectorAll(selector).ToList())
        {
            each.Remove();
        }

        return letter.OuterHtml;
    }

    private async Task<string> Events()
    {
        await using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={office.Database};Mode=ReadOnly");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = "SELECT group_concat(data, ' ') FROM case_events WHERE type = 'DocumentReturned'";
        return (string)(await command.ExecuteScalarAsync())!;
    }
}
