namespace Disclosure.Cases.SignIns;

/// <summary>What a code proved to be.</summary>
/// <param name="Outcome">What became of it; <see cref="SignInOutcome.SignedIn"/> where it is right.</param>
/// <param name="IsRecovery">Whether it is a recovery code.</param>
internal sealed record CodeAnswer(SignInOutcome Outcome, bool IsRecovery = false);

/// <summary>Looks at the codes of second factors; a right one is used by that, and is none any more.</summary>
internal sealed class CodeCheck(ISecondFactors factors, IOneTimeCodes codes)
{
    private const int Digits = 6;

    /// <summary>What a code is; only in a transaction that is kept whatever it is.</summary>
    public async Task<CodeAnswer> Use(Guid userId, string code, CancellationToken cancellation)
    {
        var written = ComparedText.Of(code);
        if (written.Length != Digits || !written.All(char.IsAsciiDigit))
        {
            return await factors.UseCode(userId, RecoveryCodes.HashOf(userId, written), cancellation)
                ? new CodeAnswer(SignInOutcome.SignedIn, IsRecovery: true)
                : new CodeAnswer(SignInOutcome.WrongCode);
        }

        return new CodeAnswer(
            await factors.Of(userId, cancellation) is not { Secret: { } secret }
                || codes.StepOf(secret, written) is not { } step ? SignInOutcome.WrongCode
            : await factors.UseStep(userId, step, cancellation) ? SignInOutcome.SignedIn
            : SignInOutcome.UsedCode);
    }
}
