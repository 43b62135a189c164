using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>The document into which letters are put, one after the other.</summary>
internal sealed class MergedDocument
{
    private readonly MergedPackage package = new();
    private readonly StyleSheets styles = new();
    private readonly Numberings numberings = new();
    private readonly LetterText text = new();
    private readonly Prefixes ofText = new();
    private readonly Prefixes ofStyles = new();
    private readonly SortedDictionary<string, XElement> fonts = new(StringComparer.Ordinal);
    private readonly List<XElement> bodies = [];
    private readonly (string Header, string Footer) blank;

    public MergedDocument() => blank = (Blank("header", "hdr"), Blank("footer", "ftr"));

    /// <summary>Puts a letter in.</summary>
    /// <param name="source">The letter; it is changed.</param>
    /// <exception cref="CannotMergeException">It has to be printed alone.</exception>
    public void Take(MergeSource source)
    {
        // What can fail comes first: a letter is in the document as a whole or not at all.
        ofText.Take(source.Document);
        ofStyles.Take(source.Styles);
        if (source.Numbering is { } lists)
        {
            ofStyles.Take(lists);
        }

        numberings.Take(source);
        styles.Take(source, numberings);
        text.MakeUnique(source.Document);
        LetterText.Relink(source.Document, Links(source));
        LetterSections.Frame(source, blank);
        foreach (var font in source.Fonts?.Elements(Names.W + "font") ?? [])
        {
            fonts.TryAdd((string?)font.Attribute(Names.W + "name") ?? "", new XElement(font));
        }

        bodies.Add(source.Document.Element(Names.W + "body")!);
    }

    /// <summary>The document.</summary>
    /// <param name="settings">The settings of one of its letters.</param>
    public byte[] ToBytes(XElement settings)
    {
        package.Own("styles", ofStyles.On(styles.Root));
        package.Own("settings", LayoutSettings.Merged(settings));
        package.Own("fontTable", new XElement(
            Names.W + "fonts", new XAttribute(XNamespace.Xmlns + "w", Names.W.NamespaceName), fonts.Values.Select(Plain)));
        if (numberings.Root is { } lists)
        {
            package.Own("numbering", ofStyles.On(lists));
        }

        var body = new XElement(Names.W + "body", bodies.SkipLast(1).Select(LetterSections.Closed), bodies[^1].Elements());
        return package.ToBytes(ofText.On(new XElement(Names.W + "document", body)));
    }

    // The relationships of the merged document by those of the letter.
    private Dictionary<string, string> Links(MergeSource source)
    {
        var ids = new Dictionary<string, string>();
        foreach (var image in source.Links.Where(link => link.Kind == "image"))
        {
            ids[image.Id] = package.Link("image", package.Image(source, image.Target));
        }

        foreach (var (link, root) in source.Margins)
        {
            LetterText.MakeUniqueInMargin(root);
            ids[link.Id] = package.Margin(
                link.Kind,
                root,
                source.Parts.RelationshipsOf(link.Target).ToDictionary(image => image.Id, image => package.Image(source, image.Target)));
        }

        return ids;
    }

    private string Blank(string kind, string root) =>
        package.Margin(
            kind,
            new XElement(Names.W + root, new XAttribute(XNamespace.Xmlns + "w", Names.W.NamespaceName), LetterSections.Invisible()),
            new Dictionary<string, string>());

    // What a font's entry says of it in later versions of the format is no matter of looks.
    private static XElement Plain(XElement font) => new(
        font.Name,
        font.Attributes().Where(attribute => attribute.Name.Namespace == Names.W),
        font.Elements().Where(element => element.Name.Namespace == Names.W));
}
