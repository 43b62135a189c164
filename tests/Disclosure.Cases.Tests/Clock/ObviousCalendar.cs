using System.Globalization;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Tests.Clock;

/// <summary>The calendar once more, slow and obvious: the notices as published, and the years to come from an almanac.</summary>
internal static class ObviousCalendar
{
    private static readonly Dictionary<string, (string Kind, string Name)> Notices = ReadNotices();

    // Eve of Spring Festival, Qingming, Dragon Boat, Mid-Autumn.
    private static readonly Dictionary<int, string[]> Almanac = new()
    {
        [2027] = ["02-05", "04-05", "06-09", "09-15"],
        [2028] = ["01-25", "04-04", "05-28", "10-03"],
        [2029] = ["02-12", "04-04", "06-16", "09-22"],
        [2030] = ["02-02", "04-05", "06-05", "09-12"],
        [2031] = ["01-22", "04-05", "06-24", "10-01"],
    };

    public static bool HasNotice(int year) => year is >= 2008 and <= 2026;

    public static bool IsWorkingDay(DateOnly day)
    {
        if (Notices.TryGetValue(Iso(day), out var notice))
        {
            return notice.Kind == "work";
        }

        return !IsWeekend(day) && (HasNotice(day.Year) || !StatutoryNames(day).Any());
    }

    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    public static string? NameOf(DateOnly day)
    {
        if (Notices.TryGetValue(Iso(day), out var notice))
        {
            return notice.Name;
        }

        if (HasNotice(day.Year) || IsWeekend(day) || !StatutoryNames(day).Any())
        {
            return null;
        }

        return string.Join("、", StatutoryNames(day));
    }

    public static DateOnly WorkingDayAfter(DateOnly start, int count)
    {
        var day = start;
        while (count > 0)
        {
            day = day.AddDays(1);
            count -= IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    private static IEnumerable<string> StatutoryNames(DateOnly day)
    {
        var almanac = Almanac[day.Year];
        var monthAndDay = day.ToString("MM-dd", CultureInfo.InvariantCulture);
        var eve = DateOnly.Parse($"{day.Year}-{almanac[0]}", CultureInfo.InvariantCulture);
        if (monthAndDay is "10-01" or "10-02" or "10-03")
        {
            yield return "国庆节";
        }

        if (monthAndDay == "01-01")
        {
            yield return "元旦";
        }

        if (day >= eve && day <= eve.AddDays(3))
        {
            yield return "春节";
        }

        if (monthAndDay is "05-01" or "05-02")
        {
            yield return "劳动节";
        }

        foreach (var (index, name) in new[] { (1, "清明节"), (2, "端午节"), (3, "中秋节") })
        {
            if (monthAndDay == almanac[index])
            {
                yield return name;
            }
        }
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Dictionary<string, (string Kind, string Name)> ReadNotices()
    {
        using var stream = typeof(WorkingDayCalendar).Assembly.GetManifestResourceStream("working-day-exceptions.csv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Select(line => line.Trim().Split(','))
            .ToDictionary(cells => cells[0], cells => (cells[1], cells[2]));
    }
}
