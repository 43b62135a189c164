using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// When somebody is told, and who: thresholds are working days left, 0 on the due date, negative once late. Data of the
/// office; a threshold longer than the period itself is skipped, since it would be reached before anything was due.
/// </summary>
/// <param name="Law">For what the law asks of the agency; once late, every further working day is a threshold as well.</param>
/// <param name="Awaited">For what others owe: −1 is the first working day on which the agency may act.</param>
/// <param name="Office">For the office's own targets.</param>
/// <param name="ReviewerFrom">From this threshold on the agency's reviewers are told of what the law asks, beside the officer.</param>
/// <param name="ManagerFrom">From this threshold on the managers of the district are told as well.</param>
public sealed record AlertRules(
    IReadOnlyList<int> Law,
    IReadOnlyList<int> Awaited,
    IReadOnlyList<int> Office,
    int ReviewerFrom,
    int ManagerFrom)
{
    /// <summary>The rules where the office sets none.</summary>
    public static AlertRules Default { get; } = new([10, 5, 3, 1, 0], [-1], [1, 0, -1], ReviewerFrom: 3, ManagerFrom: 1);

    /// <summary>
    /// The thresholds reached, the tightest first. Late ones are reached on working days; on a day off nothing new is reached.
    /// </summary>
    /// <param name="item">What is due.</param>
    /// <param name="today">The day one looks.</param>
    /// <param name="calendar">The agency's calendar.</param>
    public IEnumerable<int> Reached(DueItem item, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(calendar);
        var (left, isLate) = (calendar.WorkingDaysLeft(item.DueOn, today), today > item.DueOn);
        var period = calendar.WorkingDaysBetween(item.StartsOn, item.DueOn);
        var origin = item.Kind.Origin();
        var late = origin == DueOrigin.Law ? Enumerable.Range(left, Math.Max(0, -left)) : [];
        var set = Of(item, calendar)
            .Where(threshold => threshold <= period && (threshold < 0 ? left <= threshold : isLate || left <= threshold));
        return late.Concat(set).Distinct().Order();
    }

    /// <summary>
    /// The first day after <paramref name="today"/> on which another threshold of something due is reached, unless
    /// something is recorded or the calendar changes before; null when none is left.
    /// </summary>
    /// <param name="item">What is due.</param>
    /// <param name="today">The day one looks.</param>
    /// <param name="calendar">The agency's calendar.</param>
    public DateOnly? NextChange(DueItem item, DateOnly today, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(calendar);
        var left = calendar.WorkingDaysLeft(item.DueOn, today);
        var period = calendar.WorkingDaysBetween(item.StartsOn, item.DueOn);
        var ahead = Of(item, calendar).Where(threshold => threshold <= period && threshold < left).ToList();
        if (item.Kind.Origin() == DueOrigin.Law)
        {
            ahead.Add(Math.Min(-1, left - 1));
        }

        // Each working day there is one less left, before the due date and after it; what is reached stays reached.
        return ahead.Count > 0 && calendar.TryAddWorkingDays(today, left - ahead.Max(), out var day) ? day : null;
    }

    /// <summary>The first of these days for several things due; null when nothing can come.</summary>
    /// <param name="items">What is due.</param>
    /// <param name="today">The day one looks.</param>
    /// <param name="calendar">The agency's calendar.</param>
    public DateOnly? NextChange(IEnumerable<DueItem> items, DateOnly today, WorkingDayCalendar calendar) =>
        items.Select(item => NextChange(item, today, calendar)).Min();

    // Whoever was asked is told on the day of asking: with the whole period left.
    private IReadOnlyList<int> Of(DueItem item, WorkingDayCalendar calendar) => item.Kind.Origin() switch
    {
        DueOrigin.Law => Law,
        DueOrigin.Awaited => Awaited,
        DueOrigin.Office => Office,
        DueOrigin.Asked => [calendar.WorkingDaysBetween(item.StartsOn, item.DueOn), .. Office],
    };

    /// <summary>
    /// Who is told: <see cref="Role.Clerk"/> stands for the officer in charge alone. Of what a colleague was asked for that colleague
    /// is told in any case, the officer once it is late.
    /// </summary>
    public Role Told(DueKind kind, int threshold) => kind.Origin() switch
    {
        DueOrigin.Law =>
            Role.Clerk | (threshold <= ReviewerFrom ? Role.Reviewer : Role.None) | (threshold <= ManagerFrom ? Role.Manager : Role.None),
        DueOrigin.Awaited => Role.Clerk,
        DueOrigin.Office => kind == DueKind.ApprovalTarget ? Role.Clerk | Role.Reviewer : Role.Clerk,
        DueOrigin.Asked => threshold < 0 ? Role.Clerk : Role.None,
    };
}
