using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Layout;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Letters;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using WordRow = DocumentFormat.OpenXml.Wordprocessing.TableRow;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The signature has two lines of text with it, and the page before is two thirds full.</summary>
public sealed class PageLayoutTests
{
    private static readonly LayoutProgram[] Programs = [LayoutProgram.Word, LayoutProgram.LibreOffice];

    [TestCaseSource(typeof(GoldenLetters), nameof(GoldenLetters.Names))]
    public void Letter_OnItsPages_HasTextWithItsSignatureAndNoGapBefore(string name)
    {
        var letter = Composed(name);
        Assume.That(letter.DecidedOn, Is.Not.Null);
        var layout = PageLayout.Of(letter);
        foreach (var program in Programs)
        {
            var flow = layout.Flow(letter, program);
            Assert.That(flow.IsFair, $"{name}, {program}: {layout}, {flow.Pages} pages, {flow.LastText} lines, {flow.LeastFill:P0}");
        }

        Assert.That(layout.LinesPerPage, Is.InRange(20, 24));
    }

    // The document masthead leaves a page less room; a title of three lines and what stays with it need much of it.
    [TestCaseSource(typeof(GoldenLetters), nameof(GoldenLetters.Names))]
    public void Letter_UnderADocumentMasthead_BeginsOnItsFirstPage(string name)
    {
        var letter = Composed(name) with { Masthead = MastheadKind.Document };
        Assume.That(letter.DecidedOn, Is.Not.Null);
        var layout = PageLayout.Of(letter);
        Assert.That(
            Programs.Select(program => layout.Flow(letter, program).LeastFill), Has.All.GreaterThanOrEqualTo(2 / 3.0), $"{name}: {layout}");
    }

    [Test]
    public void Receipt_OfFiftyItems_FillsItsPages()
    {
        var receipt = GoldenLetters.Read("registration-receipt");
        var items = string.Join('；', Enumerable.Range(1, 50).Select(item => $"第{item}项：示范区{2000 + item}年度部门预算和决算的全部表格及其说明"));
        receipt = receipt with { Case = receipt.Case with { Requested = items } };
        var letter = Composed(receipt);
        var layout = PageLayout.Of(letter);
        foreach (var program in Programs)
        {
            var flow = layout.Flow(letter, program);
            Assert.That(flow.Pages, Is.GreaterThan(1));
            Assert.That(flow.IsFair, $"{layout}, {flow.Pages} pages, {flow.LeastFill:P0}");
        }

        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(receipt)), false);
        var rows = document.MainDocumentPart!.Document.Descendants<WordRow>().ToList();
        Assert.That(
            rows.Where(row => !row.Descendants<CantSplit>().Any()).Select(row => row.InnerText),
            Is.All.StartsWith("申请公开的内容").And.Exactly(1).Items);
    }

    [Test]
    public void Form_ThatRunsOverByAFewLines_GetsLowerRows() =>
        Assert.That(PageLayout.Of(Composed("proof-of-service")).RowHeight, Is.LessThan(PageLayout.Standard.RowHeight));

    [Test]
    public void Letters_Mostly_KeepTheStandardGrid() =>
        Assert.That(
            Samples.Names.Count(name => PageLayout.Of(Composed(name)).LinesPerPage == PageLayout.Standard.LinesPerPage),
            Is.GreaterThan(Samples.Names.Count() * 3 / 4));

    [TestCase(20, 22, 1, 22)]
    [TestCase(23, 2, 2, 21)]
    [TestCase(24, 2, 2, 22)]
    public void Paragraph_OverTwoPages_LeavesTwoLinesOnEach(int lines, int last, int pages, int before)
    {
        var flow = PageFlow.Of([new FlowItem(lines, 100) { IsText = true }], 2200, 0);
        Assert.That(flow.Pages, Is.EqualTo(pages));
        Assert.That(flow.LastText, Is.EqualTo(pages == 1 ? lines : last));
        Assert.That(flow.LeastFill, Is.EqualTo(pages == 1 ? 1 : before / 22.0).Within(0.001));
    }

    [Test]
    public void Chain_ThatDoesNotFit_GoesToTheNextPageWhole()
    {
        var flow = PageFlow.Of(
            [
                new FlowItem(20, 100) { IsText = true }, new FlowItem(2, 100) { IsText = true, StaysWithNext = true },
                new FlowItem(1, 100, 200),
            ],
            2200,
            0);
        Assert.That((flow.Pages, flow.LastText, flow.IsFair), Is.EqualTo((2, 2, true)));
    }

    [Test]
    public void Fill_OfSeveralPages_IsThatOfTheEmptiest()
    {
        var whole = new FlowItem(20, 100) { IsText = true, IsWhole = true };
        var flow = PageFlow.Of([new FlowItem(8, 100) { IsText = true }, whole, whole], 2200, 0);
        Assert.That((flow.Pages, flow.IsFair), Is.EqualTo((3, false)));
        Assert.That(flow.LeastFill, Is.EqualTo(8 / 22.0).Within(0.001));
    }

    [Test]
    public void Signature_Alone_IsNotFair()
    {
        var flow = PageFlow.Of([new FlowItem(22, 100) { IsText = true }, new FlowItem(1, 100)], 2200, 0);
        Assert.That((flow.Pages, flow.IsFair), Is.EqualTo((2, false)));
    }

    [TestCase("一二三四五六七八九十一二三四五六七八九十一二三四五六七八", 1)]
    [TestCase("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九", 2)]
    [TestCase("一二三四五六七八九十一二三四五六七八九十一二三四五六七八。", 2)]
    public void Line_OfTheGrid_HasTwentyEightLetters(string text, int lines) =>
        Assert.That(LineCount.Of(text, PageGeometry.TypeAreaWidth, 314, LayoutProgram.Word), Is.EqualTo(lines));

    private static LetterDocument Composed(string name) => Composed(GoldenLetters.Read(name));

    private static LetterDocument Composed(Letter letter) =>
        LetterComposer.Compose(
            Samples.Templates,
            [
                .. letter.Alone.Select((alone, index) => new LetterSectionInVariant(
                    alone,
                    Samples.Templates.Find(alone.TemplateCode)!.For(alone.Variant),
                    letter.Sections.Count == 0 ? [] : letter.Sections[index].Items)),
            ],
            letter,
            preview: false);
}
