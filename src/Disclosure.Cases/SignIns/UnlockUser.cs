using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SignIns;

/// <summary>解除锁定: lets somebody try again at once who is locked after too many wrong passwords.</summary>
/// <param name="UserId">The user.</param>
public sealed record UnlockUser(Guid UserId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator | Role.System;
}

internal sealed class UnlockUserHandler(
    IUsers users, ISignInLocks locks, IAdministrationLog log, AdministratorSeparation separation, CurrentActor actor)
    : ICommandHandler<UnlockUser, Unit>
{
    public async Task<Result<Unit>> Handle(UnlockUser request, CancellationToken cancellationToken)
    {
        if (await users.Find(request.UserId, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId") { Field = nameof(request.UserId) };
        }

        if (separation.OwnAccountFault(actor, user.Id) is { } fault)
        {
            return fault;
        }

        if (await locks.LockedUntil(user.Id, cancellationToken) is null)
        {
            return new Refusal("user.notLocked");
        }

        await locks.Unlock(user.Id, cancellationToken);
        await log.Add(AdministrativeAct.UserUnlocked, user.AgencyId, user.Id, cancellationToken);
        return new Unit();
    }
}
