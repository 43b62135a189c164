using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>Somebody changes the own password, and shows by the current one to be that person.</summary>
/// <param name="Current">The password so far.</param>
/// <param name="Password">The new password.</param>
/// <param name="Again">The new password once more, so that nobody is locked out by a slip.</param>
public sealed record ChangeOwnPassword(
    [property: NotPrinted] string Current, [property: NotPrinted] string Password, [property: NotPrinted] string Again) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Clerk | Role.Reviewer | Role.Manager | Role.Administrator;
}

internal sealed class ChangeOwnPasswordRules : AbstractValidator<ChangeOwnPassword>
{
    public ChangeOwnPasswordRules()
    {
        RuleFor(command => command.Password).IsPassword();
        RuleFor(command => command.Password).Must((command, password) => password != command.Current).Refuse("user.passwordSame");
        RuleFor(command => command.Again).Must((command, again) => again == command.Password).Refuse("user.passwordsDiffer");
    }
}

internal sealed class ChangeOwnPasswordHandler(
    IUsers users, IAgencies agencies, IAdministrationLog log, CurrentActor actor)
    : ICommandHandler<ChangeOwnPassword, Unit>
{
    public async Task<Result<Unit>> Handle(ChangeOwnPassword request, CancellationToken cancellationToken)
    {
        if (await users.Find(actor.Value.Id, cancellationToken) is not { } user
            || await users.SignIn(user.SignInName, request.Current, cancellationToken) is null)
        {
            return new Refusal("user.passwordWrong") { Field = nameof(request.Current) };
        }

        if (await agencies.PasswordFault(user, request.Password, cancellationToken) is { } fault)
        {
            return fault;
        }

        await users.SetPassword(user.SignInName, request.Password, null, cancellationToken);
        await log.Add(AdministrativeAct.PasswordChanged, user.AgencyId, user.Id, cancellationToken);
        return new Unit();
    }
}
