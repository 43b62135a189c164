using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>
/// What may be left in a document that somebody worked on, and must not go out with it: tracked changes and comments show
/// what was meant for colleagues, hidden text is read by programs and not by people, and so are characters that show nothing. A
/// symbol (<c>w:sym</c>) is a place in one font: elsewhere it is another sign, and no program can tell which.
/// </summary>
internal static class DocxLeftovers
{
    private const int MostQuoted = 20;

    private static readonly XNamespace W = DocxParts.W;

    private static readonly HashSet<XName> Revisions =
    [
        .. new[]
        {
            "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "tblGridChange", "tcPrChange",
            "trPrChange", "tblPrExChange", "numberingChange", "cellIns", "cellDel", "cellMerge",
        }.Select(name => W + name),
    ];

    public static IEnumerable<Refusal> Of(DocxArchive archive)
    {
        XDocument[] parts = [archive.Main, .. archive.Others()];
        var elements = parts.SelectMany(part => part.Descendants()).ToList();
        if (elements.Exists(element => Revisions.Contains(element.Name)))
        {
            yield return new Refusal("letter.upload-open-revisions");
        }

        if (elements.Exists(element => element.Name == W + "comment" || element.Name == W + "commentReference"))
        {
            yield return new Refusal("letter.upload-comments");
        }

        var hiding = parts.Where(part => part.Root!.Name == W + "styles").SelectMany(part => part.Descendants(W + "style"))
            .Where(style => style.Descendants(W + "vanish").Any(IsOn)).Select(style => (string?)style.Attribute(W + "styleId"))
            .ToHashSet(StringComparer.Ordinal);
        if (elements.Exists(element => element.Name == W + "r" && element.Elements(W + "t").Any() && IsHidden(element, hiding)))
        {
            yield return new Refusal("letter.upload-hidden-text");
        }

        foreach (var paragraph in elements.Where(element => element.Name.LocalName == "p"))
        {
            var text = TextOf(paragraph);
            if (PrintedText.Unprintable(text) is { } unprintable)
            {
                yield return new Refusal("letter.upload-unprintable", unprintable.Arguments[0], Quoted(text));
                yield break;
            }

            if (paragraph.Descendants(W + "sym").FirstOrDefault() is { } symbol)
            {
                yield return new Refusal("letter.upload-symbol", (string?)symbol.Attribute(W + "font") ?? "", Quoted(text));
                yield break;
            }
        }
    }

    // Text of every kind that Word shows in a paragraph: a formula's and a drawing's as well.
    private static string TextOf(XElement paragraph) => DocxReader.WithoutJoiners(string.Concat(
        paragraph.Descendants().Where(DocxReader.IsText).Select(text => text.Value)));

    private static string Quoted(string text) => Beginning(PrintedText.OneLine(text));

    private static string Beginning(string text) =>
        string.Concat(text.EnumerateRunes().Take(MostQuoted).Select(rune => rune.ToString())) is var quoted && quoted.Length < text.Length
            ? quoted + "……"
            : text;

    private static bool IsHidden(XElement run, HashSet<string?> hiding)
    {
        var properties = run.Element(W + "rPr");
        var paragraph = run.Ancestors(W + "p").FirstOrDefault()?.Element(W + "pPr");
        return properties?.Element(W + "vanish") is { } own
            ? IsOn(own)
            : hiding.Contains((string?)properties?.Element(W + "rStyle")?.Attribute(W + "val") ?? "")
                || hiding.Contains((string?)paragraph?.Element(W + "pStyle")?.Attribute(W + "val") ?? "");
    }

    private static bool IsOn(XElement toggle) => (string?)toggle.Attribute(W + "val") is not ("0" or "false" or "off");
}
