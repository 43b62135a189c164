using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess.Propriety;

/// <summary>
/// Issues a document: takes its number and freezes its bytes, in the transaction of the approval, so that a number
/// exists if and only if its letter does.
/// </summary>
public sealed class IssuedLetters(INumberSeries numbers, CaseLetters letters, ILetters renderer, ICaseContents contents)
{
    /// <summary>The media type of the frozen letters.</summary>
    public const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    /// <summary>Numbers and freezes the document.</summary>
    /// <returns>Why the letter cannot be made; empty when it was issued.</returns>
    public async Task<IReadOnlyList<Refusal>> Issue(CaseFile file, CaseDocument document, Moment now)
    {
        var number = document.Series is { } series ? await numbers.Take(file.AgencyId, series, now.Today, file.Id) : null;
        var letter = (await letters.Compose(file, document, now.Today)) with { Number = number?.Text, DecidedOn = now.Today };
        if (renderer.Check(letter, final: true) is { Count: > 0 } refusals)
        {
            return refusals;
        }

        var name = $"{number?.Text ?? document.Template}.docx";
        var (fileId, sha256) = await contents.Keep(file.Id, name, Docx, renderer.ToDocx(letter));
        file.Record(new DocumentApproved(document.Id, now.Actor.Id, document.Approvers.Count + 1, number?.Id, number?.Text, now.Today, fileId, sha256));
        return [];
    }
}
