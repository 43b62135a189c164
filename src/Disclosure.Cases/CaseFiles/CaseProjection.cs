using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles;

/// <summary>
/// The columns that queues and reports need, derived from the events and the calendars alone: the same events give the
/// same columns, on whatever day they are derived.
/// </summary>
/// <param name="Summary">The row of the case.</param>
/// <param name="Deadlines">Its deadlines.</param>
/// <param name="Replies">The replies served, in their order; the first is the one that reports count.</param>
/// <param name="Documents">Its documents.</param>
/// <param name="Inquiries">The inquiries on it.</param>
/// <param name="Disputes">The disputes about it.</param>
public sealed record CaseProjection(
    CaseSummary Summary,
    IReadOnlyList<DeadlineRow> Deadlines,
    IReadOnlyList<ReplyRow> Replies,
    IReadOnlyList<DocumentRow> Documents,
    IReadOnlyList<InquiryRow> Inquiries,
    IReadOnlyList<DisputeRow> Disputes)
{
    /// <summary>Derives the columns of a case.</summary>
    public static CaseProjection Of(CaseFile file, CalendarSnapshot calendars)
    {
        var reckoning = CaseReckoning.Of(file, calendars);
        var replies = reckoning is null ? [] : RepliesOf(file, reckoning);
        var summary = new CaseSummary(
            file.Id,
            file.AgencyId,
            file.Version,
            file.RegisterNumber,
            file.Stage,
            file.OfficerId,
            file.Channel,
            file.ReportedKind,
            file.ArrivedOn,
            file.ReceivedOn,
            reckoning?.State is ClockState.Replied or ClockState.Withdrawn ? null : reckoning?.ReplyDueOn,
            reckoning?.State is ClockState.AwaitingCorrection or ClockState.AwaitingPayment,
            file.OpenConsultations.Any(),
            file.Documents.Any(document => document.Status == DocumentStatus.Submitted),
            file.Documents.Any(document => document is { Status: DocumentStatus.Approved, NeedsApproval: true }),
            file.SecondPersonRequests.Count > 0,
            file.WithdrawnOn,
            file.WithdrawnOn is not null && replies.Count == 0 ? "(六)3" : replies.Count > 0 ? replies[0].Row : null);
        return new CaseProjection(
            summary,
            reckoning is null
                ? []
                : [.. reckoning.Deadlines.Where(deadline => deadline.DueOn is not null).Select(deadline => ToRow(file, deadline))],
            replies,
            [.. file.Documents.Select(document => ToRow(file, document))],
            [.. file.Inquiries.Select((inquiry, index) => new InquiryRow(
                file.Id, index + 1, inquiry.Id, inquiry.OpenedOn, inquiry.RespondBy, inquiry.AnsweredOn))],
            [.. file.Disputes.Select((dispute, index) => new DisputeRow(
                file.Id, index + 1, dispute.Id, dispute.Kind, dispute.FiledOn, dispute.ReceivedOn,
                dispute.AnswerDueOn(calendars.Of(file.AgencyId)), dispute.Answer?.On, dispute.Decision?.On, dispute.Decision?.Outcome))]);
    }

    private static DeadlineRow ToRow(CaseFile file, Deadline deadline) => new(
        file.Id,
        deadline.Kind,
        deadline.Id ?? "",
        deadline.DueOn!.Value,
        deadline.MetOn);

    private static List<ReplyRow> RepliesOf(CaseFile file, Reckoning reckoning)
    {
        var replies = reckoning.Deadlines
            .Where(deadline => deadline is { Kind: DeadlineKind.Reply, MetOn: not null })
            .Select(deadline => (ServedOn: deadline.MetOn!.Value, deadline.DueOn))
            .ToList();

        // Served while the clock stood, the reply has no due date, and is on time.
        if (reckoning is { State: ClockState.Replied, ReplyDueOn: null } && file.LastReplyServedOn is { } servedOn)
        {
            replies.Add((servedOn, null));
        }

        return [.. replies.OrderBy(reply => reply.ServedOn).Select((reply, index) => new ReplyRow(
            file.Id, index + 1, reply.ServedOn, reply.DueOn,
            reply.DueOn is null || reply.ServedOn <= reply.DueOn, file.RowOfReply(index)))];
    }

    private static DocumentRow ToRow(CaseFile file, CaseDocument document) => new(
        document.Id, file.Id, document.Template, document.Variant, document.Sections.Count, document.Status, document.DrafterId,
        document.Number, document.DecidedOn, document.ServedOn, document.DeliveredOn, document.FileId);
}

