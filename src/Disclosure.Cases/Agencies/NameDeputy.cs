using Disclosure.Cases.Messaging;
using FluentValidation;
using MediatR;

namespace Disclosure.Cases.Agencies;

/// <summary>A reviewer names a colleague of the same agency who approves in the reviewer's place for a time.</summary>
/// <param name="DeputyId">The colleague.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record NameDeputy(Guid DeputyId, DateOnly From, DateOnly Until) : ICommand<Done>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Reviewer;
}

/// <summary>The rules for <see cref="NameDeputy"/>.</summary>
public sealed class NameDeputyRules : AbstractValidator<NameDeputy>
{
    /// <summary>The rules.</summary>
    public NameDeputyRules() => RuleFor(command => command.Until).Must((command, until) => until >= command.From).Refuse("date.endBeforeStart");
}

internal sealed class NameDeputyHandler(IUsers users, CurrentActor actor) : IRequestHandler<NameDeputy, Result<Done>>
{
    public async Task<Result<Done>> Handle(NameDeputy request, CancellationToken cancellationToken)
    {
        var deputy = await users.Find(request.DeputyId);
        if (deputy is not { IsActive: true } || deputy.AgencyId != actor.Value.AgencyId || deputy.Id == actor.Value.Id)
        {
            return new Refusal("deputy.notAColleague") { Field = nameof(request.DeputyId) };
        }

        await users.NameDeputy(actor.Value.Id, deputy.Id, request.From, request.Until);
        return new Done();
    }
}
