namespace Disclosure.Cases.Kernel;

/// <summary>Who acts. It travels once, in the pipeline, and is never a parameter of a use case.</summary>
/// <param name="Id">The user.</param>
/// <param name="Name">The user's name as colleagues know it.</param>
/// <param name="Roles">
/// The user's own roles and those deputised to the user today. An administrator is all three of <see cref="AdministratorSeparation"/>.
/// </param>
/// <param name="AgencyId">The user's agency; clerks and reviewers see only its cases.</param>
public sealed record Actor(Guid Id, string Name, Role Roles, Guid AgencyId)
{
    /// <summary>The application itself, in recurring jobs and at installation.</summary>
    public static readonly Actor Application = new(Guid.Empty, "系统", Role.System, Guid.Empty);

    /// <summary>Whether the user holds any of <paramref name="roles"/>.</summary>
    public bool Is(Role roles) =>
        ((Roles.HasFlag(Role.Administrator) ? Roles | AdministratorSeparation.Divided : Roles) & roles) != Role.None;

    /// <summary>Whether the user may look at cases of <paramref name="agencyId"/>: the own agency's, for managers the district's.</summary>
    public bool Sees(Guid agencyId) => AgencyId == agencyId || Is(Role.Manager | Role.System);
}

/// <summary>The ambient actor of the current request or job; one instance a scope, set by the host.</summary>
public sealed class CurrentActor
{
    private Actor? actor;

    /// <summary>Who acts in this scope.</summary>
    /// <exception cref="InvalidOperationException">The host has not said who acts.</exception>
    public Actor Value
    {
        get => actor ?? throw new InvalidOperationException("No actor was set for this scope.");
        set => actor = value;
    }
}
