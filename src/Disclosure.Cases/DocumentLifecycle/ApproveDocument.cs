using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>签发: passes a link of the approval chain; at the last one the document takes its number and is frozen.</summary>
/// <param name="DocumentId">The document.</param>
public sealed record ApproveDocument(Guid CaseId, int Version, Guid DocumentId)
    : CaseCommand<Approval>(CaseId, Version, CaseAction.Approve);

/// <summary>What an approval led to.</summary>
/// <param name="Number">The number taken; null while links are missing, or where the document takes none.</param>
/// <param name="IsComplete">Whether it was the last link.</param>
public sealed record Approval(string? Number, bool IsComplete);

internal sealed class ApproveDocumentHandler(CaseCommandExecutor executor, IApprovalChains chains, LegalCheck check, IssuedLetters issued)
    : CaseHandler<ApproveDocument, Approval>(executor)
{
    protected override async Task<Result<Approval>> Act(ApproveDocument command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Submitted } document)
        {
            return new Refusal("document.notSubmitted");
        }

        if (document.Drafters.Contains(Now.Actor.Id))
        {
            return new Refusal("document.ownDraft");
        }

        if (document.Approvers.Contains(Now.Actor.Id))
        {
            return new Refusal("document.approvedAlready");
        }

        var links = document.Links ?? await chains.LinksFor(file.AgencyId, document.Template, cancellation);
        if (document.Approvers.Count + 1 < links)
        {
            file.Record(new DocumentEndorsed(document.Id, Now.Actor.Id, document.Approvers.Count + 1));
            return new Approval(null, false);
        }

        // Days may lie between submission and approval: what was lawful then may be late now.
        var letter = await check.Check(file, document, Now, cancellation);
        if (letter.Findings.Count > 0)
        {
            return Result<Approval>.Refused(letter.Findings);
        }

        return await issued.Issue(file, document, letter, Now, cancellation) is { Count: > 0 } refusals
            ? Result<Approval>.Refused(refusals)
            : new Approval(document.Number, true);
    }
}
