using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

// The one road of all documents, and what serving them does.
public sealed partial class CaseFile
{
    /// <summary>The reply before the last reopening: what a new decision replaces.</summary>
    public CaseDocument? ReplacedReply { get; private set; }

    private void ApplyToDocument(CaseEvent caseEvent, int sequence)
    {
        switch (caseEvent)
        {
            case DocumentRevised revised:
                Document(revised.DocumentId).Revise(revised);
                break;
            case DocumentFinishedInWord finished:
                Document(finished.DocumentId).Finish(new KeptFile(finished.FileId, finished.Sha256), finished.DrafterId);
                break;
            case FinishedInWordDiscarded discarded:
                Document(discarded.DocumentId).Finish(null, discarded.DrafterId);
                break;
            case SignedCopyAttached copy:
                Document(copy.DocumentId).AddSignedCopy(new KeptFile(copy.FileId, copy.Sha256));
                break;
            case DocumentRebased rebased:
                Document(rebased.DocumentId).Rebase(rebased);
                break;
            case DocumentSubmitted submitted:
                Document(submitted.DocumentId).Submit(submitted);
                break;
            case DocumentReturned returned:
                Document(returned.DocumentId).Return(returned);
                break;
            case DocumentEndorsed endorsed:
                Document(endorsed.DocumentId).Endorse(endorsed);
                break;
            case DocumentApproved approved:
                Document(approved.DocumentId).Approve(approved, sequence);
                break;
            case DocumentWithdrawn withdrawn:
                Document(withdrawn.DocumentId).Withdraw();
                break;
            case DeliveryRecorded delivered:
                Attempt(delivered.DocumentId, delivered.AttemptId).DeliveredOn = delivered.DeliveredOn;
                break;
            case ServiceReturned returned:
                Apply(returned, sequence);
                break;
            default:
                throw new InvalidOperationException($"The event {caseEvent.GetType().Name} is not known to the case.");
        }
    }

    private void Apply(DocumentServed served, int sequence)
    {
        var document = Document(served.DocumentId);
        document.Serve(new ServiceAttempt(sequence, served));
        Answer(document);
    }

    private void Answer(CaseDocument document)
    {
        if (document is { Status: DocumentStatus.Served, Effect: ServiceEffect.Answers or ServiceEffect.Closes })
        {
            ForEach(document.Items, item => item.AnsweredBy = document.Id);
            ReplacedReply = document;
        }
    }

    private void Apply(ServiceReturned returned, int sequence)
    {
        var document = Document(returned.DocumentId);
        var attempt = Attempt(returned.DocumentId, returned.AttemptId);
        attempt.ReturnedOn = returned.On;
        attempt.ReturnedSequence = sequence;

        // A consultation that came back is simply over.
        if (document.Effect != ServiceEffect.Consults)
        {
            Unserve(document);
        }
    }

    // Where nothing counts as service any more, the letter has to be served again.
    private void Unserve(CaseDocument document)
    {
        if (document is { Status: DocumentStatus.Served, DecisiveAttempt: null })
        {
            document.Unserve();
            NameRecipients();
            ForEach(document.Items, item => item.AnsweredBy = item.AnsweredBy == document.Id ? null : item.AnsweredBy);
        }
    }

    private void Settle(ServiceEffect effect, DateOnly on) =>
        documents.FindAll(document => document.Effect == effect && document is { IsOut: true, Status: not DocumentStatus.Withdrawn })
            .ForEach(document => document.SettleBy(on));

    private ServiceAttempt Attempt(Guid documentId, Guid attemptId) =>
        Document(documentId).Attempts.Single(attempt => attempt.Id == attemptId);
}
