using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Reporting;

/// <summary>Whether a reply is in time.</summary>
public enum ReplyTimeliness
{
    /// <summary>未到期: it is owed, and its date has not passed.</summary>
    Pending,

    /// <summary>按期.</summary>
    OnTime,

    /// <summary>逾期答复.</summary>
    Late,

    /// <summary>逾期未答复.</summary>
    Overdue,
}

/// <summary>A case in the ledger (台账), as it stands. After a reopening the reply that is owed counts, not the former one.</summary>
/// <param name="Applicants">All of them, in one line; <paramref name="ApplicantKind"/> is the representative one's.</param>
/// <param name="Requested">What was asked for, the items in one line.</param>
/// <param name="DueOn">The last day for the reply; null while the clock stands, and where no reply is owed.</param>
/// <param name="ServedOn">When the reply was complete.</param>
/// <param name="Timeliness">Null where there is no date that it could be measured by.</param>
/// <param name="Replies">The letters that answer the case.</param>
/// <param name="ReportRow">The row of the annual report's table 3 in which the case counts, once it is settled.</param>
/// <param name="Inquiries">How often the district's supervision asked (督办).</param>
public sealed record LedgerRow(
    string RegisterNumber,
    string AgencyName,
    string Applicants,
    ApplicantKind ApplicantKind,
    Channel Channel,
    string Requested,
    DateOnly ArrivedOn,
    DateOnly? ReceivedOn,
    CaseStage Stage,
    string OfficerName,
    DateOnly? DueOn,
    DateOnly? ServedOn,
    ReplyTimeliness? Timeliness,
    IReadOnlyList<LedgerReply> Replies,
    string? ReportRow,
    int Inquiries)
{
    /// <summary>The disclosure reviews (art. 17) in their order: who, and on which day.</summary>
    public IReadOnlyList<LedgerReview> Reviews { get; init; } = [];

    /// <summary>Why the case may be doubted (<see cref="ReasonsToDoubt"/>), each reason once.</summary>
    public IReadOnlyList<ReasonToDoubt> Doubts { get; init; } = [];
}

/// <summary>A disclosure review (art. 17) in the ledger.</summary>
/// <param name="Reviewer">Who reviewed.</param>
/// <param name="On">The day on which it was recorded.</param>
public sealed record LedgerReview(string Reviewer, DateOnly On);

/// <summary>A letter that answers a case, or some of its items.</summary>
/// <param name="Sections">How many outcomes it gives.</param>
/// <param name="Number">Its number; null where the letter bears none.</param>
public sealed record LedgerReply(string Template, int Sections, string? Number);
