using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Encryption;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Registration;

/// <summary>What somebody who is about to apply applied for before.</summary>
internal sealed class EarlierRequestStore(UnitOfWork work, CaseTextStore texts, PersonalData personal) : IEarlierRequests
{
    private sealed record Case(Guid CaseId, string RegisterNumber, CaseStage Stage, DateOnly ReceivedOn, int IsSame);

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
            new { agencyId, same = await Same(applicant, cancellation), name = ComparedText.Of(applicant.Name), skip = 0, take = most },
            cancellation);
        var ids = RowMapping.List(cases.Select(one => one.CaseId));
        var items = await texts.ItemsOf(cases.Select(one => one.CaseId), cancellation);
        var replies = (await work.Query<Reply>(
            """
            SELECT d.case_id, d.document_id, d.number FROM documents d JOIN number_ledger n ON n.number = d.number AND n.series = 'Decision'
            WHERE d.in_force = 1 AND d.case_id IN @ids ORDER BY d.case_id, d.ordinal
            """,
            new { ids }, cancellation)).ToLookup(reply => reply.CaseId, reply => new EarlierReply(reply.DocumentId, reply.Number));
        return [.. cases.Select(one => new EarlierRequest(
            one.CaseId, one.RegisterNumber, one.Stage, one.ReceivedOn, one.IsSame > 0, [.. items[one.CaseId]], [.. replies[one.CaseId]]))];
    }

    public async Task<int> InMonth(Guid agencyId, Applicant applicant, DateOnly day, CancellationToken cancellation)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return await work.Single<int>(
            """
            SELECT COUNT(DISTINCT a.case_id) FROM applicants a
            JOIN case_files c ON c.case_id = a.case_id AND c.agency_id = @agencyId AND c.stage <> 'Voided' AND c.sort_received >= @first AND c.sort_received < @next
            WHERE a.same_key = @same
            """,
            new { agencyId, same = await Same(applicant, cancellation), first, next = first.AddMonths(1) }, cancellation);
    }

    private async Task<Dapper.DbString> Same(Applicant applicant, CancellationToken cancellation) =>
        RowMapping.Ascii(ApplicantStore.SameKey(applicant, await personal.Keys(cancellation))!);
}
