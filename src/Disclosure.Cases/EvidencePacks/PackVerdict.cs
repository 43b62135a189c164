namespace Disclosure.Cases.EvidencePacks;

/// <summary>What a pack says of itself.</summary>
/// <param name="RegisterNumber">The case.</param>
/// <param name="Events">How many events it has.</param>
/// <param name="LastAt">When the last of them was recorded, UTC.</param>
/// <param name="Files">How many files it has.</param>
/// <param name="Fingerprint">Of the public key that it is signed with.</param>
/// <param name="List">SHA-256 of its list, by which two packs are told apart.</param>
public sealed record PackFacts(string RegisterNumber, int Events, string LastAt, int Files, string Fingerprint, string List);

/// <summary>How it is known whose key signed a pack.</summary>
public enum PackSigner
{
    /// <summary>Nobody said so: the fingerprint has to be compared.</summary>
    Unknown,

    /// <summary>Its fingerprint is the one that was named.</summary>
    Named,

    /// <summary>It is a key of this office.</summary>
    Own,
}

/// <summary>What the check of a pack found.</summary>
/// <param name="Findings">What is wrong; empty when nothing is.</param>
/// <param name="Facts">What it says of itself; null where it cannot be read so far.</param>
/// <param name="Signer">How it is known who signed it.</param>
public sealed record PackVerdict(IReadOnlyList<Refusal> Findings, PackFacts? Facts, PackSigner Signer)
{
    /// <summary>Whether nothing was found.</summary>
    public bool IsSound => Findings.Count == 0;

    /// <summary>What the check proves, in the order in which it is read; empty where something was found.</summary>
    public IReadOnlyList<Refusal> Proved => !IsSound || Facts is not { } facts ? [] :
    [
        new("pack.proved.unchanged", facts.Files),
        Signer switch
        {
            PackSigner.Own => new("pack.proved.own"),
            PackSigner.Named => new("pack.proved.named"),
            PackSigner.Unknown => new("pack.proved.signed", facts.Fingerprint),
        },
        .. Signer == PackSigner.Own ? new Refusal[] { new("pack.proved.seals", facts.Events) } : [],
        new("pack.proved.references", facts.Events),
    ];

    /// <summary>What the check cannot prove.</summary>
    public IReadOnlyList<Refusal> Unproved =>
    [
        .. Signer switch
        {
            PackSigner.Own => Array.Empty<Refusal>(),
            PackSigner.Named => [new("pack.unproved.seals")],
            PackSigner.Unknown => [new("pack.unproved.signer"), new("pack.unproved.seals")],
        },
        new("pack.unproved.later"),
        new("pack.unproved.history"),
        new("pack.unproved.truth"),
    ];
}
