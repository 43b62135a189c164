namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>One of the five questions was answered.</summary>
/// <param name="Step">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Items">The items it concerns.</param>
/// <param name="Outcome">The text that the answer leads to, or null when the next question follows.</param>
/// <param name="Elements">Step 1: what was found of the three elements (art. 29 ¶2).</param>
/// <param name="Reasoning">Why, in the clerk's words.</param>
[StoredName("StepAnswered")]
public sealed record StepAnswered(
    [StoredName("Step")] ReplyStep Step,
    [StoredName("Answer")] StepAnswer Answer,
    [StoredName("Items")] IReadOnlyList<Guid> Items,
    [StoredName("Outcome")] ItemOutcome? Outcome,
    [StoredName("Elements")] ApplicationElements? Elements,
    [StoredName("Reasoning")] TextRef? Reasoning) : CaseEvent;

/// <summary>The case went back to an earlier question; what was answered from there on is open again.</summary>
[StoredName("StepTakenUpAgain")]
public sealed record StepTakenUpAgain(
    [StoredName("Step")] ReplyStep Step,
    [StoredName("Reason")] TextRef Reason) : CaseEvent;

/// <summary>The applicant's correction came in (art. 30).</summary>
/// <param name="Content">What the applicant wrote.</param>
/// <param name="Items">The items whose words changed, each as it is asked for now; null in events of before they were recorded.</param>
[StoredName("CorrectionReceived")]
public sealed record CorrectionReceived(
    [StoredName("On")] DateOnly On,
    [StoredName("Content")] TextRef Content,
    [StoredName("Items")] IReadOnlyList<ItemRef>? Items = null) : CaseEvent;

/// <summary>The applicant explained why so much or so often (art. 35).</summary>
[StoredName("ExplanationReceived")]
public sealed record ExplanationReceived(
    [StoredName("On")] DateOnly On,
    [StoredName("Content")] TextRef Content) : CaseEvent;

/// <summary>The applicant paid the processing fee (art. 42).</summary>
[StoredName("FeePaid")]
public sealed record FeePaid([StoredName("On")] DateOnly On, [StoredName("Waived")] bool Waived = false) : CaseEvent;

/// <summary>The applicant withdrew in writing.</summary>
/// <param name="CalendarEdition">The edition of the calendar in force: the case goes by it for good.</param>
[StoredName("ApplicationWithdrawn")]
public sealed record ApplicationWithdrawn(
    [StoredName("On")] DateOnly On,
    [StoredName("Reason")] TextRef? Reason,
    [StoredName("CalendarEdition")] int CalendarEdition = 0) : CaseEvent;

/// <summary>A search was made for what was asked (step 3).</summary>
[StoredName("SearchRecorded")]
public sealed record SearchRecorded(
    [StoredName("Items")] IReadOnlyList<Guid> Items,
    [StoredName("On")] DateOnly On,
    [StoredName("Found")] int Found,
    [StoredName("Places")] TextRef Places,
    [StoredName("Searcher")] TextRef Searcher,
    [StoredName("Words")] TextRef Words,
    [StoredName("Findings")] TextRef? Findings) : CaseEvent;

/// <summary>公开审查 (art. 17): somebody other than the drafter reviewed what is to be disclosed.</summary>
/// <param name="Items">What was reviewed.</param>
/// <param name="ReviewerId">By whom.</param>
/// <param name="Conclusion">What was found.</param>
/// <param name="On">The day of the review; null in the records of earlier versions.</param>
[StoredName("DisclosureReviewed")]
public sealed record DisclosureReviewed(
    [StoredName("Items")] IReadOnlyList<Guid> Items,
    [StoredName("ReviewerId")] Guid ReviewerId,
    [StoredName("Conclusion")] TextRef Conclusion,
    [StoredName("On")] DateOnly? On = null) : CaseEvent;

/// <summary>The head of the disclosure office consented to an extension (art. 33 ¶2).</summary>
[StoredName("ExtensionConsented")]
public sealed record ExtensionConsented([StoredName("On")] DateOnly On, [StoredName("Head")] TextRef Head) : CaseEvent;

/// <summary>An opinion came in on a consultation letter (art. 32, 34, 11).</summary>
[StoredName("OpinionReceived")]
public sealed record OpinionReceived(
    [StoredName("DocumentId")] Guid DocumentId,
    [StoredName("On")] DateOnly On,
    [StoredName("Opinion")] Opinion Opinion,
    [StoredName("Content")] TextRef? Content) : CaseEvent;

/// <summary>What was answered to a consultation.</summary>
[StoredName("Opinion")]
public enum Opinion
{
    /// <summary>同意公开.</summary>
    [StoredName("Agrees")]
    Agrees,

    /// <summary>部分同意公开.</summary>
    [StoredName("AgreesInPart")]
    AgreesInPart,

    /// <summary>不同意公开.</summary>
    [StoredName("Disagrees")]
    Disagrees,

    /// <summary>其他意见.</summary>
    [StoredName("Other")]
    Other,
}
