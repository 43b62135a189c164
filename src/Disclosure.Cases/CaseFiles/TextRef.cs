using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Cases.CaseFiles;

/// <summary>
/// A text that stands outside the events: personal data and whatever people typed. The event names it by id and
/// salted hash, so that emptying the row when its retention period ends leaves the chain of events whole.
/// </summary>
/// <param name="Id">The row.</param>
/// <param name="Hash">SHA-256 of salt and text, lower-case hexadecimal.</param>
public sealed record TextRef([StoredName("Id")] Guid Id, [StoredName("Hash")] string Hash)
{
    /// <summary>SHA-256 of salt and text, lower-case hexadecimal.</summary>
    public static string HashOf(string salt, string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(salt + text)));
}

/// <summary>Keeps the texts that events refer to, in the transaction of the command at hand.</summary>
public interface ICaseTexts
{
    /// <summary>Keeps <paramref name="text"/> with the case and says how an event names it.</summary>
    TextRef Keep(Guid caseId, string text);

    /// <summary>Keeps a text where there is one.</summary>
    TextRef? KeepOptional(Guid caseId, string? text) => string.IsNullOrWhiteSpace(text) ? null : Keep(caseId, text);

    /// <summary>The text behind <paramref name="reference"/>; empty when its retention period has ended.</summary>
    Task<string> Read(TextRef reference, CancellationToken cancellation);

    /// <summary>All texts of a case by their id, but for those that somebody damaged.</summary>
    Task<IReadOnlyDictionary<Guid, string>> OfCase(Guid caseId, CancellationToken cancellation);
}
