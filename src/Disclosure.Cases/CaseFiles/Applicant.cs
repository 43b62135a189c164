using System.Text.Json;

namespace Disclosure.Cases.CaseFiles;

/// <summary>Who acts for an applicant, and on what authority (代理人).</summary>
/// <param name="Name">The representative's name.</param>
/// <param name="Authority">The authority shown: a power of attorney, guardianship, an office held.</param>
public sealed record Representative([StoredName("Name")] string Name, [StoredName("Authority")] string Authority);

/// <summary>One applicant as entered at registration (art. 29 ¶2(1)): name, proof of identity, contact.</summary>
/// <param name="Kind">Natural person or kind of organisation.</param>
/// <param name="Name">As in the proof of identity; may contain characters beyond the BMP.</param>
/// <param name="IdentityNumber">Identity card or credit code; null where not known.</param>
/// <param name="Contact">Telephone or e-mail.</param>
/// <param name="Address">Where letters go; null where the reply goes another way.</param>
/// <param name="ProofSeen">Whether the proof of identity was seen.</param>
/// <param name="Representative">Who acts for the applicant, if anybody.</param>
public sealed record Applicant(
    [StoredName("Kind")] ApplicantKind Kind,
    [StoredName("Name")] string Name,
    [StoredName("IdentityNumber")] string? IdentityNumber,
    [StoredName("Contact")] string? Contact,
    [StoredName("Address")] string? Address,
    [StoredName("ProofSeen")] bool ProofSeen,
    [StoredName("Representative")] Representative? Representative)
{
    /// <summary>
    /// The key by which the same applicant is known again: kind and identity number; without a number the same name
    /// <em>and</em> contact, never the name alone. Width, case and spaces make no difference. Null when there is
    /// neither number nor contact: then nobody is the same.
    /// </summary>
    [StoredName("SameApplicantKey")]
    public string? SameApplicantKey =>
        ComparedText.Of(IdentityNumber) is { Length: > 0 } number ? $"{StoredNames.Of(Kind)}|#{number}"
        : ComparedText.Of(Contact) is { Length: > 0 } contact ? $"{StoredNames.Of(Kind)}|{ComparedText.Of(Name)}|{contact}"
        : null;

    /// <summary>What a case keeps of the applicant, as a text.</summary>
    public string Write() => JsonSerializer.Serialize(this, StoredJson.Escaped);
}
