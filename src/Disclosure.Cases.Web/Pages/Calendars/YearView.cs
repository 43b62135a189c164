using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Localisation;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Calendars;

/// <summary>One day of a year's calendar.</summary>
/// <param name="Date">The day.</param>
/// <param name="Tone">off, work, shut, rest or empty: a class of the style sheet.</param>
/// <param name="Mark">One character that says the same without the colour.</param>
/// <param name="Title">The day in full and what it is.</param>
internal sealed record YearDay(DateOnly Date, string Tone, string Mark, string Title);

/// <summary>The twelve months of a year as a calendar makes them.</summary>
internal sealed class YearView(int year, WorkingDayCalendar calendar, CalendarSnapshot inForce, IStringLocalizer<Words> words)
{
    private readonly HashSet<DateOnly> shut = [.. inForce.Closures.Where(closure => closure.AgencyId is null)
        .SelectMany(closure => closure.Days)
        .Select(day => day.Date)];

    public int Year => year;

    /// <summary>Whether it goes by the statutory holidays alone.</summary>
    public bool IsProvisional => calendar.IsProvisional(year);

    /// <summary>How many working days it has.</summary>
    public int WorkingDays => Enumerable.Range(1, 12).Sum(month => Days(month).Count(day => calendar.IsWorkingDay(day.Date)));

    /// <summary>How many cells stay empty before the first of a month, in weeks from Monday.</summary>
    public int Before(int month) => ((int)new DateOnly(year, month, 1).DayOfWeek + 6) % 7;

    public IEnumerable<YearDay> Days(int month) =>
        Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(number => Of(new DateOnly(year, month, number)));

    private YearDay Of(DateOnly day)
    {
        var isWeekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        var name = calendar.NameOf(day);
        var (tone, mark) = (calendar.IsWorkingDay(day), isWeekend) switch
        {
            (false, _) when shut.Contains(day) => ("shut", words["停"].Value),
            (false, false) => ("off", words["休"].Value),
            (true, true) => ("work", words["班"].Value),
            (false, true) => ("rest", ""),
            (true, false) => ("", ""),
        };
        return new YearDay(day, tone, mark, name is null ? day.WithWeekDay() : $"{day.WithWeekDay()} · {name}");
    }
}
