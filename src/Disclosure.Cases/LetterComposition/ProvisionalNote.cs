using Disclosure.Cases.Clock;

namespace Disclosure.Cases.LetterComposition;

/// <summary>03 (art. 33 ¶2): what is said beside a new due date that rests on days off which nobody has announced yet.</summary>
public static class ProvisionalNote
{
    /// <summary>The words for it; null where the days off of that year are announced.</summary>
    public static string? Of(DateOnly dueOn, WorkingDayCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.IsProvisional(dueOn.Year)
            ? FormattableString.Invariant($"{dueOn.Year}年放假安排尚未公布，该日按法定节假日推算；公布后有变动的，以按公布的安排计算的日期为准")
            : null;
    }
}
