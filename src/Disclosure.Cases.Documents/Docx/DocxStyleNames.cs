using System.Xml.Linq;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.Documents.Docx;

/// <summary>
/// Which of our styles a paragraph has. Word keeps a style's id; other programs number the styles anew and keep their names.
/// </summary>
internal sealed class DocxStyleNames
{
    private static readonly XNamespace W = DocxParts.W;
    private static readonly Dictionary<string, string> Ours = Styles(XDocument.Parse(DocxStyles.Xml))
        .Where(style => style.Id.StartsWith("Letter", StringComparison.Ordinal))
        .ToDictionary(style => style.Name, style => style.Id);
    private static readonly HashSet<string> OurIds = [.. Ours.Values];

    private readonly Dictionary<string, string> byId = [];

    public DocxStyleNames(DocxArchive archive)
    {
        foreach (var (id, name) in archive.Others("styles").SelectMany(Styles))
        {
            if (Ours.TryGetValue(name, out var ours))
            {
                byId[id] = ours;
            }
        }
    }

    /// <summary>The style of ours, or null.</summary>
    public string? StyleOf(XElement paragraph)
    {
        var id = (string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") ?? "";
        return byId.TryGetValue(id, out var ours) ? ours : OurIds.Contains(id) ? id : null;
    }

    /// <summary>What a paragraph of a style is.</summary>
    public static LetterPart PartOf(string? style) => style switch
    {
        DocxStyles.Masthead or DocxStyles.DocumentMasthead => LetterPart.Masthead,
        DocxStyles.Number or DocxStyles.DocumentNumber => LetterPart.Number,
        DocxStyles.Title or DocxStyles.TitleOfForm => LetterPart.Title,
        DocxStyles.Addressee => LetterPart.Addressee,
        DocxStyles.Heading or DocxStyles.Subheading => LetterPart.Heading,
        DocxStyles.Item => LetterPart.Item,
        DocxStyles.AttachmentFirst or DocxStyles.AttachmentNext or DocxStyles.AttachmentOnly => LetterPart.Attachment,
        DocxStyles.Organ => LetterPart.Organ,
        DocxStyles.Date => LetterPart.Date,
        DocxStyles.Cell => LetterPart.Cell,
        _ => LetterPart.Body,
    };

    private static IEnumerable<(string Id, string Name)> Styles(XDocument part) => part.Descendants(W + "style")
        .Select(style => ((string?)style.Attribute(W + "styleId") ?? "", (string?)style.Element(W + "name")?.Attribute(W + "val") ?? ""));
}
