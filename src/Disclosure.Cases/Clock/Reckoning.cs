namespace Disclosure.Cases.Clock;

/// <summary>Where the clock of a case stands; of several the first that fits.</summary>
[StoredName("ClockState")]
public enum ClockState
{
    /// <summary>The applicant withdrew.</summary>
    [StoredName("Withdrawn")]
    Withdrawn,

    /// <summary>The reply is served.</summary>
    [StoredName("Replied")]
    Replied,

    /// <summary>The clock stands until the correction comes (art. 30).</summary>
    [StoredName("AwaitingCorrection")]
    AwaitingCorrection,

    /// <summary>The clock stands until the fee is paid.</summary>
    [StoredName("AwaitingPayment")]
    AwaitingPayment,

    /// <summary>A consultation is open and its limit has not passed (art. 33 ¶3).</summary>
    [StoredName("Consulting")]
    Consulting,

    /// <summary>The clock runs.</summary>
    [StoredName("Running")]
    Running,
}

/// <summary>What a deadline is for.</summary>
[StoredName("DeadlineKind")]
public enum DeadlineKind
{
    /// <summary>The reply (art. 33).</summary>
    [StoredName("Reply")]
    Reply,

    /// <summary>The agency's correction notice (art. 30).</summary>
    [StoredName("CorrectionNotice")]
    CorrectionNotice,

    /// <summary>The applicant's correction (art. 30).</summary>
    [StoredName("Correction")]
    Correction,

    /// <summary>A third party's opinion (art. 32).</summary>
    [StoredName("ThirdPartyOpinion")]
    ThirdPartyOpinion,

    /// <summary>A joint author's opinion (art. 34).</summary>
    [StoredName("CoAuthorOpinion")]
    CoAuthorOpinion,

    /// <summary>Another agency's opinion.</summary>
    [StoredName("OtherAgencyOpinion")]
    OtherAgencyOpinion,

    /// <summary>The payment of the processing fee (国办函〔2020〕109号).</summary>
    [StoredName("FeePayment")]
    FeePayment,
}

/// <summary>One deadline of a case.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="DueOn">The last day on time; null for an earlier reply that was served while the clock stood.</param>
/// <param name="MetOn">The day it was done, also when late; null if it was not.</param>
/// <param name="Id">The consultation, or null for other deadlines.</param>
public sealed record Deadline(DeadlineKind Kind, DateOnly? DueOn, DateOnly? MetOn, string? Id = null);

/// <summary>What a day is to the clock.</summary>
[StoredName("LedgerKind")]
public enum LedgerKind
{
    /// <summary>The day from which a period runs; not counted.</summary>
    [StoredName("Start")]
    Start,

    /// <summary>The clock stands.</summary>
    [StoredName("Standing")]
    Standing,

    /// <summary>Saturday or Sunday.</summary>
    [StoredName("Weekend")]
    Weekend,

    /// <summary>A Monday to Friday off.</summary>
    [StoredName("Holiday")]
    Holiday,

    /// <summary>A working day left out for a consultation (art. 33 ¶3).</summary>
    [StoredName("Excluded")]
    Excluded,

    /// <summary>A working day that counts.</summary>
    [StoredName("Counted")]
    Counted,
}

/// <summary>One day of a case's ledger.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">What it is to the clock.</param>
/// <param name="Article">Where the rule stands, in Chinese.</param>
/// <param name="Number">Which counted day of its period it is, from 1; null unless counted.</param>
/// <param name="Name">The holiday, or on a counted day the holiday for which it is a transferred working day.</param>
/// <param name="Reason">Why the clock stands: <see cref="ClockState.AwaitingCorrection"/> or
/// <see cref="ClockState.AwaitingPayment"/>.</param>
/// <param name="Consultation">The consultation for which the day is left out; of several the first sent.</param>
public sealed record LedgerDay(
    DateOnly Date,
    LedgerKind Kind,
    string Article,
    int? Number = null,
    string? Name = null,
    ClockState? Reason = null,
    string? Consultation = null);

/// <summary>Everything that the clock says of a case.</summary>
public sealed record Reckoning
{
    /// <summary>The rules that govern the case, by its day of receipt.</summary>
    public required RuleSet RuleSet { get; init; }

    /// <summary>Where the clock stands.</summary>
    public required ClockState State { get; init; }

    /// <summary>The start day of the running period; while the clock stands, of the period interrupted.</summary>
    public required DateOnly ClockStartsOn { get; init; }

    /// <summary>The last day for the reply; null while the clock stands and after withdrawal.</summary>
    public required DateOnly? ReplyDueOn { get; init; }

    /// <summary>Whether the due date would be earlier if every open consultation were answered now.</summary>
    public required bool Projected { get; init; }

    /// <summary>Whether the due date lies in a year without an official notice.</summary>
    public required bool Provisional { get; init; }

    /// <summary>Whether the reply was on time; null without one in the present period.</summary>
    public required bool? OnTime { get; init; }

    /// <summary>Counted days of the period until the day one looks or the reply, also past the due date; null while the
    /// clock stands and after withdrawal.</summary>
    public required int? WorkingDaysCounted { get; init; }

    /// <summary>The running reply deadline, earlier replies, then the others by kind.</summary>
    public required IReadOnlyList<Deadline> Deadlines { get; init; }

    /// <summary>A row a day from receipt to the later of the due date and the day one looks; empty where not asked for.</summary>
    public required IReadOnlyList<LedgerDay> Ledger { get; init; }

    /// <summary>The rules that a recorded event breaks as facts and calendar are known now; it stays in force.</summary>
    public required IReadOnlyList<Refusal> Findings { get; init; }

    /// <summary>The findings that another reckoning does not have; one that only names another date is no new one.</summary>
    public IReadOnlyList<Refusal> FindingsMissingIn(Reckoning other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var known = other.Findings.Select(Identity).ToHashSet();
        return [.. Findings.Where(finding => !known.Contains(Identity(finding)))];
    }

    private static (string, object?) Identity(Refusal finding) => (finding.Code, finding.Arguments is [var first, ..] ? first : null);
}
