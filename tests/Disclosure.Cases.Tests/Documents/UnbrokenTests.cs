using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Documents.Model;
using Disclosure.Cases.Documents.Typography;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>No line breaks inside a telephone number.</summary>
public sealed class UnbrokenTests
{
    [TestCase("联系电话：023-00000106", "023-00000106")]
    [TestCase("致电138 0000 0120，询问", "138 0000 0120")]
    [TestCase("电话(023)12345678-801。", "(023)12345678-801")]
    [TestCase("拨打400-810-0000或者010 6620 0000", "400-810-0000|010 6620 0000")]
    [TestCase("2025-11-20，第1-30页，A4-2000，http://a.cn/023-1234567", "")]
    [TestCase("邮编：400000；第12号", "")]
    public void Numbers_OfTelephones_AreFound(string text, string numbers)
    {
        var pieces = Unbroken.Pieces(text).ToList();
        Assert.That(string.Concat(pieces.Select(piece => piece.Text)), Is.EqualTo(text));
        Assert.That(string.Join('|', pieces.Where(piece => piece.IsNumber).Select(piece => piece.Text)), Is.EqualTo(numbers));
    }

    [Test]
    public void Docx_OfALetter_SetsTheHyphenThatDoesNotBreakAndReadsItBack()
    {
        var docx = Samples.Letters.ToDocx(Samples.Read("05-consultation-notice"));
        using var document = WordprocessingDocument.Open(new MemoryStream(docx), false);
        var contact = document.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Single(paragraph => paragraph.InnerText.StartsWith("联系电话", StringComparison.Ordinal));
        Assert.That(contact.Descendants<NoBreakHyphen>().Count(), Is.EqualTo(1));
        Assert.That(contact.Descendants<AlternateContentChoice>().Single().InnerText, Does.Not.Contain("-"));
        Assert.That(Samples.Letters.Read(docx, asDraft: false).Select(paragraph => paragraph.Text), Does.Contain("联系电话：023-00000106"));
    }

    // LibreOffice breaks at Word's hyphen and blank; it takes what stands for programs that do not know Word's way.
    [Test]
    public void Docx_ForOtherPrograms_HasAHyphenAndABlankThatDoNotBreakEither()
    {
        var run = DocxText.Run(new Inline("请致电(023)1234 5678-801。"));
        Assert.That(run.Descendants<AlternateContentFallback>().Single().InnerText, Is.EqualTo("(023)1234\u20075678-\u2060801"));
    }

    [Test]
    public void Docx_AsAnotherProgramWritesItAgain_IsReadAlike()
    {
        var docx = InWord.WithParagraph(Samples.Letters.ToDocx(Samples.Read("05-consultation-notice")), "023\u20070000-\u20600106", "");
        Assert.That(Samples.Letters.Read(docx, asDraft: false).Select(paragraph => paragraph.Text), Does.Contain("023 0000-0106"));
        Assert.That(DocxUpload.Check(docx, false, false).Select(refusal => refusal.Code), Has.None.EqualTo("letter.upload-unprintable"));
    }

    [Test]
    public void Postcode_OfTheOffice_StandsOnALineOfItsOwn() =>
        Assert.That(
            DocxPlainText.Paragraphs(Samples.Letters.ToDocx(Samples.Read("05-consultation-notice"))), Does.Contain("邮政编码：400000"));

    [Test]
    public void Html_OfALetter_KeepsTheNumberTogether() =>
        Assert.That(
            Samples.Letters.ToHtml(Samples.Read("05-consultation-notice")),
            Does.Contain("<span class=\"letter-unbroken\">023-00000106</span>"));
}
