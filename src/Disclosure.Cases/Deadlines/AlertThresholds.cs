using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Deadlines;

/// <summary>At how many working days before a due date somebody is told.</summary>
public static class AlertThresholds
{
    /// <summary>Working days left, from far to near.</summary>
    public static readonly IReadOnlyList<int> Before = [10, 5, 3, 1, 0];

    /// <summary>From this threshold on the manager is told as well as the officer.</summary>
    public const int ManagerFrom = 1;

    /// <summary>
    /// Working days from <paramref name="today"/> (not counted) to <paramref name="dueOn"/> (counted); on the due date
    /// 0; late: minus the working days since (today counted). A due date that was moved to no working day counts as its day.
    /// </summary>
    public static int WorkingDaysLeft(DateOnly dueOn, DateOnly today, WorkingDayCalendar calendar) =>
        today <= dueOn ? calendar.WorkingDaysBetween(today, dueOn) : -calendar.WorkingDaysBetween(dueOn, today);

    /// <summary>
    /// The thresholds reached with so many working days left, the tightest first. Late ones are reached on every
    /// working day; on a day off nothing new is reached.
    /// </summary>
    public static IEnumerable<int> Reached(int workingDaysLeft, bool isLate)
    {
        for (var late = workingDaysLeft; late < 0; late++)
        {
            yield return late;
        }

        foreach (var threshold in Before.Reverse().Where(threshold => isLate || workingDaysLeft <= threshold))
        {
            yield return threshold;
        }
    }
}
