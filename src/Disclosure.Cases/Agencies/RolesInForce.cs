namespace Disclosure.Cases.Agencies;

/// <summary>What users may do, by who else there is (<see cref="AdministratorSeparation"/>).</summary>
public sealed class RolesInForce(IUsers users, AdministratorSeparation separation)
{
    /// <summary>The roles that count for a user on a day.</summary>
    public async Task<Role> Of(Guid userId, DateOnly day, CancellationToken cancellation)
    {
        var roles = await users.RolesOn(userId, day, cancellation);
        return separation.InForce(
            roles, separation.IsOn && roles.HasFlag(Role.Administrator) ? await users.RolesHeld(cancellation) : []);
    }

    /// <summary>Which of the three administrators have to be appointed yet; none where they are not divided.</summary>
    public async Task<IReadOnlyList<Role>> Missing(CancellationToken cancellation) =>
        separation.IsOn ? separation.Missing(await users.RolesHeld(cancellation)) : [];
}
