using Disclosure.Cases.Clock;

namespace Disclosure.Cases.CaseFiles.Events;

/// <summary>A deadline that moves.</summary>
/// <param name="Kind">What it is for.</param>
/// <param name="Reference">The consultation's document, or null for other deadlines.</param>
/// <param name="From">The last day until now.</param>
/// <param name="To">The last day from now on.</param>
public sealed record DeadlineMove(
    [StoredName("Kind")] DeadlineKind Kind,
    [StoredName("Reference")] string? Reference,
    [StoredName("From")] DateOnly From,
    [StoredName("To")] DateOnly To);

/// <summary>Another calendar moved deadlines of the case, or shows that a recorded event breaks a rule.</summary>
/// <param name="Edition">The entry of the calendar's journal that did it.</param>
/// <param name="CalendarBefore">The <see cref="WorkingDayCalendar.Version"/> until then.</param>
/// <param name="CalendarAfter">The version from then on.</param>
/// <param name="Moves">What moved.</param>
/// <param name="NewFindings">How many recorded events break a rule only now.</param>
[StoredName("DeadlinesMoved")]
public sealed record DeadlinesMoved(
    [StoredName("Edition")] int Edition,
    [StoredName("CalendarBefore")] string CalendarBefore,
    [StoredName("CalendarAfter")] string CalendarAfter,
    [StoredName("Moves")] IReadOnlyList<DeadlineMove> Moves,
    [StoredName("NewFindings")] int NewFindings) : CaseEvent;
