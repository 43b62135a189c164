using System.Globalization;
using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The records of a case for its evidence pack: rows as they stand, for they are to be proved.</summary>
internal sealed class EvidenceStore(UnitOfWork work, PersonalData personal) : IEvidence
{
    public Task<CaseEvidence> Of(Guid caseId, CancellationToken cancellation) => work.Snapshot(
        async () => new CaseEvidence(await Events(caseId, cancellation), await Texts(caseId, cancellation)), cancellation);

    private async Task<IReadOnlyList<SealedEvent>> Events(Guid caseId, CancellationToken cancellation)
    {
        var rows = await work.Raw(
            """
            SELECT e.seq, e.type, e.data, e.occurred_at, e.actor_id, e.chain, e.position, e.hash, p.hash AS previous
            FROM case_events e LEFT JOIN case_events p ON p.chain = e.chain AND p.position = e.position - 1
            WHERE e.case_id = @caseId ORDER BY e.seq
            """,
            new { caseId }, cancellation);
        return
        [
            .. rows.Select(row => new SealedEvent(
                int.Parse(row["seq"]!, CultureInfo.InvariantCulture), row["type"]!, row["data"]!, row["occurred_at"]!, row["actor_id"]!,
                row["chain"]!, long.Parse(row["position"]!, CultureInfo.InvariantCulture), row["previous"] ?? "", row["hash"]!)),
        ];
    }

    private async Task<IReadOnlyList<SaltedText>> Texts(Guid caseId, CancellationToken cancellation)
    {
        var texts = new List<SaltedText>();
        foreach (var row in await work.Raw(
            "SELECT id, salt, body FROM case_texts WHERE case_id = @caseId ORDER BY id", new { caseId }, cancellation))
        {
            texts.Add(new SaltedText(
                Guid.Parse(row["id"]!), row["salt"] ?? "", await personal.DecryptIfWhole(row["body"], cancellation)));
        }

        return texts;
    }
}
