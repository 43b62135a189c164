using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// 取消二次验证: an administrator, by the pages or by the command line, takes away the second factor of somebody who lost it. Who
/// did it, when and why stands on the user's own page, and a message goes out. All sessions of the user end.
/// </summary>
/// <param name="UserId">The user; the own one is given up with password and code (<see cref="GiveUpSecondFactor"/>).</param>
/// <param name="Reason">Why.</param>
public sealed record TakeAwaySecondFactor(Guid UserId, string Reason) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator | Role.System;
}

internal sealed class TakeAwaySecondFactorRules : AbstractValidator<TakeAwaySecondFactor>
{
    private const int Longest = 200;

    public TakeAwaySecondFactorRules() => RuleFor(command => command.Reason).IsLine(Longest);
}

internal sealed class TakeAwaySecondFactorHandler(
    IUsers users, ISecondFactors factors, IAdministrationLog log, IAccountListener listener, CurrentActor actor)
    : ICommandHandler<TakeAwaySecondFactor, Unit>
{
    public async Task<Result<Unit>> Handle(TakeAwaySecondFactor request, CancellationToken cancellationToken)
    {
        if (await users.Find(request.UserId, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId") { Field = nameof(request.UserId) };
        }

        if (user.Id == actor.Value.Id)
        {
            return new Refusal("secondFactor.ownNeedsCode");
        }

        if (!await factors.Remove(user.Id, cancellationToken))
        {
            return new Refusal("secondFactor.none");
        }

        var entry = await log.Add(
            AdministrativeAct.SecondFactorTakenAway, user.AgencyId, user.Id, cancellationToken,
            new FieldChange(JournalFields.Reason, null, request.Reason.Trim()));
        await listener.Concerned(entry, AdministrativeAct.SecondFactorTakenAway, user, cancellationToken);
        return new Unit();
    }
}