/// <summary>The row of a case.</summary>
/// <param name="ReplyDueOn">The last day for the reply; null while the clock stands and once it is over.</param>
/// <param name="ClockStands">Whether a correction or payment is waited for.</param>
/// <param name="AwaitsDecision">Whether something waits for a second person's decision.</param>
/// <param name="Row">The row of table 3 in which the case counts, once it is settled.</param>
public sealed record CaseSummary(
    Guid CaseId,
    Guid AgencyId,
    int Version,
    string RegisterNumber,
    CaseStage Stage,
    Guid OfficerId,
    Channel Channel,
    ApplicantKind ApplicantKind,
    DateOnly ArrivedOn,
    DateOnly? ReceivedOn,
    DateOnly? ReplyDueOn,
    bool ClockStands,
    bool IsConsulting,
    bool AwaitsApproval,
    bool AwaitsService,
    bool AwaitsDecision,
    DateOnly? WithdrawnOn,
    string? Row);

/// <summary>One deadline of a case.</summary>
/// <param name="Reference">The consultation's document; empty for other deadlines.</param>
public sealed record DeadlineRow(Guid CaseId, DeadlineKind Kind, string Reference, DateOnly DueOn, DateOnly? MetOn);

/// <summary>One reply that was served.</summary>
/// <param name="Ordinal">1 for the first decision; later ones follow a reopening and count in table 4.</param>
/// <param name="DueOn">Null when it was served while the clock stood.</param>
/// <param name="Row">The row of table 3.</param>
public sealed record ReplyRow(Guid CaseId, int Ordinal, DateOnly ServedOn, DateOnly? DueOn, bool OnTime, string? Row);

/// <summary>One document of a case.</summary>
/// <param name="Sections">How many outcomes it gives, with a section for each.</param>
public sealed record DocumentRow(
    Guid DocumentId,
    Guid CaseId,
    string Template,
    string? Variant,
    int Sections,
    DocumentStatus Status,
    Guid DrafterId,
    string? Number,
    DateOnly? DecidedOn,
    DateOnly? ServedOn,
    DateOnly? DeliveredOn,
    Guid? FileId);

/// <summary>One inquiry of the district's supervision.</summary>
/// <param name="Ordinal">1 for the first on the case.</param>
/// <param name="RespondBy">The last day for the answer.</param>
/// <param name="AnsweredOn">Null while the answer is owed.</param>
public sealed record InquiryRow(Guid CaseId, int Ordinal, Guid InquiryId, DateOnly OpenedOn, DateOnly RespondBy, DateOnly? AnsweredOn);

/// <summary>One dispute about a case.</summary>
/// <param name="Ordinal">1 for the first on the case.</param>
/// <param name="AnswerDueOn">The last day for the agency's answer; null where none is owed any more.</param>
/// <param name="AnsweredOn">Null while none was given.</param>
/// <param name="DecidedOn">Null while it is pending.</param>
/// <param name="Outcome">Null while it is pending.</param>
public sealed record DisputeRow(
    Guid CaseId, int Ordinal, Guid DisputeId, DisputeKind Kind, DateOnly FiledOn, DateOnly ReceivedOn, DateOnly? AnswerDueOn,
    DateOnly? AnsweredOn, DateOnly? DecidedOn, DisputeOutcome? Outcome);
