using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>A letter that can be merged: its parts, read and found to hold nothing that would change among others.</summary>
internal sealed class MergeSource
{
    // What never shows on paper.
    private static readonly string[] Dropped =
    [
        "webSettings", "customXml", "glossaryDocument", "stylesWithEffects", "people", "keyMap", "printerSettings", "footnotes",
        "endnotes", "comments", "commentsExtended", "commentsIds", "commentsExtensible", "customizations", "attachedTemplate",
    ];
    private static readonly string[] Carried = ["styles", "settings", "fontTable", "numbering", "theme", "header", "footer", "image"];
    private static readonly string[] Revisions =
    [
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange", "tcPrChange",
        "tblGridChange", "numberingChange", "cellIns", "cellDel", "cellMerge", "commentReference",
    ];

    private static readonly string[] Embedded = ["altChunk", "object", "subDoc", "contentPart"];

    private MergeSource(OpcParts parts, string main)
    {
        (Parts, Main) = (parts, main);
        Document = parts.Xml(main);
        Links = parts.RelationshipsOf(main);
        if (Document.Name != Names.W + "document" || Document.Element(Names.W + "body") is null)
        {
            throw new CannotMergeException(CannotMergeException.Unreadable);
        }

        Styles = Part("styles") ?? throw new CannotMergeException(CannotMergeException.Unreadable);
        Numbering = Part("numbering");
        Settings = Part("settings") ?? new XElement(Names.W + "settings");
        Fonts = Part("fontTable");
        Margins = [.. Links.Where(link => link.Kind is "header" or "footer").Select(link => (link, parts.Xml(link.Target)))];
        // What the last printer was set to is not sent along.
        Document.Descendants(Names.W + "printerSettings").Remove();
        var theme = Part("theme");
        foreach (var root in Texts.Append(Styles).Concat(Numbering is null ? [] : [Numbering]))
        {
            ThemeFonts.Resolve(root, theme);
        }
    }

    public OpcParts Parts { get; }

    public string Main { get; }

    public XElement Document { get; }

    public IReadOnlyList<Relationship> Links { get; }

    public XElement Styles { get; }

    public XElement? Numbering { get; }

    public XElement Settings { get; }

    public XElement? Fonts { get; }

    /// <summary>Headers and footers.</summary>
    public IReadOnlyList<(Relationship Link, XElement Root)> Margins { get; }

    /// <summary>Everything with text in it: the document, its headers and footers.</summary>
    public IEnumerable<XElement> Texts => Margins.Select(margin => margin.Root).Prepend(Document);

    /// <exception cref="CannotMergeException">It has to be printed alone.</exception>
    public static MergeSource Read(byte[] docx)
    {
        var parts = new OpcParts(docx);
        var main = parts.RelationshipsOf("").FirstOrDefault(link => link.Kind == "officeDocument")?.Target
            ?? throw new CannotMergeException(CannotMergeException.Unreadable);
        var source = new MergeSource(parts, main);
        source.Judge();
        return source;
    }

    private void Judge()
    {
        if (Links.Concat(Margins.SelectMany(margin => Parts.RelationshipsOf(margin.Link.Target))).Any(link => link.IsOutside)
            || Links.Any(link => !Carried.Contains(link.Kind) && !Dropped.Contains(link.Kind))
            || Margins.Any(margin => Parts.RelationshipsOf(margin.Link.Target).Any(link => link.Kind != "image"))
            || Document.Element(Names.W + "background") is not null
            || Fonts?.Descendants().Any(element => element.Name.LocalName.StartsWith("embed", StringComparison.Ordinal)) == true
            || Numbering?.Descendants(Names.W + "numPicBullet").Any() == true)
        {
            throw new CannotMergeException(CannotMergeException.Foreign);
        }

        foreach (var root in Texts)
        {
            Judge(root);
        }

        Judge(Document, Links);
        foreach (var (link, root) in Margins)
        {
            Judge(root, Parts.RelationshipsOf(link.Target));
        }
    }

    // What the text refers to is there and of a known kind.
    private void Judge(XElement root, IReadOnlyList<Relationship> links)
    {
        var known = links.Where(link => link.Kind is "image" or "header" or "footer").ToDictionary(link => link.Id);
        foreach (var image in known.Values.Where(link => link.Kind == "image"))
        {
            _ = (Parts.Bytes(image.Target), Parts.MediaType(image.Target));
        }

        if (LetterText.References(root).Any(reference => !known.ContainsKey(reference.Value)))
        {
            throw new CannotMergeException(CannotMergeException.Foreign);
        }
    }

    private static void Judge(XElement root)
    {
        var elements = root.Descendants().Select(element => element.Name).ToHashSet();
        if (Embedded.Any(name => elements.Contains(Names.W + name)) || elements.Contains(Names.A + "schemeClr"))
        {
            throw new CannotMergeException(CannotMergeException.Foreign);
        }

        if (elements.Contains(Names.W + "footnoteReference") || elements.Contains(Names.W + "endnoteReference"))
        {
            throw new CannotMergeException(CannotMergeException.Notes);
        }

        if (Revisions.Any(name => elements.Contains(Names.W + name)))
        {
            throw new CannotMergeException(CannotMergeException.Comments);
        }

        if (!Fields.AreLocal(root))
        {
            throw new CannotMergeException(CannotMergeException.Fields);
        }
    }

    private XElement? Part(string kind) => Links.FirstOrDefault(link => link.Kind == kind) is { } link ? Parts.Xml(link.Target) : null;
}
