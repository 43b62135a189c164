using Disclosure.Cases.Kernel.Pipeline;

namespace Disclosure.Cases.ApiClients;

/// <summary>撤销令牌: from the next request on the token opens nothing, for good.</summary>
/// <param name="TokenId">The token.</param>
public sealed record RevokeToken(Guid TokenId) : ICommand<Unit>
{
    /// <inheritdoc/>
    public Role AllowedTo => Role.Administrator;
}

internal sealed class RevokeTokenHandler(IApiClients clients, CurrentActor actor, TimeProvider time) : ICommandHandler<RevokeToken, Unit>
{
    public async Task<Result<Unit>> Handle(RevokeToken request, CancellationToken cancellationToken) =>
        await clients.Revoke(request.TokenId, actor.Value.Id, time.GetUtcNow(), cancellationToken)
            ? new Unit()
            : new Refusal("token.notThere");
}
