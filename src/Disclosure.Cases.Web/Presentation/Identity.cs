using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>Identity numbers and contacts as pages show them.</summary>
internal static partial class Identity
{
    private const int Shown = 4;

    /// <summary>What somebody typed, with what looks like an identity number, a telephone or a mail address masked.</summary>
    public static string MaskedIn(string text) => Numbers.Replace(text, match => Masked(match.Value));

    /// <summary>The first and last four characters; of a short number only the last two.</summary>
    public static string Masked(string number)
    {
        var runes = number.EnumerateRunes().ToList();
        var (head, tail) = runes.Count > 3 * Shown ? (Shown, Shown) : (0, Math.Min(2, runes.Count / 2));
        var text = new StringBuilder();
        for (var index = 0; index < runes.Count; index++)
        {
            text.Append(index < head || index >= runes.Count - tail ? runes[index].ToString() : "·");
        }

        return text.ToString();
    }

    // Identity numbers of 18 and 15 places, mobile telephones, telephones with their area code, mail addresses. Letters and mail have
    // numbers of other lengths, which people have to read.
    [GeneratedRegex(
        @"(?<!\d)(\d{6}[- ]?\d{8}[- ]?\d{3}[\dXxＸｘ]|\d{15}|(?:(?:\+|00)?86[- ]?)?[1１][3-9３-９]\d([- ]?\d{4}){2}"
        + @"|[（(]?[0０]\d{2,3}[)）]?[-－— ]?\d{7,8})(?!\d)"
        + @"|[A-Za-z0-9._+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+",
        RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Numbers { get; }
}
