using System.Collections.Concurrent;

namespace Disclosure.Cases.Clock;

/// <summary>
/// The calendars of all agencies as one journal makes them: the shipped notices, those imported since, and the closures.
/// Immutable, so that one piece of work goes by one calendar from beginning to end.
/// </summary>
public sealed class CalendarSnapshot
{
    private readonly ConcurrentDictionary<(Guid? AgencyId, int Edition), WorkingDayCalendar> calendars = new();

    /// <summary>The calendars of a journal.</summary>
    /// <param name="changes">The entries in their order.</param>
    public CalendarSnapshot(IReadOnlyList<CalendarChange> changes)
    {
        ArgumentNullException.ThrowIfNull(changes);
        Changes = changes;
    }

    /// <summary>The calendar as shipped, edition 0.</summary>
    /// <remarks>
    /// The shipped file ends with the notice for 2026 and stays so: later years come in by an import, never with another
    /// version of the software, because that would move due dates without anybody seeing it.
    /// </remarks>
    public static CalendarSnapshot Shipped { get; } = new([]);

    /// <summary>The journal.</summary>
    public IReadOnlyList<CalendarChange> Changes { get; }

    /// <summary>The ordinal of its last entry; 0 without any.</summary>
    public int Edition => Changes.Count == 0 ? 0 : Changes[^1].Ordinal;

    /// <summary>The closures that count, in the order of their recording.</summary>
    public IEnumerable<CalendarChange> Closures => ClosuresIn(Changes);

    /// <summary>The calendar of an agency.</summary>
    /// <param name="agencyId">The agency; null for what holds in the whole district.</param>
    /// <param name="edition">As of that entry of the journal; null: as of the last.</param>
    public WorkingDayCalendar Of(Guid? agencyId, int? edition = null)
    {
        var concerning = Changes.Where(change => (edition is null || change.Ordinal <= edition) && change.Concerns(agencyId)).ToList();
        if (concerning.Count == 0)
        {
            return WorkingDayCalendar.Official;
        }

        // Agencies without closures of their own share the district's calendar.
        var own = concerning.Exists(change => change.AgencyId is not null) ? agencyId : null;
        return calendars.GetOrAdd((own, concerning[^1].Ordinal), _ => Build(concerning));
    }

    /// <summary>These calendars after one more change.</summary>
    public CalendarSnapshot With(CalendarChange change) => new([.. Changes, change]);

    // A notice may change days at the end of the year before: it goes on top of that year's, whichever was imported first.
    // Closures go on top of all notices, so that a notice imported later does not undo them.
    private static WorkingDayCalendar Build(List<CalendarChange> changes)
    {
        var calendar = WorkingDayCalendar.Official;
        foreach (var notice in changes.Where(change => change.Kind == CalendarChangeKind.Notice).GroupBy(change => change.Year!.Value)
            .OrderBy(year => year.Key))
        {
            calendar = calendar.WithNotice(notice.Key, notice.Last().Days);
        }

        return calendar.With(ClosuresIn(changes).SelectMany(closure => closure.Days));
    }

    private static IEnumerable<CalendarChange> ClosuresIn(IReadOnlyList<CalendarChange> changes)
    {
        var revoked = changes.Select(change => change.Revokes).OfType<int>().ToHashSet();
        return changes.Where(change => change.Kind == CalendarChangeKind.Closure && !revoked.Contains(change.Ordinal));
    }
}
