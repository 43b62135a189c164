using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.ApiClients;

/// <summary>撤销令牌: from the next request on the token opens nothing, for good.</summary>
/// <param name="TokenId">The token.</param>
public sealed record RevokeToken(Guid TokenId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.SystemAdministrator;
}

internal sealed class RevokeTokenHandler(IApiClients clients, IAdministrationLog log, CurrentActor actor, TimeProvider time)
    : ICommandHandler<RevokeToken, Unit>
{
    public async Task<Result<Unit>> Handle(RevokeToken request, CancellationToken cancellationToken)
    {
        if (!await clients.Revoke(request.TokenId, actor.Value.Id, time.GetUtcNow(), cancellationToken))
        {
            return new Refusal("token.notThere");
        }

        var token = (await clients.Tokens(cancellationToken)).Single(one => one.Id == request.TokenId);
        var client = (await clients.Find(token.ClientId, cancellationToken))!;
        await log.Add(
            AdministrativeAct.TokenRevoked, client.AgencyId, null, cancellationToken,
            new FieldChange(JournalFields.Name, null, client.Name), new FieldChange(JournalFields.Token, token.Prefix, null));
        return new Unit();
    }
}
