using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Registration;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Encryption;

/// <summary>
/// Encrypts what the database keeps of people, identity numbers and contacts foremost, and makes the hashes by which it is found:
/// with data-protection keys that stand in the database, opened by the key of the records, which does not.
/// </summary>
internal sealed class PersonalData(UnitOfWork work, SealingKeys sealing, DataKeyCache cache)
{
    private const int HashKeyLength = 32;

    /// <summary>Whether there are keys.</summary>
    public async Task<bool> IsMade(CancellationToken cancellation) => (await Wrapped(cancellation)).Count > 0;

    /// <summary>Makes the keys in the transaction under way, which is the first to have any; <see cref="Refresh"/> uses them.</summary>
    /// <returns>Whether it made them; false: they were there.</returns>
    public async Task<bool> Make(CancellationToken cancellation)
    {
        // Whoever else begins waits, and then finds them there.
        await ChainEnds.Take(work, ChainEnds.OfRows, cancellation);
        if (await IsMade(cancellation))
        {
            return false;
        }

        await Keep(
            [new(WrappedKey.OfHashes, RandomNumberGenerator.GetBytes(HashKeyLength)), Serialized(DataKeys.New([]))],
            await sealing.ForWriting(work, cancellation), cancellation);
        return true;
    }

    /// <summary>Wraps the keys with the newest key of the records, and adds one to encrypt with from now on.</summary>
    public async Task Rotate(CancellationToken cancellation)
    {
        var ring = await sealing.ForReading(work, cancellation);
        var keys = Unwrapped(await Wrapped(cancellation), ring);
        await work.Execute("DELETE FROM data_keys", null, cancellation);
        await Keep([.. keys, Serialized(DataKeys.New(Elements(keys)))], ring, cancellation);
    }

    /// <summary>Reads the keys as they now are in the database.</summary>
    /// <exception cref="SealingKeyException">The key of the records is missing, damaged or another one, or does not open them.</exception>
    public async Task<DataKeys> Refresh(CancellationToken cancellation)
    {
        var keys = Unwrapped(await Wrapped(cancellation), await sealing.ForReading(work, cancellation));
        return cache.Keys = Fitting(() => new DataKeys(
            Elements(keys), keys.Find(key => key.Key == WrappedKey.OfHashes).Value ?? throw new CryptographicException()));
    }

    /// <summary>The keys, which were read when the records were made ready.</summary>
    /// <exception cref="InvalidOperationException">They were not.</exception>
    public DataKeys InUse => cache.Keys
        ?? throw new InvalidOperationException("The records were not made ready: there is no key to encrypt with.");

    /// <summary>A text as it is kept; one that is empty stays so.</summary>
    public string? Encrypt(string? plain) => string.IsNullOrEmpty(plain) ? plain : InUse.Encrypt(plain);

    /// <summary>The text that is kept.</summary>
    /// <exception cref="SealingKeyException">The key of the records is missing, damaged or another one.</exception>
    /// <exception cref="CryptographicException">It was changed.</exception>
    public async ValueTask<string?> Decrypt(string? kept, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(kept))
        {
            return kept;
        }

        var keys = await Keys(cancellation);
        try
        {
            return keys.Decrypt(kept);
        }
        catch (CryptographicException)
        {
            // Another server may have begun to use a new key.
            var before = keys.Count;
            keys = await Refresh(cancellation);
            if (keys.Count == before)
            {
                throw;
            }

            return keys.Decrypt(kept);
        }
    }

    /// <summary>The same, but null for what cannot be read.</summary>
    public async ValueTask<string?> DecryptIfWhole(string? kept, CancellationToken cancellation)
    {
        try
        {
            return await Decrypt(kept, cancellation);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>By which a text is found: 64 characters.</summary>
    public async ValueTask<string> Hash(string text, CancellationToken cancellation) => (await Keys(cancellation)).Hash(text);

    /// <summary>Makes of an applicant the hashes by which it is found: <see cref="ApplicantStore.Sought"/> with the keys.</summary>
    public async ValueTask<Func<Applicant, (string? Number, string? Contact)>> Sought(CancellationToken cancellation)
    {
        var keys = await Keys(cancellation);
        return applicant => ApplicantStore.Sought(applicant, keys);
    }

    /// <summary>The keys, read once.</summary>
    public async ValueTask<DataKeys> Keys(CancellationToken cancellation) => cache.Keys ?? await Refresh(cancellation);

    private Task<IReadOnlyList<WrappedKey>> Wrapped(CancellationToken cancellation) =>
        work.Query<WrappedKey>($"SELECT {WrappedKey.Columns} FROM data_keys ORDER BY id", null, cancellation);

    private async Task Keep(IEnumerable<KeyValuePair<string, byte[]>> keys, KeyRing ring, CancellationToken cancellation)
    {
        foreach (var (id, content) in keys)
        {
            await work.Execute(
                $"INSERT INTO data_keys ({WrappedKey.Columns}) VALUES (@Id, @WrappedWith, @Content)",
                WrappedKey.Of(id, content, ring.Count, ring.Current), cancellation);
            work.Changed(SealedTable.DataKeys, id);
        }
    }

    private List<KeyValuePair<string, byte[]>> Unwrapped(IReadOnlyList<WrappedKey> keys, KeyRing ring) => Fitting(() => keys
        .Select(key => KeyValuePair.Create(key.Id, key.Unwrap(ring.Of(key.WrappedWith) ?? throw new CryptographicException()))).ToList());

    private T Fitting<T>(Func<T> open)
    {
        try
        {
            return open();
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException or XmlException)
        {
            throw sealing.DataKeysUnfit(problem);
        }
    }

    private static IReadOnlyList<XElement> Elements(IEnumerable<KeyValuePair<string, byte[]>> keys) =>
        [.. keys.Where(key => key.Key != WrappedKey.OfHashes).Select(key => XElement.Parse(Encoding.UTF8.GetString(key.Value)))];

    private static KeyValuePair<string, byte[]> Serialized(XElement key) => new(
        (string)key.Attribute("id")!, Encoding.UTF8.GetBytes(key.ToString(SaveOptions.DisableFormatting)));
}

/// <summary>The data keys that were read last, for all scopes of a program.</summary>
internal sealed class DataKeyCache : IDisposable
{
    /// <summary>The keys; null until they are read.</summary>
    public DataKeys? Keys { get; set; }

    public void Dispose() => Keys?.Dispose();
}
