using System.Text.Json.Nodes;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>One letter with a section for each outcome, under one number (docs/domain.md, "Several outcomes").</summary>
public sealed class SeveralOutcomesLetterTests
{
    private static readonly DateOnly Before = new(2023, 12, 29);

    internal static Letter With(string principal, params (string Sample, int[] Items)[] sections)
    {
        var head = Samples.Read(principal);
        return head with
        {
            Case = head.Case with { Requested = "（1）甲；（2）乙；（3）丙", CorrectedOn = null },
            Sections = [.. sections.Select(section => Samples.Read(section.Sample) is var sample
                ? new LetterSection(sample.TemplateCode, sample.Variant, section.Items, "乙", sample.Facts)
                : throw new InvalidOperationException())],
        };
    }

    internal static Letter Mixed(string principal = "08-disclosed") =>
        With(principal, ("08-disclosed", [1]), ("10-partly-disclosed", [2]), ("11-refused-state-secret", [3]));

    private static List<(string Style, string Text)> Paragraphs(Letter letter)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(letter)), false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(fault => fault.Description), Is.Empty);
        return [.. document.MainDocumentPart!.Document.Body!.Elements<Paragraph>()
            .Select(paragraph => (paragraph.ParagraphProperties!.ParagraphStyleId!.Val!.Value!, paragraph.InnerText))];
    }

    [Test]
    public void Letter_OfThreeOutcomes_SaysTheOpeningOnceAndEachOutcomeUnderItsOwnHeading()
    {
        var paragraphs = Paragraphs(Mixed());
        Assert.Multiple(() =>
        {
            Assert.That(
                paragraphs.Where(paragraph => paragraph.Style == "LetterHeading").Select(paragraph => paragraph.Text),
                Is.EqualTo(new[] { "一、关于第1项申请内容", "二、关于第2项申请内容", "三、关于第3项申请内容" }));
            Assert.That(
                paragraphs.Where(paragraph => paragraph.Style == "LetterSubheading").Select(paragraph => paragraph.Text[..3]),
                Is.EqualTo(new[] { "（一）", "（二）", "（三）" }));
            Assert.That(paragraphs.Count(paragraph => paragraph.Text.Contains("收到您提交的政府信息公开申请", StringComparison.Ordinal)), Is.EqualTo(1));
            Assert.That(paragraphs.Single(paragraph => paragraph.Style == "LetterTitle").Text, Is.EqualTo(Letter.TitleOfSeveral));
            Assert.That(paragraphs.Count(paragraph => paragraph.Style == "LetterAddressee"), Is.EqualTo(1));
            Assert.That(paragraphs.Count(paragraph => paragraph.Style == "LetterNumber"), Is.EqualTo(1));
        });
    }

    [Test]
    public void Remedies_OfThreeOutcomes_NameTheParts()
    {
        var said = Paragraphs(Mixed()).Select(paragraph => paragraph.Text)
            .Where(text => text.StartsWith("对本告知书", StringComparison.Ordinal)).ToList();
        Assert.That(said, Has.Count.EqualTo(2));
        Assert.Multiple(() =>
        {
            Assert.That(said[0], Does.StartWith("对本告知书第二部分以“涉及第三方个人隐私的信息”“过程性信息”为由不予公开的决定、第三部分不服的，根据").And.Contain("先向"));
            Assert.That(said[1], Does.StartWith("对本告知书第一部分、第二部分的其他内容（包括予以公开的内容和“不属于政府信息的内容”）不服的，可以自收到").And.Contain("6个月内"));
        });
    }

    [Test]
    public void Remedies_BeforeTheReconsiderationLaw_AreTheSameForAll()
    {
        var letter = Mixed();
        var said = Paragraphs(letter with { DecidedOn = Before, Case = letter.Case with { ReceivedOn = new DateOnly(2023, 12, 1) } })
            .Select(paragraph => paragraph.Text).Where(text => text.StartsWith("对本告知书", StringComparison.Ordinal)).ToList();
        Assert.That(said, Has.Count.EqualTo(1).And.All.StartsWith("对本告知书不服的，可以自收到"));
    }

    [Test]
    public void Remedies_OfRefusalsOnly_SpeakOfTheWholeLetter()
    {
        var said = Paragraphs(With("11-refused-state-secret", ("11-refused-state-secret", [1]), ("16-refused-deliberative-process", [2])))
            .Select(paragraph => paragraph.Text).Where(text => text.StartsWith("对本告知书", StringComparison.Ordinal)).ToList();
        Assert.That(said, Has.Count.EqualTo(1).And.All.StartsWith("对本告知书不服的，根据").And.All.Contains("先向"));
    }

    [Test]
    public void EveryAnsweringTemplate_CanBeASection()
    {
        foreach (var name in Samples.Names.Where(name =>
            Samples.Templates.Find(Samples.CodeOf(name)) is { Kind: TemplateKind.Substantive }))
        {
            var paragraphs = Paragraphs(With("25-public-publication", (name, [1, 3]), ("25-public-publication", [2])));
            Assert.That(paragraphs.Select(paragraph => paragraph.Text), Has.One.EqualTo("一、关于第1项、第3项申请内容").And.None.Contains("{{"), name);
            Assert.That(
                paragraphs.Count(paragraph => paragraph.Text.Contains("（1）甲；（2）乙；（3）丙", StringComparison.Ordinal)),
                Is.EqualTo(1),
                name);
        }
    }

    [Test]
    public void Check_OfASectionsFact_NamesTheSection()
    {
        var letter = Mixed();
        var facts = (JsonObject)letter.Sections[1].Facts.DeepClone();
        facts.Remove("provision");
        var refusals = Samples.Letters.Check(
            letter with { Sections = [letter.Sections[0], letter.Sections[1] with { Facts = facts }, letter.Sections[2]] });
        Assert.That(
            refusals.Select(refusal => (refusal.Code, refusal.Field)),
            Is.EqualTo(new[] { ("letter.fact-missing", "sections[1].provision") }));
    }

    [TestCase("01-correction-notice")]
    [TestCase("closing-notice")]
    public void Check_OfASectionThatAnswersNothing_RefusesIt(string name)
    {
        var refusals = Samples.Letters.Check(With("08-disclosed", ("08-disclosed", [1]), (name, [2])));
        Assert.That(
            refusals.Select(refusal => (refusal.Code, refusal.Field)),
            Does.Contain(("letter.section-not-an-answer", "sections[1].template")));
    }

    [Test]
    public void Check_WithoutThePrincipal_RefusesTheLetter() =>
        Assert.That(
            Samples.Letters.Check(Mixed("19-not-existing")).Select(refusal => refusal.Code),
            Is.EqualTo(new[] { "letter.no-principal-section" }));

    [Test]
    public void Json_OfSections_ComesBackAsItWas()
    {
        var letter = Mixed();
        var read = LetterJson.Read(TemplateCodes.Disclosed, LetterJson.Write(letter));
        Assert.That(read.Refusals, Is.Empty);
        Assert.That(LetterJson.Write(read.Letter!), Is.EqualTo(LetterJson.Write(letter)));
        Assert.That(Samples.Letters.ToDocx(read.Letter!), Is.EqualTo(Samples.Letters.ToDocx(letter)));
    }

    [TestCase("(一)", "(一)", "(三)5", ExpectedResult = "(二)")]
    [TestCase("(四)1", "(一)", "(三)5", ExpectedResult = "(二)")]
    [TestCase("(四)1", "(四)1", "(三)5", ExpectedResult = "(四)1")]
    [TestCase("(一)", "(一)", "(四)1", ExpectedResult = "(一)")]
    [TestCase("(四)1", "(四)1", "(二)", ExpectedResult = "(二)")]
    public string? Row_OfSeveralOutcomes_IsPartlyDisclosedOrThePrincipals(string principal, params string[] rows) =>
        ReportRow.Of(rows, principal);
}
