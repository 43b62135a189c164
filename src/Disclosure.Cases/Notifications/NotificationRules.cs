using Disclosure.Cases.Clock;
using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.Notifications;

/// <summary>When messages leave the house: within these hours of working days, China Standard Time. Nobody is woken at night; what waits is sent in the morning.</summary>
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
}

/// <summary>How often a message is tried, and how long is waited in between.</summary>
/// <param name="Waits">The wait after each failed attempt; after the last one the message counts as undeliverable.</param>
/// <param name="Lease">How long a server has a message to itself.</param>
public sealed record DeliveryAttempts(IReadOnlyList<TimeSpan> Waits, TimeSpan Lease)
{
    /// <summary>Over about a day: eight attempts.</summary>
    public static DeliveryAttempts Default { get; } = new(
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12)],
        TimeSpan.FromMinutes(5));

    /// <summary>When to try again after so many failed attempts; null: no more.</summary>
    public TimeSpan? WaitAfter(int attempts) => attempts <= Waits.Count ? Waits[attempts - 1] : null;
}
