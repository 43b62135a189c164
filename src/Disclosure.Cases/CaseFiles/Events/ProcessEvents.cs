using Disclosure.Cases.Kernel;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>One of the five questions was answered.</summary>
/// <param name="Step">The question.</param>
/// <param name="Answer">The answer.</param>
/// <param name="Items">The items it concerns.</param>
/// <param name="Outcome">The text that the answer leads to, or null when the next question follows.</param>
/// <param name="Elements">Step 1: what was found of the three elements (art. 29 ¶2).</param>
/// <param name="Reasoning">Why, in the clerk's words.</param>
public sealed record StepAnswered(
    ReplyStep Step,
    StepAnswer Answer,
    IReadOnlyList<Guid> Items,
    ItemOutcome? Outcome,
    ApplicationElements? Elements,
    TextRef? Reasoning) : CaseEvent;

/// <summary>The case went back to an earlier question; what was answered from there on is open again.</summary>
public sealed record StepTakenUpAgain(ReplyStep Step, TextRef Reason) : CaseEvent;

/// <summary>The applicant's correction came in (art. 30).</summary>
public sealed record CorrectionReceived(DateOnly On, TextRef Content) : CaseEvent;

/// <summary>The applicant explained why so much or so often (art. 35).</summary>
public sealed record ExplanationReceived(DateOnly On, TextRef Content) : CaseEvent;

/// <summary>The applicant paid the processing fee (art. 42).</summary>
public sealed record FeePaid(DateOnly On) : CaseEvent;

/// <summary>The applicant withdrew in writing.</summary>
/// <param name="CalendarEdition">The edition of the calendar in force: the case goes by it for good.</param>
public sealed record ApplicationWithdrawn(DateOnly On, TextRef? Reason, int CalendarEdition = 0) : CaseEvent;

/// <summary>A search was made for what was asked (step 3).</summary>
public sealed record SearchRecorded(IReadOnlyList<Guid> Items, DateOnly On, int Found, TextRef Places, TextRef Searcher, TextRef Words, TextRef? Findings) : CaseEvent;

/// <summary>公开审查 (art. 17): somebody other than the drafter reviewed what is to be disclosed.</summary>
public sealed record DisclosureReviewed(IReadOnlyList<Guid> Items, Guid ReviewerId, TextRef Conclusion) : CaseEvent;

/// <summary>The head of the disclosure office consented to an extension (art. 33 ¶2).</summary>
public sealed record ExtensionConsented(DateOnly On, TextRef Head) : CaseEvent;

/// <summary>An opinion came in on a consultation letter (art. 32, 34, 11).</summary>
public sealed record OpinionReceived(Guid DocumentId, DateOnly On, Opinion Opinion, TextRef? Content) : CaseEvent;

/// <summary>What was answered to a consultation.</summary>
public enum Opinion
{
    /// <summary>同意公开.</summary>
    Agrees,

    /// <summary>部分同意公开.</summary>
    AgreesInPart,

    /// <summary>不同意公开.</summary>
    Disagrees,

    /// <summary>其他意见.</summary>
    Other,
}
