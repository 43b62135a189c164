using Disclosure.Cases.Letters;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

public sealed class DocxUploadTests
{
    private const string Number = "示范府依申请复〔2025〕8号";
    private static readonly DateOnly DecidedOn = new(2025, 11, 3);
    private static readonly byte[] Draft = Samples.Letters.ToDocx(Samples.Read("08-disclosed") with { Number = null, DecidedOn = null });

    [Test]
    public void Draft_FilledIn_BearsNumberAndDateAndIsValid()
    {
        var issued = Samples.Letters.FillIn(Draft, Number, DecidedOn);
        using var document = WordprocessingDocument.Open(new MemoryStream(issued), false);
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.That(text, Does.Contain(Number).And.Contain("2025年11月3日").And.Not.Contain("待签发"));
        Assert.That(document.MainDocumentPart.Document.Descendants<RunStyle>(), Is.Empty);
        Assert.That(Samples.Letters.CheckUpload(issued, true), Is.Empty);
    }

    [Test]
    public void Draft_FilledInTwice_IsTheSameBytes()
    {
        var once = Samples.Letters.FillIn(Draft, Number, DecidedOn);
        Assert.That(Samples.Letters.FillIn(Draft, Number, DecidedOn), Is.EqualTo(once));
    }

    [Test]
    public void Number_ThatLooksLikeMarkup_StaysText()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.FillIn(Draft, "<w:p/>&", DecidedOn)), false);
        Assert.That(document.MainDocumentPart!.Document.Body!.InnerText, Does.StartWith("<w:p/>&"));
    }

    [Test]
    public void NotADocx_Uploaded_IsRefused()
    {
        Assert.That(Codes([]), Is.EqualTo(new[] { "letter.upload-not-docx" }));
        Assert.That(Codes("hello"u8.ToArray()), Is.EqualTo(new[] { "letter.upload-not-docx" }));
        Assert.That(Codes(Draft[..(Draft.Length / 2)]), Is.EqualTo(new[] { "letter.upload-not-docx" }));
        Assert.That(Codes(Changed("word/document.xml", _ => "<w:document")), Is.EqualTo(new[] { "letter.upload-not-docx" }));
        Assert.That(
            Codes(Changed(
                "word/document.xml",
                xml => xml.Replace("<w:document", "<!DOCTYPE x [<!ENTITY a \"b\">]><w:document", StringComparison.Ordinal))),
            Is.EqualTo(new[] { "letter.upload-not-docx" }));
        Assert.That(() => Samples.Letters.FillIn([], Number, DecidedOn), Throws.TypeOf<LetterRefusedException>());
    }

    [Test]
    public void ControlsGoneOrDoubled_Uploaded_AreRefusedByName()
    {
        Assert.That(
            Codes(Changed("word/document.xml", xml => xml.Replace("w:val=\"number\"", "w:val=\"x\"", StringComparison.Ordinal))),
            Is.EqualTo(new[] { "letter.upload-no-number" }));
        Assert.That(
            Codes(Changed("word/document.xml", xml => xml.Replace("w:val=\"decidedOn\"", "w:val=\"number\"", StringComparison.Ordinal))),
            Is.EqualTo(new[] { "letter.upload-no-number", "letter.upload-no-date" }));
    }

    [Test]
    public void CharacterThatShowsNothing_Uploaded_IsRefusedWithItsParagraph()
    {
        Assert.That(
            Samples.Letters
                .CheckUpload(Changed("word/document.xml", xml => xml.Replace("告知书", "告\u200B知书", StringComparison.Ordinal)), true)
                .Select(refusal => (refusal.Code, refusal.Arguments[0])),
            Is.EqualTo(new[] { ("letter.upload-unprintable", (object?)"U+200B") }));
    }

    // Doors that keep a file as it is refuse what no letter can carry, in a formula's and a drawing's text too.
    [TestCase("\u2060", "U+2060")]
    [TestCase("\u0085", "U+0085")]
    [TestCase("\u2028", "U+2028")]
    [TestCase("\U0001FFFE", "U+1FFFE")]
    public void CharacterThatNoLetterCarries_UploadedInAnyText_IsRefusedByItsName(string character, string name)
    {
        const string Formula = "<m:oMath xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\">"
            + "<m:r><m:t>x{0}</m:t></m:r></m:oMath>";
        foreach (var text in new[] { $"<w:r><w:t>甲{character}乙</w:t></w:r>", Formula.Replace("{0}", character, StringComparison.Ordinal) })
        {
            Assert.That(
                Samples.Letters.CheckUpload(InWord.WithParagraph(Draft, "", text), true)
                    .Select(refusal => (refusal.Code, refusal.Arguments[0])),
                Is.EqualTo(new[] { ("letter.upload-unprintable", (object?)name) }));
        }
    }

    [Test]
    public void Symbol_OfASymbolFont_IsRefusedWithItsParagraph() =>
        Assert.That(
            Samples.Letters.CheckUpload(InWord.WithParagraph(
                Draft, "", "<w:r><w:t>选择：</w:t><w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/></w:r>"), true)
                .Select(refusal => (refusal.Code, refusal.Arguments[0], refusal.Arguments[1])),
            Is.EqualTo(new[] { ("letter.upload-symbol", (object?)"Wingdings", (object?)"选择：") }));

    [TestCase("word/vbaProject.bin")]
    [TestCase("word/embeddings/oleObject1.bin")]
    [TestCase("word/activeX/activeX1.xml")]
    public void ActivePart_Uploaded_IsRefused(string part) =>
        Assert.That(Codes(Changed(part, _ => "<x/>")), Is.EqualTo(new[] { "letter.upload-active-content" }));

    [TestCase(
        "word/_rels/document.xml.rels",
        "</Relationships>",
        "<Relationship Id=\"x\" Type=\"t\" Target=\"http://example.test/\" TargetMode=\"External\"/></Relationships>")]
    [TestCase(
        "word/document.xml",
        "</w:body>",
        "<w:p><w:r><w:instrText>DDE</w:instrText></w:r><w:r><w:instrText>AUTO c:\\x</w:instrText></w:r></w:p></w:body>")]
    [TestCase("word/document.xml", "</w:body>", "<w:p><w:fldSimple w:instr=\"INCLUDETEXT &quot;x&quot;\"/></w:p></w:body>")]
    [TestCase("word/document.xml", "</w:body>", "<w:altChunk/></w:body>")]
    [TestCase("[Content_Types].xml", "document.main+xml", "document.macroEnabled.main+xml")]
    public void ActiveContent_Uploaded_IsRefused(string part, string from, string to) =>
        Assert.That(
            Codes(Changed(part, xml => xml.Replace(from, to, StringComparison.Ordinal))),
            Is.EqualTo(new[] { "letter.upload-active-content" }));

    [Test]
    public void Bomb_Uploaded_IsRefused() =>
        Assert.That(
            Codes(Changed("word/bomb.xml", _ => new string(' ', 101 * 1024 * 1024))),
            Is.EqualTo(new[] { "letter.upload-too-large" }));

    private static IEnumerable<string> Codes(byte[] docx) => Samples.Letters.CheckUpload(docx, true).Select(refusal => refusal.Code);

    private static byte[] Changed(string part, Func<string, string> change) => InWord.Changed(Draft, change, part);
}
