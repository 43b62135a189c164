using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>Finds services by the number of their mail in the texts that keep their particulars.</summary>
internal sealed class SentMailStore(UnitOfWork work, PersonalData personal) : ISentMails
{
    private sealed record Row(Guid CaseId, Guid Id);

    public async Task<IReadOnlyList<(Guid CaseId, Guid TextId)>> Of(
        Guid agencyId, DateOnly since, string number, CancellationToken cancellation) =>
    [
        .. (await work.Query<Row>(
            """
            SELECT t.case_id, t.id FROM case_files c JOIN case_texts t ON t.case_id = c.case_id
            WHERE c.agency_id = @agencyId
              AND EXISTS (SELECT 1 FROM documents d WHERE d.case_id = c.case_id AND d.decided_on >= @since)
              AND t.mail_hash = @hash ORDER BY t.case_id, t.id
            """,
            new { agencyId, since, hash = RowMapping.Ascii(await personal.Hash(number, cancellation)) },
            cancellation)).Select(row => (row.CaseId, row.Id)),
    ];
}
