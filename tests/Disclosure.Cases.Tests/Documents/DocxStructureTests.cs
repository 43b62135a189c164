using Disclosure.Cases.Agencies;
using Disclosure.Cases.Documents.Docx;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>How every letter is built: styles that staff can edit, and no formatting beside them but what is reckoned.</summary>
[TestFixtureSource(typeof(GoldenLetters), nameof(GoldenLetters.Names))]
public sealed class DocxStructureTests(string name)
{
    private readonly Letter letter = GoldenLetters.Read(name);
    private WordprocessingDocument document = null!;

    private MainDocumentPart Main => document.MainDocumentPart!;

    private List<Paragraph> Body => [.. Main.Document.Body!.Elements<Paragraph>()];

    private ReplyTemplate Template => Samples.Templates.Find(letter.TemplateCode)!;

    [OneTimeSetUp]
    public void Open() => document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(letter)), false);

    [OneTimeTearDown]
    public void Close() => document.Dispose();

    [Test]
    public void Runs_InTheBody_BearNoFormattingOfTheirOwn()
    {
        var formatted = Main.Document.Descendants<RunProperties>()
            .Where(properties => properties.ParentStyle() != DocxStyles.DocumentMasthead);
        Assert.That(formatted, Is.Empty);
        Assert.That(
            Main.HeaderParts.SelectMany(part => part.Header.Descendants<RunProperties>()).Concat(Main.Document.Descendants<RunProperties>())
                .SelectMany(properties => properties.ChildElements),
            Has.All.InstanceOf<FontSize>().Or.InstanceOf<FontSizeComplexScript>().Or.InstanceOf<CharacterScale>());
    }

    [Test]
    public void Paragraphs_ByStyleAlone_AreFormatted()
    {
        foreach (var paragraph in Main.Document.Descendants<Paragraph>())
        {
            var reckoned = paragraph.Style() is DocxStyles.Organ or DocxStyles.Date ? new[] { "pStyle", "ind" } : ["pStyle"];
            Assert.That(
                paragraph.ParagraphProperties!.ChildElements.Select(element => element.LocalName),
                Is.EqualTo(reckoned),
                paragraph.InnerText);
        }
    }

    [Test]
    public void Section_OfEveryLetter_HasTheMeasuresOfTheStandard()
    {
        var section = Main.Document.Body!.Elements<SectionProperties>().Single();
        var (margin, grid) = (section.GetFirstChild<PageMargin>()!, section.GetFirstChild<DocGrid>()!);
        Assert.That((margin.Top!.Value, margin.Left!.Value), Is.EqualTo((2098, 1587u)), "37 mm and 28 mm, in twips");
        Assert.That(grid.CharacterSpace!.Value, Is.EqualTo(-846));
        Assert.That(grid.LinePitch!.Value, Is.AnyOf(579, 554, 607, 531, 637), "22 lines, or so many that the last page is a fair one");
        var footers = section.Elements<FooterReference>().Select(footer => footer.Type!.Value);
        Assert.That(footers, Is.SupersetOf(new[] { HeaderFooterValues.Default, HeaderFooterValues.Even }));
        Assert.That(Main.DocumentSettingsPart!.Settings.GetFirstChild<EvenAndOddHeaders>(), Is.Not.Null);
        Assert.That(Main.FooterParts.Select(part => part.Footer.InnerText), Does.Contain("—  PAGE 1 —"));
    }

    [Test]
    public void Masthead_ByKind_BringsItsNumberLine()
    {
        var section = Main.Document.Body!.Elements<SectionProperties>().Single();
        var letter = !Template.IsForm && this.letter.Agency.Masthead == MastheadKind.Letter;
        var number = Body.Where(paragraph => paragraph.Style() is DocxStyles.Number or DocxStyles.DocumentNumber).ToList();
        Assert.That(section.GetFirstChild<TitlePage>() is not null, Is.EqualTo(letter));
        Assert.That(section.Elements<FooterReference>().Any(footer => footer.Type!.Value == HeaderFooterValues.First), Is.EqualTo(letter));
        if (Template.IsForm || (letter && Template.Series is null))
        {
            Assert.That(number, Is.Empty);
            return;
        }

        Assert.That(number.Single().Style(), Is.EqualTo(letter ? DocxStyles.Number : DocxStyles.DocumentNumber));
        Assert.That(
            Style(number[0].Style()).Descendants<Justification>().Single().Val!.Value,
            Is.EqualTo(letter ? JustificationValues.Right : JustificationValues.Center));
        Assert.That(number[0].InnerText, Is.EqualTo(Template.Series is null ? "" : this.letter.Number));
    }

    [Test]
    public void NumberAndDate_WhereThereAreAny_AreControlsThatCannotBeDeleted()
    {
        var wanted = Template.IsForm ? [] : Template.Series is null ? new[] { "decidedOn" } : ["number", "decidedOn"];
        var controls = Main.Document.Descendants<SdtElement>().ToList();
        Assert.That(controls.Select(control => control.SdtProperties!.GetFirstChild<Tag>()!.Val!.Value), Is.EqualTo(wanted));
        Assert.That(
            controls.Select(control => control.SdtProperties!.GetFirstChild<DocumentFormat.OpenXml.Wordprocessing.Lock>()!.Val!.Value),
            Has.All.EqualTo(LockingValues.SdtLocked));
    }

    [Test]
    public void Signature_Always_StaysWithTextOfTheLetter()
    {
        if (Template.IsForm)
        {
            Assert.That(Body.Select(paragraph => paragraph.Style()), Has.None.EqualTo(DocxStyles.Organ));
            return;
        }

        Assert.That(Body[^1].Style(), Is.EqualTo(DocxStyles.Date));
        Assert.That(Body[^2].Style(), Is.EqualTo(DocxStyles.Organ));
        var chain = Body.SkipLast(1).Reverse().TakeWhile(paragraph => Style(paragraph.Style()).Descendants<KeepNext>().Any()).ToList();
        Assert.That(
            chain.Count(paragraph => paragraph.Style() == DocxStyles.BodyLast),
            Is.InRange(4, 6),
            "the four lines of the contact, and of the text before what stays with it (PageLayoutTests)");
        Assert.That(
            chain.Single(paragraph => paragraph.InnerText.StartsWith("联系单位：", StringComparison.Ordinal)).Style(),
            Is.EqualTo(DocxStyles.BodyLast));
    }

    [Test]
    public void LeadIns_BeforeWhatTheyLeadIn_StayWithIt()
    {
        foreach (var (paragraph, next) in Body.Zip(Body.Skip(1)))
        {
            if (paragraph.InnerText.EndsWith('：') && paragraph.Style() is DocxStyles.Body or DocxStyles.LeadIn)
            {
                Assert.That(
                    paragraph.Style(),
                    Is.EqualTo(next.InnerText.EndsWith('：') ? DocxStyles.Body : DocxStyles.LeadIn),
                    paragraph.InnerText);
            }
        }
    }

    [Test]
    public void Lists_AndTables_AreWhole()
    {
        foreach (var row in Main.Document.Descendants<TableRow>())
        {
            Assert.That(row.TableRowProperties!.GetFirstChild<CantSplit>(), Is.Not.Null);
            Assert.That(row.Descendants<Paragraph>().Select(paragraph => paragraph.Style()), Has.All.EqualTo(DocxStyles.Cell));
        }
    }

    private Style Style(string id) => Main.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleId == id);
}
