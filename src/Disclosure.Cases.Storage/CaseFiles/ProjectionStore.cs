using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Deadlines;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Reporting;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The columns derived from a case's events.</summary>
internal sealed class ProjectionStore(UnitOfWork work, CalendarsInForce calendars, SearchTextStore search, SweepStore sweeps)
{
    private const string CaseColumns =
        "case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on, received_on, reply_due_on, "
        + "clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision, withdrawn_on, report_row";

    private const string DeadlineColumns = "case_id, ordinal, kind, reference, due_on, met_on";
    private const string ReplyColumns = "case_id, ordinal, served_on, due_on, on_time, report_row";
    private const string InquiryColumns = "case_id, ordinal, inquiry_id, opened_on, respond_by, answered_on";
    private const string DisputeColumns =
        "case_id, ordinal, dispute_id, kind, filed_on, received_on, answer_due_on, answered_on, decided_on, outcome";

    private const string ItemColumns = "case_id, ordinal, item_id, text_id";

    private const string DocumentColumns =
        "document_id, case_id, ordinal, template, variant, sections, status, drafter_id, number, "
        + "decided_on, served_on, delivered_on, file_id, in_force";

    /// <summary>Derives the columns of a case and replaces the stored ones; the next sweep looks at it.</summary>
    public async Task Write(CaseFile file, CancellationToken cancellation)
    {
        var derived = Derive(file);
        var isMarked = await sweeps.Mark(file, cancellation);
        await Write(derived["case_files"][0], cancellation);
        if (!isMarked)
        {
            await sweeps.Add(file, cancellation);
        }

        await work.Execute(
            """
            DELETE FROM deadlines WHERE case_id = @Id;
            DELETE FROM replies WHERE case_id = @Id;
            DELETE FROM documents WHERE case_id = @Id;
            DELETE FROM inquiries WHERE case_id = @Id;
            DELETE FROM disputes WHERE case_id = @Id;
            DELETE FROM case_items WHERE case_id = @Id;
            """,
            new { file.Id }, cancellation);
        await work.Execute(
            $"INSERT INTO deadlines ({DeadlineColumns}) VALUES (@CaseId, @Ordinal, @Kind, @Reference, @DueOn, @MetOn)",
            derived["deadlines"], cancellation);
        await work.Execute(
            $"INSERT INTO replies ({ReplyColumns}) VALUES (@CaseId, @Ordinal, @ServedOn, @DueOn, @OnTime, @ReportRow)",
            derived["replies"], cancellation);
        await work.Execute(
            $"""
            INSERT INTO documents ({DocumentColumns})
            VALUES (@DocumentId, @CaseId, @Ordinal, @Template, @Variant, @Sections, @Status, @DrafterId, @Number,
                @DecidedOn, @ServedOn, @DeliveredOn, @FileId, @InForce)
            """,
            derived["documents"], cancellation);
        await work.Execute(
            $"INSERT INTO inquiries ({InquiryColumns}) VALUES (@CaseId, @Ordinal, @InquiryId, @OpenedOn, @RespondBy, @AnsweredOn)",
            derived["inquiries"], cancellation);
        await work.Execute(
            $"""
            INSERT INTO disputes ({DisputeColumns})
            VALUES (@CaseId, @Ordinal, @DisputeId, @Kind, @FiledOn, @ReceivedOn, @AnswerDueOn, @AnsweredOn, @DecidedOn, @Outcome)
            """,
            derived["disputes"], cancellation);
        await work.Execute(
            $"INSERT INTO case_items ({ItemColumns}) VALUES (@CaseId, @Ordinal, @ItemId, @TextId)", derived["case_items"], cancellation);
        await search.Refresh(file.Id, cancellation);
    }

    /// <summary>The tables in which the rows of a case are not those that its events make today.</summary>
    public async Task<IReadOnlyList<string>> Differing(CaseFile file, CancellationToken cancellation)
    {
        var key = new { caseId = file.Id };
        var stored = new Dictionary<string, IReadOnlyList<IReadOnlyDictionary<string, string?>>>
        {
            ["case_files"] = await work.Raw($"SELECT {CaseColumns} FROM case_files WHERE case_id = @caseId", key, cancellation),
            ["deadlines"] = await work.Raw(
                $"SELECT {DeadlineColumns} FROM deadlines WHERE case_id = @caseId ORDER BY ordinal", key, cancellation),
            ["replies"] = await work.Raw(
                $"SELECT {ReplyColumns} FROM replies WHERE case_id = @caseId ORDER BY ordinal", key, cancellation),
            ["documents"] = await work.Raw(
                $"SELECT {DocumentColumns} FROM documents WHERE case_id = @caseId ORDER BY ordinal", key, cancellation),
            ["inquiries"] = await work.Raw(
                $"SELECT {InquiryColumns} FROM inquiries WHERE case_id = @caseId ORDER BY ordinal", key, cancellation),
            ["disputes"] = await work.Raw(
                $"SELECT {DisputeColumns} FROM disputes WHERE case_id = @caseId ORDER BY ordinal", key, cancellation),
            ["case_items"] = await work.Raw(
                $"SELECT {ItemColumns} FROM case_items WHERE case_id = @caseId ORDER BY ordinal", key, cancellation),
        };
        return [.. Derive(file).Where(table => !StoredText.AreSame(table.Value, stored[table.Key])).Select(table => table.Key)];
    }

