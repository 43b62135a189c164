using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>
/// An agency is renamed, or has another code, organ of reconsideration, court or masthead, from a day on. What was given
/// and sent before stays as it was: no version that has begun is ever edited. A code belongs to one agency for ever.
/// </summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="From">The first day of the new version: today at the earliest.</param>
/// <param name="Particulars">What the agency is from then on, until its next version.</param>
public sealed record ChangeAgency(Guid AgencyId, DateOnly From, AgencyParticulars Particulars) : ICommand<Unit>
{
    /// <summary>How many years ahead a change may be entered.</summary>
    public const int MostYearsAhead = 3;

    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class ChangeAgencyRules : AbstractValidator<ChangeAgency>
{
    public ChangeAgencyRules(TimeProvider time)
    {
        RuleFor(command => command.From)
            .Must(day => day >= time.Today()).WithState(_ => new Refusal("date.inPast", time.Today()))
            .Must(day => day <= time.Today().AddYears(ChangeAgency.MostYearsAhead)).Refuse("date.tooFarAhead", ChangeAgency.MostYearsAhead);
        RuleFor(command => command.Particulars).SetValidator(new AgencyParticularsRules());
    }
}

internal sealed class ChangeAgencyHandler(IAgencies agencies, IAdministrationLog log) : ICommandHandler<ChangeAgency, Unit>
{
    public async Task<Result<Unit>> Handle(ChangeAgency request, CancellationToken cancellationToken)
    {
        var history = await agencies.History(cancellationToken);
        var versions = history.Where(version => version.Id == request.AgencyId).ToList();
        if (versions.FindLast(version => version.ValidFrom <= request.From) is not { } before)
        {
            return new Refusal(versions.Count == 0 ? "agency.unknown" : "agency.notBegun") { Field = nameof(request.From) };
        }

        if (before.ValidFrom == request.From)
        {
            return new Refusal("agency.versionThatDay", request.From) { Field = nameof(request.From) };
        }

        var after = request.Particulars.From(request.AgencyId, request.From);
        if (AgencyRules.CodeTaken(history, request.AgencyId, after.Code) is { } taken)
        {
            return taken;
        }

        var changes = FieldChange.Between(AgencyParticulars.Of(before).Fields, AgencyParticulars.Of(after).Fields);
        if (changes.Count == 0)
        {
            return new Refusal("agency.nothingChanged");
        }

        await agencies.Add(after, cancellationToken);
        await log.Add(
            AdministrativeAct.AgencyChanged,
            after.Id,
            null,
            cancellationToken, [new FieldChange(JournalFields.ValidFrom, null, $"{after.ValidFrom:yyyy-MM-dd}"), .. changes]);
        return new Unit();
    }
}
