using Disclosure.Cases.Agencies;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Web.Pages.Calendars;

/// <summary>A case that a change of the calendar moves, as a page shows it.</summary>
internal sealed record MovedLine(MovedCase Case, string AgencyName, string OfficerName);

/// <summary>An entry of the calendar's journal as a page shows it.</summary>
internal sealed record ChangeLine(CalendarChange Change, string AgencyName, string By, bool IsInForce);

/// <summary>Reads the calendar's journal and previews for the administrator's pages.</summary>
internal sealed class CalendarPageQuery(
    CalendarsInForce calendars,
    CalendarChangeService service,
    IServiceProvider services,
    IAgencies agencies,
    IUsers users,
    TimeProvider time)
{
    private readonly Dictionary<Guid, string> names = [];

    public CalendarSnapshot InForce => calendars.Snapshot;

    /// <summary>The day in China.</summary>
    public DateOnly Today => time.Today();

    /// <summary>What a change would do, judged by the same rules as the change itself.</summary>
    public Task<Result<CalendarMoves>> Preview<T>(T command, CancellationToken cancellation)
        where T : IChangesCalendar =>
        new ValidationBehaviour<T, Result<CalendarMoves>>(services.GetServices<IValidator<T>>())
            .Handle(command, cancellation, () => service.Preview(command, cancellation));

    public Task<IReadOnlyList<Agency>> Agencies(CancellationToken cancellation) => agencies.AllOn(Today, cancellation);

    /// <summary>The moved cases with the names of their agencies and officers.</summary>
    public async Task<IReadOnlyList<MovedLine>> Lines(IReadOnlyList<MovedCase> moved, CancellationToken cancellation)
    {
        var known = await AgencyNames(cancellation);
        var lines = new List<MovedLine>();
        foreach (var each in moved)
        {
            lines.Add(new MovedLine(each, known.GetValueOrDefault(each.AgencyId, "—"), await NameOf(each.OfficerId, cancellation)));
        }

        return [.. lines.OrderBy(line => line.AgencyName, StringComparer.Ordinal)
            .ThenBy(line => line.Case.RegisterNumber, StringComparer.Ordinal)];
    }

    /// <summary>The journal, the latest entry first.</summary>
    public async Task<IReadOnlyList<ChangeLine>> Journal(Func<CalendarChange, bool> which, CancellationToken cancellation)
    {
        var known = await AgencyNames(cancellation);
        var closures = InForce.Closures.Select(closure => closure.Ordinal).ToHashSet();
        var notices = InForce.Changes.Where(change => change.Kind == CalendarChangeKind.Notice).GroupBy(change => change.Year)
            .Select(year => year.Last().Ordinal).ToHashSet();
        var lines = new List<ChangeLine>();
        foreach (var change in InForce.Changes.Where(which).Reverse())
        {
            lines.Add(new ChangeLine(
                change,
                change.AgencyId is { } id ? known.GetValueOrDefault(id, "—") : "",
                await NameOf(change.RecordedBy, cancellation),
                closures.Contains(change.Ordinal) || notices.Contains(change.Ordinal)));
        }

        return lines;
    }

    private async Task<Dictionary<Guid, string>> AgencyNames(CancellationToken cancellation) =>
        (await Agencies(cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);

    private async Task<string> NameOf(Guid userId, CancellationToken cancellation) =>
        names.TryGetValue(userId, out var name) ? name : names[userId] = (await users.Find(userId, cancellation))?.Name ?? "—";
}
