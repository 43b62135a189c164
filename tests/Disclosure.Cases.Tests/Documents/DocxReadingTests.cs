using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>What a document says is read whole: nothing that Word would print stays unread.</summary>
public sealed class DocxReadingTests
{
    private const string W14 = "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
    private static readonly byte[] Draft = Samples.Letters.ToDocx(Samples.Read("08-disclosed") with { Number = null, DecidedOn = null });

    [TestCaseSource(typeof(Samples), nameof(Samples.Names))]
    public void Sample_MadeAndRead_SaysTheSame(string name)
    {
        var letter = Samples.Read(name);
        var docx = Samples.Letters.ToDocx(letter);
        var read = string.Concat(Samples.Letters.Read(docx, asDraft: false).Select(paragraph => paragraph.Text));
        var made = Shown(Samples.Letters.ToHtml(letter));
        Assert.Multiple(() =>
        {
            Assert.That(
                Closed(Shown(Samples.Letters.ToHtml(docx, asDraft: false))),
                Is.EqualTo(Closed(read)),
                "the preview shows what was read");
            Assert.That(
                Closed(read).Replace("1.", "", StringComparison.Ordinal).Length,
                Is.GreaterThanOrEqualTo(Closed(made).Replace("1.", "", StringComparison.Ordinal).Length));
            Assert.That(
                Samples.Letters.FixedParagraphs(letter).Select(Closed),
                Is.SubsetOf(Samples.Letters.Read(docx, asDraft: false).Select(paragraph => Closed(paragraph.Text))));
        });
    }

    [Test]
    public void Parts_AreKnownByStyle_AlsoWhenAnotherProgramRenamedTheStyles()
    {
        LetterPart[] expected = [LetterPart.Masthead, LetterPart.Number, LetterPart.Title, LetterPart.Addressee, LetterPart.Body];
        string Renamed(string xml) =>
            xml.Replace("LetterAddressee", "a7", StringComparison.Ordinal).Replace("LetterTitle\"", "12\"", StringComparison.Ordinal);
        var renamed = InWord.Changed(InWord.Changed(Draft, Renamed), Renamed, "word/styles.xml");
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Letters.Read(Draft, true).Take(5).Select(paragraph => paragraph.Part), Is.EqualTo(expected));
            Assert.That(Samples.Letters.Read(renamed, true).Take(5).Select(paragraph => paragraph.Part), Is.EqualTo(expected));
        });
    }

    [TestCase("<w:smartTag><w:r><w:t>藏字</w:t></w:r></w:smartTag>")]
    [TestCase("<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>藏字</w:t></w:r></w:sdtContent></w:sdt>")]
    [TestCase("<w:r><w:pict><w:txbxContent><w:p><w:r><w:t>藏字</w:t></w:r></w:p></w:txbxContent></w:pict></w:r>")]
    [TestCase($"<mc:AlternateContent {W14}><mc:Choice Requires=\"wps\"><w:r><w:t>藏字</w:t></w:r></mc:Choice>"
        + "<mc:Fallback><w:r><w:t>藏字</w:t></w:r></mc:Fallback></mc:AlternateContent>")]
    [TestCase("<w:hyperlink w:anchor=\"x\"><w:r><w:t>藏</w:t></w:r><w:r><w:t>字</w:t></w:r></w:hyperlink>")]
    public void Text_WhereverItStands_IsReadOnce(string inside)
    {
        var text = string.Join(
            '\n', Samples.Letters.Read(InWord.WithParagraph(Draft, "段", inside), true).Select(paragraph => paragraph.Text));
        Assert.That(text.Split("藏字"), Has.Length.EqualTo(2));
    }

    [Test]
    public void Breaks_PicturesAndTables_AreRead()
    {
        var docx = InWord.WithParagraph(Draft, "上", "<w:r><w:br/><w:t>下</w:t><w:drawing/></w:r>");
        docx = InWord.Changed(docx, xml => xml.Replace(
            "</w:body>",
            "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc><w:tc>"
                + "<w:p><w:r><w:t>乙&lt;</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body>",
            StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Letters.Read(docx, true).Select(paragraph => paragraph.Text), Does.Contain("上\n下［图片］"));
            Assert.That(
                Samples.Letters.Read(docx, true).TakeLast(2),
                Is.EqualTo(new[] { new LetterParagraph(LetterPart.Cell, "甲"), new LetterParagraph(LetterPart.Cell, "乙<") }));
            Assert.That(Samples.Letters.ToHtml(docx, true), Does.Contain("上<br>下［图片］").And.Contain("<td>甲</td><td>乙&lt;</td>"));
        });
    }

    [TestCase("<w:del w:id=\"1\"><w:r><w:delText>x</w:delText></w:r></w:del>", "letter.upload-open-revisions")]
    [TestCase("<w:moveTo w:id=\"1\"><w:r><w:t>x</w:t></w:r></w:moveTo>", "letter.upload-open-revisions")]
    [TestCase("<w:r><w:rPr><w:b/><w:rPrChange w:id=\"1\"><w:rPr/></w:rPrChange></w:rPr><w:t>x</w:t></w:r>", "letter.upload-open-revisions")]
    [TestCase("<w:r><w:commentReference w:id=\"1\"/></w:r>", "letter.upload-comments")]
    [TestCase("<w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r>", "letter.upload-hidden-text")]
    public void Leftovers_InAnUpload_AreRefused(string inside, string code) =>
        Assert.That(
            Samples.Letters.CheckUpload(InWord.WithParagraph(Draft, "段", inside), true).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { code }));

    [Test]
    public void Package_ThatShowsAnotherDocument_IsReadWhereWordWouldReadIt()
    {
        var other = InWord.Changed(
            InWord.Changed(Draft, rels => rels.Replace("word/document.xml", "word/other.xml", StringComparison.Ordinal), "_rels/.rels"),
            _ => "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
                + "<w:body><w:p><w:r><w:t>别的</w:t></w:r></w:p></w:body></w:document>",
            "word/other.xml");
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Letters.Read(other, true).Select(paragraph => paragraph.Text), Does.Contain("别的"));
            Assert.That(Samples.Letters.CheckUpload(other, true).Select(refusal => refusal.Code), Does.Contain("letter.upload-no-number"));
        });
    }

    [Test]
    public void Xml_NestedWithoutEnd_IsRefused()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:smartTag>", 50_000)) + string.Concat(Enumerable.Repeat("</w:smartTag>", 50_000));
        Assert.That(
            Samples.Letters.CheckUpload(InWord.WithParagraph(Draft, "段", deep), true).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "letter.upload-not-docx" }));
    }

    [Test]
    public void Form_WithoutControls_IsFilledInWithNothing()
    {
        var form = Samples.Letters.ToDocx(Samples.Read("proof-of-service") with { Number = null, DecidedOn = null });
        Assert.Multiple(() =>
        {
            Assert.That(Samples.Letters.CheckUpload(form, needsNumber: false, needsDate: false), Is.Empty);
            Assert.That(
                Samples.Letters.Read(Samples.Letters.FillIn(form, null, null), false),
                Is.EqualTo(Samples.Letters.Read(form, false)));
        });
    }

    private static string Closed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    // The text of a fragment that we wrote ourselves.
    private static string Shown(string html) =>
        System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Replace(html, "<[^>]*>", ""));
}
