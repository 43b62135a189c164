using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>Days of work, counted in both directions.</summary>
internal static class WorkingDays
{
    /// <summary>
    /// The <paramref name="count"/>-th working day after a day, or before it where the count is negative; with 0 the day,
    /// or the next working day.
    /// </summary>
    public static DateOnly WorkingDay(this WorkingDayCalendar calendar, DateOnly from, int count)
    {
        if (count == 0)
        {
            return calendar.WorkingDayFrom(from);
        }

        if (count > 0)
        {
            return calendar.AddWorkingDays(from, count);
        }

        var day = from;
        while (count < 0)
        {
            day = day.AddDays(-1);
            count += calendar.IsWorkingDay(day) ? 1 : 0;
        }

        return day;
    }

    /// <summary>
    /// The working day on which an application was received that is due on <paramref name="dueOn"/>, a working day (art. 33).
    /// </summary>
    public static DateOnly ReceivedFor(this WorkingDayCalendar calendar, DateOnly dueOn) =>
        calendar.WorkingDay(dueOn, -RuleSet.Order711.ReplyDays);
}
