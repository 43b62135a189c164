namespace Disclosure.Cases.SignIns;

/// <summary>
/// 二次验证: what a user's telephone and the office both know, and reckon the code of the moment from (RFC 6238).
/// </summary>
/// <param name="UserId">Whose it is.</param>
/// <param name="Secret">What both know, in base32; null where somebody damaged what is kept of it.</param>
/// <param name="SetUpAt">Since when, UTC.</param>
/// <param name="LastStep">The time-step of the last code that was used: this one and those before it open nothing any more.</param>
public sealed record SecondFactor(Guid UserId, string? Secret, DateTimeOffset SetUpAt, long LastStep);

/// <summary>The second factors of users, with the recovery codes for whoever lost the telephone.</summary>
public interface ISecondFactors
{
    /// <summary>The user's, or null.</summary>
    Task<SecondFactor?> Of(Guid userId, CancellationToken cancellation);

    /// <summary>How many recovery codes the user has not used yet.</summary>
    Task<int> CodesLeft(Guid userId, CancellationToken cancellation);

    /// <summary>Gives a user one, and ends all sessions of the user.</summary>
    /// <param name="factor">The second factor.</param>
    /// <param name="codes">The hashes of its recovery codes.</param>
    /// <param name="cancellation">Nothing is kept when it is cancelled.</param>
    /// <returns>False when the user has one already.</returns>
    Task<bool> Add(SecondFactor factor, IEnumerable<string> codes, CancellationToken cancellation);

    /// <summary>Takes it away with its recovery codes, and ends all sessions of the user; false when there is none.</summary>
    Task<bool> Remove(Guid userId, CancellationToken cancellation);

    /// <summary>Uses the code of a time-step; false when it, or one after it, was used before.</summary>
    Task<bool> UseStep(Guid userId, long step, CancellationToken cancellation);

    /// <summary>Uses a recovery code, by its hash; false when there is none such that was not used before.</summary>
    Task<bool> UseCode(Guid userId, string hash, CancellationToken cancellation);
}

/// <summary>How codes are reckoned from a secret.</summary>
public interface IOneTimeCodes
{
    /// <summary>A new secret, in base32.</summary>
    string NewSecret();

    /// <summary>What a telephone reads from a picture to know the secret.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="signInName">Whose it is.</param>
    string AddressOf(string secret, string signInName);

    /// <summary>The time-step whose code it is, now or one step before or after; null: of none.</summary>
    /// <param name="secret">The secret.</param>
    /// <param name="code">Six digits.</param>
    long? StepOf(string secret, string code);
}
