using System.Text.Json;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Deadlines;
using Disclosure.Cases.Storage.Reporting;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The columns derived from a case's events.</summary>
internal sealed class ProjectionStore(UnitOfWork work, CalendarsInForce calendars, SearchTextStore search, SweepStore sweeps)
{
    private sealed record Item(Guid ItemId, Guid TextId);

    /// <summary>Derives the columns of a case and replaces the stored ones; the next sweep looks at it.</summary>
    public async Task Write(CaseFile file, CancellationToken cancellation)
    {
        var (summary, deadlines, replies, documents, inquiries) = CaseProjection.Of(file, calendars.Snapshot);
        var isMarked = await sweeps.Mark(file, cancellation);
        await Write(summary, cancellation);
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
            DELETE FROM case_items WHERE case_id = @Id;
            """,
            new { file.Id }, cancellation);
        await work.Execute(
            """
            INSERT INTO deadlines (case_id, ordinal, kind, reference, due_on, met_on)
            VALUES (@CaseId, @Ordinal, @Kind, @Reference, @DueOn, @MetOn)
            """,
            deadlines.Select((row, index) => new
            {
                row.CaseId, Ordinal = index + 1, Kind = StoredNames.Of(row.Kind), row.Reference, row.DueOn, row.MetOn,
            }).ToList(), cancellation);
        await work.Execute(
            """
            INSERT INTO replies (case_id, ordinal, served_on, due_on, on_time, report_row)
            VALUES (@CaseId, @Ordinal, @ServedOn, @DueOn, @OnTime, @Row)
            """,
            replies, cancellation);
        await work.Execute(
            """
            INSERT INTO documents (document_id, case_id, ordinal, template, variant, sections, status, drafter_id, number, decided_on, served_on, delivered_on, file_id, in_force)
            VALUES (@DocumentId, @CaseId, @Ordinal, @Template, @Variant, @Sections, @Status, @DrafterId, @Number, @DecidedOn, @ServedOn, @DeliveredOn, @FileId, @InForce)
            """,
            documents.Select((row, index) => new
            {
                row.DocumentId, row.CaseId, Ordinal = index + 1, row.Template, row.Variant, row.Sections,
                Status = StoredNames.Of(row.Status), row.DrafterId, row.Number, row.DecidedOn, row.ServedOn, row.DeliveredOn, row.FileId,
                InForce = IsInForce(file, row.DocumentId),
            }).ToList(), cancellation);
        await work.Execute(
            """
            INSERT INTO inquiries (case_id, ordinal, inquiry_id, opened_on, respond_by, answered_on)
            VALUES (@CaseId, @Ordinal, @InquiryId, @OpenedOn, @RespondBy, @AnsweredOn)
            """,
            inquiries, cancellation);
        await work.Execute(
            "INSERT INTO case_items (case_id, ordinal, item_id, text_id) VALUES (@CaseId, @Ordinal, @ItemId, @TextId)",
            file.Items.Select((item, index) =>
                new { CaseId = file.Id, Ordinal = index + 1, ItemId = item.Id, TextId = item.Description.Id }).ToList(), cancellation);
        await search.Refresh(file.Id, cancellation);
    }

    /// <summary>The columns that a case's events make today, in a form that can be compared.</summary>
    public string Derive(CaseFile file)
    {
        var projection = CaseProjection.Of(file, calendars.Snapshot);
        return Canonical(
            projection.Summary,
            projection.Deadlines,
            projection.Replies,
            projection.Documents,
            [.. projection.Documents.Select(document => document.DocumentId).Where(id => IsInForce(file, id))],
            projection.Inquiries,
            [.. file.Items.Select(item => new Item(item.Id, item.Description.Id))]);
    }

    /// <summary>The columns that are stored, in the same form; null when the case has no row.</summary>
    public async Task<string?> Stored(Guid caseId, CancellationToken cancellation)
    {
        var key = new { caseId };
        var summary = await work.Single<CaseSummary>(
            """
            SELECT case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on, received_on, reply_due_on,
                   clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision, withdrawn_on, report_row AS "row"
            FROM case_files WHERE case_id = @caseId
            """,
            key, cancellation);
        return summary is null ? null : Canonical(
            summary,
            await work.Query<DeadlineRow>(
                "SELECT case_id, kind, reference, due_on, met_on FROM deadlines WHERE case_id = @caseId ORDER BY ordinal",
                key,
                cancellation),
            await work.Query<ReplyRow>(
                "SELECT case_id, ordinal, served_on, due_on, on_time, report_row AS \"row\" "
                    + "FROM replies WHERE case_id = @caseId ORDER BY ordinal",
                key, cancellation),
            await work.Query<DocumentRow>(
                """
                SELECT document_id, case_id, template, variant, sections, status, drafter_id, number, decided_on, served_on, delivered_on, file_id
                FROM documents WHERE case_id = @caseId ORDER BY ordinal
                """,
                key, cancellation),
            await work.Query<Guid>(
                "SELECT document_id FROM documents WHERE case_id = @caseId AND in_force = 1 ORDER BY ordinal", key, cancellation),
            await work.Query<InquiryRow>(
                "SELECT case_id, ordinal, inquiry_id, opened_on, respond_by, answered_on "
                    + "FROM inquiries WHERE case_id = @caseId ORDER BY ordinal",
                key, cancellation),
            await work.Query<Item>("SELECT item_id, text_id FROM case_items WHERE case_id = @caseId ORDER BY ordinal", key, cancellation));
    }

    private static string Canonical(
        CaseSummary summary,
        IReadOnlyList<DeadlineRow> deadlines,
        IReadOnlyList<ReplyRow> replies,
        IReadOnlyList<DocumentRow> documents,
        IReadOnlyList<Guid> inForce,
        IReadOnlyList<InquiryRow> inquiries,
        IReadOnlyList<Item> items) => JsonSerializer.Serialize(new { summary, deadlines, replies, documents, inForce, inquiries, items });

    // The decision that answers an item now; after a reopening the former one is no longer in force.
    private static bool IsInForce(CaseFile file, Guid documentId) => file.Items.Any(item => item.AnsweredBy == documentId);

    private async Task Write(CaseSummary summary, CancellationToken cancellation)
    {
        const string Update = """
            UPDATE case_files SET
                agency_id = @AgencyId, version = @Version, register_number = @RegisterNumber, stage = @Stage, officer_id = @OfficerId,
                channel = @Channel, applicant_kind = @ApplicantKind, arrived_on = @ArrivedOn, received_on = @ReceivedOn, reply_due_on = @ReplyDueOn,
                clock_stands = @ClockStands, is_consulting = @IsConsulting, awaits_approval = @AwaitsApproval, awaits_service = @AwaitsService, awaits_decision = @AwaitsDecision,
                withdrawn_on = @WithdrawnOn, report_row = @Row
            WHERE case_id = @CaseId
            """;
        const string Insert = """
            INSERT INTO case_files (case_id, agency_id, version, register_number, stage, officer_id, channel, applicant_kind, arrived_on, received_on,
                reply_due_on, clock_stands, is_consulting, awaits_approval, awaits_service, awaits_decision, withdrawn_on, report_row)
            VALUES (@CaseId, @AgencyId, @Version, @RegisterNumber, @Stage, @OfficerId, @Channel, @ApplicantKind, @ArrivedOn, @ReceivedOn,
                @ReplyDueOn, @ClockStands, @IsConsulting, @AwaitsApproval, @AwaitsService, @AwaitsDecision, @WithdrawnOn, @Row)
            """;
        var row = new
        {
            summary.CaseId, summary.AgencyId, summary.Version, summary.RegisterNumber, Stage = StoredNames.Of(summary.Stage),
            summary.OfficerId, Channel = StoredNames.Of(summary.Channel), ApplicantKind = StoredNames.Of(summary.ApplicantKind),
            summary.ArrivedOn, summary.ReceivedOn, summary.ReplyDueOn, summary.ClockStands, summary.IsConsulting, summary.AwaitsApproval,
            summary.AwaitsService, summary.AwaitsDecision, summary.WithdrawnOn, summary.Row,
        };
        if (await work.Execute(Update, row, cancellation) == 0)
        {
            await work.Execute(Insert, row, cancellation);
        }
    }
}
