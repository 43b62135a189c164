namespace Disclosure.Cases.ApiClients;

/// <summary>Says which system a token is.</summary>
public sealed class TokenCheck(IApiClients clients, TimeProvider time)
{
    /// <summary>The system, or null where the token is unknown, wrong, revoked or no longer good.</summary>
    public async Task<ApiClient?> Check(TokenSecret secret, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var today = time.Today();
        if (await clients.FindToken(secret.Prefix, cancellation) is not { } token || !secret.Matches(token.Hash) || !token.IsGoodOn(today))
        {
            return null;
        }

        // One write a day, however often it is used.
        if (token.LastUsedOn != today)
        {
            await clients.NoteUse(token.Id, today, cancellation);
        }

        return await clients.Find(token.ClientId, cancellation);
    }
}
