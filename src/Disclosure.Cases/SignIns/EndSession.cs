using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.SignIns;

/// <summary>Ends a session of one's own, or as an administrator anybody's.</summary>
/// <param name="SessionId">The session; that it has ended already is no failure.</param>
public sealed record EndSession(string SessionId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => AdministratorSeparation.OfPeople;
}

internal sealed class EndSessionHandler(ISessions sessions, IUsers users, IAdministrationLog log, CurrentActor actor)
    : ICommandHandler<EndSession, Unit>
{
    public async Task<Result<Unit>> Handle(EndSession request, CancellationToken cancellationToken)
    {
        var isOwn = true;
        if (await sessions.Find(request.SessionId, cancellationToken) is not { } session
            || (!(isOwn = session.UserId == actor.Value.Id) && !actor.Value.Is(Role.SecurityAdministrator)))
        {
            return new Refusal("session.unknown") { Field = nameof(request.SessionId) };
        }

        await sessions.End(session.Id, isOwn ? SessionEnd.FromAnotherSession : SessionEnd.ByAdministrator, cancellationToken);
        if (!isOwn && await users.Find(session.UserId, cancellationToken) is { } user)
        {
            await log.Add(AdministrativeAct.SessionEnded, user.AgencyId, user.Id, cancellationToken);
        }

        return new Unit();
    }
}
