namespace Disclosure.Cases.ApiClients;

/// <summary>The systems that file through the API, and their tokens.</summary>
public interface IApiClients
{
    /// <summary>All systems, by name.</summary>
    Task<IReadOnlyList<ApiClient>> All();

    /// <summary>The system, or null.</summary>
    Task<ApiClient?> Find(Guid id);

    /// <summary>All tokens, latest first.</summary>
    Task<IReadOnlyList<ApiToken>> Tokens();

    /// <summary>The token with that prefix, or null.</summary>
    Task<ApiToken?> FindToken(string prefix);

    /// <summary>Adds a system; false when there is one of that name.</summary>
    Task<bool> Add(ApiClient client);

    /// <summary>Adds a token.</summary>
    Task Add(ApiToken token);

    /// <summary>Revokes a token; false when there is none, or it is revoked already.</summary>
    Task<bool> Revoke(Guid tokenId, Guid by, DateTimeOffset at);

    /// <summary>Notes the day on which a token was used.</summary>
    Task NoteUse(Guid tokenId, DateOnly on);
}
