using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Layout;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The style sheet: fonts, sizes and spacing of GB/T 9704-2012.</summary>
public sealed class DocxStyleTests
{
    private static readonly WordprocessingDocument Document = WordprocessingDocument.Open(
        new MemoryStream(Samples.Letters.ToDocx(Samples.Read("08-disclosed"))), false);

    [OneTimeTearDown]
    public void Close() => Document.Dispose();

    // Half-points: 三号 is 16 pt, 二号 22 pt, 四号 14 pt.
    [TestCase(DocxStyles.Body, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.BodyLast, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.LeadIn, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.Item, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.Addressee, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.Number, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.DocumentNumber, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.AttachmentFirst, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.Organ, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.Date, "仿宋_GB2312", "32")]
    [TestCase(DocxStyles.Heading, "黑体", "32")]
    [TestCase(DocxStyles.Title, "方正小标宋简体", "44")]
    [TestCase(DocxStyles.Masthead, "方正小标宋简体", "72")]
    [TestCase(DocxStyles.DocumentMasthead, "方正小标宋简体", "72")]
    [TestCase(DocxStyles.PageOdd, "宋体", "28")]
    [TestCase(DocxStyles.PageEven, "宋体", "28")]
    public void Style_ByItsPlace_HasFontAndSize(string id, string font, string size)
    {
        Assert.That(
            Chain(id).Select(style => style.StyleRunProperties?.RunFonts?.EastAsia?.Value).FirstOrDefault(value => value is not null)
                ?? Default().RunFonts!.EastAsia!.Value,
            Is.EqualTo(font));
        Assert.That(
            Chain(id).Select(style => style.StyleRunProperties?.FontSize?.Val?.Value).FirstOrDefault(value => value is not null),
            Is.EqualTo(size));
    }

    [TestCase(DocxStyles.Body)]
    [TestCase(DocxStyles.BodyLast)]
    [TestCase(DocxStyles.LeadIn)]
    [TestCase(DocxStyles.Heading)]
    [TestCase(DocxStyles.Item)]
    public void FirstLine_OfAParagraph_IsIndentedByTwoCharacters(string id)
    {
        var indent = Chain(id).Select(style => style.StyleParagraphProperties?.Indentation).First(value => value is not null)!;
        Assert.That((indent.FirstLineChars!.Value, indent.FirstLine!.Value), Is.EqualTo((200, "640")));
    }

    [TestCase(DocxStyles.Addressee)]
    [TestCase(DocxStyles.Number)]
    public void FirstLine_OfAddresseeAndNumber_IsFlush(string id) =>
        Assert.That(Chain(id).Select(style => style.StyleParagraphProperties?.Indentation), Has.All.Null);

    [Test]
    public void EveryFont_NamedInAStyle_HasItsFallBacksInTheFontTable()
    {
        var table = Document.MainDocumentPart!.FontTablePart!.Fonts.Elements<Font>()
            .ToDictionary(font => font.Name!.Value!, font => font.AltName?.Val?.Value);
        var named = Document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Descendants<RunFonts>()
            .Select(fonts => fonts.EastAsia!.Value!).Distinct().ToList();
        Assert.That(table.Keys, Is.SupersetOf(named));
        Assert.That(named.Select(name => table[name]), Has.None.Null);
        Assert.That(table["仿宋_GB2312"]!.Split(',')[..2], Is.EqualTo(new[] { "仿宋", "FangSong" }));
    }

    [TestCase("政府信息不予公开告知书（国家秘密）", "政府信息不予公开告知书（国家秘密）")]
    [TestCase("政府信息不予公开告知书（法律、行政法规禁止公开）", "政府信息不予公开告知书|（法律、行政法规禁止公开）")]
    [TestCase("政府信息不予公开告知书（危及国家安全、公共安全、经济安全、社会稳定）", "政府信息不予公开告知书|（危及国家安全、公共安全、|经济安全、社会稳定）")]
    [TestCase("没有括号也没有顿号而又比一行更长得多的一个题名", "没有括号也没有顿号而又比一行更长得多的一个题名")]
    public void Title_LongerThanALine_BreaksByItsSense(string title, string lines) =>
        Assert.That(TitleLines.Of(title), Is.EqualTo(lines.Split('|')));

    [Test]
    public void Titles_OfTheCatalogue_FitTheirLines()
    {
        foreach (var template in Samples.Templates.All)
        {
            Assert.That(string.Concat(TitleLines.Of(template.Title)), Is.EqualTo(template.Title));
            Assert.That(
                TitleLines.Of(template.Title).Select(line => line.Length),
                Has.All.LessThanOrEqualTo(TitleLines.OneLine),
                template.Title);
        }
    }

    private static RunPropertiesBaseStyle Default() =>
        Document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;

    private static IEnumerable<Style> Chain(string? id)
    {
        while (id is not null)
        {
            var style = Document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(each => each.StyleId == id);
            yield return style;
            id = style.BasedOn?.Val?.Value;
        }
    }
}
