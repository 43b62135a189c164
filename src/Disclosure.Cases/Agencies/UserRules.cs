using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>What several commands about users ask of their fields.</summary>
internal static class UserRules
{
    /// <summary>The longest name of a user, in characters.</summary>
    public const int LongestName = 100;

    /// <summary>At least one of the roles that people have, and together only what can stand together.</summary>
    public static IRuleBuilderOptions<T, Role> AreRoles<T>(this IRuleBuilder<T, Role> rule) =>
        rule.Must(roles => roles != Role.None && (roles & ~AdministratorSeparation.OfPeople) == Role.None).Refuse("user.noRole")
            .Must(AdministratorSeparation.StandTogether).Refuse("user.rolesApart");

    /// <summary>Refuses to give a role that is not given here; what somebody has from before may stay.</summary>
    public static Refusal? GivenRolesFault(this AdministratorSeparation separation, Role roles, Role before) =>
        (roles & ~before & ~separation.Assignable) == Role.None
            ? null
            : new Refusal("user.roleNotGiven", Named(roles & ~before & ~separation.Assignable)) { Field = nameof(ChangeUser.Roles) };

    /// <summary>Refuses that somebody changes the own account, where the administration is divided: that is for a colleague.</summary>
    public static Refusal? OwnAccountFault(this AdministratorSeparation separation, CurrentActor actor, Guid userId) =>
        separation.IsOn && actor.Value.Id == userId ? new Refusal("user.ownAccount") : null;

    /// <summary>The first of some roles.</summary>
    public static Role Named(Role roles) => Enum.GetValues<Role>().First(role => role != Role.None && roles.HasFlag(role));

    /// <summary>A password that is nobody's in particular; whose names may not stand in it, <see cref="PasswordFault"/> knows.</summary>
    public static IRuleBuilderOptions<T, string> IsPassword<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(password => Passwords.Fault(password) is null).WithState((_, password) => Passwords.Fault(password));

    /// <summary>What is wrong with a password of this user, whose agency may have had several names; null: nothing.</summary>
    public static async Task<Refusal?> PasswordFault(
        this IAgencies agencies, User user, string password, CancellationToken cancellation) =>
            Passwords.Fault(
                password,
                [
                    user.SignInName, user.Name,
                    .. (await agencies.History(cancellation)).Where(version => version.Id == user.AgencyId)
                        .SelectMany(version => new[] { version.Name, version.Code }),
                ]) is { } fault
                    ? fault with { Field = "Password" }
                    : null;

    /// <summary>What the journal keeps of a user: neither password nor contact.</summary>
    public static IEnumerable<(string Field, string? Value)> Fields(User user, string agencyName) =>
    [
        (JournalFields.Name, user.Name), (JournalFields.AgencyId, agencyName), (JournalFields.Roles, StoredNames.Of(user.Roles)),
        (JournalFields.IsActive, user.IsActive.ToString()),
    ];
}
