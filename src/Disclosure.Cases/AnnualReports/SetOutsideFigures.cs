using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.AnnualReports;

/// <summary>系统外办理: what the own agency handled in a year outside of this software, in the place of what was on record.</summary>
/// <param name="Year">The year of the report.</param>
/// <param name="Lines">For each line and kind of applicant how many; what is not named is none.</param>
public sealed record SetOutsideFigures(int Year, IReadOnlyList<OutsideLine> Lines) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Reviewer | Role.Manager;
}

/// <summary>How many count in a line and column.</summary>
/// <param name="Cases">0 to <see cref="OutsideFigure.Most"/>.</param>
public sealed record OutsideLine(string Line, ApplicantKind Kind, int Cases);

internal sealed class SetOutsideFiguresRules : AbstractValidator<SetOutsideFigures>
{
    public SetOutsideFiguresRules(TimeProvider time)
    {
        RuleFor(command => command.Year)
            .Must(year => year <= time.Today().Year).Refuse("report.yearInFuture")
            .Must(year => year >= ReportYears.First).Refuse("report.yearBeforeRegulation", ReportYears.First);
        RuleForEach(command => command.Lines).ChildRules(line =>
        {
            line.RuleFor(each => each.Line).Must(ReportLines.Counted.Contains).Refuse("choice.unknown");
            line.RuleFor(each => each.Kind).IsInEnum().Refuse("choice.unknown");
            line.RuleFor(each => each.Cases).InclusiveBetween(0, OutsideFigure.Most).Refuse("number.outOfRange", 0, OutsideFigure.Most);
        });
    }
}

internal sealed class SetOutsideFiguresHandler(IAnnualReports reports, CurrentActor actor) : ICommandHandler<SetOutsideFigures, Unit>
{
    public async Task<Result<Unit>> Handle(SetOutsideFigures request, CancellationToken cancellationToken)
    {
        var agencyId = actor.Value.AgencyId;
        List<OutsideFigure> figures =
        [
            .. request.Lines.Where(line => line.Cases > 0)
                .Select(line => new OutsideFigure(agencyId, request.Year, line.Line, line.Kind, line.Cases)),
        ];
        var others = (await reports.Outside(agencyId, cancellationToken)).Where(figure => figure.Year != request.Year);
        var impossible = new OutsideFigures([.. others, .. figures]).Impossible.Order().ToList();
        if (impossible.Count > 0)
        {
            return new Refusal("report.outsideImpossible", impossible[0].Year, impossible[0].Kind) { Field = nameof(request.Lines) };
        }

        await reports.SetOutside(agencyId, request.Year, figures, cancellationToken);
        return new Unit();
    }
}
