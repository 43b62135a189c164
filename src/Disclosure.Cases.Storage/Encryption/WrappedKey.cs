using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.Storage.Encryption;

/// <summary>A key as it stands in <c>data_keys</c>: encrypted with what the key of the records makes.</summary>
/// <param name="Id">That of a data-protection key, or <see cref="OfHashes"/>.</param>
/// <param name="WrappedWith">The ordinal of the key of the records, from 1.</param>
/// <param name="Content">Nonce, tag and what is encrypted (AES-GCM), in Base64.</param>
internal sealed record WrappedKey(string Id, int WrappedWith, string Content)
{
    public const string Columns = "id, wrapped_with, content";

    public const string OfHashes = "hash";

    private const int KeyLength = 32;

    private static readonly (int Nonce, int Tag) Length = (AesGcm.NonceByteSizes.MaxSize, AesGcm.TagByteSizes.MaxSize);

    public static WrappedKey Of(string id, byte[] content, int ordinal, byte[] secret)
    {
        var wrapped = new byte[Length.Nonce + Length.Tag + content.Length];
        var nonce = wrapped.AsSpan(0, Length.Nonce);
        RandomNumberGenerator.Fill(nonce);
        using var cipher = Cipher(secret);
        cipher.Encrypt(
            nonce, content, wrapped.AsSpan(Length.Nonce + Length.Tag), wrapped.AsSpan(Length.Nonce, Length.Tag),
            Encoding.UTF8.GetBytes(id));
        return new WrappedKey(id, ordinal, Convert.ToBase64String(wrapped));
    }

    /// <exception cref="CryptographicException">It was changed, or wrapped with another key.</exception>
    /// <exception cref="FormatException">It is no Base64.</exception>
    public byte[] Unwrap(byte[] secret)
    {
        var wrapped = Convert.FromBase64String(Content);
        var content = new byte[Math.Max(0, wrapped.Length - Length.Nonce - Length.Tag)];
        if (content.Length == 0)
        {
            throw new CryptographicException();
        }

        using var cipher = Cipher(secret);
        cipher.Decrypt(
            wrapped.AsSpan(0, Length.Nonce), wrapped.AsSpan(Length.Nonce + Length.Tag), wrapped.AsSpan(Length.Nonce, Length.Tag), content,
            Encoding.UTF8.GetBytes(Id));
        return content;
    }

    // Of its own purpose, so that nothing sealed with the same key can be taken for it.
    private static AesGcm Cipher(byte[] secret) =>
        new(HKDF.DeriveKey(HashAlgorithmName.SHA256, secret, KeyLength, info: "disclosure.cases data keys"u8.ToArray()), Length.Tag);
}
