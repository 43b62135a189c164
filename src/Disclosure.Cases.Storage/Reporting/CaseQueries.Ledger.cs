using System.Runtime.CompilerServices;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Reporting;

// The ledger (台账): every case a row, read along the register numbers.
internal sealed partial class CaseQueries
{
    private const int LedgerPage = 200;

    private const string InLedger = "c.sort_received BETWEEN @from AND @until";

    private sealed record Registered(
        Guid CaseId, Guid AgencyId, int Year, int Ordinal, string RegisterNumber, ApplicantKind ApplicantKind,
        Channel Channel, DateOnly ArrivedOn, DateOnly? ReceivedOn,
        CaseStage Stage, bool IsOpen, string OfficerName, DateOnly? ReplyDueOn, string? ReportRow, int Inquiries);

    private const string SelectRegistered =
        """
        SELECT c.case_id, c.agency_id, n.year, n.ordinal, c.register_number, c.applicant_kind, c.channel, c.arrived_on, c.received_on,
               c.stage, c.is_open, COALESCE(o.name, '') AS officer_name, c.reply_due_on, c.report_row,
               (SELECT COUNT(*) FROM inquiries i WHERE i.case_id = c.case_id) AS inquiries
        FROM number_ledger n JOIN case_files c ON c.case_id = n.case_id LEFT JOIN users o ON o.id = c.officer_id
        """;

    private sealed record NameOfApplicant(Guid CaseId, string Name);

    private sealed record ReplyOfCase(Guid CaseId, DateOnly? DueOn, DateOnly ServedOn, bool OnTime);

    private sealed record ReviewOfCase(Guid CaseId, DateTimeOffset OccurredAt, string Reviewer);

    private sealed record LetterOfCase(Guid CaseId, string Template, int Sections, string? Number);

    public Task<int> LedgerSize(Guid? agencyId, DateOnly from, DateOnly until, CancellationToken cancellation) => work.Single<int>(
        $"SELECT COUNT(*) FROM case_files c WHERE {InLedger}{(agencyId is null ? "" : " AND c.agency_id = @agencyId")}",
        new { agencyId, from, until }, cancellation);

