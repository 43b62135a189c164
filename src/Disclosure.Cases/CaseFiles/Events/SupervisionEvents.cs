namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>督办: the district's supervision (art. 47) asks the agency about a late or endangered case.</summary>
/// <param name="On">The day it was asked.</param>
/// <param name="Question">What is to be explained or put right.</param>
/// <param name="RespondBy">The last day for the answer.</param>
[StoredName("InquiryOpened")]
public sealed record InquiryOpened(
    [StoredName("InquiryId")] Guid InquiryId,
    [StoredName("On")] DateOnly On,
    [StoredName("Question")] TextRef Question,
    [StoredName("RespondBy")] DateOnly RespondBy) : CaseEvent;

/// <summary>答复督办: the agency answered an inquiry.</summary>
/// <param name="On">The day it was answered.</param>
[StoredName("InquiryAnswered")]
public sealed record InquiryAnswered(
    [StoredName("InquiryId")] Guid InquiryId,
    [StoredName("On")] DateOnly On,
    [StoredName("Answer")] TextRef Answer) : CaseEvent;
