namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>The time in the demonstration: it stands wherever it was set, and never goes back.</summary>
internal sealed class DemonstrationTime(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow() => now;

    public void Set(DateTimeOffset instant) => now = instant >= now
        ? instant.ToUniversalTime()
        : throw new InvalidOperationException($"The demonstration cannot go back from {now:u} to {instant:u}.");

    /// <summary>A time of day in China.</summary>
    public static DateTimeOffset At(DateOnly day, int minutesAfterMidnight) =>
        ChinaTime.At(day).AddMinutes(minutesAfterMidnight);
}
