using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess.Propriety;

/// <summary>改用现行文本: a draft made from an earlier wording goes on with the one in force.</summary>
/// <param name="DocumentId">The draft.</param>
public sealed record RebaseDocument(Guid CaseId, int Version, Guid DocumentId) : CaseCommand<Done>(CaseId, Version, CaseAction.Submit);

internal sealed class RebaseDocumentHandler(CaseDesk desk, IReplyTemplates templates) : CaseHandler<RebaseDocument, Done>(desk)
{
    protected override Task<Result<Done>> Act(RebaseDocument command, CaseFile file)
    {
        if (file.FindDocument(command.DocumentId) is not { Status: DocumentStatus.Drafted } document)
        {
            return Refused("document.notADraft");
        }

        // What serving the document does was settled when it was drafted: a wording that does something else is another document.
        return templates.Find(document.Template) is { } template && template.HasVariant(document.Variant) && template.For(document.Variant) is var effective
            && effective.Effect == document.Effect && effective.Row == document.Row && template.Series == document.Series && template.NeedsApproval == document.NeedsApproval
            ? Recorded(file, new DocumentRebased(document.Id, new Dictionary<string, string> { [template.Code] = template.Version }, Now.Actor.Id))
            : Refused("document.cannotBeRebased");
    }
}
