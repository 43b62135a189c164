namespace Disclosure.Cases.ReplyProcess.Disclosure;

/// <summary>
/// What is disclosed over a third party's objection (art. 32) is given only once 06 was delivered and some working days have passed, so
/// that the third party can turn to a court before it is too late. The office's own rule; the regulation sets no interval.
/// </summary>
/// <param name="WorkingDays">How many have to pass, 0 to 30.</param>
public sealed record ObjectionInterval(int WorkingDays)
{
    /// <summary>The most that can be set, in working days.</summary>
    public const int Longest = 30;

    /// <summary>Five working days.</summary>
    public static ObjectionInterval Default { get; } = new(5);

    /// <summary>The first day on which it may be given.</summary>
    /// <param name="deliveredOn">The day on which 06 was delivered.</param>
    /// <param name="calendar">The agency's calendar.</param>
    public DateOnly FirstDay(DateOnly deliveredOn, Clock.WorkingDayCalendar calendar) =>
        calendar.AddWorkingDays(deliveredOn, WorkingDays).AddDays(1);
}
