using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Notifications;

/// <summary>What an applicant who agreed to it is told of what is recorded on the case.</summary>
internal sealed class ApplicantNotices(Outbox outbox) : ICaseEventListener
{
    public async Task Recorded(CaseFile file, IReadOnlyList<CaseEvent> events, CancellationToken cancellation)
    {
        if (!file.AgreesToNotices)
        {
            return;
        }

        if (events.Any(caseEvent => caseEvent is ApplicationRegistered { ReceivedOn: not null, SplitFrom: null } or ReceiptConfirmed))
        {
            await outbox.Put(NotificationKind.ApplicationReceived, file.Id, file.Id, file.AgencyId, cancellation);
        }

        foreach (var served in events.OfType<DocumentServed>())
        {
            if (file.Document(served.DocumentId) is { Effect: ServiceEffect.Answers or ServiceEffect.Closes } reply)
            {
                await outbox.Put(NotificationKind.ReplyServed, reply.Id, file.Id, file.AgencyId, cancellation);
            }
        }
    }
}
