using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>
/// The settings that change how a document looks and hold for the whole of it: letters that differ here cannot share one.
/// </summary>
internal static class LayoutSettings
{
    // In the schema's order; odd and even pages and the grid that guides drawing are no matter of looks here.
    private static readonly string[] Kept =
    [
        "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
        "defaultTabStop", "autoHyphenation", "consecutiveHyphenLimit", "hyphenationZone",
        "doNotHyphenateCaps", "evenAndOddHeaders", "bookFoldPrinting", "drawingGridHorizontalSpacing",
        "drawingGridVerticalSpacing", "characterSpacingControl", "noLineBreaksAfter", "noLineBreaksBefore",
        "compat", "themeFontLang",
    ];

    private static readonly string[] Compared =
        [
            "mirrorMargins", "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop",
            "autoHyphenation", "bookFoldPrinting", "noLineBreaksAfter", "noLineBreaksBefore",
        ];

    // The flags of older programs that change where text goes.
    private static readonly string[] ComparedFlags =
        [
            "balanceSingleByteDoubleByteWidth", "adjustLineHeightInTable", "useFELayout", "doNotExpandShiftReturn", "noColumnBalance",
            "noLeading", "lineWrapLikeWord6", "doNotSnapToGridInCell", "doNotUseEastAsianBreakRules",
        ];

    private const string DefaultTabStop = "720";

    /// <summary>What has to be equal for letters to share a document.</summary>
    public static string KeyOf(MergeSource source)
    {
        var settings = source.Settings;
        var compat = settings.Element(Names.W + "compat");
        var usesTabs = source.Texts.Any(root => root.Descendants(Names.W + "tab").Any(tab => tab.Parent!.Name == Names.W + "r"));
        var matters = Compared.Select(name => settings.Element(Names.W + name)).OfType<XElement>()
            .Where(element => element.Attribute(Names.Val) is null
                || element.IsOn()
                || element.Name.LocalName.StartsWith("noLine", StringComparison.Ordinal))
            .Select(element => element.Name.LocalName + string.Concat(
                element.Attributes().Where(attribute => !attribute.IsNamespaceDeclaration).Select(attribute => attribute.Value)))
            .Concat(ComparedFlags.Where(flag => Matters(flag, source) && compat?.Element(Names.W + flag).IsOn() == true))
            .Append("mode " + (CompatSetting(compat, "compatibilityMode") ?? "12"))
            .Append("tables " + (CompatSetting(compat, "overrideTableStyleFontSizeAndJustification") ?? "0"))
            .Append("punctuation " + (settings.Element(Names.W + "characterSpacingControl").Value() ?? "doNotCompress"))
            .Append("tabs " + (usesTabs ? settings.Element(Names.W + "defaultTabStop").Value() ?? DefaultTabStop : "none"));
        return string.Join('\n', matters);
    }

    /// <summary>The settings of the merged document: those of one of its letters, without what is a letter's own.</summary>
    public static XElement Merged(XElement settings)
    {
        var merged = new XElement(Names.W + "settings", new XAttribute(XNamespace.Xmlns + "w", Names.W.NamespaceName));
        foreach (var name in Kept)
        {
            if (name == "evenAndOddHeaders")
            {
                merged.Add(new XElement(Names.W + name));
            }
            else if (settings.Element(Names.W + name) is { } element)
            {
                merged.Add(new XElement(element));
            }
        }

        return merged;
    }

    private static bool Matters(string flag, MergeSource source) => flag switch
    {
        "adjustLineHeightInTable" or "doNotSnapToGridInCell" => source.Document.Descendants(Names.W + "tbl").Any(),
        "noColumnBalance" => source.Document.Descendants(Names.W + "cols").Any(columns => columns.Attribute(Names.W + "num") is not null),
        "doNotExpandShiftReturn" => source.Document.Descendants(Names.W + "br").Any(),
        _ => true,
    };

    private static string? CompatSetting(XElement? compat, string name) =>
        compat?.Elements(Names.W + "compatSetting").FirstOrDefault(setting => (string?)setting.Attribute(Names.W + "name") == name).Value();
}
