namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>What is on record of an applicant was put right, or has changed; what stood there before stays in its own event.</summary>
/// <param name="Applicant">The applicant as it is now.</param>
/// <param name="OfficerId">Who recorded it: whoever changed what a submitted letter says may not approve it.</param>
/// <param name="Misdirected">
/// Where the address was wrongly recorded: the attempts at service that went there, and not where the applicant said.
/// </param>
[StoredName("ApplicantChanged")]
public sealed record ApplicantChanged(
    [StoredName("Applicant")] ApplicantRef Applicant,
    [StoredName("Reason")] TextRef Reason,
    [StoredName("OfficerId")] Guid OfficerId,
    [StoredName("Misdirected")] IReadOnlyList<Guid>? Misdirected = null) : CaseEvent;

/// <summary>
/// An applicant died, or an organisation ended, or one of several wants no more: somebody else takes its place, or the other applicants
/// go on alone.
/// </summary>
/// <param name="ApplicantId">Whose place it was.</param>
/// <param name="On">The day of death or end, or on which one of several left.</param>
/// <param name="Successor">Who goes on with the application; null where the other applicants do.</param>
/// <param name="OfficerId">Who recorded it.</param>
/// <param name="Left">Whether one of several applicants is alive and withdrew alone.</param>
[StoredName("ApplicantSucceeded")]
public sealed record ApplicantSucceeded(
    [StoredName("ApplicantId")] Guid ApplicantId,
    [StoredName("On")] DateOnly On,
    [StoredName("Successor")] ApplicantRef? Successor,
    [StoredName("Reason")] TextRef Reason,
    [StoredName("OfficerId")] Guid OfficerId,
    [StoredName("Left")] bool Left = false) : CaseEvent;

/// <summary>The words of an item were wrongly recorded and were put right; what the applicant corrects is another event.</summary>
/// <param name="Item">The item in the right words.</param>
/// <param name="OfficerId">Who recorded it.</param>
[StoredName("ItemCorrected")]
public sealed record ItemCorrected(
    [StoredName("Item")] ItemRef Item,
    [StoredName("Reason")] TextRef Reason,
    [StoredName("OfficerId")] Guid OfficerId) : CaseEvent;

/// <summary>Several applicants said who of them receives the letters.</summary>
/// <param name="ServedOnEach">Whether each of them is served; false: the first receives for all of them.</param>
[StoredName("RecipientsNamed")]
public sealed record RecipientsNamed(
    [StoredName("ServedOnEach")] bool ServedOnEach,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;
