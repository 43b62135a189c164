using System.Xml.Linq;

namespace Disclosure.Cases.Documents.Docx.Merging;

/// <summary>
/// Puts the fonts and colours that a document takes from its theme in so many words: a merged document has one theme at
/// most, the letters had their own.
/// </summary>
internal static class ThemeFonts
{
    // Attribute with the theme's font → attribute with the font's name.
    private static readonly (string Theme, string Font)[] Pairs =
    [
        ("asciiTheme", "ascii"), ("hAnsiTheme", "hAnsi"), ("eastAsiaTheme", "eastAsia"), ("cstheme", "cs"),
    ];

    /// <param name="root">The part to change.</param>
    /// <param name="theme">The theme, or null.</param>
    public static void Resolve(XElement root, XElement? theme)
    {
        foreach (var fonts in root.DescendantsAndSelf(Names.W + "rFonts").ToList())
        {
            foreach (var (byTheme, byName) in Pairs)
            {
                if (fonts.Attribute(Names.W + byTheme) is { } named)
                {
                    named.Remove();
                    // What the theme leaves open is left to the style beneath, as the program does.
                    fonts.SetAttributeValue(Names.W + byName, FontOf(theme, named.Value) ?? (string?)fonts.Attribute(Names.W + byName));
                }
            }
        }

        // The colour itself stands beside the theme's.
        foreach (var attribute in root.DescendantsAndSelf().Attributes()
            .Where(attribute => attribute.Name.Namespace == Names.W && IsThemeColour(attribute.Name.LocalName)).ToList())
        {
            attribute.Remove();
        }
    }

    private static bool IsThemeColour(string name) =>
        name is "themeColor" or "themeTint" or "themeShade" or "themeFill" or "themeFillTint" or "themeFillShade";

    private static string? FontOf(XElement? theme, string name)
    {
        var fonts = theme?.Descendants(Names.A + (name.StartsWith("major", StringComparison.Ordinal) ? "majorFont" : "minorFont"))
            .FirstOrDefault();
        var typeface = name.EndsWith("EastAsia", StringComparison.Ordinal) ? Named("ea") ?? Script("Hans")
            : name.EndsWith("Bidi", StringComparison.Ordinal) ? Named("cs")
            : Named("latin");
        return typeface;

        string? Named(string element) => Present((string?)fonts?.Element(Names.A + element)?.Attribute("typeface"));
        string? Script(string script) => Present((string?)fonts?.Elements(Names.A + "font")
            .FirstOrDefault(font => (string?)font.Attribute("script") == script)?.Attribute("typeface"));
    }

    private static string? Present(string? font) => string.IsNullOrEmpty(font) ? null : font;
}
