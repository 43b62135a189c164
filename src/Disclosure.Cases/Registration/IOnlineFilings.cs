namespace Disclosure.Cases.Registration;

/// <summary>An application that a system filed.</summary>
/// <param name="Key">The idempotency key, the system's own.</param>
/// <param name="Salt">Random, part of the digest.</param>
/// <param name="Digest">SHA-256 of salt and content, lower-case hexadecimal: tells a retry from another application.</param>
/// <param name="FiledOn">The day it arrived.</param>
/// <param name="CaseId">The case; null until it is registered.</param>
/// <param name="RegisterNumber">Its register number.</param>
public sealed record OnlineFiling(string Key, string Salt, string Digest, DateOnly FiledOn, Guid? CaseId, string? RegisterNumber);

/// <summary>What systems filed. Rows stay as long as the cases: a key is good once and for all.</summary>
public interface IOnlineFilings
{
    /// <summary>
    /// Puts a filing down in the transaction under way, before its case is registered. Of two with one key at once the
    /// second waits for the first.
    /// </summary>
    /// <returns>The filing that already has the key, or null where it was free.</returns>
    Task<OnlineFiling?> Claim(Guid clientId, OnlineFiling filing, CancellationToken cancellation);

    /// <summary>Says which case the claimed filing became.</summary>
    Task Settle(Guid clientId, string key, Registered registered, CancellationToken cancellation);

    /// <summary>Whether a system filed the application of a case.</summary>
    Task<bool> IsOf(Guid clientId, Guid caseId, CancellationToken cancellation);

    /// <summary>The active clerk of an agency with the fewest open cases; null where it has no clerk.</summary>
    Task<Guid?> WhoReceives(Guid agencyId, CancellationToken cancellation);
}
