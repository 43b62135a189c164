using System.Security.Cryptography;
using Disclosure.Cases.EvidencePacks;

namespace Disclosure.Cases.Documents.EvidencePacks;

/// <summary>
/// Checks an evidence pack: that it is byte for byte as it was written, that its list is signed, and that events, texts and files fit
/// each other. With the keys of the office also that it comes from there, and that the events are sealed.
/// </summary>
public sealed class PackCheck(IPackKeys keys)
{
    // Whoever made a pack of nothing but faults is told some of them.
    private const int MostFindings = 200;

    private static readonly string[] Kept = [PackJson.Manifest, PackJson.Signature, PackJson.Events, PackJson.Texts];

    /// <summary>Checks a pack.</summary>
    /// <param name="pack">From its beginning; it can tell its length.</param>
    /// <param name="fingerprint">Of the key that must have signed it, as the office made it known; null: nobody said.</param>
    /// <param name="cancellation">Nobody waits for it any more.</param>
    public async Task<PackVerdict> Check(Stream pack, string? fingerprint, CancellationToken cancellation)
    {
        var zip = new PackZipReader(pack, Kept.Contains);
        await zip.Read(cancellation);
        if (zip.Findings.Any(finding => finding.Code != "pack.changed"))
        {
            return new PackVerdict(zip.Findings, null, PackSigner.Unknown);
        }

        var findings = zip.Findings.ToList();
        if (Read<PackManifest>(zip, PackJson.Manifest, findings) is not { Format: PackManifest.Current } manifest
            || manifest.Files.Contains(null!)
            || Read<PackSignature>(zip, PackJson.Signature, findings) is not { } signature)
        {
            return new PackVerdict(findings.Count > 0 ? findings : [new("pack.unreadable", PackJson.Manifest)], null, PackSigner.Unknown);
        }

        findings.AddRange(OfFiles(manifest, zip.Entries));
        var signer = SignerOf(signature, zip, fingerprint, findings);
        if (ReadList<SealedEvent>(zip, PackJson.Events, findings) is { } events
            && ReadList<SaltedText>(zip, PackJson.Texts, findings) is { } texts)
        {
            findings.AddRange(OfEvents(manifest, events));
            findings.AddRange(References.Findings(manifest, events, texts));
            findings.AddRange(signer != PackSigner.Own ? [] : events.Where(each => !keys.HasSealed(manifest.CaseId, each))
                .Select(each => new Refusal("pack.seal", each.Sequence)));
        }

        var facts = new PackFacts(
            manifest.RegisterNumber, manifest.Events, manifest.LastAt, manifest.Files.Count, PackKey.FingerprintOf(signature.PublicKey),
            Convert.ToHexStringLower(SHA256.HashData(zip.Content(PackJson.Manifest)!)));
        return new PackVerdict([.. findings.Take(MostFindings).Distinct()], facts, signer);
    }

    private static T? Read<T>(PackZipReader zip, string name, List<Refusal> findings)
        where T : class
    {
        var content = PackJson.Read<T>(zip.Content(name));
        if (content is null)
        {
            findings.Add(new(zip.Entries.Any(entry => entry.Name == name) ? "pack.unreadable" : "pack.missing", name));
        }

        return content;
    }

    private static IReadOnlyList<T>? ReadList<T>(PackZipReader zip, string name, List<Refusal> findings)
        where T : class
    {
        if (Read<IReadOnlyList<T>>(zip, name, findings) is { } list)
        {
            if (!list.Contains(null!))
            {
                return list;
            }

            findings.Add(new("pack.unreadable", name));
        }

        return null;
    }

    private static IEnumerable<Refusal> OfFiles(PackManifest manifest, IReadOnlyList<PackEntry> entries)
    {
        // The list's own bytes are signed, the signature's are checked: these two stand last.
        string[] names = [.. manifest.Files.Select(file => file.Name), PackJson.Manifest, PackJson.Signature];
        var there = entries.Select(entry => entry.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var missing in names.Where(name => !there.Contains(name)))
        {
            yield return new("pack.missing", missing);
        }

        foreach (var (index, entry) in entries.Index())
        {
            if (entry.Name != names.ElementAtOrDefault(index))
            {
                yield return new("pack.unlisted", entry.Name);
            }
            else if (manifest.Files.ElementAtOrDefault(index) is { } listed
                && (listed.Size != entry.Size || listed.Sha256 != entry.Sha256))
            {
                yield return new("pack.changed", entry.Name);
            }
        }
    }

    private PackSigner SignerOf(PackSignature signature, PackZipReader zip, string? named, List<Refusal> findings)
    {
        // Written in another way it would say the same, and its bytes would not be those that were issued.
        if (!PackJson.Write(signature).AsSpan().SequenceEqual(zip.Content(PackJson.Signature))
            || !PackKey.Covers(signature, zip.Content(PackJson.Manifest)!))
        {
            findings.Add(new("pack.signature"));
            return PackSigner.Unknown;
        }

        var fingerprint = PackKey.FingerprintOf(signature.PublicKey);
        if (named is not null && !PackKey.AreSame(named, fingerprint))
        {
            findings.Add(new("pack.otherKey", fingerprint));
        }

        if (keys.All is not { } own)
        {
            return named is null ? PackSigner.Unknown : PackSigner.Named;
        }

        if (own.Any(key => key.Fingerprint == fingerprint))
        {
            return PackSigner.Own;
        }

        // A host of another office that is told whose pack it is checks as a court does.
        if (named is null)
        {
            findings.Add(new("pack.foreignKey", fingerprint));
        }

        return PackSigner.Named;
    }

    private static IEnumerable<Refusal> OfEvents(PackManifest manifest, IReadOnlyList<SealedEvent> events)
    {
        if (events.Count != manifest.Events || events.Count == 0 || events[^1].OccurredAt != manifest.LastAt)
        {
            yield return new("pack.sequence", events.Count);
        }

        for (var index = 0; index < events.Count; index++)
        {
            var (each, before) = (events[index], index == 0 ? null : events[index - 1]);
            if (each.Sequence != index + 1 || !Follows(each, before))
            {
                yield return new("pack.sequence", index + 1);
            }
        }
    }

    // Events of other cases lie between those of a case in the agency's chain; where none does, the seals are the same.
    private static bool Follows(SealedEvent each, SealedEvent? before) => before is null
        || (each.Chain == before.Chain && each.Position > before.Position
            && (each.Position != before.Position + 1 || each.Previous == before.Hash));
}
