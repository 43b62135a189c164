using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>
/// What may be left in a document that somebody worked on, and must not go out with it: tracked changes and comments show
/// what was meant for colleagues, hidden text is read by programs and not by people, and so are characters that show nothing.
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

        foreach (var text in elements.Where(element => element.Name == W + "p")
            .Select(paragraph => string.Concat(paragraph.Descendants(W + "t").Select(run => run.Value))
                .Replace($"{DocxText.WordJoiner}", "", StringComparison.Ordinal)))
        {
            if (PrintedText.Unprintable(text) is { } unprintable)
            {
                yield return new Refusal("letter.upload-unprintable", unprintable.Arguments[0], Beginning(PrintedText.OneLine(text)));
                yield break;
            }
        }
    }

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
