using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.CaseFiles;

/// <summary>What a colleague was asked for and has not done yet.</summary>
/// <param name="Id">The asking.</param>
/// <param name="Task">For what.</param>
/// <param name="ColleagueId">Who is asked.</param>
/// <param name="AskerId">Who asked.</param>
/// <param name="Items">The items that are left to be done.</param>
/// <param name="AskedOn">The day of asking.</param>
/// <param name="RespondBy">The last day.</param>
/// <param name="Remark">What the asker added, or null.</param>
public sealed record Asking(
    Guid Id, ColleagueTask Task, Guid ColleagueId, Guid AskerId, IReadOnlyList<Guid> Items, DateOnly AskedOn, DateOnly RespondBy,
    TextRef? Remark);
