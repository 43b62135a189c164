using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>合并: from a day on another agency continues this one (<see cref="Succession"/>).</summary>
/// <param name="AgencyId">The agency that ends.</param>
/// <param name="SuccessorId">The agency that continues it; one that goes on itself.</param>
/// <param name="From">The first day: today at the earliest.</param>
public sealed record SucceedAgency(Guid AgencyId, Guid SuccessorId, DateOnly From) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class SucceedAgencyRules : AbstractValidator<SucceedAgency>
{
    public SucceedAgencyRules(TimeProvider time)
    {
        RuleFor(command => command.From)
            .Must(day => day >= time.Today()).WithState(_ => new Refusal("date.inPast", time.Today()))
            .Must(day => day <= time.Today().AddYears(ChangeAgency.MostYearsAhead)).Refuse("date.tooFarAhead", ChangeAgency.MostYearsAhead);
        RuleFor(command => command.SuccessorId).Must((command, successor) => successor != command.AgencyId).Refuse("agency.ownSuccessor");
    }
}

internal sealed class SucceedAgencyHandler(IAgencies agencies, IAdministrationLog log) : ICommandHandler<SucceedAgency, Unit>
{
    public async Task<Result<Unit>> Handle(SucceedAgency request, CancellationToken cancellationToken)
    {
        var begun = await agencies.AllOn(request.From, cancellationToken);
        if (begun.All(agency => agency.Id != request.AgencyId))
        {
            return new Refusal("agency.unknown");
        }

        if (begun.FirstOrDefault(agency => agency.Id == request.SuccessorId) is not { } successor)
        {
            return new Refusal("agency.notBegun") { Field = nameof(request.SuccessorId) };
        }

        // Whoever continues goes on itself: so nothing ever goes round in a circle.
        var all = await agencies.Successions(cancellationToken);
        if (all.Any(each => each.AgencyId == request.AgencyId || each.AgencyId == request.SuccessorId))
        {
            return all.Any(each => each.AgencyId == request.AgencyId)
                ? new Refusal("agency.succeededAlready")
                : new Refusal("agency.successorEnds", successor.Name) { Field = nameof(request.SuccessorId) };
        }

        await agencies.Succeed(new Succession(request.AgencyId, request.SuccessorId, request.From), cancellationToken);
        await log.Add(
            AdministrativeAct.AgencySucceeded,
            request.AgencyId,
            null,
            cancellationToken, new FieldChange(JournalFields.SuccessorId, null, successor.Name),
            new FieldChange(JournalFields.ValidFrom, null, $"{request.From:yyyy-MM-dd}"));
        return new Unit();
    }
}
