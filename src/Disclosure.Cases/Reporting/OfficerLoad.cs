using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Reporting;

/// <summary>How much one officer has in hand in one agency, and has answered in a period.</summary>
/// <param name="Open">Open cases now.</param>
/// <param name="Overdue">Of these, with a reply that is overdue.</param>
/// <param name="DueSoon">Of these, with a reply that is due within three working days.</param>
/// <param name="Served">Replies served in the period, in cases that are the officer's now.</param>
public sealed record OfficerLoad(
    Guid AgencyId, string AgencyName, Guid OfficerId, string OfficerName, int Open, int Overdue, int DueSoon, int Served)
{
    /// <summary>
    /// The load of everybody who has a case in hand or answered one in the period, both days included: the late first, then the full desks.
    /// </summary>
    /// <param name="open">Cases open now.</param>
    /// <param name="replies">Replies of that period or of a longer one.</param>
    /// <param name="today">The day in China.</param>
    /// <param name="calendars">The calendars in force.</param>
    public static IReadOnlyList<OfficerLoad> Of(
        IReadOnlyCollection<OpenCase> open, IReadOnlyCollection<RateCase> replies,
        DateOnly from, DateOnly until, DateOnly today, CalendarSnapshot calendars)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        var inHand = open.ToLookup(row => (row.AgencyId, row.OfficerId));
        var served = replies.Where(row => row.CountsAs(ReplyFigure.Served, from, until)).ToLookup(row => (row.AgencyId, row.OfficerId));
        var people = open.Select(row => (row.AgencyId, row.AgencyName, row.OfficerId, row.OfficerName))
            .Concat(served.SelectMany(rows => rows).Select(row => (row.AgencyId, row.AgencyName, row.OfficerId, row.OfficerName)))
            .DistinctBy(person => (person.AgencyId, person.OfficerId));
        return [.. people
            .Select(person =>
            {
                var (cases, calendar) = (inHand[(person.AgencyId, person.OfficerId)], calendars.Of(person.AgencyId));
                int Count(OpenFigure figure) => cases.Count(row => row.CountsAs(figure, today, calendar));
                return new OfficerLoad(
                    person.AgencyId, person.AgencyName, person.OfficerId, person.OfficerName,
                    Count(OpenFigure.Open), Count(OpenFigure.Overdue), Count(OpenFigure.DueSoon),
                    served[(person.AgencyId, person.OfficerId)].Count());
            })
            .OrderByDescending(load => load.Overdue).ThenByDescending(load => load.DueSoon).ThenByDescending(load => load.Open)
            .ThenByDescending(load => load.Served)
            .ThenBy(load => load.OfficerName, StringComparer.Ordinal)];
    }
}
