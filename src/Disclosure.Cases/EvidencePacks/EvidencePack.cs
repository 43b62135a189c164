using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.EvidencePacks;

/// <summary>
/// 证据包: everything on record of a case, for a court or an organ of reconsideration. Made from the records alone, so that the same case
/// at the same event gives the same pack.
/// </summary>
/// <param name="File">The case.</param>
/// <param name="AgencyName">Whose it is.</param>
/// <param name="OfficerName">Who is in charge of it.</param>
/// <param name="Records">Its events and texts as they stand.</param>
/// <param name="Events">What happened, in order.</param>
/// <param name="Approvals">Who approved what, in order.</param>
/// <param name="Applicants">The applicants, the representative one first.</param>
/// <param name="Titles">The titles of its letters.</param>
/// <param name="Files">Its files, in the order of the pack.</param>
/// <param name="Calendar">The working days that it goes by.</param>
/// <param name="CalendarChanges">The entries of the calendar's journal that made them.</param>
public sealed record EvidencePack(
    CaseFile File,
    string AgencyName,
    string OfficerName,
    CaseEvidence Records,
    IReadOnlyList<PackEvent> Events,
    IReadOnlyList<PackApproval> Approvals,
    IReadOnlyList<Applicant> Applicants,
    IReadOnlyDictionary<Guid, string> Titles,
    IReadOnlyList<PackFile> Files,
    WorkingDayCalendar Calendar,
    IReadOnlyList<CalendarChange> CalendarChanges)
{
    /// <summary>What the clock says on the day of the last event; null while the day of receipt is not confirmed.</summary>
    public Reckoning? Clock { get; init; }

    /// <summary>Where the pack can be checked; null where the office has named no address.</summary>
    public string? CheckedAt { get; init; }

    /// <summary>The last event in it.</summary>
    public PackEvent Last => Events[^1];
}

/// <summary>An event in words.</summary>
/// <param name="Sealed">As it stands.</param>
/// <param name="Event">The fact.</param>
/// <param name="At">When it was recorded.</param>
/// <param name="Person">Who recorded it.</param>
/// <param name="Sentence">What happened.</param>
/// <param name="Detail">What was written about it, or null.</param>
public sealed record PackEvent(
    SealedEvent Sealed, CaseEvent Event, DateTimeOffset At, string Person, string Sentence, string? Detail);

/// <summary>A link of the approval chain that was passed.</summary>
/// <param name="DocumentId">Of which letter.</param>
/// <param name="Link">Which link, from 1.</param>
/// <param name="IsLast">Whether the letter was signed by it.</param>
/// <param name="At">When.</param>
/// <param name="Person">By whom.</param>
/// <param name="StandsInFor">The reviewers whom that person was named to stand in for on that day.</param>
public sealed record PackApproval(
    Guid DocumentId, int Link, bool IsLast, DateTimeOffset At, string Person, IReadOnlyList<string> StandsInFor);
