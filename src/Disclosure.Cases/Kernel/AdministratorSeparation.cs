namespace Disclosure.Cases.Kernel;

/// <summary>
/// 三员分立: whether the administration is divided between a system, a security and an audit administrator, who are three people. Where
/// it is not, an administrator is all three.
/// </summary>
/// <param name="IsOn">Whether it is divided.</param>
public sealed record AdministratorSeparation(bool IsOn)
{
    /// <summary>The three roles; whoever has one has no other role.</summary>
    public const Role Divided = Role.SystemAdministrator | Role.SecurityAdministrator | Role.AuditAdministrator;

    /// <summary>Those who keep users. Without one nobody could appoint anybody.</summary>
    public const Role UserKeepers = Role.Administrator | Role.SecurityAdministrator;

    /// <summary>Every role that people have.</summary>
    public const Role OfPeople = Role.Clerk | Role.Reviewer | Role.Manager | Role.Administrator | Divided;

    private static readonly IReadOnlyList<Role> Three = [Role.SystemAdministrator, Role.SecurityAdministrator, Role.AuditAdministrator];

    /// <summary>The roles that may be given; one that somebody has from before may stay.</summary>
    public Role Assignable => IsOn ? OfPeople & ~Role.Administrator : OfPeople & ~Divided;

    /// <summary>The roles of which the last one who may sign in stays: any one of each.</summary>
    public IReadOnlyList<Role> Indispensable => IsOn ? [UserKeepers, .. Three] : [UserKeepers];

    /// <summary>Which of the three nobody has yet.</summary>
    /// <param name="held">The roles of all who may sign in.</param>
    public IReadOnlyList<Role> Missing(IReadOnlyList<Role> held) =>
        IsOn ? [.. Three.Where(role => held.All(roles => !roles.HasFlag(role)))] : [];

    /// <summary>
    /// The roles that count. Whoever is one of the three is nothing else, nor in somebody's place. Where the administration is divided,
    /// who was administrator before appoints the three, and is none any more once they are there.
    /// </summary>
    /// <param name="roles">What the user has, also in somebody's place.</param>
    /// <param name="held">The roles of all who may sign in.</param>
    public Role InForce(Role roles, IReadOnlyList<Role> held) =>
        (roles & Divided) != Role.None ? roles & Divided
        : !IsOn || !roles.HasFlag(Role.Administrator) ? roles
        : (roles & ~Role.Administrator) | (Missing(held).Count > 0 ? Role.SecurityAdministrator : Role.None);

    /// <summary>Whether roles can stand together: one of the three stands alone.</summary>
    public static bool StandTogether(Role roles) => (roles & Divided) == Role.None || Three.Contains(roles);

    /// <summary>The roles that a refusal names to whoever lacks them.</summary>
    public Role Named(Role allowed) => IsOn || (allowed & Divided) == Role.None ? allowed : (allowed & ~Divided) | Role.Administrator;
}
