using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Calendars;

/// <summary>导入放假安排: the official notice for a year; the open cases that it moves are told so.</summary>
/// <param name="Year">The year.</param>
/// <param name="Content">The days, as <see cref="NoticeFile"/> reads them.</param>
/// <param name="Note">Where the notice stands, e.g. 国办发明电〔2026〕7号.</param>
/// <param name="BasedOn">The edition that the preview was made with.</param>
public sealed record ImportNotice(int Year, string Content, string Note, int BasedOn) : ICommand<CalendarMoves>, IChangesCalendar
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;

    /// <inheritdoc/>
    public Result<CalendarChange> Judge(CalendarSnapshot calendars, CalendarChange entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var days = NoticeFile.Check(Content, Year, out var findings);
        var latest = ChinaTime.DayOf(entry.RecordedAt).Year + 1;
        if (Year < RuleSet.EarliestReceipt.Year || Year > latest)
        {
            return new Refusal("calendar.year", RuleSet.EarliestReceipt.Year, latest) { Field = nameof(Year) };
        }

        return findings.Count > 0
            ? Result<CalendarChange>.Refused([.. findings.Select(finding => finding with { Field = nameof(Content) })])
            : entry with { Kind = CalendarChangeKind.Notice, Year = Year, Content = NoticeFile.Write(days), Note = Note.Trim() };
    }
}

internal sealed class ImportNoticeRules : AbstractValidator<ImportNotice>
{
    public ImportNoticeRules()
    {
        RuleFor(command => command.Content).IsText();
        RuleFor(command => command.Note).IsLine(500);
    }
}

internal sealed class ImportNoticeHandler(CalendarChangeService service) : ICommandHandler<ImportNotice, CalendarMoves>
{
    public Task<Result<CalendarMoves>> Handle(ImportNotice request, CancellationToken cancellationToken) =>
        service.Record(request, cancellationToken);
}
