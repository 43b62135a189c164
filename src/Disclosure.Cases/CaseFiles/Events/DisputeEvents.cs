namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>争议: a reconsideration or an action is on foot, and the agency has the copy of the application or claim.</summary>
/// <param name="IsSummary">简易程序: the organ of reconsideration takes the short road, with its shorter period for the answer.</param>
/// <param name="FiledOn">The day on which it was filed.</param>
/// <param name="ReceivedOn">The day on which the agency received the copy: the answer's period runs from it.</param>
/// <param name="Forum">The organ of reconsideration or the court, and its number for the matter.</param>
/// <param name="Subject">What is contested.</param>
[StoredName("DisputeRecorded")]
public sealed record DisputeRecorded(
    [StoredName("DisputeId")] Guid DisputeId,
    [StoredName("Kind")] DisputeKind Kind,
    [StoredName("IsSummary")] bool IsSummary,
    [StoredName("FiledOn")] DateOnly FiledOn,
    [StoredName("ReceivedOn")] DateOnly ReceivedOn,
    [StoredName("Forum")] TextRef Forum,
    [StoredName("Subject")] TextRef Subject) : CaseEvent;

/// <summary>答复、答辩: the agency answered the application or claim.</summary>
/// <param name="On">The day on which the answer was handed in.</param>
/// <param name="DueOn">The last day for it, by the calendar of that day: whether it was in time stays as it was.</param>
[StoredName("DisputeAnswered")]
public sealed record DisputeAnswered(
    [StoredName("DisputeId")] Guid DisputeId,
    [StoredName("On")] DateOnly On,
    [StoredName("DueOn")] DateOnly DueOn) : CaseEvent;

/// <summary>审结: the dispute was decided. A later decision (an appeal, or one wrongly recorded) takes the place of the former.</summary>
/// <param name="On">The day of the decision.</param>
/// <param name="Content">Its number and what it says.</param>
[StoredName("DisputeDecided")]
public sealed record DisputeDecided(
    [StoredName("DisputeId")] Guid DisputeId,
    [StoredName("On")] DateOnly On,
    [StoredName("Outcome")] DisputeOutcome Outcome,
    [StoredName("Content")] TextRef Content) : CaseEvent;

/// <summary>A dispute was recorded by mistake; it counts nowhere.</summary>
[StoredName("DisputeVoided")]
public sealed record DisputeVoided(
    [StoredName("DisputeId")] Guid DisputeId,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;

/// <summary>The kinds of dispute, as table 4 of the annual report counts them.</summary>
[StoredName("DisputeKind")]
public enum DisputeKind
{
    /// <summary>行政复议.</summary>
    [StoredName("Reconsideration")]
    Reconsideration,

    /// <summary>未经复议直接起诉.</summary>
    [StoredName("DirectAction")]
    DirectAction,

    /// <summary>复议后起诉.</summary>
    [StoredName("ActionAfterReconsideration")]
    ActionAfterReconsideration,
}

/// <summary>How a dispute ended; while it is pending (尚未审结) it has no outcome.</summary>
[StoredName("DisputeOutcome")]
public enum DisputeOutcome
{
    /// <summary>维持.</summary>
    [StoredName("Upheld")]
    Upheld,

    /// <summary>纠正.</summary>
    [StoredName("Corrected")]
    Corrected,

    /// <summary>其他.</summary>
    [StoredName("Other")]
    Other,
}
