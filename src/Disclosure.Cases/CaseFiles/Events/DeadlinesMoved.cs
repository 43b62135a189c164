using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>A deadline that moves.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Reference">The consultation's document, or null for other deadlines.</param>
/// <param name="From">The last day until now.</param>
/// <param name="To">The last day from now on.</param>
public sealed record DeadlineMove(DeadlineKind Kind, string? Reference, DateOnly From, DateOnly To);

/// <summary>Another calendar moved deadlines of the case, or shows that a recorded event breaks a rule.</summary>
/// <param name="Edition">The entry of the calendar's journal that did it.</param>
/// <param name="CalendarBefore">The <see cref="WorkingDayCalendar.Version"/> until then.</param>
/// <param name="CalendarAfter">The version from then on.</param>
/// <param name="Moves">What moved.</param>
/// <param name="NewFindings">How many recorded events break a rule only now.</param>
public sealed record DeadlinesMoved(int Edition, string CalendarBefore, string CalendarAfter, IReadOnlyList<DeadlineMove> Moves, int NewFindings) : CaseEvent;
