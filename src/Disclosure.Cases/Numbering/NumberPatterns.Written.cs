using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.Numbering;

/// <summary>A number of one of the four series as somebody wrote it in a text.</summary>
/// <param name="AsWritten">As it stands there.</param>
/// <param name="At">Where it begins in the text.</param>
/// <param name="Series">The series.</param>
/// <param name="Code">The agency's code in front of it; null where it was left out.</param>
/// <param name="Year">The year of its series.</param>
/// <param name="Ordinal">Its place in it.</param>
/// <param name="Printed">As it is printed: 六角括号, no 第, half-width digits without leading zeros.</param>
public sealed record WrittenNumber(string AsWritten, int At, SeriesKind Series, string? Code, int Year, int Ordinal, string Printed);

// People write numbers in many ways: [2025], （2025）, ２０２５, 第12号, with spaces, without the agency's code.
public sealed partial class NumberPatterns
{
    private const string Opening = "〔[［（(【﹝〖";
    private const string Closing = "〕]］）)】﹞〗";

    // What may stand directly in front of a number whose code was left out; anything else is the code of some other office.
    private const string MayPrecede = "以为是即和与及在按据于第、，。；：:（(“”《》 　\n\t";

    /// <summary>The numbers in a text, whatever brackets and digits they are written with.</summary>
    /// <param name="text">The text.</param>
    /// <param name="ownCode">The code that a number without one is taken to have.</param>
    /// <param name="codes">The codes of the district's agencies.</param>
    public IReadOnlyList<WrittenNumber> In(string text, string ownCode, IEnumerable<string> codes)
    {
        var known = codes.Append(ownCode).Where(code => code.Length > 0).Distinct().OrderByDescending(code => code.Length).ToList();
        return [.. patterns.SelectMany(pattern => Find(text, pattern.Key, pattern.Value, ownCode, known)).OrderBy(number => number.At)];
    }

    private IEnumerable<WrittenNumber> Find(string text, SeriesKind series, string pattern, string ownCode, IReadOnlyList<string> known)
    {
        // The static way keeps what it built: the same few expressions judge every text of a district.
        foreach (Match match in Regex.Matches(text, Tolerant(pattern, known)))
        {
            var code = match.Groups["code"] is { Length: > 0 } written ? written.Value : null;
            if ((code is null && match.Index > 0 && !MayPrecede.Contains(text[match.Index - 1], StringComparison.Ordinal))
                || !int.TryParse(match.Groups["year"].Value.Normalize(NormalizationForm.FormKC), CultureInfo.InvariantCulture, out var year)
                || !int.TryParse(
                    match.Groups["n"].Value.Normalize(NormalizationForm.FormKC), CultureInfo.InvariantCulture, out var ordinal))
            {
                continue;
            }

            yield return new WrittenNumber(
                match.Value, match.Index, series, code, year, ordinal, Format(series, code ?? ownCode, year, ordinal));
        }
    }

    private static string Tolerant(string pattern, IReadOnlyList<string> known)
    {
        var tolerant = new StringBuilder();
        for (var at = 0; at < pattern.Length; at++)
        {
            var part = Parts.FirstOrDefault(each => string.CompareOrdinal(pattern, at, each, 0, each.Length) == 0);
            tolerant.Append(part switch
            {
                "{agency}" => known.Count == 0 ? "" : $"(?<code>{string.Join('|', known.Select(Regex.Escape))})?",
                "{year}" => @"\s*(?<year>[0-9０-９]{4})\s*",
                "{n}" => @"\s*第?\s*(?<n>[0-9０-９]{1,9})\s*",
                _ when Opening.Contains(pattern[at], StringComparison.Ordinal) =>
                    $@"\s*[{Regex.Escape(Opening).Replace("]", @"\]", StringComparison.Ordinal)}]",
                _ when Closing.Contains(pattern[at], StringComparison.Ordinal) =>
                    $@"[{Regex.Escape(Closing).Replace("]", @"\]", StringComparison.Ordinal)}]",
                _ => Regex.Escape(pattern[at].ToString()),
            });
            at += part is null ? 0 : part.Length - 1;
        }

        return tolerant.ToString();
    }
}
