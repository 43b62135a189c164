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
/// <param name="IsActive">Whether the user may sign in; the last administrator does, where they are divided the last of each.</param>
public sealed record ChangeUser(Guid UserId, string Name, Guid AgencyId, Role Roles, bool IsActive) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator;
}

internal sealed class ChangeUserRules : AbstractValidator<ChangeUser>
{
    public ChangeUserRules()
    {
        RuleFor(command => command.Name).IsLine(UserRules.LongestName);
        RuleFor(command => command.Roles).AreRoles();
    }
}

internal sealed class ChangeUserHandler(
    IUsers users, IAgencies agencies, IAdministrationLog log, AdministratorSeparation separation, CurrentActor actor)
    : ICommandHandler<ChangeUser, Unit>
{
    public async Task<Result<Unit>> Handle(ChangeUser request, CancellationToken cancellationToken)
    {
        if (await users.Find(request.UserId, cancellationToken) is not { } user)
        {
            return new Refusal("user.unknownId") { Field = nameof(request.UserId) };
        }

        if ((separation.OwnAccountFault(actor, user.Id) ?? separation.GivenRolesFault(request.Roles, user.Roles)) is { } fault)
        {
            return fault;
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
        foreach (var roles in separation.Indispensable.Where(roles => Has(user, roles) && !Has(changed, roles)))
        {
            if (await users.Hold(roles, cancellationToken) == 0)
            {
                return new Refusal("user.lastAdministrator", UserRules.Named(user.Roles & roles))
                {
                    Field = changed.IsActive ? nameof(request.Roles) : nameof(request.IsActive),
                };
            }
        }

        var changes = FieldChange.Between(
            UserRules.Fields(user, names.GetValueOrDefault(user.AgencyId, "")), UserRules.Fields(changed, names[changed.AgencyId]));
        if (changes.Count > 0)
        {
            await log.Add(AdministrativeAct.UserChanged, changed.AgencyId, user.Id, cancellationToken, changes);
        }

        return new Unit();
    }

    private static bool Has(User user, Role roles) => user.IsActive && (user.Roles & roles) != Role.None;
}
