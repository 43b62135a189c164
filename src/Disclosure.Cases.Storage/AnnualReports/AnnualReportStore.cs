using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.AnnualReports;

/// <summary>What annual reports are made of, and what is handed in.</summary>
internal sealed class AnnualReportStore(UnitOfWork work, ICaseFiles files, ICaseTexts texts) : IAnnualReports
{
    // Stands for the district in the place of an agency.
    private const string District = "district";

    private sealed record StoredVersion(
        Guid Id, string Scope, int Year, int Version, string Figures, string Chapters, DateTimeOffset HandedInAt, Guid HandedInBy,
        string HandedInName)
    {
        public HandedInReport ToReport() => new(
            Id, Scope == District ? null : Guid.Parse(Scope), Year, Version,
            JsonSerializer.Deserialize<AnnualFigures>(Figures, StoredJson.Readable)!,
            JsonSerializer.Deserialize<Dictionary<string, string>>(Chapters)!
                .ToDictionary(chapter => ChapterOf(chapter.Key), chapter => chapter.Value),
            HandedInAt, HandedInBy, HandedInName);
    }

    private sealed record StoredText(ReportChapter Chapter, string Body);

    private sealed record Noticed(Guid CaseId, Guid AgencyId, string RegisterNumber);

    public Task<ReportedYear> Read(int year, Guid? agencyId, CancellationToken cancellation) => work.Snapshot(
        async () => new ReportedYear(
            await Cases(year, agencyId, cancellation),
            await Disputes(year, agencyId, cancellation),
            await Fees(year, agencyId, cancellation),
            [
                .. (await Outside(agencyId, cancellation)).GroupBy(figure => figure.AgencyId)
                    .Select(group => new OutsideFigures([.. group])),
            ]),
        cancellation);

    public Task<IReadOnlyList<OutsideFigure>> Outside(Guid? agencyId, CancellationToken cancellation) => work.Query<OutsideFigure>(
        $"""
        SELECT agency_id, year, line, kind, cases FROM report_outside{(agencyId is null ? "" : " WHERE agency_id = @agencyId")}
        ORDER BY agency_id, year, line, kind
        """,
        new { agencyId }, cancellation);

    public Task SetOutside(Guid agencyId, int year, IReadOnlyList<OutsideFigure> figures, CancellationToken cancellation) =>
        work.Write(async () =>
        {
            var before = (await Outside(agencyId, cancellation)).Where(figure => figure.Year == year).ToList();
            await work.Execute(
                "DELETE FROM report_outside WHERE agency_id = @agencyId AND year = @year", new { agencyId, year }, cancellation);
            foreach (var figure in figures)
            {
                await work.Execute(
                    "INSERT INTO report_outside (agency_id, year, line, kind, cases) VALUES (@agencyId, @year, @Line, @kind, @Cases)",
                    new { agencyId, year, figure.Line, kind = StoredNames.Of(figure.Kind), figure.Cases }, cancellation);
            }

            foreach (var figure in before.Concat(figures))
            {
                work.Changed(SealedTable.ReportOutside, agencyId, year, figure.Line, StoredNames.Of(figure.Kind));
            }
        }, cancellation);

    public async Task<IReadOnlyDictionary<ReportChapter, string>> Chapters(int year, Guid? agencyId, CancellationToken cancellation) =>
        (await work.Query<StoredText>(
            "SELECT chapter, body FROM report_texts WHERE scope = @scope AND year = @year ORDER BY chapter",
            new { scope = ScopeOf(agencyId), year }, cancellation))
            .ToDictionary(text => text.Chapter, text => text.Body);

    public Task SetChapter(int year, Guid? agencyId, ReportChapter chapter, string text, CancellationToken cancellation) =>
        work.UpdateOrInsert(
            "UPDATE report_texts SET body = @text WHERE scope = @scope AND year = @year AND chapter = @chapter",
            "INSERT INTO report_texts (scope, year, chapter, body) VALUES (@scope, @year, @chapter, @text)",
            new { scope = ScopeOf(agencyId), year, chapter = StoredNames.Of(chapter), text }, cancellation);

    public Task<bool> Add(HandedInReport report, CancellationToken cancellation) => work.Write(
        () =>
        {
            work.Changed(SealedTable.ReportVersions, report.Id);
            return work.TryInsert(
                """
                INSERT INTO report_versions (id, scope, year, version, figures, chapters, handed_in_at, handed_in_by, handed_in_name)
                VALUES (@Id, @scope, @Year, @Version, @figures, @chapters, @HandedInAt, @HandedInBy, @HandedInByName)
                """,
                new
                {
                    report.Id, scope = ScopeOf(report.AgencyId), report.Year, report.Version,
                    figures = JsonSerializer.Serialize(report.Figures, StoredJson.Readable),
                    chapters = JsonSerializer.Serialize(
                        report.Chapters.ToDictionary(chapter => StoredNames.Of(chapter.Key), chapter => chapter.Value),
                        StoredJson.Readable),
                    report.HandedInAt, report.HandedInBy, report.HandedInByName,
                }, cancellation);
        }, cancellation);

