using System.Globalization;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>A period of reports, both days included.</summary>
internal readonly record struct Period(DateOnly From, DateOnly Until)
{
    /// <summary>The year in which the regulation came into force; no report begins earlier.</summary>
    public const int Earliest = 2008;

    /// <summary>
    /// The same days a year earlier (上年同期): of a period that still runs, as far as it has come, so that a year so far
    /// is not held against a whole one. A period that ends with February ends with that year's February.
    /// </summary>
    public Period YearBefore(DateOnly today)
    {
        var end = Until > today && From <= today ? today : Until;
        var isEndOfMonth = end.AddDays(1).Day == 1;
        return new(From.AddYears(-1), isEndOfMonth
            ? new DateOnly(end.Year - 1, end.Month, DateTime.DaysInMonth(end.Year - 1, end.Month))
            : end.AddYears(-1));
    }

    public static Period OfYear(int year) => Months(year, 1, 12);

    /// <summary>A quarter.</summary>
    public static Period Of(Quarter quarter) => new(quarter.From, quarter.Until);

    /// <summary>A month, 1 to 12.</summary>
    public static Period OfMonth(int year, int month) => Months(year, month, 1);

    /// <summary>The last year of a report: applications received now fall due in the next year at the latest.</summary>
    public static int Latest(DateOnly today) => today.Year + 1;

    /// <summary>
    /// The period that an address names: two dates, or a year with a quarter or month; the present year where it names
    /// nothing. What names no period gives the present year as well, and the sentence that says why.
    /// </summary>
    public static (Period Period, string? Problem) Of(PeriodTyped typed, DateOnly today, IStringLocalizer<Words> words)
    {
        var (period, problem) = typed.HasDates ? OfDates(typed, today, words) : OfNumbers(typed, today, words);
        return (period ?? OfYear(today.Year), problem is null ? null : $"{problem}{words["现显示本年度。"]}");
    }

    private static (Period?, string?) OfDates(PeriodTyped typed, DateOnly today, IStringLocalizer<Words> words)
    {
        if (string.IsNullOrWhiteSpace(typed.From) || string.IsNullOrWhiteSpace(typed.Until))
        {
            return (null, words["请同时填写开始日期和结束日期。"]);
        }

        if (Dates.Parse(typed.From) is not { } from || Dates.Parse(typed.Until) is not { } until)
        {
            return (null, words["所填日期不存在，请按“2026-11-22”的格式填写。"]);
        }

        return from > until ? (null, words["开始日期不能晚于结束日期。"])
            : from.Year < Earliest || until.Year > Latest(today) ? (null, words["日期须在{0}年至{1}年之间。", Earliest, Latest(today)])
            : (new Period(from, until), null);
    }

    private static (Period?, string?) OfNumbers(PeriodTyped typed, DateOnly today, IStringLocalizer<Words> words)
    {
        if (Number(typed.Year, today.Year) is not { } year || year < Earliest || year > Latest(today))
        {
            return (null, words["年度须在{0}年至{1}年之间。", Earliest, Latest(today)]);
        }

        if (Number(typed.Quarter, 0) is not (>= 0 and <= 4 and var quarter) || (quarter == 0 && !string.IsNullOrWhiteSpace(typed.Quarter)))
        {
            return (null, words["季度须为1至4。"]);
        }

        if (Number(typed.Month, 0) is not (>= 0 and <= 12 and var month) || (month == 0 && !string.IsNullOrWhiteSpace(typed.Month)))
        {
            return (null, words["月份须为1至12。"]);
        }

        return month > 0 && quarter > 0 && (month + 2) / 3 != quarter ? (null, words["所选月份不在所选季度内。"])
            : (month > 0 ? OfMonth(year, month) : quarter > 0 ? Of(new Quarter(year, quarter)) : OfYear(year), null);
    }

    // What was not typed is the default; what is no number is null.
    private static int? Number(string? typed, int absent) =>
        string.IsNullOrWhiteSpace(typed) ? absent
        : int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : null;

    private static Period Months(int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return new(first, first.AddMonths(count).AddDays(-1));
    }
}

/// <summary>What an address says of a period, as it was typed.</summary>
internal sealed record PeriodTyped(string? From, string? Until, string? Year = null, string? Quarter = null, string? Month = null)
{
    /// <summary>Whether it names days rather than a year.</summary>
    public bool HasDates => !string.IsNullOrWhiteSpace(From) || !string.IsNullOrWhiteSpace(Until);
}
