using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Calendars;

/// <summary>临时停办: days on which the district or one agency cannot work, such as a flood; they are no working days.</summary>
/// <param name="AgencyId">The agency; null for the whole district.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day.</param>
/// <param name="Reason">Why; it stands in the ledger of every case that it touches.</param>
/// <param name="BasedOn">The edition that the preview was made with.</param>
public sealed record RecordClosure(Guid? AgencyId, DateOnly From, DateOnly Until, string Reason, int BasedOn)
    : ICommand<CalendarMoves>, IChangesCalendar
{
    /// <summary>The most days of one closure.</summary>
    public const int MostDays = 31;

    // As far back and ahead as a closure is still news to somebody.
    private const int MostDaysAway = 366;

    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;

    /// <inheritdoc/>
    public Result<CalendarChange> Judge(CalendarSnapshot calendars, CalendarChange entry)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        ArgumentNullException.ThrowIfNull(entry);
        var today = ChinaTime.DayOf(entry.RecordedAt);
        if (Until < From || Until.DayNumber - From.DayNumber >= MostDays)
        {
            return new Refusal("calendar.closureLength", MostDays) { Field = nameof(Until) };
        }

        if (Math.Abs(From.DayNumber - today.DayNumber) > MostDaysAway)
        {
            return new Refusal("calendar.closureFarAway") { Field = nameof(From) };
        }

        // A comma would end the name in the file's form.
        var name = Reason.Trim().Replace(',', '，');
        var calendar = calendars.Of(AgencyId);
        var days = Enumerable.Range(From.DayNumber, Until.DayNumber - From.DayNumber + 1).Select(DateOnly.FromDayNumber)
            .Where(calendar.IsWorkingDay)
            .Select(day => new DayException(day, DayExceptionKind.Off, name)).ToList();
        return days.Count == 0
            ? new Refusal("calendar.closureChangesNothing") { Field = nameof(From) }
            : entry with { Kind = CalendarChangeKind.Closure, AgencyId = AgencyId, Content = NoticeFile.Write(days), Note = name };
    }
}

/// <summary>撤销临时停办: a closure that should not have been recorded no longer counts; it stays on record.</summary>
/// <param name="Ordinal">The closure's entry in the journal.</param>
/// <param name="Reason">Why.</param>
/// <param name="BasedOn">The edition that the preview was made with.</param>
public sealed record RevokeClosure(int Ordinal, string Reason, int BasedOn) : ICommand<CalendarMoves>, IChangesCalendar
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;

    /// <inheritdoc/>
    public Result<CalendarChange> Judge(CalendarSnapshot calendars, CalendarChange entry)
    {
        ArgumentNullException.ThrowIfNull(calendars);
        ArgumentNullException.ThrowIfNull(entry);
        return calendars.Closures.FirstOrDefault(closure => closure.Ordinal == Ordinal) is { } closure
            ? entry with { Kind = CalendarChangeKind.Revocation, AgencyId = closure.AgencyId, Revokes = Ordinal, Note = Reason.Trim() }
            : new Refusal("calendar.noClosure") { Field = nameof(Ordinal) };
    }
}

internal sealed class RecordClosureRules : AbstractValidator<RecordClosure>
{
    public RecordClosureRules() => RuleFor(command => command.Reason).IsLine(NoticeFile.LongestName);
}

internal sealed class RevokeClosureRules : AbstractValidator<RevokeClosure>
{
    public RevokeClosureRules() => RuleFor(command => command.Reason).IsLine(500);
}

internal sealed class RecordClosureHandler(CalendarChangeService service, Agencies.IAgencies agencies, TimeProvider time)
    : ICommandHandler<RecordClosure, CalendarMoves>
{
    public async Task<Result<CalendarMoves>> Handle(RecordClosure request, CancellationToken cancellationToken) =>
        request.AgencyId is { } id && (await agencies.AllOn(time.Today(), cancellationToken)).All(agency => agency.Id != id)
            ? new Refusal("choice.unknown") { Field = nameof(RecordClosure.AgencyId) }
            : await service.Record(request, cancellationToken);
}

internal sealed class RevokeClosureHandler(CalendarChangeService service) : ICommandHandler<RevokeClosure, CalendarMoves>
{
    public Task<Result<CalendarMoves>> Handle(RevokeClosure request, CancellationToken cancellationToken) =>
        service.Record(request, cancellationToken);
}
