using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>Adds somebody who signs in.</summary>
/// <param name="SignInName">The name typed at sign-in; it stays.</param>
/// <param name="Name">The name as colleagues know it.</param>
/// <param name="Password">The first password, which the user has to change.</param>
/// <param name="AgencyId">Where the user works.</param>
/// <param name="Roles">What the user may do.</param>
public sealed record AddUser(string SignInName, string Name, [property: NotPrinted] string Password, Guid AgencyId, Role Roles)
    : ICommand<Guid>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator;
}

internal sealed class AddUserRules : AbstractValidator<AddUser>
{
    public AddUserRules()
    {
        RuleFor(command => command.SignInName).IsLine(50);
        RuleFor(command => command.Name).IsLine(UserRules.LongestName);
        RuleFor(command => command.Password).IsPassword();
        RuleFor(command => command.Roles).AreRoles();
    }
}

internal sealed class AddUserHandler(
    IUsers users, IAgencies agencies, IAdministrationLog log, AdministratorSeparation separation, IIds ids, TimeProvider time)
    : ICommandHandler<AddUser, Guid>
{
    public async Task<Result<Guid>> Handle(AddUser request, CancellationToken cancellationToken)
    {
        if ((await agencies.History(cancellationToken)).LastOrDefault(version => version.Id == request.AgencyId) is not { } agency)
        {
            return new Refusal("agency.unknown") { Field = nameof(request.AgencyId) };
        }

        if (separation.GivenRolesFault(request.Roles, Role.None) is { } notGiven)
        {
            return notGiven;
        }

        if (await users.FindBySignInName(request.SignInName, cancellationToken) is not null)
        {
            return new Refusal("user.nameTaken") { Field = nameof(request.SignInName) };
        }

        var user = new User(ids.Next(), request.SignInName.Trim(), request.Name.Trim(), request.Roles, request.AgencyId, true)
        {
            PasswordGivenAt = time.GetUtcNow(),
        };
        if (await agencies.PasswordFault(user, request.Password, cancellationToken) is { } fault)
        {
            return fault;
        }

        await users.Add(user, request.Password, cancellationToken);
        await log.Add(
            AdministrativeAct.UserAdded,
            user.AgencyId,
            user.Id,
            cancellationToken, [.. UserRules.Fields(user, agency.Name).Select(field => new FieldChange(field.Field, null, field.Value))]);
        return user.Id;
    }
}
