using System.Text.RegularExpressions;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Disclosure.Cases.Tests.Documents;

[TestFixtureSource(typeof(Samples), nameof(Samples.Names))]
public sealed partial class SampleLettersTests(string name)
{
    private readonly Letter letter = Samples.Read(name);

    [Test]
    public void Sample_Final_IsNotRefused() =>
        Assert.That(Samples.Letters.Check(letter, final: true).Select(refusal => $"{refusal.Field}: {refusal}"), Is.Empty);

    [Test]
    public void Docx_OfSample_IsValid()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(letter)), false);
        var faults = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document);
        Assert.That(faults.Select(fault => $"{fault.Path?.XPath}: {fault.Description}"), Is.Empty);
    }

    [Test]
    public void Docx_OfSampleDraft_IsValid()
    {
        var draft = letter with { Number = null, DecidedOn = null };
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(draft)), false);
        Assert.That(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document), Is.Empty);
    }

    [Test]
    public void Docx_OfSample_HasNoHoles()
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(letter)), false);
        var text = string.Join(
            "\n",
            document.MainDocumentPart!.Document.Body!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
                .Select(paragraph => paragraph.InnerText));
        AssertNoHoles(text);
    }

    [Test]
    public void Html_OfSample_HasNoHoles() => AssertNoHoles(Samples.Letters.ToHtml(letter));

    [Test]
    public void Docx_MadeTwice_IsTheSameBytes() =>
        Assert.That(Samples.Letters.ToDocx(Samples.Read(name)), Is.EqualTo(Samples.Letters.ToDocx(letter)));

    [Test]
    public void Preview_WithoutAnyFact_MarksEveryRequiredOne()
    {
        var template = Samples.Templates.Find(letter.TemplateCode)!.For(letter.Variant);
        var html = Samples.Letters.ToHtmlPreview(letter with { Facts = [] });
        AssertMarked(
            template.Facts.Where(fact =>
                !fact.Optional && fact.Kind != FactKind.Yes && template.Template.Body.Contains(fact.Key, StringComparison.Ordinal)),
            html);
    }

    [Test]
    public void EachRequiredFact_TakenAway_IsRefusedByName()
    {
        var template = Samples.Templates.Find(letter.TemplateCode)!.For(letter.Variant);
        Assert.Multiple(() =>
        {
            foreach (var fact in template.Facts.Where(fact => !fact.Optional))
            {
                var without = letter.WithFact(fact.Key, null);
                var refusals = Samples.Letters.Check(without);
                Assert.That(refusals.Select(refusal => refusal.Field), Is.EqualTo(new[] { fact.Key }), fact.Key);
                Assert.That(refusals[0].Say(), Does.Contain(fact.Label));
                Assert.That(() => Samples.Letters.ToDocx(without), Throws.TypeOf<LetterRefusedException>());
                Assert.That(() => Samples.Letters.ToHtml(without), Throws.TypeOf<LetterRefusedException>());
            }
        });
    }

    [Test]
    public void EachOptionalFact_TakenAway_LeavesNoHole()
    {
        var template = Samples.Templates.Find(letter.TemplateCode)!.For(letter.Variant);
        foreach (var fact in template.Facts.Where(fact => fact.Optional && fact.Key != "noLawRequiresDisclosure"))
        {
            AssertNoHoles(Samples.Letters.ToHtml(letter.WithFact(fact.Key, null)));
        }
    }

    [Test]
    public void Json_WrittenAndRead_GivesTheSameDocument()
    {
        var again = LetterJson.Read(letter.TemplateCode, LetterJson.Write(letter)).Letter!;
        Assert.That(Samples.Letters.ToDocx(again), Is.EqualTo(Samples.Letters.ToDocx(letter)));
    }

    private static void AssertMarked(IEnumerable<TemplateFact> facts, string html)
    {
        foreach (var fact in facts)
        {
            Assert.That(html, Does.Contain($"［{System.Net.WebUtility.HtmlEncode(fact.Label)}］"), fact.Key);
        }
    }

    private static void AssertNoHoles(string text) =>
        Assert.That(
            Holes().Matches(text).Select(match => text[Math.Max(0, match.Index - 20)..Math.Min(text.Length, match.Index + 20)]),
            Is.Empty);

    // Unfilled placeholders, leftover marks, and the traces that an empty value leaves in Chinese punctuation.
    [GeneratedRegex(@"\{\{|\}\}|［|］|（\s*）|“\s*”|《\s*》|〔\s*〕|\bnull\b|\bundefined\b|[\uE000-\uF8FF]|，，|。。|、、|，。|：。|、。|……[，。]?……|待签发")]
    private static partial Regex Holes();
}
