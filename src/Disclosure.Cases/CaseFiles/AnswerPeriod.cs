using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles;

/// <summary>
/// How long an agency has for its answer in a dispute, from the day after it received the copy. The reconsideration law in
/// force since 2024 counts its periods of up to ten days in working days (art. 88) and knows a short road (art. 54); the one
/// before counted ten days by the calendar (art. 23), as the action law counts fifteen (art. 67).
/// </summary>
/// <param name="Days">How many days.</param>
/// <param name="AreWorkingDays">
/// Whether they are working days; else days of the calendar, and what ends on a day off ends on the next working day.
/// </param>
/// <param name="Basis">The law and article, a key of the texts below <c>dispute.basis</c>.</param>
public sealed record AnswerPeriod(int Days, bool AreWorkingDays, string Basis)
{
    /// <summary>The day on which the present reconsideration law came into force.</summary>
    public static readonly DateOnly PresentLawFrom = new(2024, 1, 1);

    private static readonly AnswerPeriod Ordinary = new(10, AreWorkingDays: true, "ordinary");
    private static readonly AnswerPeriod Summary = new(5, AreWorkingDays: true, "summary");
    private static readonly AnswerPeriod Former = new(10, AreWorkingDays: false, "former");
    private static readonly AnswerPeriod Action = new(15, AreWorkingDays: false, "action");

    /// <summary>Whether a reconsideration of that day may take the short road.</summary>
    public static bool KnowsSummary(DisputeKind kind, DateOnly receivedOn) =>
        kind == DisputeKind.Reconsideration && receivedOn >= PresentLawFrom;

    /// <summary>The period of a dispute.</summary>
    /// <param name="kind">Reconsideration or action.</param>
    /// <param name="isSummary">Whether the short road was taken.</param>
    /// <param name="receivedOn">The day on which the copy was received.</param>
    public static AnswerPeriod Of(DisputeKind kind, bool isSummary, DateOnly receivedOn) =>
        kind != DisputeKind.Reconsideration ? Action
        : receivedOn < PresentLawFrom ? Former
        : isSummary ? Summary
        : Ordinary;

    /// <summary>The last day of the period.</summary>
    /// <param name="receivedOn">The day on which the copy was received; the first day is the one after it.</param>
    /// <param name="calendar">The agency's calendar.</param>
    public DateOnly DueOn(DateOnly receivedOn, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return AreWorkingDays ? calendar.AddWorkingDays(receivedOn, Days) : calendar.WorkingDayFrom(receivedOn.AddDays(Days));
    }
}
