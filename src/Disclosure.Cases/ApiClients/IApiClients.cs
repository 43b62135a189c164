namespace Disclosure.Cases.ApiClients;

/// <summary>The systems that file through the API, and their tokens.</summary>
public interface IApiClients
{
    /// <summary>All systems, by name.</summary>
    Task<IReadOnlyList<ApiClient>> All(CancellationToken cancellation);

    /// <summary>The system, or null.</summary>
    Task<ApiClient?> Find(Guid id, CancellationToken cancellation);

    /// <summary>All tokens, latest first.</summary>
    Task<IReadOnlyList<ApiToken>> Tokens(CancellationToken cancellation);

    /// <summary>The token with that prefix, or null.</summary>
    Task<ApiToken?> FindToken(string prefix, CancellationToken cancellation);

    /// <summary>Adds a system; false when there is one of that name.</summary>
    Task<bool> Add(ApiClient client, CancellationToken cancellation);

    /// <summary>Adds a token.</summary>
    Task Add(ApiToken token, CancellationToken cancellation);

    /// <summary>Revokes a token; false when there is none, or it is revoked already.</summary>
    Task<bool> Revoke(Guid tokenId, Guid by, DateTimeOffset at, CancellationToken cancellation);

    /// <summary>Notes the day on which a token was used.</summary>
    Task NoteUse(Guid tokenId, DateOnly on, CancellationToken cancellation);
}
