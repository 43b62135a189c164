using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Reporting;

// What waits for a second person, what colleagues were asked for, and the acts that give a reason to doubt.
internal sealed partial class CaseQueries
{
    // In whose case there can be a doubtful act, for case_files c; @doubted is DoubtedService.
    private const string MayBeDoubted = """
        (c.stage = 'Voided' OR c.withdrawn_on IS NOT NULL
            OR EXISTS (SELECT 1 FROM documents d WHERE d.case_id = c.case_id AND d.status = 'Withdrawn' AND d.decided_on IS NOT NULL)
            OR EXISTS (SELECT 1 FROM case_events s WHERE s.case_id = c.case_id AND s.type = @doubted))
        """;

    private static readonly string DoubtedService = StoredNames.Of(typeof(ServiceDoubted));

    private static readonly string[] DoubtfulTypes =
    [
        StoredNames.Of(typeof(RegistrationVoided)), StoredNames.Of(typeof(ApplicationWithdrawn)),
        StoredNames.Of(typeof(DocumentWithdrawn)), StoredNames.Of(typeof(DateCorrected)), DoubtedService,
    ];

    private sealed record WaitingCase(Guid CaseId, string RegisterNumber);

    public async Task<IReadOnlyList<SecondPersonRow>> SecondPersonRequests(Guid agencyId, CancellationToken cancellation)
    {
        var cases = await work.Query<WaitingCase>(
            "SELECT case_id, register_number FROM case_files WHERE agency_id = @agencyId AND awaits_decision = 1 ORDER BY register_number",
            new { agencyId }, cancellation);
        var requested = await Requested(cases.Select(waiting => waiting.CaseId), cancellation);
        var histories = await Histories(cases.Select(waiting => waiting.CaseId), cancellation);
        return
        [
            .. from waiting in cases
               let history = histories[waiting.CaseId].ToList()
               let file = CaseFile.Fold(waiting.CaseId, history.Select(row => row.Event))
               from request in file.SecondPersonRequests
               let asked = history.Find(row => row.Event is ISecondPersonRequest each && each.RequestId == request.RequestId)!
               select new SecondPersonRow(
                   waiting.CaseId, waiting.RegisterNumber, requested.GetValueOrDefault(waiting.CaseId, ""), request, asked.ActorName,
                   ChinaTime.DayOf(asked.OccurredAt),
                   request is SecondPersonAsked { DocumentId: { } letter } ? file.Document(letter).Number : null),
        ];
    }

    public async Task<IReadOnlyList<AskedRow>> AskedOf(Actor colleague, CancellationToken cancellation)
    {
        // Few open cases have such an event; who is still asked is what the case says.
        var cases = await work.Query<WaitingCase>(
            """
            SELECT DISTINCT c.case_id, c.register_number FROM case_files c JOIN case_events e ON e.case_id = c.case_id
            WHERE c.agency_id = @AgencyId AND c.is_open = 1 AND e.type = @type ORDER BY c.register_number
            """,
            new { colleague.AgencyId, type = StoredNames.Of(typeof(ColleagueAsked)) }, cancellation);
        var requested = await Requested(cases.Select(waiting => waiting.CaseId), cancellation);
        var histories = await Histories(cases.Select(waiting => waiting.CaseId), cancellation);
        return
        [
            .. from waiting in cases
               let history = histories[waiting.CaseId].ToList()
               from asking in CaseFile.Fold(waiting.CaseId, history.Select(row => row.Event)).OpenAskings
               where asking.ColleagueId == colleague.Id
               orderby asking.RespondBy
               select new AskedRow(
                   waiting.CaseId, colleague.AgencyId, waiting.RegisterNumber, requested.GetValueOrDefault(waiting.CaseId, ""), asking,
                   history.Find(row => row.Event is ColleagueAsked asked && asked.AskingId == asking.Id)!.ActorName),
        ];
    }

    public async Task<IReadOnlyList<DoubtfulAct>> DoubtfulActs(
        DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation)
    {
        // Few cases have such an event at all; the columns say which.
        var cases = await work.Query<Guid>(
            $"""
            SELECT DISTINCT c.case_id FROM case_files c JOIN case_events e ON e.case_id = c.case_id
            WHERE {MayBeDoubted}
              {(agencyId is null ? "" : "AND c.agency_id = @agencyId")}
              AND e.type IN @types
              AND e.occurred_at >= @since AND e.occurred_at < @before
            """,
            new
            {
                agencyId, doubted = DoubtedService, types = RowMapping.List(DoubtfulTypes),
                since = ChinaTime.At(from), before = ChinaTime.At(until.AddDays(1)),
            },
            cancellation);
        return
        [
            .. (await Doubted(cases, cancellation)).Where(act => act.On >= from && act.On <= until)
                .OrderBy(act => act.On).ThenBy(act => act.RegisterNumber, StringComparer.Ordinal),
        ];
    }

    private async Task<IEnumerable<DoubtfulAct>> Doubted(IReadOnlyList<Guid> caseIds, CancellationToken cancellation)
    {
        var histories = await Histories(caseIds, cancellation);
        return caseIds.SelectMany(id => DoubtfulAct.Of(id, [.. histories[id]], calendars.Snapshot));
    }
}
