namespace Disclosure.Cases.Clock;

/// <summary>The calendars that this process goes by, swapped whole; one instance a process.</summary>
public sealed class CalendarCache
{
    private volatile CalendarSnapshot now = CalendarSnapshot.Shipped;

    /// <summary>The calendars in force, as far as this process knows.</summary>
    public CalendarSnapshot Now
    {
        get => now;
        internal set => now = value;
    }
}

/// <summary>The calendars that one request, command or job goes by from its beginning to its end.</summary>
public sealed class CalendarsInForce(CalendarCache shelf)
{
    /// <summary>The calendars.</summary>
    public CalendarSnapshot Snapshot { get; private set; } = shelf.Now;

    /// <summary>The calendar of the district.</summary>
    public WorkingDayCalendar District => Snapshot.Of(null);

    /// <summary>The calendar of an agency.</summary>
    public WorkingDayCalendar Of(Guid agencyId) => Snapshot.Of(agencyId);

    /// <summary>Takes over what was recorded meanwhile, here or on another server, for this scope and for those that begin later.</summary>
    public async Task Refresh(ICalendarChanges changes, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(changes);
        if (await changes.Edition(cancellation) != Snapshot.Edition)
        {
            Snapshot = new CalendarSnapshot(await changes.All(cancellation));
        }

        // Nothing is taken off a journal that only grows: the process never goes back.
        if (Snapshot.Edition != shelf.Now.Edition)
        {
            shelf.Now = Snapshot;
        }
    }

    /// <summary>Goes by a change that is being recorded in the transaction under way; the process learns of it after the commit.</summary>
    internal void GoBy(CalendarSnapshot next) => Snapshot = next;
}
