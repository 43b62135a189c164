using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Letters;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>The measures of GB/T 9704-2012 that a reader of the paper would take with a ruler.</summary>
public sealed class DocxLayoutTests
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    [Test]
    public void Section_OfALetter_IsA4WithTheTypeAreaAndTheGrid()
    {
        using var document = Open(Samples.Read("08-disclosed"));
        var section = document.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        var (size, margin, grid) =
            (section.GetFirstChild<PageSize>()!, section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);
        Assert.That(size.Width!.Value / TwipsPerMillimetre, Is.EqualTo(210).Within(0.1));
        Assert.That(size.Height!.Value / TwipsPerMillimetre, Is.EqualTo(297).Within(0.1));
        Assert.That(margin.Top!.Value / TwipsPerMillimetre, Is.EqualTo(37).Within(0.1));
        Assert.That(margin.Left!.Value / TwipsPerMillimetre, Is.EqualTo(28).Within(0.1));
        Assert.That((size.Width.Value - margin.Left.Value - margin.Right!.Value) / TwipsPerMillimetre, Is.EqualTo(156).Within(0.1));
        Assert.That((size.Height.Value - margin.Top.Value - margin.Bottom!.Value) / TwipsPerMillimetre, Is.EqualTo(225).Within(0.1));
        Assert.That(grid.Type!.Value, Is.EqualTo(DocGridValues.LinesAndChars));
        Assert.That(grid.CharacterSpace!.Value, Is.Negative);
        Assert.That(
            Math.Floor((size.Height.Value - margin.Top.Value - margin.Bottom.Value) / (double)grid.LinePitch!.Value),
            Is.EqualTo(22));
        Assert.That(
            Math.Floor((size.Width.Value - margin.Left.Value - margin.Right.Value) / (320 + (grid.CharacterSpace.Value / 4096.0 * 20))),
            Is.EqualTo(28));
    }

    [TestCase(MastheadKind.Letter, true)]
    [TestCase(MastheadKind.Document, false)]
    public void Masthead_ByKind_StandsInTheFirstHeaderOrTheBody(MastheadKind kind, bool letter)
    {
        var sample = Samples.Read("08-disclosed");
        using var document = Open(sample with { Agency = sample.Agency with { Masthead = kind } });
        var section = document.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        Assert.That(section.GetFirstChild<TitlePage>() is not null, Is.EqualTo(letter));
        Assert.That(document.MainDocumentPart.HeaderParts.Any(header => header.Header.InnerText == sample.Agency.Name), Is.EqualTo(letter));
        Assert.That(
            document.MainDocumentPart.Document.Body.Elements<Paragraph>().First().InnerText == sample.Agency.Name,
            Is.EqualTo(!letter));
    }

    [Test]
    public void Signature_Always_KeepsWithTheParagraphBefore()
    {
        using var document = Open(Samples.Read("19-not-existing"));
        var styles = document.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Select(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value).ToList();
        Assert.That(styles[^3..], Is.EqualTo(new[] { DocxStyles.BodyLast, DocxStyles.Organ, DocxStyles.Date }));
        var sheet = document.MainDocumentPart.StyleDefinitionsPart!.Styles!;
        foreach (var id in styles[^3..^1])
        {
            Assert.That(sheet.Elements<Style>().Single(style => style.StyleId == id).Descendants<KeepNext>(), Is.Not.Empty, id);
        }
    }

    [Test]
    public void EveryStyleNamed_IsThere()
    {
        foreach (var name in Samples.Names)
        {
            using var document = Open(Samples.Read(name));
            var known = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>()
                .Select(style => style.StyleId!.Value).ToHashSet();
            var used = document.MainDocumentPart.Document.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value).Distinct();
            Assert.That(used, Is.SubsetOf(known), name);
        }
    }

    [Test]
    public void NumberAndDate_InALetter_AreLockedContentControls()
    {
        using var document = Open(Samples.Read("08-disclosed"));
        var controls = document.MainDocumentPart!.Document.Descendants<SdtElement>().ToList();
        Assert.That(
            controls.Select(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value),
            Is.EqualTo(new[] { "number", "decidedOn" }));
        Assert.That(
            controls.Select(control => control.SdtProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.Lock>()!.Val!.Value),
            Has.All.EqualTo(LockingValues.SdtLocked));
    }

    [Test]
    public void Attachments_OneOrMore_AreNumberedFromTwo()
    {
        var letter = Samples.Read("08-disclosed");
        Assert.That(Lines(letter.WithFact("attachments", new System.Text.Json.Nodes.JsonArray("甲"))), Does.Contain("附件：甲"));
        Assert.That(
            Lines(letter.WithFact("attachments", new System.Text.Json.Nodes.JsonArray("甲", "乙"))),
            Does.Contain("附件：1.甲").And.Contain("2.乙"));
    }

    [TestCase("示范区人民政府", "2025年11月20日", 400, 400)]
    [TestCase("示范区住房和城乡建设局", "2025年11月20日", 200, 400)]
    [TestCase("示范区规划和自然资源局不动产登记中心", "2025年6月2日", 100, 700)]
    public void Signature_OrganAndDate_AreCentredOnEachOther(string organ, string date, int organIndent, int dateIndent) =>
        Assert.That(PageGeometry.SignatureIndents(PageGeometry.Width(organ), date), Is.EqualTo((organIndent, dateIndent)));

    [TestCase(MastheadKind.Letter)]
    [TestCase(MastheadKind.Document)]
    public void Organ_WithALongName_IsNarrowedOrHalvedInMastheadAndSignature(MastheadKind kind)
    {
        const string Name = "示范区规划和自然资源局不动产登记中心及国土空间用途管制服务管理办公室";
        var sample = Samples.Read("08-disclosed");
        using var document = Open(sample with { Agency = sample.Agency with { Masthead = kind, Name = Name } });
        var main = document.MainDocumentPart!;
        var masthead = (kind == MastheadKind.Letter ? main.HeaderParts.Single().Header.Elements<Paragraph>()
            : main.Document.Body!.Elements<Paragraph>()).First();
        var organ = main.Document.Body!.Elements<Paragraph>()
            .Single(paragraph => paragraph.ParagraphProperties!.ParagraphStyleId!.Val == DocxStyles.Organ);
        foreach (var paragraph in new[] { masthead, organ })
        {
            var lines = paragraph.Descendants<Text>().Select(text => text.Text).ToList();
            Assert.That(string.Concat(lines), Is.EqualTo(Name));
            Assert.That(lines, Has.Count.EqualTo(2));
            Assert.That(Math.Abs(lines[0].Length - lines[1].Length), Is.LessThanOrEqualTo(6));
            Assert.That(paragraph.Descendants<Break>().Count(), Is.EqualTo(1));
        }

        Assert.That(masthead.Descendants<CharacterScale>().Single().Val!.Value, Is.InRange(66, 100));
        Assert.That(organ.ParagraphProperties!.Justification!.Val!.Value, Is.EqualTo(JustificationValues.Center));
    }

    private static WordprocessingDocument Open(Letter letter) =>
        WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(letter)), false);

    private static IEnumerable<string> Lines(Letter letter)
    {
        using var document = Open(letter);
        return [.. document.MainDocumentPart!.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText)];
    }
}
