namespace Disclosure.Cases.Clock;

/// <summary>A running reply period.</summary>
/// <param name="StartsOn">The day from which it runs, itself not counted.</param>
/// <param name="WorkingDays">Its length, extension included.</param>
internal sealed record ReplyPeriod(DateOnly StartsOn, int WorkingDays)
{
    /// <summary>Whether an extension was served in it (art. 33 ¶2).</summary>
    public bool IsExtended { get; init; }

    /// <summary>The working day to which a delay put the reply off (art. 35).</summary>
    public DateOnly? DelayedUntil { get; init; }

    /// <summary>Whether it is the period of a reopened case (art. 47, 51).</summary>
    public bool IsReopened { get; init; }

    /// <summary>The date that the reopening ordered; it stands as given.</summary>
    public DateOnly? OrderedDueOn { get; init; }
}

/// <summary>A day on which a period starts, or on which the clock comes to stand.</summary>
/// <param name="On">The day.</param>
/// <param name="Standing">What the clock stands for from here; null: a period starts.</param>
/// <param name="Article">Where the rule stands.</param>
internal readonly record struct CourseMark(DateOnly On, ClockState? Standing, string Article);
