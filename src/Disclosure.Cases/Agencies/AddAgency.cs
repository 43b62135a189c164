using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>Adds an agency to the district.</summary>
/// <param name="From">Its first day, not before the first regulation's; earlier applications than that cannot be entered for it.</param>
/// <param name="Particulars">What it is from then on.</param>
public sealed record AddAgency(DateOnly From, AgencyParticulars Particulars) : ICommand<Guid>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class AddAgencyRules : AbstractValidator<AddAgency>
{
    public AddAgencyRules(TimeProvider time)
    {
        RuleFor(command => command.From)
            .Must(day => day >= Clock.RuleSet.EarliestReceipt).Refuse("date.beforeRegulation", Clock.RuleSet.EarliestReceipt)
            .Must(day => day <= time.Today().AddYears(ChangeAgency.MostYearsAhead)).Refuse("date.tooFarAhead", ChangeAgency.MostYearsAhead);
        RuleFor(command => command.Particulars).SetValidator(new AgencyParticularsRules());
    }
}

internal sealed class AddAgencyHandler(IAgencies agencies, IAdministrationLog log, IIds ids) : ICommandHandler<AddAgency, Guid>
{
    public async Task<Result<Guid>> Handle(AddAgency request, CancellationToken cancellationToken)
    {
        var agency = request.Particulars.From(ids.Next(), request.From);
        if (AgencyRules.CodeTaken(await agencies.History(cancellationToken), agency.Id, agency.Code) is { } taken)
        {
            return taken;
        }

        await agencies.Add(agency, cancellationToken);
        await log.Add(
            AdministrativeAct.AgencyAdded,
            agency.Id,
            null,
            cancellationToken, new FieldChange(JournalFields.ValidFrom, null, $"{agency.ValidFrom:yyyy-MM-dd}"),
            new FieldChange(JournalFields.Name, null, agency.Name));
        return agency.Id;
    }
}
