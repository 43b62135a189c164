using System.Globalization;
using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>What in a letter's text has to be known by a name of its own in the whole document.</summary>
internal sealed class LetterText
{
    // Marks that nothing on paper comes from.
    private static readonly string[] Unseen =
    [
        "bookmarkStart", "bookmarkEnd", "proofErr", "permStart", "permEnd", "commentRangeStart", "commentRangeEnd", "lastRenderedPageBreak",
    ];
    private static readonly XNamespace Drawing = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
    private static readonly XNamespace Office = "urn:schemas-microsoft-com:office:office";
    private static readonly XNamespace Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private int drawings;

    /// <summary>Gives drawings ids of their own, and takes away what only matters on a screen: marks, links, content controls.</summary>
    public void MakeUnique(XElement root)
    {
        root.Descendants().Where(element => element.Name.Namespace == Names.W && Unseen.Contains(element.Name.LocalName)).Remove();
        root.DescendantsAndSelf().Attributes().Where(IsOfEditing).Remove();
        foreach (var link in root.Descendants(Names.W + "hyperlink").Reverse().ToList())
        {
            link.ReplaceWith(link.Nodes());
        }

        // Content controls are for filling in. On paper they are what they hold, and some programs lose one that ends a section.
        foreach (var control in root.Descendants(Names.W + "sdt").Reverse().ToList())
        {
            control.ReplaceWith(control.Element(Names.W + "sdtContent")?.Nodes());
        }

        foreach (var drawing in root.Descendants(Drawing + "docPr"))
        {
            drawing.SetAttributeValue("id", (++drawings).ToString(CultureInfo.InvariantCulture));
        }
    }

    /// <summary>The same in a header or footer, which letters may share: what is the same there may have the same ids.</summary>
    public static void MakeUniqueInMargin(XElement root) => new LetterText { drawings = 1_000_000 }.MakeUnique(root);

    /// <summary>Makes relationship ids those of the merged document.</summary>
    /// <param name="root">The part.</param>
    /// <param name="ids">The new ids by the old.</param>
    public static void Relink(XElement root, IReadOnlyDictionary<string, string> ids)
    {
        foreach (var reference in References(root).ToList())
        {
            reference.Value = ids[reference.Value];
        }
    }

    /// <summary>Where a part names its relationships.</summary>
    public static IEnumerable<XAttribute> References(XElement root) =>
        root.DescendantsAndSelf().Attributes().Where(attribute => !attribute.IsNamespaceDeclaration
            && (attribute.Name.Namespace == Names.R || attribute.Name == Office + "relid"));

    private static bool IsOfEditing(XAttribute attribute) =>
        (attribute.Name.Namespace == Names.W && attribute.Name.LocalName.StartsWith("rsid", StringComparison.Ordinal))
        || (attribute.Name.Namespace == Word2010 && attribute.Name.LocalName is "paraId" or "textId");
}
