using System.Collections.Frozen;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.Clock;

/// <summary>
/// Which days are working days: Monday to Friday, as changed by the official notices. Years without a notice go by the
/// statutory holidays alone and are provisional. Immutable: a new notice makes a new calendar with another
/// <see cref="Version"/>, so that what was reckoned says by which calendar.
/// </summary>
public sealed class WorkingDayCalendar
{
    private readonly FrozenSet<int> noticeYears;
    private readonly ILookup<int, DayException> exceptions;
    private readonly CalendarYear?[] years = new CalendarYear?[DateOnly.MaxValue.Year + 1];
    private readonly Lazy<string> version;

    private WorkingDayCalendar(IEnumerable<DayException> exceptions, IEnumerable<int> noticeYears)
    {
        // Of two exceptions for a day the later one holds.
        var byDate = new SortedDictionary<DateOnly, DayException>();
        foreach (var exception in exceptions)
        {
            byDate[exception.Date] = exception;
        }

        this.noticeYears = noticeYears.ToFrozenSet();
        this.exceptions = byDate.Values.ToLookup(exception => exception.Date.Year);
        version = new Lazy<string>(Fingerprint);
    }

    /// <summary>The calendar of the State Council's notices 2008–2026, as shipped with the software.</summary>
    public static WorkingDayCalendar Official { get; } = ReadOfficial();

    /// <summary>The identity of the calendar's content: equal calendars have equal versions. Sixteen hexadecimal digits.</summary>
    public string Version => version.Value;

    /// <summary>The years whose official notice is part of this calendar, ascending.</summary>
    public IReadOnlyList<int> NoticeYears => [.. noticeYears.Order()];

    /// <summary>Every day that a notice lifts out of the plain week, by date.</summary>
    public IEnumerable<DayException> Exceptions => exceptions.SelectMany(year => year);

    /// <summary>A calendar of these exceptions, in which only <paramref name="noticeYears"/> are not provisional.</summary>
    public static WorkingDayCalendar From(IEnumerable<DayException> exceptions, IEnumerable<int> noticeYears) =>
        new(exceptions, noticeYears);

    /// <summary>This calendar with single days changed; whether a year is provisional stays as it was.</summary>
    public WorkingDayCalendar With(params IEnumerable<DayException> exceptions) =>
        new(Exceptions.Concat(exceptions), noticeYears);

    /// <summary>
    /// This calendar with the official notice for <paramref name="year"/>: it replaces whatever was known of that year,
    /// and may also change days at the end of the year before.
    /// </summary>
    public WorkingDayCalendar WithNotice(int year, IEnumerable<DayException> exceptions) =>
        new(Exceptions.Where(exception => exception.Date.Year != year).Concat(exceptions), noticeYears.Append(year));

    /// <summary>Whether <paramref name="day"/> is a working day.</summary>
    public bool IsWorkingDay(DateOnly day) => Year(day.Year).IsWorkingDay(day.DayNumber);

    /// <summary>Whether no official notice for <paramref name="year"/> (1–9999) is known.</summary>
    public bool IsProvisional(int year) => !noticeYears.Contains(year);

    /// <summary>
    /// The name of the holiday for whose sake <paramref name="day"/> is off on a Monday to Friday or a working day on a
    /// Saturday or Sunday; null for a day of the plain week.
    /// </summary>
    public string? NameOf(DateOnly day) => Year(day.Year).NameOf(day);

    /// <summary>The <paramref name="count"/>-th working day after <paramref name="start"/>, which is itself not counted;
    /// with a count of 0, the start.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, or the day lies after 9999-12-31.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        return TryAddWorkingDays(start, count, out var day)
            ? day
            : throw new ArgumentOutOfRangeException(nameof(count), count, "The day lies beyond the calendar.");
    }

    /// <summary>As <see cref="AddWorkingDays"/>; false, and 9999-12-31, when the day lies beyond the calendar.</summary>
    public bool TryAddWorkingDays(DateOnly start, int count, out DateOnly day)
    {
        for (day = start; count > 0; )
        {
            if (day == DateOnly.MaxValue)
            {
                return false;
            }

            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                count--;
            }
        }

        return true;
    }

    /// <summary>How many working days lie after <paramref name="fromExclusive"/>, up to and including
    /// <paramref name="toInclusive"/>; 0 when that is not later.</summary>
    public int WorkingDaysBetween(DateOnly fromExclusive, DateOnly toInclusive)
    {
        var count = 0;
        for (var day = fromExclusive; day < toInclusive; )
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day))
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>
    /// Working days from <paramref name="today"/> (not counted) to <paramref name="dueOn"/> (counted); on the due date
    /// 0; late: minus the working days since (today counted). A due date that was moved to no working day counts as its day.
    /// </summary>
    public int WorkingDaysLeft(DateOnly dueOn, DateOnly today) =>
        today <= dueOn ? WorkingDaysBetween(today, dueOn) : -WorkingDaysBetween(dueOn, today);

    /// <summary><paramref name="day"/> if it is a working day, else the next one.</summary>
    public DateOnly WorkingDayFrom(DateOnly day)
    {
        while (!IsWorkingDay(day) && day < DateOnly.MaxValue)
        {
            day = day.AddDays(1);
        }

        return day;
    }

    // Years are worked out when first asked for. Two threads may do it at once; they build the same.
    private CalendarYear Year(int year) =>
        years[year] ??= CalendarYear.Build(year, noticeYears.Contains(year), exceptions[year]);

    private string Fingerprint()
    {
        var content = new StringBuilder().AppendJoin(',', NoticeYears);
        foreach (var (date, kind, name) in Exceptions)
        {
            content.Append('\n').Append(date.DayNumber).Append(kind).Append(name);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..16];
    }

    private static WorkingDayCalendar ReadOfficial()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("working-day-exceptions.csv")!;
        using var reader = new StreamReader(stream);
        var official = NoticeFile.Read(reader);
        return new WorkingDayCalendar(official, official.Select(exception => exception.Date.Year).Distinct());
    }
}
