using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>Puts a draft before the approver; refused with all findings of the legal check at once.</summary>
/// <param name="DocumentId">The draft.</param>
public sealed record SubmitDocument(Guid CaseId, int Version, Guid DocumentId) : CaseCommand<Unit>(CaseId, Version, CaseAction.Submit);

internal sealed class SubmitDocumentHandler(CaseCommandExecutor executor, IApprovalChains chains, LegalCheck check, IssuedLetters issued)
    : CaseHandler<SubmitDocument, Unit>(executor)
{
    protected override async Task<Result<Unit>> Act(SubmitDocument command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Drafted } document)
        {
            return new Refusal("document.notADraft");
        }

        var letter = await check.Check(file, document, Now, cancellation);
        if (letter.Findings.Count > 0)
        {
            return Result<Unit>.Refused(letter.Findings);
        }

        // A chain set later is for letters submitted later.
        file.Record(new DocumentSubmitted(
            document.Id, document.NeedsApproval ? await chains.LinksFor(file.AgencyId, document.Template, cancellation) : null));
        return document.NeedsApproval || await issued.Issue(file, document, letter, Now, cancellation) is not { Count: > 0 } refusals
            ? new Unit()
            : Result<Unit>.Refused(refusals);
    }
}
