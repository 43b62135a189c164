using Disclosure.Cases.Clock;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>Who looks at a case, and on which day.</summary>
/// <param name="Actor">The person.</param>
/// <param name="Today">The day in China.</param>
/// <param name="Calendar">The working days of the case's agency.</param>
public sealed record Moment(Actor Actor, DateOnly Today, WorkingDayCalendar Calendar);