    public async Task<IReadOnlyList<HandedInReport>> HandedIn(int year, CancellationToken cancellation) =>
        [.. (await work.Query<StoredVersion>(
            """
            SELECT id, scope, year, version, figures, chapters, handed_in_at, handed_in_by, handed_in_name
            FROM report_versions WHERE year = @year ORDER BY scope, version DESC
            """,
            new { year }, cancellation)).Select(version => version.ToReport())];

    // The first decision counts, however often the case was reopened; a withdrawal where there was none before it.
    private Task<IReadOnlyList<ReportedCase>> Cases(int year, Guid? agencyId, CancellationToken cancellation) =>
        work.Query<ReportedCase>(
            $"""
            SELECT x.case_id, x.agency_id, x.register_number, x.kind, x.received_on, x.settled_on, x.report_row AS "row" FROM (
                SELECT c.case_id, c.agency_id, c.register_number, c.applicant_kind AS kind, c.received_on, c.report_row,
                    COALESCE((SELECT r.served_on FROM replies r WHERE r.case_id = c.case_id AND r.ordinal = 1), c.withdrawn_on) AS settled_on
                FROM case_files c
                WHERE c.stage <> 'Voided' AND c.received_on <= @until{(agencyId is null ? "" : " AND c.agency_id = @agencyId")}) x
            WHERE x.settled_on IS NULL OR x.settled_on >= @from
            ORDER BY x.agency_id, x.received_on, x.register_number
            """,
            new { from = new DateOnly(year, 1, 1), until = new DateOnly(year, 12, 31), agencyId }, cancellation);

    private Task<IReadOnlyList<ReportedDispute>> Disputes(int year, Guid? agencyId, CancellationToken cancellation) =>
        work.Query<ReportedDispute>(
            $"""
            SELECT d.case_id, c.agency_id, c.register_number, d.dispute_id, d.kind, d.received_on, d.decided_on, d.outcome
            FROM disputes d JOIN case_files c ON c.case_id = d.case_id
            WHERE c.stage <> 'Voided' AND d.received_on <= @until AND (d.decided_on IS NULL OR d.decided_on >= @from){(agencyId is null ? "" : " AND c.agency_id = @agencyId")}
            ORDER BY c.agency_id, d.received_on, c.register_number, d.ordinal
            """,
            new { from = new DateOnly(year, 1, 1), until = new DateOnly(year, 12, 31), agencyId }, cancellation);

    // The amount stands in the notice's facts; there are few notices.
    private async Task<IReadOnlyList<ReportedFee>> Fees(int year, Guid? agencyId, CancellationToken cancellation)
    {
        var cases = await work.Query<Noticed>(
            $"""
            SELECT DISTINCT c.case_id, c.agency_id, c.register_number
            FROM documents d JOIN case_files c ON c.case_id = d.case_id
            WHERE d.template = @template AND d.served_on <= @until AND c.stage <> 'Voided'{(agencyId is null ? "" : " AND c.agency_id = @agencyId")}
            ORDER BY c.agency_id, c.register_number
            """,
            new { template = TemplateCodes.FeeNotice, until = new DateOnly(year, 12, 31), agencyId }, cancellation);
        var fees = new List<ReportedFee>();
        foreach (var noticed in cases)
        {
            var file = (await files.Find(noticed.CaseId, cancellation))!;
            foreach (var charged in file.FeesCharged)
            {
                var facts = await texts.Read(charged.Facts, cancellation);
                var yuan = facts.Length == 0 ? 0 : FeeFacts.Of(JsonNode.Parse(facts)!.AsObject())?.Yuan ?? 0;
                fees.Add(new ReportedFee(
                    noticed.CaseId, noticed.AgencyId, noticed.RegisterNumber, charged.ServedOn, yuan, charged.PaidOn));
            }
        }

        return fees;
    }

    private static ReportChapter ChapterOf(string name) => StoredNames.TryRead<ReportChapter>(name, out var chapter)
        ? chapter
        : throw new InvalidOperationException($"There is no chapter '{name}'.");

    private static string ScopeOf(Guid? agencyId) => agencyId?.ToString() ?? District;
}
