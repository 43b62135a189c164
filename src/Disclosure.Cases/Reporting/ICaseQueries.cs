using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Numbering;

namespace Disclosure.Cases.Reporting;

/// <summary>What the pages read. Nothing here changes anything; who may see what is the caller's filter.</summary>
public interface ICaseQueries
{
    /// <summary>Cases by urgency: the earliest due date first, then those without one, by day of receipt.</summary>
    Task<QueuePage> Queue(QueueFilter filter, CancellationToken cancellation);

    /// <summary>The documents that wait for approval, the earliest due first.</summary>
    Task<IReadOnlyList<ApprovalRow>> AwaitingApproval(Guid agencyId, CancellationToken cancellation);

    /// <summary>The letters that are numbered and frozen and not yet served, the earliest due first.</summary>
    /// <param name="filter">Of which cases; without stages, of the open ones.</param>
    Task<UnservedPage> AwaitingService(QueueFilter filter, CancellationToken cancellation);

    /// <summary>What waits for a second person's decision: corrected dates, and acts that give a reason to doubt.</summary>
    Task<IReadOnlyList<SecondPersonRow>> SecondPersonRequests(Guid agencyId, CancellationToken cancellation);

    /// <summary>What somebody was asked for by colleagues and has not done yet, the earliest day first.</summary>
    /// <param name="colleague">Who was asked; of the own agency's cases.</param>
    /// <param name="cancellation">Breaks off the wait.</param>
    Task<IReadOnlyList<AskedRow>> AskedOf(Actor colleague, CancellationToken cancellation);

    /// <summary>
    /// The alerts that hold for a user: of an officer's own cases, and those that reviewers of the agency or managers of
    /// the district are told of.
    /// </summary>
    Task<IReadOnlyList<InboxRow>> Inbox(Actor reader, CancellationToken cancellation);

    /// <summary>The notices to a case officer that deadlines moved, not yet seen, oldest first.</summary>
    Task<IReadOnlyList<MovedRow>> MovedDeadlines(Actor reader, CancellationToken cancellation);

    /// <summary>What happened in a case, in order.</summary>
    Task<IReadOnlyList<HistoryRow>> History(Guid caseId, CancellationToken cancellation);

