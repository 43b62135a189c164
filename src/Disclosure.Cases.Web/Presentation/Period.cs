using Disclosure.Cases.Web.Localisation;

namespace Disclosure.Cases.Web.Presentation;

/// <summary>A period of reports, both days included.</summary>
internal readonly record struct Period(DateOnly From, DateOnly Until)
{
    private const int Earliest = 2008;
    private const int Latest = 2199;

    /// <summary>The period that an address names: two dates, or a year with a quarter or month; else this year so far.</summary>
    public static Period Of(string? from, string? until, int? year, int? quarter, int? month, DateOnly today)
    {
        if (Dates.Parse(from) is { } first && Dates.Parse(until) is { } last && first <= last)
        {
            return new(first, last);
        }

        var chosen = year is >= Earliest and <= Latest ? year.Value : today.Year;
        return month is >= 1 and <= 12 ? Months(chosen, month.Value, 1)
            : quarter is >= 1 and <= 4 ? Months(chosen, (quarter.Value * 3) - 2, 3)
            : Months(chosen, 1, 12);
    }

    /// <summary>The same period a year earlier.</summary>
    public Period YearBefore => new(From.AddYears(-1), Until.AddYears(-1));

    private static Period Months(int year, int month, int count)
    {
        var first = new DateOnly(year, month, 1);
        return new(first, first.AddMonths(count).AddDays(-1));
    }
}
