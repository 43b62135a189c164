using Disclosure.Cases.SignIns;
using OtpNet;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>The codes of RFC 6238, as every telephone reckons them: six digits, 30 seconds, SHA-1.</summary>
internal sealed class OneTimeCodes(TimeProvider time) : IOneTimeCodes
{
    private const int SecretBytes = 20;
    private const string Issuer = "依申请公开办理";

    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <inheritdoc/>
    public string NewSecret() => Base32Encoding.ToString(KeyGeneration.GenerateRandomKey(SecretBytes));

    /// <inheritdoc/>
    public string AddressOf(string secret, string signInName) => new OtpUri(OtpType.Totp, secret, signInName, Issuer).ToString();

    /// <inheritdoc/>
    public long? StepOf(string secret, string code) =>
        new Totp(Base32Encoding.ToBytes(secret)).VerifyTotp(time.GetUtcNow().UtcDateTime, code, out var step, Window) ? step : null;
}
