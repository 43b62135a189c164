using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Calendars;

/// <summary>The notice that is wanted.</summary>
public static class NextNotice
{
    // The State Council publishes the next year's notice in October or November.
    private const int WantedFromMonth = 11;

    /// <summary>
    /// The year whose official notice should be imported by now: this year's if it is missing, from 1 November the next
    /// one's; null when nothing is missing.
    /// </summary>
    public static int? Wanted(WorkingDayCalendar calendar, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.IsProvisional(today.Year) ? today.Year
            : today.Month >= WantedFromMonth && calendar.IsProvisional(today.Year + 1) ? today.Year + 1
            : null;
    }
}
