using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Disclosure.Cases.LegalChecks;

/// <summary>Reads dates and articles from what people write.</summary>
internal static partial class WrittenText
{
    /// <summary>Expression for a day, in digits of either width: groups <c>year</c>, <c>month</c>, <c>day</c>.</summary>
    public const string Day = "(?<year>[0-9０-９]{4})年(?<month>[0-9０-９]{1,2})月(?<day>[0-9０-９]{1,2})日";

    /// <summary>As <see cref="Day"/>; the year may be left out.</summary>
    public const string DayOfAnyYear = "(?:(?<year>[0-9０-９]{4})年)?(?<month>[0-9０-９]{1,2})月(?<day>[0-9０-９]{1,2})日";

    // The regulation (Order 711) has 56 articles.
    private const int LastArticle = 56;

    /// <summary>A text without its quotations: what is quoted is somebody else's wording.</summary>
    public static string WithoutQuotations(string text) => Quoted().Replace(text, "“…”");

    /// <summary>The words of a text as they are compared: blanks, width, quotation marks and punctuation make no difference.</summary>
    public static string Words(string text) => string.Concat(ComparedText.Of(text).Where(letter => !char.IsPunctuation(letter)));

    /// <summary>Whether a sentence that begins so (此前、曾、前次) is about another application.</summary>
    public static bool SpeaksOfBefore(string beginning) => Before().IsMatch(beginning);

    /// <summary>What stands between punctuation marks and ends of lines, as it is compared.</summary>
    public static IEnumerable<string> Clauses(string text) => Marks().Split(text).Select(Words).Where(clause => clause.Length > 0);

    /// <summary>The days in a text that exist.</summary>
    public static IEnumerable<DateOnly> Days(string text) => Dates().Matches(text).Select(DayOf).OfType<DateOnly>();

    /// <summary>The dates in a text that do not exist, as they are written: 2026年2月30日.</summary>
    public static IEnumerable<string> ImpossibleDates(string text) =>
        Dates().Matches(text).Where(date => DayOf(date) is null).Select(date => date.Value);

    /// <summary>The articles in a text that the regulation does not have, as they are written.</summary>
    public static IEnumerable<string> UnknownArticles(string text) =>
        from article in Articles().Matches(text)
        where ChineseNumber.Parse(article.Groups["article"].Value) is null or 0 or > LastArticle
        select article.Value;

    /// <summary>The day that <see cref="Day"/> matched; null where it does not exist.</summary>
    /// <param name="match">The match.</param>
    /// <param name="unsaid">The year that is meant where none is written.</param>
    public static DateOnly? DayOf(Match match, int unsaid = 0)
    {
        int Number(string group) => int.Parse(match.Groups[group].Value.Normalize(NormalizationForm.FormKC), CultureInfo.InvariantCulture);
        var (year, month, day) = (match.Groups["year"].Success ? Number("year") : unsaid, Number("month"), Number("day"));
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    [GeneratedRegex(@"[\p{P}\r\n]+")]
    private static partial Regex Marks();

    [GeneratedRegex("(?:此前|以前|曾|前次|上次|上一次|另一件|其他)[^。；！？\n]*$")]
    private static partial Regex Before();

    [GeneratedRegex("“[^”]*”")]
    private static partial Regex Quoted();

    [GeneratedRegex("(?<![0-9])(?<year>[0-9]{4})年(?<month>[0-9]{1,2})月(?<day>[0-9]{1,2})日")]
    private static partial Regex Dates();

    [GeneratedRegex("(?:《条例》|《政府信息公开条例》|《中华人民共和国政府信息公开条例》|(?<=根据|依据|依照|按照|属于|符合)(?:政府信息公开)?条例)第(?<article>[零一二三四五六七八九十百]+)条")]
    private static partial Regex Articles();
}
