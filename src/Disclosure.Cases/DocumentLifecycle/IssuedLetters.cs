using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>
/// Issues a document: takes its number and freezes its bytes, in the transaction of the approval, so that a number
/// exists if and only if its letter does.
/// </summary>
public sealed class IssuedLetters(ReplyNumbers numbers, ILetters renderer, IReplyTemplates templates, ICaseContents contents)
{
    /// <summary>The media type of the frozen letters.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Numbers and freezes the document.</summary>
    /// <param name="file">The case.</param>
    /// <param name="document">The document.</param>
    /// <param name="checkedLetter">Its letter, in which the legal check found nothing: neither composed nor checked again.</param>
    /// <param name="now">Who approves, and when.</param>
    /// <returns>Why the letter cannot be made; empty when it was issued.</returns>
    public async Task<IReadOnlyList<Refusal>> Issue(
        CaseFile file, CaseDocument document, CheckedLetter checkedLetter, Moment now, CancellationToken cancellation)
    {
        var number = document.Series is { } series ? await numbers.Take(file.AgencyId, series, now.Today, file.Id, cancellation) : null;
        var letter = checkedLetter.Letter with { Number = number?.Text, DecidedOn = now.Today };
        if (LetterCheck.OfIssue(templates, letter) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var name = $"{number?.Text ?? document.Template}.docx";
        if (Bytes(document, checkedLetter.Upload, letter) is not { } bytes)
        {
            return [new Refusal("document.uploadLost")];
        }

        var (fileId, sha256) = await contents.Keep(file.Id, name, Docx, bytes, cancellation);
        file.Record(new DocumentApproved(
            document.Id, now.Actor.Id, document.Approvers.Count + 1, number?.Id, number?.Text, now.Today, fileId, sha256));
        return [];
    }

    // What was finished in Word goes out as it is, number and date filled in; null when the upload is gone or was changed.
    private byte[]? Bytes(CaseDocument document, byte[]? upload, Letter letter)
    {
        if (document.Finished is null)
        {
            return renderer.ToDocx(letter);
        }

        var bearsDate = templates.Find(document.Template) is { IsForm: false };
        return upload is null ? null : renderer.FillIn(upload, bearsDate ? letter.Number : null, bearsDate ? letter.DecidedOn : null);
    }
}
