using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.AnnualReports;

/// <summary>上报年度报告: freezes the figures of a year as they are now, with the text, as a numbered version (art. 49, 50).</summary>
/// <param name="Year">The year reported, which has ended.</param>
/// <param name="IsDistrict">Whether it is the district's own, all agencies together; for managers alone.</param>
/// <param name="Seen">The figures that the person saw, as <see cref="AnnualFigures.Fingerprint"/>; others are not handed in unseen.</param>
public sealed record HandInReport(int Year, bool IsDistrict, string Seen) : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => IsDistrict ? Role.Manager : Role.Reviewer | Role.Manager;
}

internal sealed class HandInReportRules : AbstractValidator<HandInReport>
{
    public HandInReportRules(TimeProvider time) =>
        RuleFor(command => command.Year)
            .Must(year => year < time.Today().Year).Refuse("report.yearNotOver")
            .Must(year => year >= ReportYears.First).Refuse("report.yearBeforeRegulation", ReportYears.First);
}

internal sealed class HandInReportHandler(IAnnualReports reports, CurrentActor actor, TimeProvider time, IIds ids)
    : ICommandHandler<HandInReport, int>
{
    public async Task<Result<int>> Handle(HandInReport request, CancellationToken cancellationToken)
    {
        Guid? agencyId = request.IsDistrict ? null : actor.Value.AgencyId;
        var figures = AnnualFigures.Of(request.Year, await reports.Read(request.Year, agencyId, cancellationToken));
        if (figures.Fingerprint() != request.Seen)
        {
            return new Refusal("report.figuresMoved") { Field = nameof(request.Seen) };
        }

        var chapters = await reports.Chapters(request.Year, agencyId, cancellationToken);
        var earlier = (await reports.HandedIn(request.Year, cancellationToken)).Where(each => each.AgencyId == agencyId).ToList();
        if (earlier.Count > 0 && earlier[0].Figures.Fingerprint() == figures.Fingerprint()
            && earlier[0].Chapters.SequenceEqual(chapters))
        {
            return new Refusal("report.nothingNew", earlier[0].Version);
        }

        var version = earlier.Count + 1;
        var report = new HandedInReport(
            ids.Next(), agencyId, request.Year, version, figures, chapters, time.GetUtcNow(), actor.Value.Id, actor.Value.Name);
        return await reports.Add(report, cancellationToken) ? version : new Refusal("report.handedInMeanwhile");
    }
}
