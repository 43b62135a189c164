using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>Which roles open which pages; what may be done on them is for the commands to say.</summary>
internal static class Policies
{
    /// <summary>Those who write: clerks.</summary>
    public const string Clerk = nameof(Role.Clerk);

    /// <summary>Those who approve: reviewers.</summary>
    public const string Reviewer = nameof(Role.Reviewer);

    /// <summary>Those who work on cases: clerks and reviewers.</summary>
    public const string Office = "Office";

    /// <summary>Those who watch the district: managers.</summary>
    public const string Manager = nameof(Role.Manager);

    /// <summary>Those who keep agencies, texts and the running program. An administrator is this and the two below.</summary>
    public const string SystemAdministrator = nameof(Role.SystemAdministrator);

    /// <summary>Those who keep users, and what is held of people.</summary>
    public const string SecurityAdministrator = nameof(Role.SecurityAdministrator);

    /// <summary>Those who read what is on record of looks, sign-ins and administration.</summary>
    public const string AuditAdministrator = nameof(Role.AuditAdministrator);

    /// <summary>Those who see how the program does, and what the verification found.</summary>
    public const string Condition = nameof(Condition);

    /// <summary>All administrators.</summary>
    public const string Administration = nameof(Administration);

    /// <summary>Those who decide what is emptied when its retention period has ended: administrators and managers.</summary>
    public const string Retention = nameof(Retention);

    /// <summary>Those who see cases: clerks and reviewers their agency's, managers the district's.</summary>
    public const string Reader = "Reader";

    /// <summary>Those who see the number ledger: readers, and administrators that of every agency.</summary>
    public const string Numbers = "Numbers";

    /// <summary>Those who keep agencies or users.</summary>
    public const string Keepers = "Keepers";

    /// <summary>Those who bring in past cases: clerks their agency's, managers those of all.</summary>
    public const string Importer = "Importer";

    /// <summary>Sets the policies up; a page without one is for whoever is signed in.</summary>
    public static void Add(AuthorizationOptions options)
    {
        Require(options, Clerk, Role.Clerk);
        Require(options, Reviewer, Role.Reviewer);
        Require(options, Office, Role.Clerk, Role.Reviewer);
        Require(options, Manager, Role.Manager);
        Require(options, SystemAdministrator, Role.SystemAdministrator);
        Require(options, SecurityAdministrator, Role.SecurityAdministrator);
        Require(options, AuditAdministrator, Role.AuditAdministrator);
        Require(options, Condition, Role.SystemAdministrator, Role.AuditAdministrator);
        Require(options, Administration, Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator);
        Require(options, Retention, Role.SystemAdministrator, Role.SecurityAdministrator, Role.Manager);
        Require(options, Reader, Role.Clerk, Role.Reviewer, Role.Manager);
        Require(options, Numbers, Role.Clerk, Role.Reviewer, Role.Manager, Role.SystemAdministrator);
        Require(options, Keepers, Role.SystemAdministrator, Role.SecurityAdministrator);
        Require(options, Importer, Role.Clerk, Role.Manager);
        options.FallbackPolicy = new AuthorizationPolicyBuilder(CookieAuthenticationDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser().Build();
    }

    private static void Require(AuthorizationOptions options, string policy, params Role[] roles) =>
        options.AddPolicy(policy, builder => builder.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
}
