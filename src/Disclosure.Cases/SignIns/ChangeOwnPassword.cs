using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.SignIns;

/// <summary>
/// Somebody changes the own password, and shows by the current one to be that person. In steps, so that a wrong one is counted.
/// </summary>
/// <param name="Current">The password so far.</param>
/// <param name="Password">The new password.</param>
/// <param name="Again">The new password once more, so that nobody is locked out by a slip.</param>
/// <param name="From">From where it was sent.</param>
public sealed record ChangeOwnPassword(
    [property: NotPrinted] string Current, [property: NotPrinted] string Password, [property: NotPrinted] string Again, SignInPlace From)
    : ICommand<Unit>, IInSteps
{
    /// <inheritdoc/>
    public Role AllowedTo => AdministratorSeparation.OfPeople;
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
    IUsers users, IAgencies agencies, IPasswordDirectory directory, SigningIn signingIn, IAdministrationLog log, IUnitOfWork work,
    CurrentActor actor)
    : ICommandHandler<ChangeOwnPassword, Unit>
{
    public async Task<Result<Unit>> Handle(ChangeOwnPassword request, CancellationToken cancellationToken)
    {
        if (await users.Find(actor.Value.Id, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId");
        }

        if (directory.Keeps(user.SignInName))
        {
            return new Refusal("user.passwordInDirectory");
        }

        if (await signingIn.Confirm(user, request.Current, null, request.From, cancellationToken) is { } doubt)
        {
            return doubt;
        }

        if (await agencies.PasswordFault(user, request.Password, cancellationToken) is { } fault)
        {
            return fault;
        }

        return await work.Run(
            async () =>
            {
                await users.SetPassword(user.SignInName, request.Password, null, cancellationToken);
                await log.Add(AdministrativeAct.PasswordChanged, user.AgencyId, user.Id, cancellationToken);
                return new Unit();
            },
            _ => true,
            cancellationToken);
    }
}
