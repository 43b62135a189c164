using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Registration;

/// <summary>What somebody who is about to apply applied for before.</summary>
internal sealed class EarlierRequestStore(UnitOfWork work) : IEarlierRequests
{
    private sealed record Case(Guid CaseId, string RegisterNumber, CaseStage Stage, DateOnly ReceivedOn, int IsSame);

    private sealed record Item(Guid CaseId, string Body);

    private sealed record Reply(Guid CaseId, Guid DocumentId, string Number);

    public async Task<IReadOnlyList<EarlierRequest>> Of(Guid agencyId, Applicant applicant, int most, CancellationToken cancellation)
    {
        var cases = await work.Query<Case>(
            $"""
            SELECT c.case_id, c.register_number, c.stage, c.sort_received AS received_on,
                (SELECT COUNT(*) FROM applicants a WHERE a.case_id = c.case_id AND a.same_key = @same) AS is_same
            FROM case_files c
            WHERE c.agency_id = @agencyId AND c.stage <> 'Voided' AND c.case_id IN (
                SELECT case_id FROM applicants WHERE same_key = @same UNION SELECT case_id FROM applicants WHERE name_key = @name)
            ORDER BY c.sort_received DESC, c.case_id DESC {work.Dialect.Page}
            """,
            new { agencyId, same = Same(applicant), name = ComparedText.Of(applicant.Name), skip = 0, take = most }, cancellation);
        var ids = RowMapping.List(cases.Select(one => one.CaseId)).ToList();
        var items = (await work.Query<Item>(
            "SELECT i.case_id, t.body FROM case_items i JOIN case_texts t ON t.id = i.text_id "
                + "WHERE i.case_id IN @ids ORDER BY i.case_id, i.ordinal",
            new { ids }, cancellation)).ToLookup(item => item.CaseId, item => item.Body);
        var replies = (await work.Query<Reply>(
            """
            SELECT d.case_id, d.document_id, d.number FROM documents d JOIN number_ledger n ON n.number = d.number AND n.series = 'Decision'
            WHERE d.in_force = 1 AND d.case_id IN @ids ORDER BY d.case_id, d.ordinal
            """,
            new { ids }, cancellation)).ToLookup(reply => reply.CaseId, reply => new EarlierReply(reply.DocumentId, reply.Number));
        return [.. cases.Select(one => new EarlierRequest(
            one.CaseId, one.RegisterNumber, one.Stage, one.ReceivedOn, one.IsSame > 0, [.. items[one.CaseId]], [.. replies[one.CaseId]]))];
    }

    public Task<int> InMonth(Guid agencyId, Applicant applicant, DateOnly day, CancellationToken cancellation)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return work.Single<int>(
            """
            SELECT COUNT(DISTINCT a.case_id) FROM applicants a
            JOIN case_files c ON c.case_id = a.case_id AND c.agency_id = @agencyId AND c.stage <> 'Voided' AND c.sort_received >= @first AND c.sort_received < @next
            WHERE a.same_key = @same
            """,
            new { agencyId, same = Same(applicant), first, next = first.AddMonths(1) }, cancellation);
    }

    private static Dapper.DbString Same(Applicant applicant) => RowMapping.Ascii(ApplicantStore.SameKey(applicant)!);
}
