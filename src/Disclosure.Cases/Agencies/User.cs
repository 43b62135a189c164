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
/// <param name="PasswordGivenAt">
/// When an administrator gave the password, which the user has to change first; null: it is the user's own.
/// </param>
/// <param name="Stamp">
/// What changes with password, roles, agency, deactivation and signing out everywhere, so that cookies with another one are worthless;
/// null: none of it happened yet.
/// </param>
public sealed record User(
    Guid Id, string SignInName, string Name, Role Roles, Guid AgencyId, bool IsActive, string? Email = null, string? Phone = null,
    DateTimeOffset? PasswordGivenAt = null, Guid? Stamp = null);

/// <summary>Somebody who approves in a reviewer's place for a time.</summary>
/// <param name="UserId">The reviewer.</param>
/// <param name="DeputyId">Who stands in.</param>
/// <param name="From">First day.</param>
/// <param name="Until">Last day.</param>
public sealed record Deputy(Guid UserId, Guid DeputyId, DateOnly From, DateOnly Until);

/// <summary>The users, and who stands in for whom.</summary>
public interface IUsers
{
    /// <summary>The user, or null.</summary>
    Task<User?> Find(Guid id, CancellationToken cancellation);

    /// <summary>The user of that sign-in name, or null.</summary>
    Task<User?> FindBySignInName(string signInName, CancellationToken cancellation);

    /// <summary>All users, those who may no longer sign in included, by sign-in name.</summary>
    Task<IReadOnlyList<User>> All(CancellationToken cancellation);

    /// <summary>The active users who work for an agency, by sign-in name: its own, and those of whoever continues it today.</summary>
    Task<IReadOnlyList<User>> OfAgency(Guid agencyId, CancellationToken cancellation);

    /// <summary>The active managers of the district, by sign-in name.</summary>
    Task<IReadOnlyList<User>> Managers(CancellationToken cancellation);

    /// <summary>Changes where a user's alerts are sent; false when there is no such user.</summary>
    Task<bool> SetContact(Guid userId, string? email, string? phone, CancellationToken cancellation);

    /// <summary>Changes a user's name, agency, roles, and whether the user may sign in.</summary>
    Task Change(User user, CancellationToken cancellation);

    /// <summary>How many active users have one of some roles; nobody makes them fewer until the transaction ends.</summary>
    Task<int> Hold(Role roles, CancellationToken cancellation);

    /// <summary>Which roles active users have, each combination once.</summary>
    Task<IReadOnlyList<Role>> RolesHeld(CancellationToken cancellation);

    /// <summary>Adds a user with a password.</summary>
    Task Add(User user, string password, CancellationToken cancellation);

    /// <summary>Sets a password; false when there is no such user.</summary>
    /// <param name="givenAt">When somebody else gave it, who knows it therefore; null: it is the user's own.</param>
    Task<bool> SetPassword(string signInName, string password, DateTimeOffset? givenAt, CancellationToken cancellation);

    /// <summary>Whether it is the password of a user who is active; null has none, and is found out in the same time.</summary>
    Task<bool> IsPassword(User? user, string password, CancellationToken cancellation);

    /// <summary>Names a deputy for a time, both days included.</summary>
    Task NameDeputy(Guid userId, Guid deputyId, DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>Who stands in for whom on a day or later, by the first day.</summary>
    Task<IReadOnlyList<Deputy>> Deputies(DateOnly day, CancellationToken cancellation);

    /// <summary>Ends a deputy's time with the day before <paramref name="today"/>; one that began no earlier is taken back.</summary>
    /// <returns>False when there is no such deputy whose time is not over.</returns>
    Task<bool> EndDeputy(Deputy deputy, DateOnly today, CancellationToken cancellation);

    /// <summary>
    /// The roles that a user has on a day: the own ones, and that of a reviewer of the same agency whom the user stands
    /// in for. A deputy approves, and does nothing else that the colleague may do.
    /// </summary>
    Task<Role> RolesOn(Guid userId, DateOnly day, CancellationToken cancellation);

    /// <summary>Whether anybody can sign in at all.</summary>
    Task<bool> Any(CancellationToken cancellation);
}
