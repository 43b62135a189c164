using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks;

/// <summary>Reads dates and articles from what people write.</summary>
internal static partial class WrittenText
{
    /// <summary>Expression for a day, in digits of either width: groups <c>year</c>, <c>month</c>, <c>day</c>.</summary>
    public const string Day = "(?<year>[0-9０-９]{4})年(?<month>[0-9０-９]{1,2})月(?<day>[0-9０-９]{1,2})日";

    // The regulation (Order 711) has 56 articles.
    private const int LastArticle = 56;

    /// <summary>A text without its quotations: what is quoted is somebody else's wording.</summary>
    public static string WithoutQuotations(string text) => Quoted().Replace(text, "“…”");

    /// <summary>The days in a text that exist.</summary>
    public static IEnumerable<DateOnly> Days(string text) => Dates().Matches(text).Select(DayOf).OfType<DateOnly>();

    /// <summary>The dates in a text that do not exist, as they are written: 2026年2月30日.</summary>
    public static IEnumerable<string> ImpossibleDates(string text) =>
        Dates().Matches(text).Where(date => DayOf(date) is null).Select(date => date.Value);

    /// <summary>The articles in a text that the regulation does not have, as they are written.</summary>
    public static IEnumerable<string> UnknownArticles(string text) =>
        from article in Articles().Matches(text)
        where NumberOf(article.Groups["article"].Value) is 0 or > LastArticle
        select article.Value;

    /// <summary>The day that <see cref="Day"/> matched; null where it does not exist.</summary>
    public static DateOnly? DayOf(Match match)
    {
        int Number(string group) => int.Parse(match.Groups[group].Value.Normalize(NormalizationForm.FormKC), CultureInfo.InvariantCulture);
        var (year, month, day) = (Number("year"), Number("month"), Number("day"));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    // 一 to 九十九, as articles are numbered; 0 for anything that is no such number.
    private static int NumberOf(string numeral)
    {
        const string Digits = "零一二三四五六七八九";
        var ten = numeral.IndexOf('十', StringComparison.Ordinal);
        var ones = Digits.IndexOf(numeral[^1], StringComparison.Ordinal);
        if (ten < 0)
        {
            return numeral.Length == 1 ? Math.Max(ones, 0) : numeral.Contains('百', StringComparison.Ordinal) ? LastArticle + 1 : 0;
        }

        var tens = ten == 0 ? 1 : Digits.IndexOf(numeral[0], StringComparison.Ordinal);
        return (tens * 10) + (numeral.EndsWith('十') ? 0 : ones);
    }

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日")]
    private static partial Regex Dates();

    [GeneratedRegex("(?:《条例》|《政府信息公开条例》|《中华人民共和国政府信息公开条例》)第(?<article>[零一二三四五六七八九十百]+)条")]
    private static partial Regex Articles();
}
