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

    /// <summary>Those who keep users and agencies: administrators.</summary>
    public const string Administrator = nameof(Role.Administrator);

    /// <summary>Those who decide what is emptied when its retention period has ended: administrators and managers.</summary>
    public const string Retention = nameof(Retention);

    /// <summary>Those who see cases: clerks and reviewers their agency's, managers the district's.</summary>
    public const string Reader = "Reader";

    /// <summary>Those who see the number ledger: readers, and administrators that of every agency.</summary>
    public const string Numbers = "Numbers";

    /// <summary>Sets the policies up; a page without one is for whoever is signed in.</summary>
    public static void Add(AuthorizationOptions options)
    {
        Require(options, Clerk, Role.Clerk);
        Require(options, Reviewer, Role.Reviewer);
        Require(options, Office, Role.Clerk, Role.Reviewer);
        Require(options, Manager, Role.Manager);
        Require(options, Administrator, Role.Administrator);
        Require(options, Retention, Role.Administrator, Role.Manager);
        Require(options, Reader, Role.Clerk, Role.Reviewer, Role.Manager);
        Require(options, Numbers, Role.Clerk, Role.Reviewer, Role.Manager, Role.Administrator);
        options.FallbackPolicy = new AuthorizationPolicyBuilder(CookieAuthenticationDefaults.AuthenticationScheme)
            .RequireAuthenticatedUser().Build();
    }

    private static void Require(AuthorizationOptions options, string policy, params Role[] roles) =>
        options.AddPolicy(policy, builder => builder.RequireAuthenticatedUser().RequireRole(roles.Select(role => role.ToString())));
}
