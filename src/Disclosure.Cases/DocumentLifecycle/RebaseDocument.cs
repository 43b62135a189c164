using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.DocumentLifecycle;

/// <summary>改用现行文本: a draft made from an earlier wording goes on with the one in force.</summary>
/// <param name="DocumentId">The draft.</param>
public sealed record RebaseDocument(Guid CaseId, int Version, Guid DocumentId) : CaseCommand<Unit>(CaseId, Version, CaseAction.Submit);

internal sealed class RebaseDocumentHandler(CaseCommandExecutor executor, IReplyTemplates templates)
    : CaseHandler<RebaseDocument, Unit>(executor)
{
    protected override Task<Result<Unit>> Act(RebaseDocument command, CaseFile file, CancellationToken cancellation)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Drafted } document)
        {
            return Refused("document.notADraft");
        }

        // The uploaded file stays as it is: another wording would judge it by words it was not made from.
        if (document.Finished is not null)
        {
            return Refused("document.finishedInWord");
        }

        if (ReviewersAndDrafters.WhyNotDraft(file, document, Now.Actor.Id) is { } reviewed)
        {
            return Refused(reviewed.Code, nameof(command.DocumentId));
        }

        var wordings = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var section in document.Sections)
        {
            if (InForce(document, section) is not { } template)
            {
                return Refused("document.cannotBeRebased");
            }

            wordings[section.Template] = template.Version;
        }

        return Recorded(file, new DocumentRebased(document.Id, wordings, Now.Actor.Id));
    }

    // What serving the document does was settled when it was drafted: a wording that does something else is another document.
    private ReplyTemplate? InForce(CaseDocument document, DocumentSection section) =>
        templates.Find(section.Template) is { } template
            && template.HasVariant(section.Variant)
            && template.For(section.Variant) is var effective
            && effective.Effect == document.Effect
            && effective.Row == section.Row
            && template.Series == document.Series
            && template.NeedsApproval == document.NeedsApproval
            ? template
            : null;
}
