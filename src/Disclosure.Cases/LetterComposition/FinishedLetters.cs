using System.Security.Cryptography;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.LetterComposition;

/// <summary>Finds the files that documents were finished in, and says whether they are still the ones that were recorded.</summary>
public sealed class FinishedLetters(ICaseContents contents)
{
    /// <summary>The upload that a document was finished in; null when there is none, or it is not the one that was recorded.</summary>
    public async Task<byte[]?> Upload(CaseDocument document, CancellationToken cancellation) =>
        document.Finished is { } finished ? await Find(finished.FileId, finished.Sha256, cancellation) : null;

    /// <summary>The frozen letter, from approval; null when there is none, or it is not the one that was recorded.</summary>
    public async Task<byte[]?> Frozen(CaseDocument document, CancellationToken cancellation) =>
        document is { FileId: { } file, Sha256: { } sha256 } ? await Find(file, sha256, cancellation) : null;

    private async Task<byte[]?> Find(Guid fileId, string sha256, CancellationToken cancellation) =>
        await contents.Find(fileId, cancellation) is { } file && Convert.ToHexStringLower(SHA256.HashData(file.Content)) == sha256
            ? file.Content
            : null;
}
