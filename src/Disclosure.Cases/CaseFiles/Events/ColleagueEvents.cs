namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>What a colleague of the same agency can be asked for in a case.</summary>
[StoredName("ColleagueTask")]
public enum ColleagueTask
{
    /// <summary>公开审查 (art. 17).</summary>
    [StoredName("DisclosureReview")]
    DisclosureReview,
}

/// <summary>A colleague was asked for something, by name and until a day.</summary>
/// <param name="Task">For what.</param>
/// <param name="ColleagueId">Who is asked.</param>
/// <param name="AskerId">Who asks.</param>
/// <param name="Items">The items that it concerns.</param>
/// <param name="On">The day of asking.</param>
/// <param name="RespondBy">The last day.</param>
/// <param name="Remark">What the asker adds, or null.</param>
[StoredName("ColleagueAsked")]
public sealed record ColleagueAsked(
    [StoredName("AskingId")] Guid AskingId,
    [StoredName("Task")] ColleagueTask Task,
    [StoredName("ColleagueId")] Guid ColleagueId,
    [StoredName("AskerId")] Guid AskerId,
    [StoredName("Items")] IReadOnlyList<Guid> Items,
    [StoredName("On")] DateOnly On,
    [StoredName("RespondBy")] DateOnly RespondBy,
    [StoredName("Remark")] TextRef? Remark) : CaseEvent;

/// <summary>The colleague is not asked any more.</summary>
/// <param name="Reason">Why, or null.</param>
[StoredName("AskingWithdrawn")]
public sealed record AskingWithdrawn(
    [StoredName("AskingId")] Guid AskingId,
    [StoredName("Reason")] TextRef? Reason) : CaseEvent;