    /// <summary>On-time reply rates of all agencies in a period, both days included.</summary>
    Task<IReadOnlyList<AgencyRate>> OnTimeRates(DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>The cases behind the figures of <see cref="OnTimeRates"/>.</summary>
    Task<IReadOnlyList<RateCase>> RateCases(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation);

    /// <summary>The inquiries (督办) behind the figures of <see cref="OnTimeRates"/>, by the day on which they were asked.</summary>
    Task<IReadOnlyList<InquiryCase>> Inquiries(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation);

    /// <summary>The acts that give a reason to doubt, by the day of recording: those behind <see cref="DoubtFigures"/>.</summary>
    Task<IReadOnlyList<DoubtfulAct>> DoubtfulActs(DateOnly from, DateOnly until, Guid? agencyId, CancellationToken cancellation);

    /// <summary>The numbers given, latest first.</summary>
    Task<IReadOnlyList<NumberRow>> NumberLedger(Guid agencyId, int year, SeriesKind series, CancellationToken cancellation);

    /// <summary>The number with which a series began, or will begin; null while it is not there yet, which means 1.</summary>
    Task<int?> OpeningNumber(Guid agencyId, int year, SeriesKind series, CancellationToken cancellation);

    /// <summary>How many cases <see cref="Ledger"/> has.</summary>
    Task<int> LedgerSize(Guid? agencyId, DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>
    /// The ledger (台账): every case that was received in a period, both days included, and where receipt is not confirmed
    /// arrived in it. By agency and register number, in pages, each as of one moment.
    /// </summary>
    /// <param name="agencyId">The agency, or null for the district.</param>
    IAsyncEnumerable<IReadOnlyList<LedgerRow>> Ledger(Guid? agencyId, DateOnly from, DateOnly until, CancellationToken cancellation);

    /// <summary>The lines of the ledger of certain cases, in the order given, each once.</summary>
    Task<IReadOnlyList<LedgerRow>> LedgerOf(IReadOnlyCollection<Guid> caseIds, CancellationToken cancellation);
}

/// <summary>Which cases to list.</summary>
/// <param name="AgencyId">The agency, or null for the district.</param>
/// <param name="OfficerId">The officer, or null for all.</param>
/// <param name="Stages">The stages, or null for all open ones (neither answered, withdrawn, archived nor voided).</param>
/// <param name="Search">Parts of register or reply numbers, applicants' names or the request, between blanks, all of
/// which must be there; width and case make no difference; null for no search.</param>
/// <param name="DueUntil">Only cases due on or before that day; null for all.</param>
/// <param name="DueFrom">Only cases due on or after that day; null for all.</param>
/// <param name="IsStanding">Only cases whose clock stands, or whose due date is projected while a consultation is open.</param>
/// <param name="HasOpenInquiry">Only cases with an inquiry (督办) that the agency has yet to answer.</param>
/// <param name="CaseIds">Only of these cases, 200 at most; null for all.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">1 to 200.</param>
public sealed record QueueFilter(
    Guid? AgencyId,
    Guid? OfficerId = null,
    IReadOnlyList<CaseStage>? Stages = null,
    string? Search = null,
    DateOnly? DueUntil = null,
    DateOnly? DueFrom = null,
    bool IsStanding = false,
    bool HasOpenInquiry = false,
    IReadOnlyCollection<Guid>? CaseIds = null,
    int Page = 1,
    int PageSize = 20);

/// <summary>A page of cases.</summary>
public sealed record QueuePage(IReadOnlyList<QueueRow> Rows, int Total);

/// <summary>A case in a list.</summary>
/// <param name="NextLimit">While something is waited for: the date by which it is expected.</param>
/// <param name="InquiryRespondBy">The last day to answer the open inquiry (督办); null without one.</param>
public sealed record QueueRow(
    Guid CaseId,
    Guid AgencyId,
    string AgencyName,
    string RegisterNumber,
    CaseStage Stage,
    string ApplicantName,
    string Requested,
    string OfficerName,
    DateOnly ArrivedOn,
    DateOnly? ReceivedOn,
    DateOnly? ReplyDueOn,
    bool ClockStands,
    bool IsConsulting,
    bool AwaitsApproval,
    bool AwaitsService,
    DateOnly? NextLimit,
    DateOnly? InquiryRespondBy)
{
    /// <summary>Whether the agency owes an answer to the district's supervision.</summary>
    public bool HasOpenInquiry => InquiryRespondBy is not null;
}

/// <summary>A document that waits for approval.</summary>
public sealed record ApprovalRow(
    Guid CaseId, Guid DocumentId, string RegisterNumber, string Template, string? Variant, int Sections,
    string ApplicantName, string Requested, string DrafterName, DateOnly? ReplyDueOn);

/// <summary>Some of the letters that wait for service, and how many there are.</summary>
public sealed record UnservedPage(IReadOnlyList<UnservedRow> Rows, int Total);

/// <summary>A letter that waits for service.</summary>
/// <param name="FileId">Its frozen bytes.</param>
public sealed record UnservedRow(
    Guid CaseId, Guid DocumentId, string RegisterNumber, string Template, string Number, string ApplicantName, Guid FileId);

/// <summary>Something that waits for a second person's decision.</summary>
/// <param name="Request">What was asked for.</param>
/// <param name="AskedOn">The day of asking.</param>
/// <param name="Letter">Of a letter: its number; null for everything else.</param>
public sealed record SecondPersonRow(
    Guid CaseId, string RegisterNumber, string Requested, ISecondPersonRequest Request, string RequesterName, DateOnly AskedOn,
    string? Letter)
{
    /// <summary>Whether somebody may decide on it: anybody who approves, but for the one who asked.</summary>
    public bool IsFor(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return actor.Is(Role.Reviewer) && actor.Id != Request.RequesterId;
    }
}

/// <summary>What a colleague was asked for.</summary>
public sealed record AskedRow(Guid CaseId, Guid AgencyId, string RegisterNumber, string Requested, Asking Asking, string AskerName);

/// <summary>An alert as a reader sees it.</summary>
public sealed record InboxRow(
    Guid AlertId, Guid CaseId, Guid AgencyId, string AgencyName, string RegisterNumber, string Requested,
    string OfficerName, DueKind Kind, DateOnly DueOn, int Threshold, DateTimeOffset RaisedAt);

/// <summary>A notice that deadlines of a case moved.</summary>
/// <param name="Sequence">The event.</param>
/// <param name="Event">What moved.</param>
/// <param name="ActorName">Who changed the calendar.</param>
public sealed record MovedRow(
    Guid CaseId, int Sequence, string RegisterNumber, DeadlinesMoved Event, DateTimeOffset RaisedAt, string ActorName);

/// <summary>An event as a reader sees it.</summary>
public sealed record HistoryRow(int Sequence, CaseEvent Event, DateTimeOffset OccurredAt, string ActorName);

/// <summary>An agency's figures for a period.</summary>
/// <param name="Replies">What was answered and owed.</param>
/// <param name="Open">Cases open now.</param>
/// <param name="Inquiries">What the district's supervision asked.</param>
/// <param name="Doubts">What gives a reason to doubt.</param>
public sealed record AgencyRate(
    Guid AgencyId, string AgencyName, ReplyFigures Replies, int Open, InquiryFigures Inquiries, DoubtFigures Doubts)
{
    /// <summary>The figures of several agencies for a period, both days included, on a day on which one looks.</summary>
    /// <param name="agencies">The agencies, in the order wanted.</param>
    /// <param name="replies">Their replies of that period or of a longer one.</param>
    /// <param name="inquiries">Their inquiries of that period or of a longer one.</param>
    /// <param name="doubts">Their acts of that period that give a reason to doubt.</param>
    /// <param name="open">How many cases are open in each.</param>
    public static IReadOnlyList<AgencyRate> Of(
        IEnumerable<Agency> agencies, IEnumerable<RateCase> replies, IEnumerable<InquiryCase> inquiries,
        IEnumerable<DoubtfulAct> doubts, IReadOnlyDictionary<Guid, int> open, DateOnly from, DateOnly until, DateOnly today)
    {
        var (owed, asked) = (replies.ToLookup(row => row.AgencyId), inquiries.ToLookup(inquiry => inquiry.AgencyId));
        var doubted = doubts.ToLookup(act => act.AgencyId);
        return [.. agencies.Select(agency => new AgencyRate(
            agency.Id,
            agency.Name,
            ReplyFigures.Of(owed[agency.Id], from, until),
            open.GetValueOrDefault(agency.Id),
            InquiryFigures.Of([.. asked[agency.Id]], from, until, today),
            DoubtFigures.Of([.. doubted[agency.Id]])))];
    }
}

/// <summary>An entry of the number ledger.</summary>
/// <param name="RegisterNumber">The register number of its case.</param>
/// <param name="Template">The template of the letter that bears it; null for a registration.</param>
/// <param name="Sections">How many outcomes the letter gives.</param>
public sealed record NumberRow(
    Guid Id, int Ordinal, string Number, Guid CaseId, DateTimeOffset TakenAt,
    string TakenBy, DateTimeOffset? VoidedAt, string? VoidedBy, string? VoidReason, string RegisterNumber, string? Template, int Sections)
{
    /// <summary>Whose application it is, masked (<see cref="MaskedName"/>), of several all in one line.</summary>
    public string Applicant { get; init; } = "";

    /// <summary>What was asked for, the items in one line.</summary>
    public string Requested { get; init; } = "";
}
