using System.Security.Cryptography;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>What there is to know of the key file.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Fingerprint">By which the key in force is told from others; it says nothing about the key.</param>
/// <param name="Keys">How many keys it has: one more with each rotation.</param>
/// <param name="IsNew">Whether it was made just now.</param>
public sealed record KeyFacts(string File, string Fingerprint, int Keys, bool IsNew)
{
    /// <summary>Where it is, and that a copy is to be put away.</summary>
    public string Say(string language) => Texts.Say(language, IsNew ? "key.made" : "key.inForce", File, Fingerprint, Keys);
}

/// <summary>The key that the records are sealed with, for whoever keeps it.</summary>
public sealed class RecordKey
{
    private readonly UnitOfWork work;
    private readonly ChainKey file;
    private readonly SealingKeys keys;
    private readonly RowSeals seals;
    private readonly PersonalData personal;
    private readonly FirstEncryption encryption;
    private readonly IAdministrationLog log;

    internal RecordKey(
        UnitOfWork work, ChainKey file, SealingKeys keys, RowSeals seals, PersonalData personal, FirstEncryption encryption,
        IAdministrationLog log)
    {
        (this.work, this.file, this.keys, this.seals) = (work, file, keys, seals);
        (this.personal, this.encryption, this.log) = (personal, encryption, log);
    }

    /// <summary>
    /// Makes the key of a new database, or makes sure that it fits the one that is there; and the data keys that it opens. To be called
    /// whenever migrations were applied, before anything is recorded.
    /// </summary>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    public async Task<KeyFacts> Begin(CancellationToken cancellation)
    {
        var isNew = !file.Exists;
        await seals.Begin(work, cancellation);
        await encryption.Begin(cancellation);
        return Facts(await keys.ForReading(work, cancellation), isNew);
    }

    /// <summary>
    /// Goes over to a new key, and to a new data key; what is there stays sealed with the ones before, which the file keeps, and
    /// encrypted with the data keys before, which only the new key opens from now on.
    /// </summary>
    /// <exception cref="SealingKeyException">The key is missing, damaged, or another one.</exception>
    public async Task<KeyFacts> Rotate(CancellationToken cancellation)
    {
        var facts = await work.Write(async () =>
        {
            var before = Facts(await keys.ForReading(work, cancellation), isNew: false);
            await keys.Rotate(work, cancellation);
            await personal.Rotate(cancellation);
            var now = Facts(await keys.ForReading(work, cancellation), isNew: true);
            await log.Add(
                AdministrativeAct.KeyRotated, null, null, cancellation,
                new FieldChange(JournalFields.Key, before.Fingerprint, now.Fingerprint));
            return now;
        }, cancellation);
        await personal.Refresh(cancellation);
        return facts;
    }

    private KeyFacts Facts(KeyRing ring, bool isNew) =>
        new(file.Path, Convert.ToHexStringLower(SHA256.HashData(ring.Current).AsSpan(0, 6)), ring.Count, isNew);
}
