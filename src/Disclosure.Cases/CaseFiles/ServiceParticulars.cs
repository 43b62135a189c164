using System.Text.Json;

namespace Disclosure.Cases.CaseFiles;

/// <summary>Where a letter was served, and how that can be traced: personal data, kept outside the events.</summary>
/// <param name="Address">The address on the envelope.</param>
/// <param name="ElectronicAddress">The address that it was sent to electronically.</param>
/// <param name="MailNumber">The postal enterprise's number.</param>
/// <param name="Through">The agency that hands it over.</param>
/// <param name="Signer">Who signed for it.</param>
/// <param name="Basis">How an address that the applicant did not give is known, or how somebody else agreed to electronic service.</param>
/// <param name="MailNumberNote">Why a number is right that was given for another addressee or day.</param>
public sealed record ServiceParticulars(
    [StoredName("Address")] string? Address = null,
    [StoredName("ElectronicAddress")] string? ElectronicAddress = null,
    [StoredName("MailNumber")] string? MailNumber = null,
    [StoredName("Through")] string? Through = null,
    [StoredName("Signer")] string? Signer = null,
    [StoredName("Basis")] string? Basis = null,
    [StoredName("MailNumberNote")] string? MailNumberNote = null)
{
    /// <summary>Whether it says anything.</summary>
    public bool SaysAnything() => this != new ServiceParticulars();

    /// <summary>What a case keeps of it, as a text.</summary>
    public string Write() => JsonSerializer.Serialize(this, StoredJson.Escaped);

    /// <summary>What a case kept; nothing where it kept none, or its retention has ended.</summary>
    public static ServiceParticulars Read(string? kept) => string.IsNullOrEmpty(kept)
        ? new ServiceParticulars()
        : JsonSerializer.Deserialize<ServiceParticulars>(kept, StoredJson.Escaped) ?? new ServiceParticulars();

    /// <summary>The number of the mail, where a kept text is the particulars of a service by mail; else null.</summary>
    public static string? MailNumberIn(string kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        try
        {
            return kept.StartsWith('{') && kept.Contains($"\"{nameof(MailNumber)}\"", StringComparison.Ordinal)
                ? Read(kept).MailNumber
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
