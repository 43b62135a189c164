using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Notifications;

/// <summary>
/// When messages leave the house: within these hours of working days, China Standard Time. Nobody is woken at night; what
/// waits is sent in the morning.
/// </summary>
/// <param name="From">The first moment.</param>
/// <param name="Until">The last moment.</param>
public sealed record SendingHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>The hours where the office sets none.</summary>
    public static SendingHours Default { get; } = new(new TimeOnly(8, 30), new TimeOnly(17, 30));

    /// <summary>Whether a message may leave at an instant.</summary>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">The working days of the agency concerned.</param>
    public bool Include(DateTimeOffset at, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var time = TimeOnly.FromTimeSpan(at.ToOffset(ChinaTime.Offset).TimeOfDay);
        return calendar.IsWorkingDay(ChinaTime.DayOf(at)) && time >= From && time <= Until;
    }

    /// <summary>
    /// The first moment from an instant on at which a message may leave, UTC; the instant itself where it may leave then.
    /// </summary>
    /// <param name="at">The instant.</param>
    /// <param name="calendar">The working days of the agency concerned.</param>
    public DateTimeOffset NextFrom(DateTimeOffset at, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Include(at, calendar))
        {
            return at;
        }

        var (day, time) = (ChinaTime.DayOf(at), TimeOnly.FromTimeSpan(at.ToOffset(ChinaTime.Offset).TimeOfDay));
        var next = calendar.WorkingDayFrom(time > Until ? day.AddDays(1) : day);
        return ChinaTime.At(next, From);
    }
}
