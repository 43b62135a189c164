using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Disclosure.Cases.Documents.Spreadsheets;

/// <summary>Texts that somebody typed, as a cell can hold them: nothing in them is ever a formula, a code or the end of the file.</summary>
internal static partial class CellText
{
    /// <summary>The most that a cell holds, in UTF-16 units; a program that finds more declares the file damaged.</summary>
    public const int Most = 32_767;

    private const int MostInHeader = 200;
    private const int FirstWide = 0x2010;
    private const double Margin = 1;
    private const char Unwritable = '\uFFFD';

    /// <summary>Whether a program would take the text for a formula, were it typed in.</summary>
    public static bool LooksLikeFormula(string text) => text.TrimStart() is ['=' or '+' or '-' or '@', ..];

    /// <summary>The text as it is written: cut where it is too long, without what XML cannot carry.</summary>
    public static string Of(string text)
    {
        var plain = Writable(text.ReplaceLineEndings("\n"));
        return CodeOfCharacter().Replace(plain.Length > Most ? Cut(plain, Most - 1) + "…" : plain, "_x005F_");
    }

    /// <summary>How many lines the text takes in a column; not every program reckons that when it opens a file.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The column's width, in digits of the standard font.</param>
    public static int LinesOf(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(line.EnumerateRunes().Sum(WidthOf) / (width - Margin))));

    /// <summary>The text in the head of a printed page, where an ampersand begins a code.</summary>
    public static string InHeader(string text) =>
        (text.Length > MostInHeader ? Cut(text, MostInHeader) : text).Replace("&", "&&", StringComparison.Ordinal);

    // A Chinese character and its punctuation take two digits.
    private static int WidthOf(Rune rune) => rune.Value >= FirstWide ? 2 : 1;

    // A character beyond the BMP stays whole or goes.
    private static string Cut(string text, int length) => text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private static string Writable(string text)
    {
        var written = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                written.Append(text, index++, 2);
            }
            else
            {
                written.Append(XmlConvert.IsXmlChar(text[index]) ? text[index] : Unwritable);
            }
        }

        return written.ToString();
    }

    // _x000D_ in a cell means the character of that number (ISO/IEC 29500-1, 22.9.2.19); its underscore has to be written so.
    [GeneratedRegex("_(?=x[0-9A-Fa-f]{4}_)")]
    private static partial Regex CodeOfCharacter();
}
