namespace Disclosure.Cases.Deadlines;

/// <summary>Something that is due in an open case and not done.</summary>
/// <param name="Kind">What.</param>
/// <param name="Reference">The consultation's document; empty for what can be due but once in a case.</param>
/// <param name="StartsOn">The day from which its period runs.</param>
/// <param name="DueOn">The last day on time.</param>
public sealed record DueItem(DueKind Kind, string Reference, DateOnly StartsOn, DateOnly DueOn);
