using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Deadlines;

/// <summary>Something that is due in an open case and not done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reference">
/// The consultation's document, the inquiry, or the colleague who was asked; empty for what can be due but once in a case.
/// </param>
/// <param name="StartsOn">The day from which its period runs.</param>
/// <param name="DueOn">The last day on time.</param>
public sealed record DueItem(DueKind Kind, string Reference, DateOnly StartsOn, DateOnly DueOn)
{
    private const int Week = 7;

    /// <summary>When to see to it, seen from a day.</summary>
    public AgendaSection SectionOn(DateOnly today)
    {
        var isLate = today > DueOn;
        return Kind.Origin() switch
        {
            DueOrigin.Awaited => isLate ? AgendaSection.Today : AgendaSection.Waiting,
            DueOrigin.Law when isLate => AgendaSection.Late,
            DueOrigin.Law or DueOrigin.Office or DueOrigin.Asked =>
                DueOn <= today ? AgendaSection.Today : DueOn <= SundayOf(today) ? AgendaSection.ThisWeek : AgendaSection.Later,
        };
    }

    private static DateOnly SundayOf(DateOnly day) => day.AddDays((Week - (int)day.DayOfWeek) % Week);
}
