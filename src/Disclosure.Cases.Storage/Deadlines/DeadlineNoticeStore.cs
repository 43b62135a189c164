using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Deadlines;

/// <summary>Notices to officers that deadlines moved.</summary>
internal sealed class DeadlineNoticeStore(UnitOfWork work) : IDeadlineNotices
{
    public Task Add(Guid caseId, int sequence, DateTimeOffset raisedAt, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.DeadlineNotices, caseId, sequence);
        return work.Execute(
            "INSERT INTO deadline_notices (case_id, seq, raised_at) VALUES (@caseId, @sequence, @raisedAt)",
            new { caseId, sequence, raisedAt }, cancellation);
    }, cancellation);

    public Task MarkSeen(Guid caseId, int sequence, Guid officerId, DateTimeOffset seenAt, CancellationToken cancellation) =>
        work.Write(async () =>
        {
            if (await work.Execute(
                """
                UPDATE deadline_notices SET seen_at = @seenAt, seen_by = @officerId
                WHERE case_id = @caseId AND seq = @sequence AND seen_at IS NULL
                  AND EXISTS (SELECT 1 FROM case_files c WHERE c.case_id = @caseId AND c.officer_id = @officerId)
                """,
                new { caseId, sequence, officerId, seenAt }, cancellation) > 0)
            {
                work.Changed(SealedTable.DeadlineNotices, caseId, sequence);
            }
        }, cancellation);
}