    public async IAsyncEnumerable<IReadOnlyList<LedgerRow>> Ledger(
        Guid? agencyId, DateOnly from, DateOnly until, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var agency in (await agencies.AllOn(time.Today(), cancellation))
            .Where(agency => agencyId is null || agency.Id == agencyId))
        {
            // A register number stays as it is, whatever is recorded meanwhile: nothing is passed over or comes twice.
            var (year, ordinal, isLast) = (0, 0, false);
            while (!isLast)
            {
                var (cases, rows) = await work.Snapshot(() => LedgerPageOf(agency, from, until, year, ordinal, cancellation), cancellation);
                isLast = cases.Count < LedgerPage;
                if (cases.Count > 0)
                {
                    (year, ordinal) = (cases[^1].Year, cases[^1].Ordinal);
                    yield return rows;
                }
            }
        }
    }

    public Task<IReadOnlyList<LedgerRow>> LedgerOf(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation) => work.Snapshot(
        async () =>
        {
            var names = await AgencyNames(cancellation);
            var rows = new Dictionary<Guid, LedgerRow>();
            foreach (var some in caseIds.Distinct().Chunk(RowMapping.MostInList))
            {
                var cases = await work.Query<Registered>(
                    $"{SelectRegistered} WHERE n.series = 'Register' AND c.case_id IN @some ORDER BY n.year, n.ordinal",
                    new { some = RowMapping.List(some) }, cancellation);
                foreach (var (each, row) in cases.Zip(await RowsOf(cases, id => names.GetValueOrDefault(id, ""), cancellation)))
                {
                    rows[each.CaseId] = row;
                }
            }

            return (IReadOnlyList<LedgerRow>)[.. caseIds.Distinct().Where(rows.ContainsKey).Select(id => rows[id])];
        },
        cancellation);

    private async Task<(IReadOnlyList<Registered> Cases, IReadOnlyList<LedgerRow> Rows)> LedgerPageOf(
        Agency agency, DateOnly from, DateOnly until, int year, int ordinal, CancellationToken cancellation)
    {
        var cases = await work.Query<Registered>(
            $"""
            {SelectRegistered}
            WHERE n.agency_id = @Id AND n.series = 'Register' AND (n.year > @year OR (n.year = @year AND n.ordinal > @ordinal)) AND {InLedger}
            ORDER BY n.year, n.ordinal {work.Dialect.Page}
            """,
            new { agency.Id, from, until, year, ordinal, skip = 0, take = LedgerPage }, cancellation);
        return (cases, await RowsOf(cases, _ => agency.Name, cancellation));
    }

    private async Task<IReadOnlyList<LedgerRow>> RowsOf(
        IReadOnlyList<Registered> cases, Func<Guid, string> agencyName, CancellationToken cancellation)
    {
        if (cases.Count == 0)
        {
            return [];
        }

        var some = new { some = RowMapping.List(cases.Select(row => row.CaseId)) };
        var requested = await Requested(cases.Select(row => row.CaseId), cancellation);
        var applicants = (await work.Query<NameOfApplicant>(
            "SELECT case_id, name FROM applicants WHERE case_id IN @some ORDER BY case_id, ordinal", some, cancellation))
            .ToLookup(row => row.CaseId, row => row.Name);
        var replies = (await work.Query<ReplyOfCase>(
            "SELECT case_id, due_on, served_on, on_time FROM replies WHERE case_id IN @some ORDER BY case_id, ordinal", some, cancellation))
            .ToLookup(row => row.CaseId);
        var letters = (await work.Query<LetterOfCase>(
            "SELECT case_id, template, sections, number FROM documents WHERE case_id IN @some AND in_force = 1 ORDER BY case_id, ordinal",
            some, cancellation))
            .ToLookup(row => row.CaseId, row => new LedgerReply(row.Template, row.Sections, row.Number));
        var reviews = (await work.Query<ReviewOfCase>(
            """
            SELECT e.case_id, e.occurred_at, COALESCE(u.name, '') AS reviewer FROM case_events e LEFT JOIN users u ON u.id = e.actor_id
            WHERE e.case_id IN @some AND e.type = @type ORDER BY e.case_id, e.seq
            """,
            new { some.some, type = StoredNames.Of(typeof(DisclosureReviewed)) }, cancellation))
            .ToLookup(row => row.CaseId, row => new LedgerReview(row.Reviewer, ChinaTime.DayOf(row.OccurredAt)));
        var doubts = (await Doubted(
            await work.Query<Guid>($"SELECT c.case_id FROM case_files c WHERE c.case_id IN @some AND {MayBeDoubted}",
                new { some.some, doubted = DoubtedService }, cancellation),
            cancellation)).ToLookup(act => act.CaseId, act => act.Reasons);
        return [.. cases.Select(row =>
        {
            var reply = row.IsOpen ? null : replies[row.CaseId].LastOrDefault();
            var dueOn = reply is null ? row.ReplyDueOn : reply.DueOn;
            return new LedgerRow(
                row.RegisterNumber, agencyName(row.AgencyId), string.Join('、', applicants[row.CaseId]),
                row.ApplicantKind, row.Channel, requested.GetValueOrDefault(row.CaseId, ""),
                row.ArrivedOn, row.ReceivedOn, row.Stage, row.OfficerName, dueOn, reply?.ServedOn, TimelinessOf(reply, dueOn),
                [.. letters[row.CaseId]], row.ReportRow, row.Inquiries)
            {
                Reviews = [.. reviews[row.CaseId]],
                Doubts = [.. doubts[row.CaseId].SelectMany(reasons => reasons).Distinct()],
            };
        })];
    }

    private ReplyTimeliness? TimelinessOf(ReplyOfCase? reply, DateOnly? dueOn) =>
        reply is not null ? (reply.OnTime ? ReplyTimeliness.OnTime : ReplyTimeliness.Late)
        : dueOn is null ? null
        : dueOn < time.Today() ? ReplyTimeliness.Overdue : ReplyTimeliness.Pending;
}
