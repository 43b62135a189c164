using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Parties;

/// <summary>What changing who receives the letters must not do.</summary>
internal static class RecipientsRules
{
    /// <summary>
    /// Whether a notice that only some have would count as served, now that the reply is overdue: an extension that one of them had in
    /// time and another had not would move the due date after it has passed.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="today">The day it is.</param>
    public static bool WouldComplete(CaseFile file, CalendarSnapshot calendars, DateOnly today) =>
        file.IsOverdueOn(calendars, today) && file.Documents.Any(document => document is { IsHalfServed: true, IsRevocable: true });
}
