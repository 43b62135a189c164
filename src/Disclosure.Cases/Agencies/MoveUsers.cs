using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Agencies;

/// <summary>Moves everybody who works at an agency that has ended to the one that continues it.</summary>
/// <param name="AgencyId">The agency that has ended.</param>
public sealed record MoveUsers(Guid AgencyId) : ICommand<int>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SecurityAdministrator;
}

internal sealed class MoveUsersHandler(
    IAgencies agencies, IUsers users, IAdministrationLog log, AdministratorSeparation separation, CurrentActor actor, TimeProvider time)
    : ICommandHandler<MoveUsers, int>
{
    public async Task<Result<int>> Handle(MoveUsers request, CancellationToken cancellationToken)
    {
        var today = time.Today();
        if ((await agencies.Successions(cancellationToken)).HeirsOf(request.AgencyId, today) is not [.., var heir])
        {
            return new Refusal("agency.notEnded");
        }

        var names = (await agencies.AllOn(today, cancellationToken)).ToDictionary(agency => agency.Id, agency => agency.Name);
        var moved = (await users.All(cancellationToken)).Where(user => user.AgencyId == request.AgencyId && user.IsActive
            && separation.OwnAccountFault(actor, user.Id) is null).ToList();
        foreach (var user in moved)
        {
            await users.Change(user with { AgencyId = heir }, cancellationToken);
            await log.Add(AdministrativeAct.UserChanged, heir, user.Id, cancellationToken, new FieldChange(
                JournalFields.AgencyId, names[request.AgencyId], names[heir]));
        }

        return moved.Count;
    }
}
