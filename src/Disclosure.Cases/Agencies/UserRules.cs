using FluentValidation;

namespace Disclosure.Cases.Agencies;

/// <summary>What several commands about users ask of their fields.</summary>
internal static class UserRules
{
    /// <summary>The longest name of a user, in characters.</summary>
    public const int LongestName = 100;

    private const int LongestPassword = 200;

    private const Role Assignable = Role.Clerk | Role.Reviewer | Role.Manager | Role.Administrator;

    /// <summary>At least one of the roles that people have.</summary>
    public static IRuleBuilderOptions<T, Role> AreRoles<T>(this IRuleBuilder<T, Role> rule) =>
        rule.Must(roles => roles != Role.None && (roles & ~Assignable) == Role.None).Refuse("user.noRole");

    /// <summary>A password that is long enough.</summary>
    public static IRuleBuilderOptions<T, string> IsPassword<T>(this IRuleBuilder<T, string> rule) =>
        rule.Must(password => password.Length >= Passwords.Shortest).Refuse("user.passwordTooShort", Passwords.Shortest)
            .Must(password => password.Length <= LongestPassword).Refuse("text.tooLong", LongestPassword);

    /// <summary>What the journal keeps of a user: neither password nor contact.</summary>
    public static IEnumerable<(string Field, string? Value)> Fields(User user, string agencyName) =>
    [
        (JournalFields.Name, user.Name), (JournalFields.AgencyId, agencyName), (JournalFields.Roles, StoredNames.Of(user.Roles)),
        (JournalFields.IsActive, user.IsActive.ToString()),
    ];
}
