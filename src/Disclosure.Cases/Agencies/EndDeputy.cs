using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.Agencies;

/// <summary>Ends a deputy's time at once, or takes back one that has not begun: by the reviewer, or by an administrator.</summary>
/// <param name="UserId">The reviewer.</param>
/// <param name="DeputyId">The deputy.</param>
/// <param name="From">First day, as it was named.</param>
/// <param name="Until">Last day, as it was named.</param>
public sealed record EndDeputy(Guid UserId, Guid DeputyId, DateOnly From, DateOnly Until) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Reviewer | Role.SecurityAdministrator;
}

internal sealed class EndDeputyHandler(IUsers users, IAdministrationLog log, CurrentActor actor, TimeProvider time)
    : ICommandHandler<EndDeputy, Unit>
{
    public async Task<Result<Unit>> Handle(EndDeputy request, CancellationToken cancellationToken)
    {
        if (request.UserId != actor.Value.Id && !actor.Value.Is(Role.SecurityAdministrator))
        {
            return new Refusal("deputy.notYours");
        }

        var deputy = await users.Find(request.DeputyId, cancellationToken);
        if (deputy is null
            || !await users.EndDeputy(
                new Deputy(request.UserId, request.DeputyId, request.From, request.Until), time.Today(), cancellationToken))
        {
            return new Refusal("deputy.unknown");
        }

        await log.Add(
            AdministrativeAct.DeputyEnded, deputy.AgencyId, request.UserId,
            cancellationToken, new FieldChange(JournalFields.DeputyId, deputy.Name, null));
        return new Unit();
    }
}
