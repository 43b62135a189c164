using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.Agencies;

/// <summary>Somebody who signs in.</summary>
/// <param name="Id">The user.</param>
/// <param name="SignInName">The name typed at sign-in; unique, compared without case.</param>
/// <param name="Name">The name as colleagues know it.</param>
/// <param name="Roles">What the user may do.</param>
/// <param name="AgencyId">Where the user works.</param>
/// <param name="IsActive">Whether the user may sign in.</param>
/// <param name="Email">Where alerts are sent by e-mail; null: nowhere.</param>
/// <param name="Phone">Where alerts are sent as short messages; null: nowhere.</param>
public sealed record User(Guid Id, string SignInName, string Name, Role Roles, Guid AgencyId, bool IsActive, string? Email = null, string? Phone = null);

/// <summary>The users, and who stands in for whom.</summary>
public interface IUsers
{
    /// <summary>The user, or null.</summary>
    Task<User?> Find(Guid id);

    /// <summary>The user of that sign-in name, or null.</summary>
    Task<User?> FindBySignInName(string signInName);

    /// <summary>The active users of an agency, by sign-in name.</summary>
    Task<IReadOnlyList<User>> OfAgency(Guid agencyId);

    /// <summary>The active managers of the district, by sign-in name.</summary>
    Task<IReadOnlyList<User>> Managers();

    /// <summary>Changes where a user's alerts are sent; false when there is no such user.</summary>
    Task<bool> SetContact(Guid userId, string? email, string? phone);

    /// <summary>Adds a user with a password.</summary>
    Task Add(User user, string password);

    /// <summary>Sets a password; false when there is no such user.</summary>
    Task<bool> SetPassword(string signInName, string password);

    /// <summary>The user, when name and password are right and the user is active; else null.</summary>
    Task<User?> SignIn(string signInName, string password);

    /// <summary>Names a deputy for a time, both days included.</summary>
    Task NameDeputy(Guid userId, Guid deputyId, DateOnly from, DateOnly until);

    /// <summary>
    /// The roles that a user has on a day: the own ones, and that of a reviewer of the same agency whom the user stands
    /// in for. A deputy approves, and does nothing else that the colleague may do.
    /// </summary>
    Task<Role> RolesOn(Guid userId, DateOnly day);

    /// <summary>Whether anybody can sign in at all.</summary>
    Task<bool> Any();
}

/// <summary>Which links an approval has to pass.</summary>
public interface IApprovalChains
{
    /// <summary>How many different people have to approve, one after the other: at least 1, none of them a drafter.</summary>
    Task<int> LinksFor(Guid agencyId, string template);

    /// <summary>Sets the number of links for an agency and a template; null for all templates without an own setting.</summary>
    Task Set(Guid agencyId, string? template, int links);
}
