using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.LegalChecks;

/// <summary>Reads what was finished in Word beside the letter that template and facts make.</summary>
public sealed class UploadReader(ILetters renderer, FinishedLetters finished)
{
    /// <summary>What a signed letter says, as it was frozen; empty where it is gone, or is not the one that was recorded.</summary>
    internal async Task<string> FrozenText(CaseDocument document, CancellationToken cancellation) =>
        await finished.Frozen(document, cancellation) is { } frozen
            ? string.Join('\n', renderer.Read(frozen, asDraft: false).Select(paragraph => paragraph.Text))
            : "";

    /// <summary>The upload; null where there is none, or no letter can be made to hold it against.</summary>
    /// <param name="isSound">Whether the letter was checked and nothing found.</param>
    internal async Task<JudgedUpload?> Read(
        CaseFile file, CaseDocument document, Letter letter, bool isSound, CancellationToken cancellation)
    {
        // What keeps the letter from being made does not hang on its date of issue, which the upload does not bear yet.
        var generated = letter with { Number = null, DecidedOn = null };
        if (document.Finished is null || (!isSound && renderer.Check(generated).Count > 0))
        {
            return null;
        }

        return await finished.Upload(document, cancellation) is { } upload
            ? new JudgedUpload(
                file, letter, upload, renderer.FixedParagraphs(generated),
                renderer.Read(renderer.ToDocx(generated), asDraft: true), renderer.Read(upload, asDraft: true))
            : new JudgedUpload(file, letter, null, [], [], []);
    }
}
