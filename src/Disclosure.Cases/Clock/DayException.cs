namespace Disclosure.Cases.Clock;

/// <summary>What an official notice makes of a day.</summary>
[StoredName("DayExceptionKind")]
public enum DayExceptionKind
{
    /// <summary>A day off, though it may be a Monday to Friday.</summary>
    [StoredName("off")]
    Off,

    /// <summary>A working day, though it may be a Saturday or Sunday (调休).</summary>
    [StoredName("work")]
    Work,
}

/// <summary>A day that an official notice lifts out of the plain week.</summary>
/// <param name="Date">The day.</param>
/// <param name="Kind">Whether the notice makes it a day off or a working day.</param>
/// <param name="Name">The holiday for whose sake it does, in Chinese, e.g. <c>国庆节</c>.</param>
public readonly record struct DayException(DateOnly Date, DayExceptionKind Kind, string Name);