    // The rows by table, each with a member for each of its columns.
    private Dictionary<string, IReadOnlyList<object>> Derive(CaseFile file)
    {
        var (summary, deadlines, replies, documents, inquiries, disputes) = CaseProjection.Of(file, calendars.Snapshot);
        return new Dictionary<string, IReadOnlyList<object>>
        {
            ["case_files"] =
            [
                new
                {
                    summary.CaseId, summary.AgencyId, summary.Version, summary.RegisterNumber, Stage = StoredNames.Of(summary.Stage),
                    summary.OfficerId, Channel = StoredNames.Of(summary.Channel), ApplicantKind = StoredNames.Of(summary.ApplicantKind),
                    summary.ArrivedOn, summary.ReceivedOn, summary.ReplyDueOn, summary.ClockStands, summary.IsConsulting,
                    summary.AwaitsApproval, summary.AwaitsService, summary.AwaitsDecision, summary.WithdrawnOn, ReportRow = summary.Row,
                },
            ],
            ["deadlines"] =
            [
                .. deadlines.Select((row, index) => new
                {
                    row.CaseId, Ordinal = index + 1, Kind = StoredNames.Of(row.Kind), row.Reference, row.DueOn, row.MetOn,
                }),
            ],
            ["replies"] =
                [.. replies.Select(row => new { row.CaseId, row.Ordinal, row.ServedOn, row.DueOn, row.OnTime, ReportRow = row.Row })],
            ["documents"] =
            [
                .. documents.Select((row, index) => new
                {
                    row.DocumentId, row.CaseId, Ordinal = index + 1, row.Template, row.Variant, row.Sections,
                    Status = StoredNames.Of(row.Status), row.DrafterId, row.Number, row.DecidedOn, row.ServedOn, row.DeliveredOn,
                    row.FileId, InForce = IsInForce(file, row.DocumentId),
                }),
            ],
            ["inquiries"] = [.. inquiries],
            ["disputes"] =
            [
                .. disputes.Select(row => new
                {
                    row.CaseId, row.Ordinal, row.DisputeId, Kind = StoredNames.Of(row.Kind), row.FiledOn, row.ReceivedOn, row.AnswerDueOn,
                    row.AnsweredOn, row.DecidedOn, Outcome = row.Outcome is { } outcome ? StoredNames.Of(outcome) : null,
                }),
            ],
            ["case_items"] =
            [
                .. file.Items.Select((item, index) =>
                    new { CaseId = file.Id, Ordinal = index + 1, ItemId = item.Id, TextId = item.Description.Id }),
            ],
        };
    }

    // The decision that answers an item now; after a reopening the former one is no longer in force.
    private static bool IsInForce(CaseFile file, Guid documentId) => file.Items.Any(item => item.AnsweredBy == documentId);

    private async Task Write(object row, CancellationToken cancellation)
    {
        const string Update = """
            UPDATE case_files SET
                agency_id = @AgencyId, version = @Version, register_number = @RegisterNumber, stage = @Stage, officer_id = @OfficerId,
                channel = @Channel, applicant_kind = @ApplicantKind, arrived_on = @ArrivedOn, received_on = @ReceivedOn, reply_due_on = @ReplyDueOn,
                clock_stands = @ClockStands, is_consulting = @IsConsulting, awaits_approval = @AwaitsApproval, awaits_service = @AwaitsService, awaits_decision = @AwaitsDecision,
                withdrawn_on = @WithdrawnOn, report_row = @ReportRow
            WHERE case_id = @CaseId
            """;
        const string Insert = $"""
            INSERT INTO case_files ({CaseColumns})
            VALUES (@CaseId, @AgencyId, @Version, @RegisterNumber, @Stage, @OfficerId, @Channel, @ApplicantKind, @ArrivedOn, @ReceivedOn,
                @ReplyDueOn, @ClockStands, @IsConsulting, @AwaitsApproval, @AwaitsService, @AwaitsDecision, @WithdrawnOn, @ReportRow)
            """;
        if (await work.Execute(Update, row, cancellation) == 0)
        {
            await work.Execute(Insert, row, cancellation);
        }
    }
}
