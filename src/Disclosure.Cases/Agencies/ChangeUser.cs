using Disclosure.Cases.Kernel.Pipeline;
using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>
/// Changes a user's name, agency or roles, or whether the user may sign in; it holds from the next request. Cases stay
/// with their officer: somebody who leaves is to hand them over (<c>ReassignCase</c>).
/// </summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The name as colleagues know it.</param>
/// <param name="AgencyId">Where the user works.</param>
/// <param name="Roles">What the user may do.</param>
/// <param name="IsActive">Whether the user may sign in; the last administrator may.</param>
public sealed record ChangeUser(Guid UserId, string Name, Guid AgencyId, Role Roles, bool IsActive) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Administrator;
}

internal sealed class ChangeUserRules : AbstractValidator<ChangeUser>
{
    public ChangeUserRules()
    {
        RuleFor(command => command.Name).IsLine(UserRules.LongestName);
        RuleFor(command => command.Roles).AreRoles();
    }
}

internal sealed class ChangeUserHandler(IUsers users, IAgencies agencies, IAdministrationLog log) : ICommandHandler<ChangeUser, Unit>
{
    public async Task<Result<Unit>> Handle(ChangeUser request, CancellationToken cancellationToken)
    {
        if (await users.Find(request.UserId, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId") { Field = nameof(request.UserId) };
        }

        var names = (await agencies.History(cancellationToken)).GroupBy(version => version.Id)
            .ToDictionary(versions => versions.Key, versions => versions.Last().Name);
        if (!names.ContainsKey(request.AgencyId))
        {
            return new Refusal("agency.unknown") { Field = nameof(request.AgencyId) };
        }

        var changed =
            user with { Name = request.Name.Trim(), AgencyId = request.AgencyId, Roles = request.Roles, IsActive = request.IsActive };
        await users.Change(changed, cancellationToken);
        if (IsAdministrator(user) && !IsAdministrator(changed) && await users.HoldAdministrators(cancellationToken) == 0)
        {
            return new Refusal("user.lastAdministrator") { Field = changed.IsActive ? nameof(request.Roles) : nameof(request.IsActive) };
        }

        var changes = FieldChange.Between(
            UserRules.Fields(user, names.GetValueOrDefault(user.AgencyId, "")), UserRules.Fields(changed, names[changed.AgencyId]));
        if (changes.Count > 0)
        {
            await log.Add(AdministrativeAct.UserChanged, changed.AgencyId, user.Id, cancellationToken, changes);
        }

        return new Unit();
    }

    private static bool IsAdministrator(User user) => user.IsActive && user.Roles.HasFlag(Role.Administrator);
}
