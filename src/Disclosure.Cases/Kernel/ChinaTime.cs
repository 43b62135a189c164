namespace Disclosure.Cases.Kernel;

/// <summary>"Today" of every rule is the day in China Standard Time (UTC+8, without summer time since 1992).</summary>
public static class ChinaTime
{
    /// <summary>China Standard Time's distance from UTC.</summary>
    public static readonly TimeSpan Offset = TimeSpan.FromHours(8);

    /// <summary>The day it is in China.</summary>
    public static DateOnly Today(this TimeProvider time) => DayOf(time.GetUtcNow());

    /// <summary>The instant of a time of day in China, by default of its beginning, as UTC.</summary>
    public static DateTimeOffset At(DateOnly day, TimeOnly time = default) =>
        new DateTimeOffset(day.ToDateTime(time), Offset).ToUniversalTime();

    /// <summary>The day on which an instant falls in China.</summary>
    public static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.ToOffset(Offset).DateTime);
}
