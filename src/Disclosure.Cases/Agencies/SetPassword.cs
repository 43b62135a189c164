using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>An administrator, by the pages or by the command line, gives somebody a new password who has forgotten the old one.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Password">The new password, which the user has to change.</param>
public sealed record SetPassword(Guid UserId, [property: NotPrinted] string Password) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator | Role.System;
}

internal sealed class SetPasswordRules : AbstractValidator<SetPassword>
{
    public SetPasswordRules() => RuleFor(command => command.Password).IsPassword();
}

internal sealed class SetPasswordHandler(
    IUsers users, IAgencies agencies, IPasswordDirectory directory, IAdministrationLog log, IAccountListener listener,
    AdministratorSeparation separation, CurrentActor actor, TimeProvider time)
    : ICommandHandler<SetPassword, Unit>
{
    public async Task<Result<Unit>> Handle(SetPassword request, CancellationToken cancellationToken)
    {
        if (await users.Find(request.UserId, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId") { Field = nameof(request.UserId) };
        }

        if (directory.Keeps(user.SignInName))
        {
            return new Refusal("user.passwordInDirectory");
        }

        if ((separation.OwnAccountFault(actor, user.Id)
            ?? await agencies.PasswordFault(user, request.Password, cancellationToken)) is { } fault)
        {
            return fault;
        }

        await users.SetPassword(user.SignInName, request.Password, time.GetUtcNow(), cancellationToken);
        var entry = await log.Add(AdministrativeAct.PasswordSet, user.AgencyId, user.Id, cancellationToken);
        await listener.Concerned(entry, AdministrativeAct.PasswordSet, user, cancellationToken);
        return new Unit();
    }
}
