using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.ApiClients;

/// <summary>
/// The text of a token: <c>dc_</c>, a prefix that may be seen, and 256 random bits that may not. The bits cannot be
/// guessed, so a plain hash of them is safe to keep.
/// </summary>
/// <param name="Text">What the system sends.</param>
public sealed record TokenSecret(string Text)
{
    private const string Mark = "dc_";
    private const int PrefixBytes = 6;
    private const int SecretBytes = 32;
    private const int PrefixLength = 3 + (2 * PrefixBytes);

    /// <summary>Its beginning, by which it is found and recognised: <c>dc_</c> and twelve hexadecimal digits.</summary>
    public string Prefix => Text[..Math.Min(PrefixLength, Text.Length)];

    /// <summary>SHA-256 of it, lower-case hexadecimal.</summary>
    public string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    /// <summary>A token that never was.</summary>
    public static TokenSecret New()
    {
        var secret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(SecretBytes)).TrimEnd('=').Replace('+', '-').Replace('/', '_');
        return new TokenSecret($"{Mark}{RandomNumberGenerator.GetHexString(2 * PrefixBytes, lowercase: true)}_{secret}");
    }

    /// <summary>Whether a hash is this token's; how long that takes does not tell how much of it is right.</summary>
    public bool Matches(string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash), Encoding.ASCII.GetBytes(hash));

    /// <inheritdoc/>
    public override string ToString() => Prefix;
}
