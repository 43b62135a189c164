using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Exporting;

/// <summary>导出台账: asks for the cases received in a period as a spreadsheet, which is made in the background.</summary>
/// <param name="AgencyId">Of which agency, or null for the district: for managers alone.</param>
/// <param name="From">The first day of receipt (of arrival, where receipt is not confirmed).</param>
/// <param name="Until">The last one; ten years at most.</param>
public sealed record RequestExport(Guid? AgencyId, DateOnly From, DateOnly Until) : ICommand<Guid>
{
    /// <summary>How many exports somebody may have asked for that are not yet made.</summary>
    public const int MostUnfinished = 3;

    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Reviewer | Role.Manager;
}

internal sealed class RequestExportRules : AbstractValidator<RequestExport>
{
    private const int LongestInYears = 10;

    public RequestExportRules(TimeProvider time)
    {
        RuleFor(command => command.From).HasCome(time);
        RuleFor(command => command.Until)
            .Must((command, until) => until >= command.From).Refuse("date.endBeforeStart")
            .Must((command, until) => command.From > time.Today() || until < command.From.AddYears(LongestInYears))
            .Refuse("export.periodTooLong", LongestInYears);
    }
}

internal sealed class RequestExportHandler(
    IExports exports, IAgencies agencies, IUnitOfWork work, CurrentActor actor, TimeProvider time, IIds ids)
        : ICommandHandler<RequestExport, Guid>
{
    public async Task<Result<Guid>> Handle(RequestExport request, CancellationToken cancellationToken)
    {
        if (!Export.IsAllowedTo(actor.Value, request.AgencyId))
        {
            return new Refusal("export.otherAgency") { Field = nameof(RequestExport.AgencyId) };
        }

        if (request.AgencyId is { } agencyId
            && (await agencies.AllOn(time.Today(), cancellationToken)).All(agency => agency.Id != agencyId))
        {
            return new Refusal("choice.unknown") { Field = nameof(RequestExport.AgencyId) };
        }

        var export = new Export(
            ids.Next(), ExportKind.CaseLedger, request.AgencyId, request.From, request.Until, actor.Value.Id, time.GetUtcNow());
        if (!await exports.Add(export, RequestExport.MostUnfinished, cancellationToken))
        {
            return new Refusal("export.tooMany", RequestExport.MostUnfinished);
        }

        work.StartAfterCommit(RequestedJob.MakeExport, export.Id);
        return export.Id;
    }
}
