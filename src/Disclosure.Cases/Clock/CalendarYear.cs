namespace Disclosure.Cases.Clock;

/// <summary>One year of a calendar, worked out once: which days are working days, and what the others are called.</summary>
internal sealed class CalendarYear
{
    private readonly int firstDayNumber;
    private readonly bool[] isWorkingDay;
    private readonly Dictionary<DateOnly, string> names = [];

    private CalendarYear(int year)
    {
        var first = new DateOnly(year, 1, 1);
        firstDayNumber = first.DayNumber;
        isWorkingDay = new bool[DateTime.IsLeapYear(year) ? 366 : 365];
        for (var day = 0; day < isWorkingDay.Length; day++)
        {
            isWorkingDay[day] = !IsWeekend(DateOnly.FromDayNumber(firstDayNumber + day));
        }
    }

    /// <summary>A year as the plain week, the statutory holidays where no notice is published, and the exceptions make it.</summary>
    public static CalendarYear Build(int year, bool hasNotice, IEnumerable<DayException> exceptions)
    {
        var built = new CalendarYear(year);
        foreach (var (date, name) in hasNotice ? [] : StatutoryHolidays.Of(year))
        {
            built.Set(date, isWorkingDay: false, built.names.TryGetValue(date, out var other) ? $"{other}、{name}" : name);
        }

        foreach (var exception in exceptions)
        {
            built.Set(exception.Date, exception.Kind == DayExceptionKind.Work, exception.Name);
        }

        return built;
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public bool IsWorkingDay(int dayNumber) => isWorkingDay[dayNumber - firstDayNumber];

    public string? NameOf(DateOnly day) => names.GetValueOrDefault(day);

    // Only days lifted out of the plain week bear a name: a free Saturday stays a Saturday.
    private void Set(DateOnly day, bool isWorkingDay, string name)
    {
        this.isWorkingDay[day.DayNumber - firstDayNumber] = isWorkingDay;
        if (isWorkingDay == IsWeekend(day))
        {
            names[day] = name;
        }
        else
        {
            names.Remove(day);
        }
    }
}
