using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>
/// A reviewer names a colleague of the same agency who approves in the reviewer's place for a time; for one who is away
/// already, an administrator does.
/// </summary>
/// <param name="DeputyId">The colleague.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day: not over yet.</param>
/// <param name="InPlaceOf">The reviewer; null for the reviewer who acts. Somebody else's deputy is for administrators to name.</param>
public sealed record NameDeputy(Guid DeputyId, DateOnly From, DateOnly Until, Guid? InPlaceOf = null) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Reviewer | Role.SecurityAdministrator;
}

internal sealed class NameDeputyRules : AbstractValidator<NameDeputy>
{
    public NameDeputyRules(TimeProvider time) => RuleFor(command => command.Until)
        .Must((command, until) => until >= command.From).Refuse("date.endBeforeStart")
        .Must(until => until >= time.Today()).WithState(_ => new Refusal("date.inPast", time.Today()));
}

internal sealed class NameDeputyHandler(IUsers users, IAdministrationLog log, CurrentActor actor) : ICommandHandler<NameDeputy, Unit>
{
    public async Task<Result<Unit>> Handle(NameDeputy request, CancellationToken cancellationToken)
    {
        if (request.InPlaceOf is { } other && other != actor.Value.Id && !actor.Value.Is(Role.SecurityAdministrator))
        {
            return new Refusal("deputy.notYours");
        }

        // Who only deputises has nothing of the own to hand on.
        if (await users.Find(request.InPlaceOf ?? actor.Value.Id, cancellationToken) is not { IsActive: true } reviewer
            || !reviewer.Roles.HasFlag(Role.Reviewer))
        {
            return new Refusal("deputy.notAReviewer") { Field = nameof(request.InPlaceOf) };
        }

        var deputy = await users.Find(request.DeputyId, cancellationToken);
        if (deputy is not { IsActive: true } || deputy.AgencyId != reviewer.AgencyId || deputy.Id == reviewer.Id
            || (deputy.Roles & AdministratorSeparation.Divided) != Role.None)
        {
            return new Refusal("deputy.notAColleague") { Field = nameof(request.DeputyId) };
        }

        await users.NameDeputy(reviewer.Id, deputy.Id, request.From, request.Until, cancellationToken);
        await log.Add(
            AdministrativeAct.DeputyNamed,
            reviewer.AgencyId,
            reviewer.Id,
            cancellationToken, new FieldChange(JournalFields.DeputyId, null, deputy.Name),
            new FieldChange(JournalFields.From, null, $"{request.From:yyyy-MM-dd}"),
            new FieldChange(JournalFields.Until, null, $"{request.Until:yyyy-MM-dd}"));
        return new Unit();
    }
}
