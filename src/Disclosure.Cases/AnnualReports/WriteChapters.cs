using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.AnnualReports;

/// <summary>Keeps the text of an annual report: of the own agency's, or by a manager of the district's.</summary>
/// <param name="Chapters">The chapters and their text, up to 20,000 characters each; what is not named stays.</param>
public sealed record WriteChapters(int Year, bool IsDistrict, IReadOnlyDictionary<ReportChapter, string> Chapters) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => IsDistrict ? Role.Manager : Role.Clerk | Role.Reviewer | Role.Manager;
}

internal sealed class WriteChaptersRules : AbstractValidator<WriteChapters>
{
    private const int Longest = 20_000;

    public WriteChaptersRules()
    {
        RuleFor(command => command.Year).GreaterThanOrEqualTo(ReportYears.First).Refuse("report.yearBeforeRegulation", ReportYears.First);
        RuleForEach(command => command.Chapters).ChildRules(each => each.RuleFor(chapter => chapter.Value).IsOptionalText(Longest));
    }
}

internal sealed class WriteChaptersHandler(IAnnualReports reports, CurrentActor actor) : ICommandHandler<WriteChapters, Unit>
{
    public async Task<Result<Unit>> Handle(WriteChapters request, CancellationToken cancellationToken)
    {
        foreach (var (chapter, text) in request.Chapters)
        {
            await reports.SetChapter(
                request.Year, request.IsDistrict ? null : actor.Value.AgencyId, chapter, text, cancellationToken);
        }

        return new Unit();
    }
}
