using Disclosure.Cases.Letters;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;
using FsCheck;
using FsCheck.Fluent;

namespace Disclosure.Cases.Tests.Documents;

/// <summary>
/// Whatever is typed, wherever: either it is refused under the name of its place, or it stands in its paragraph, character by
/// character, in a document without fault.
/// </summary>
public sealed class HostileTextProperties
{
    private const string Harmless = "无害";
    private static readonly OpenXmlValidator Validator = new(FileFormatVersions.Office2019);

    [Test]
    public void Text_HoweverHostile_IsRefusedByNameOrStaysInItsParagraph()
    {
        const int Texts = 160;
        var printed = 0;

        Check.One(
            Properties.Config.WithMaxTest(Texts).WithEndSize(12),
            Prop.ForAll(HostileText.Arbitrary, hostile => IsRefusedByName(hostile) || Stays(hostile, ref printed)));
        Assert.That(printed, Is.InRange(Texts / 5, Texts * 9 / 10), "some are printed and some refused");
    }

    [Test]
    public void Text_HoweverHostile_ShowsInThePreviewAndBreaksNoTag() =>
        Check.One(
            Properties.Config.WithMaxTest(300).WithEndSize(12),
            Prop.ForAll(HostileText.Arbitrary, hostile =>
                Tags(Samples.Letters.ToHtmlPreview(hostile.With(hostile.Text)))
                    .All(tag => Own.Contains(tag[1..].Split(' ', '>')[0].TrimStart('/')))));

    private static readonly HashSet<string> Own =
    [
        "article", "header", "footer", "div", "p", "h1", "h2", "h3", "br", "hr", "span", "mark", "ul", "ol", "li", "table", "tr", "td",
    ];

    private static bool IsRefusedByName(HostileText hostile)
    {
        var letter = hostile.With(hostile.Text);
        var refusals = Samples.Letters.Check(letter);
        if (refusals.Count == 0)
        {
            return false;
        }

        Assert.That(refusals.Select(refusal => refusal.Field), Has.All.StartsWith(hostile.Place));
        Assert.That(() => Samples.Letters.ToDocx(letter), Throws.TypeOf<LetterRefusedException>());
        return true;
    }

    private static bool Stays(HostileText hostile, ref int printed)
    {
        printed++;
        if (PrintedText.IsBlank(hostile.Text))
        {
            // Where something may be left out, what nobody would see is left out.
            return Paragraphs(hostile.With(hostile.Text), validate: true).Count > 0;
        }

        var lines = Lines(hostile.Text);
        var innocent = Paragraphs(hostile.With(string.Join('\n', lines.Select(_ => Harmless))), validate: false);
        var attacked = Paragraphs(hostile.With(hostile.Text), validate: true);
        Assert.That(attacked, Has.Count.EqualTo(innocent.Count), "as many paragraphs as with a harmless text of as many lines");

        // Where the harmless text stands, the hostile one stands, and all around it is the same.
        var next = 0;
        foreach (var (paragraph, model) in attacked.Zip(innocent))
        {
            var pieces = model.Split(Harmless);
            var expected = pieces[0];
            for (var index = 1; index < pieces.Length; index++)
            {
                expected += lines[next++ % lines.Count] + pieces[index];
            }

            Assert.That(FoldedPunctuation.Of(paragraph), Is.EqualTo(FoldedPunctuation.Of(expected)));
        }

        return true;
    }

    // What the reader of a form would call its lines.
    private static List<string> Lines(string text) =>
        [.. text.Split(['\r', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Replace('\t', ' '))];

    private static List<string> Paragraphs(Letter letter, bool validate)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(Samples.Letters.ToDocx(letter)), false);
        if (validate)
        {
            Assert.That(Validator.Validate(document).Select(fault => fault.Description), Is.Empty);
        }

        return [.. document.MainDocumentPart!.HeaderParts.SelectMany(part => part.Header.Descendants<Paragraph>())
            .Concat(document.MainDocumentPart.Document.Descendants<Paragraph>())
            .Select(paragraph => string.Concat(paragraph.Descendants<Text>().Select(run => run.Text)))];
    }

    private static IEnumerable<string> Tags(string html) =>
        System.Text.RegularExpressions.Regex.Matches(html, "<[^>]*>").Select(match => match.Value);
}
