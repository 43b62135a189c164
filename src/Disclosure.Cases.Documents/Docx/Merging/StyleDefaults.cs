using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>
/// A document's defaults, which hold beneath all its styles. A merged document can have but one set: so it has none, and each
/// letter's go into the styles that rest on nothing else.
/// </summary>
internal static class StyleDefaults
{
    private static readonly string[] RunOrder =
    [
        "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow",
        "emboss", "imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color",
        "spacing", "w", "kern", "position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText",
        "vertAlign", "rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath",
    ];

    private static readonly string[] ParagraphOrder =
    [
        "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl", "numPr",
        "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens", "kinsoku", "wordWrap",
        "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "bidi", "adjustRightInd", "snapToGrid",
        "spacing", "ind", "contextualSpacing", "mirrorIndents", "suppressOverlap", "jc",
        "textDirection", "textAlignment", "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange",
    ];

    // Elements of which each attribute is a property of its own.
    private static readonly string[] Composite = ["rFonts", "lang", "spacing", "ind"];

    private static readonly string[] AfterRun = ["tblPr", "trPr", "tcPr", "tblStylePr"];
    private static readonly string[] AfterParagraph = ["rPr", .. AfterRun];

    /// <summary>Moves the defaults of a style sheet into its styles.</summary>
    /// <exception cref="CannotMergeException">A table's style would lose to what was a mere default.</exception>
    public static void Fold(XElement styles)
    {
        var defaults = styles.Element(Names.W + "docDefaults");
        var run = defaults?.Element(Names.W + "rPrDefault")?.Element(Names.W + "rPr");
        var paragraph = defaults?.Element(Names.W + "pPrDefault")?.Element(Names.W + "pPr");
        defaults?.Remove();
        var all = styles.Elements(Names.W + "style").ToList();
        foreach (var style in all.Where(style => (string?)style.Attribute(Names.W + "type") == "paragraph"
            && style.Element(Names.W + "basedOn") is null))
        {
            Fold(style, "pPr", paragraph, ParagraphOrder, AfterParagraph);
            Fold(style, "rPr", run, RunOrder, AfterRun);
        }
    }

    /// <summary>What the defaults set, by name.</summary>
    public static HashSet<XName> Of(XElement styles) =>
        [.. styles.Elements(Names.W + "docDefaults").Descendants().Where(element => element.Parent!.Name.LocalName is "rPr" or "pPr")
            .Select(element => element.Name).Where(name => name.LocalName is not ("lang" or "rPr"))];

    private static void Fold(XElement style, string kind, XElement? defaults, string[] order, string[] followers)
    {
        if (defaults?.HasElements != true)
        {
            return;
        }

        var properties = style.Element(Names.W + kind) ?? new XElement(Names.W + kind);
        foreach (var item in defaults.Elements())
        {
            if (properties.Element(item.Name) is not { } own)
            {
                properties.Put(new XElement(item), order[(Array.IndexOf(order, item.Name.LocalName) + 1)..]);
            }
            else if (Composite.Contains(item.Name.LocalName))
            {
                foreach (var attribute in item.Attributes().Where(attribute => own.Attribute(attribute.Name) is null))
                {
                    own.Add(new XAttribute(attribute));
                }
            }
        }

        if (properties.Parent is null)
        {
            style.Put(properties, followers);
        }
    }
}
