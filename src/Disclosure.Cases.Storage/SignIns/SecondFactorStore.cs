using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.SignIns;

/// <summary>The second factors, whose secrets are encrypted, and their recovery codes.</summary>
internal sealed class SecondFactorStore(UnitOfWork work, PersonalData personal, ISessions sessions, TimeProvider time) : ISecondFactors
{
    public async Task<SecondFactor?> Of(Guid userId, CancellationToken cancellation) =>
        await work.Single<SecondFactor>(
            "SELECT user_id, secret, set_up_at, last_step FROM second_factors WHERE user_id = @userId",
            new { userId },
            cancellation) is { } kept
            ? kept with { Secret = await personal.DecryptIfWhole(kept.Secret, cancellation) }
            : null;

    public Task<int> CodesLeft(Guid userId, CancellationToken cancellation) => work.Single<int>(
        "SELECT COUNT(*) FROM recovery_codes WHERE user_id = @userId AND used_at IS NULL", new { userId }, cancellation);

    // The user's row is written first: of two at once the second waits, and sees what the first did.
    public Task<bool> Add(SecondFactor factor, IEnumerable<string> codes, CancellationToken cancellation) => work.Write(async () =>
    {
        await sessions.EndAll(factor.UserId, SessionEnd.SecondFactorChanged, cancellation);
        if (await Of(factor.UserId, cancellation) is not null)
        {
            return false;
        }

        work.Changed(SealedTable.SecondFactors, factor.UserId);
        await work.Execute(
            "INSERT INTO second_factors (user_id, secret, set_up_at, last_step) VALUES (@UserId, @Secret, @SetUpAt, @LastStep)",
            factor with { Secret = personal.Encrypt(factor.Secret) }, cancellation);
        foreach (var hash in codes)
        {
            work.Changed(SealedTable.RecoveryCodes, factor.UserId, hash);
            await work.Execute(
                "INSERT INTO recovery_codes (user_id, hash) VALUES (@userId, @hash)",
                new { userId = factor.UserId, hash = RowMapping.Ascii(hash) }, cancellation);
        }

        return true;
    }, cancellation);

    public Task<bool> Remove(Guid userId, CancellationToken cancellation) => work.Write(async () =>
    {
        await sessions.EndAll(userId, SessionEnd.SecondFactorChanged, cancellation);
        foreach (var hash in await work.Query<string>(
            "SELECT hash FROM recovery_codes WHERE user_id = @userId", new { userId }, cancellation))
        {
            work.Changed(SealedTable.RecoveryCodes, userId, hash);
        }

        work.Changed(SealedTable.SecondFactors, userId);
        await work.Execute("DELETE FROM recovery_codes WHERE user_id = @userId", new { userId }, cancellation);
        return await work.Execute("DELETE FROM second_factors WHERE user_id = @userId", new { userId }, cancellation) > 0;
    }, cancellation);

    public Task<bool> UseStep(Guid userId, long step, CancellationToken cancellation) => work.Write(async () =>
    {
        var isUsed = await work.Execute(
            "UPDATE second_factors SET last_step = @step WHERE user_id = @userId AND last_step < @step",
            new { userId, step }, cancellation) > 0;
        if (isUsed)
        {
            work.Changed(SealedTable.SecondFactors, userId);
        }

        return isUsed;
    }, cancellation);

    public Task<bool> UseCode(Guid userId, string hash, CancellationToken cancellation) => work.Write(async () =>
    {
        var isUsed = await work.Execute(
            "UPDATE recovery_codes SET used_at = @now WHERE user_id = @userId AND hash = @hash AND used_at IS NULL",
            new { userId, hash = RowMapping.Ascii(hash), now = time.GetUtcNow() }, cancellation) > 0;
        if (isUsed)
        {
            work.Changed(SealedTable.RecoveryCodes, userId, hash);
        }

        return isUsed;
    }, cancellation);
}
