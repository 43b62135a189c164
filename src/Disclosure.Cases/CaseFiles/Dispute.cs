using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles;

/// <summary>A reconsideration or an action about a case, and what became of it.</summary>
/// <param name="Id">The dispute.</param>
/// <param name="IsSummary">Whether the organ of reconsideration takes the short road (简易程序).</param>
/// <param name="FiledOn">The day on which it was filed.</param>
/// <param name="ReceivedOn">The day on which the agency received the copy.</param>
/// <param name="Forum">The organ of reconsideration or the court.</param>
/// <param name="Subject">What is contested.</param>
public sealed record Dispute(
    Guid Id, DisputeKind Kind, bool IsSummary, DateOnly FiledOn, DateOnly ReceivedOn, TextRef Forum, TextRef Subject)
{
    /// <summary>A dispute as it was recorded.</summary>
    public static Dispute Of(DisputeRecorded recorded) => new(
        recorded.DisputeId, recorded.Kind, recorded.IsSummary, recorded.FiledOn, recorded.ReceivedOn, recorded.Forum, recorded.Subject);

    /// <summary>The agency's answer, and the last day that it had for it; null while it is owed.</summary>
    public DisputeAnswered? Answer { get; init; }

    /// <summary>The decision that counts; null while it is pending.</summary>
    public DisputeDecided? Decision { get; init; }

    /// <summary>Whether it is pending (尚未审结).</summary>
    public bool IsPending => Decision is null;

    /// <summary>Whether the agency owes its answer. What was decided needs none any more.</summary>
    public bool AwaitsAnswer => Answer is null && IsPending;

    /// <summary>How long the agency has for its answer.</summary>
    public AnswerPeriod AnswerPeriod => AnswerPeriod.Of(Kind, IsSummary, ReceivedOn);

    /// <summary>The last day of the period for the answer, by a calendar.</summary>
    public DateOnly PeriodEndsOn(WorkingDayCalendar calendar) => AnswerPeriod.DueOn(ReceivedOn, calendar);

    /// <summary>
    /// The last day for the answer, by the agency's calendar; once it was given, as it was then; null where none is owed any more.
    /// </summary>
    public DateOnly? AnswerDueOn(WorkingDayCalendar calendar) =>
        Answer is not null ? Answer.DueOn : IsPending ? PeriodEndsOn(calendar) : null;
}
