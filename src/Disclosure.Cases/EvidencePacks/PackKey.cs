using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;

namespace Disclosure.Cases.EvidencePacks;

/// <summary>
/// The key pair that signs evidence packs (ECDSA, P-256, SHA-256). It is derived from a key of the chains, so that there is no other
/// secret to keep; nothing of that key can be told from the public one.
/// </summary>
public sealed class PackKey
{
    private const int ScalarLength = 32;

    // Longer than the scalar, so that taking the remainder prefers no key.
    private const int DerivedLength = 48;

    private static readonly BigInteger Order = BigInteger.Parse(
        "115792089210356248762697446949407573529996955224135760342422259061068512044369", CultureInfo.InvariantCulture);

    // What stands in a SubjectPublicKeyInfo before a point of P-256. Whoever made a pack does not choose the curve.
    private static readonly byte[] Head = Convert.FromHexString("3059301306072a8648ce3d020106082a8648ce3d03010703420004");

    private readonly ECParameters secret;

    private PackKey(ECParameters secret)
    {
        this.secret = secret;
        using var pair = ECDsa.Create(secret);
        PublicKey = pair.ExportSubjectPublicKeyInfo();
        Fingerprint = FingerprintOf(PublicKey);
    }

    /// <summary>The public key, as a SubjectPublicKeyInfo.</summary>
    public byte[] PublicKey { get; }

    /// <summary>By which people compare public keys: SHA-256 of <see cref="PublicKey"/>, in groups of four hexadecimal digits.</summary>
    public string Fingerprint { get; }

    /// <summary>The pair of a key of the chains.</summary>
    public static PackKey Of(byte[] chainKey)
    {
        var derived = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, chainKey, DerivedLength, info: "disclosure.cases evidence pack P-256"u8.ToArray());
        var scalar = (new BigInteger(derived, isUnsigned: true, isBigEndian: true) % (Order - 1)) + 1;
        return new PackKey(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes(scalar) });
    }

    /// <summary>Signs the list of a pack.</summary>
    public PackSignature Sign(byte[] manifest)
    {
        using var pair = ECDsa.Create(secret);
        var signature = pair.SignData(manifest, HashAlgorithmName.SHA256);
        var (r, s) = (signature[..ScalarLength], Number(signature.AsSpan(ScalarLength)));
        return new PackSignature(PublicKey, [.. r, .. Bytes(s > Order / 2 ? Order - s : s)]);
    }

    /// <summary>Whether a signature is one of a pack's list, and the only form of it: of s and n − s the smaller one.</summary>
    public static bool Covers(PackSignature signature, byte[] manifest)
    {
        ArgumentNullException.ThrowIfNull(signature);
        if (signature.PublicKey.Length != Head.Length + (2 * ScalarLength) || !signature.PublicKey.AsSpan().StartsWith(Head)
            || signature.Signature.Length != 2 * ScalarLength || Number(signature.Signature.AsSpan(ScalarLength)) > Order / 2)
        {
            return false;
        }

        try
        {
            var point = signature.PublicKey.AsSpan(Head.Length);
            using var key = ECDsa.Create(new ECParameters
            {
                Curve = ECCurve.NamedCurves.nistP256,
                Q = new ECPoint { X = point[..ScalarLength].ToArray(), Y = point[ScalarLength..].ToArray() },
            });
            return key.VerifyData(manifest, signature.Signature, HashAlgorithmName.SHA256);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The fingerprint of a public key.</summary>
    public static string FingerprintOf(byte[] publicKey) => string.Join(
        ' ', Convert.ToHexStringLower(SHA256.HashData(publicKey)).Chunk(4).Select(group => new string(group)));

    /// <summary>Whether two fingerprints are the same, however they are spaced and written.</summary>
    public static bool AreSame(string one, string other) => Digits(one) == Digits(other);

    private static string Digits(string fingerprint) => string.Concat(fingerprint.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();

    private static BigInteger Number(ReadOnlySpan<byte> bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    private static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[ScalarLength - bytes.Length], .. bytes];
    }
}

/// <summary>The signature of a pack's list, with the key that it can be checked with.</summary>
public sealed record PackSignature(byte[] PublicKey, byte[] Signature);

/// <summary>The keys of this office, as far as there are any where the program runs.</summary>
public interface IPackKeys
{
    /// <summary>The pairs of all keys of the chains, the oldest first; null where there is no key: a court's machine.</summary>
    IReadOnlyList<PackKey>? All { get; }

    /// <summary>The pair that signs now.</summary>
    Task<PackKey> Current(CancellationToken cancellation);

    /// <summary>Whether the seal of an event was made with one of the keys.</summary>
    bool HasSealed(Guid caseId, SealedEvent sealedEvent);
}
