namespace Disclosure.Cases.Clock;

/// <summary>What the clock needs to know of a case.</summary>
/// <param name="ReceivedOn">The day of receipt (art. 31).</param>
/// <param name="Events">What happened since, by day, then by when it was recorded.</param>
/// <param name="AsOf">The day on which one looks; null: the day of the last event, or of receipt.</param>
public sealed record Timeline(DateOnly ReceivedOn, IReadOnlyList<TimelineEvent> Events, DateOnly? AsOf = null);
