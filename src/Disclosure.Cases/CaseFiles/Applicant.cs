using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Cases.CaseFiles;

/// <summary>Who acts for an applicant, and on what authority (代理人).</summary>
/// <param name="Name">The representative's name.</param>
/// <param name="Authority">The authority shown: a power of attorney, guardianship, an office held.</param>
public sealed record Representative([StoredName("Name")] string Name, [StoredName("Authority")] string Authority);

/// <summary>One applicant as entered at registration (art. 29 ¶2(1)): name, proof of identity, contact.</summary>
/// <param name="Kind">Natural person or kind of organisation.</param>
/// <param name="Name">As in the proof of identity; may contain characters beyond the BMP.</param>
/// <param name="IdentityNumber">The number of the proof of identity; null where not known.</param>
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
    /// <summary>Of which document the identity number is; null where neither somebody said so nor the number tells.</summary>
    [StoredName("Document")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IdentityDocumentKind? Document { get; init; }

    /// <summary>
    /// Where letters are served electronically: there is one only where the applicant asked for it or agreed to it; null: neither.
    /// </summary>
    [StoredName("ElectronicAddress")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ElectronicAddress { get; init; }

    /// <summary>Whether somebody confirmed a number that is doubted (<see cref="Doubt"/>): it stands so in the document.</summary>
    [StoredName("NumberConfirmed")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool NumberConfirmed { get; init; }

    /// <summary>The key by which the same applicant is known again (<see cref="SameApplicant"/>).</summary>
    [StoredName("SameApplicantKey")]
    public string? SameApplicantKey => SameApplicant.KeyOf(this);

    /// <summary>What speaks against the identity number, or null; it is not judged by whether somebody confirmed it.</summary>
    public Refusal? Doubt() => CaseFiles.IdentityNumber.Doubt(IdentityNumber, Kind, Document);

    /// <summary>
    /// The applicant as it is recorded: the number in plain width and capitals, its document recognised where nobody named
    /// it, and no confirmation of what nobody doubts.
    /// </summary>
    public Applicant Recorded() => string.IsNullOrWhiteSpace(IdentityNumber)
        ? this with { IdentityNumber = null, Document = null, NumberConfirmed = false }
        : this with
        {
            IdentityNumber = ComparedText.Folded(IdentityNumber.Trim()),
            Document = Document ?? CaseFiles.IdentityNumber.Recognised(IdentityNumber, Kind),
            NumberConfirmed = NumberConfirmed && Doubt() is not null,
        };

    /// <summary>
    /// Who stands in the place of an applicant whose data were emptied. The name goes with the rest: with what the case is about it says
    /// who it was. The letters, which name the applicant, are the act itself, and are kept as long as the file.
    /// </summary>
    /// <param name="kind">The kind of applicant, which the reports count by and the event has.</param>
    public static Applicant Erased(ApplicantKind kind) => new(kind, CaseFile.ErasedWords, null, null, null, false, null);

    /// <summary>What a case kept of an applicant; null where it kept none, or its retention has ended.</summary>
    public static Applicant? Read(string? kept) =>
        string.IsNullOrEmpty(kept) ? null : JsonSerializer.Deserialize<Applicant>(kept, StoredJson.Escaped);

    /// <summary>What a case keeps of the applicant, as a text.</summary>
    public string Write() => JsonSerializer.Serialize(this, StoredJson.Escaped);
}
