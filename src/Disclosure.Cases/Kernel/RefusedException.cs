namespace Disclosure.Cases.Kernel;

/// <summary>What a store met makes the whole command impossible: nothing of it is kept, and the user is told why.</summary>
public class RefusedException(string message, Refusal refusal, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>What the user is told.</summary>
    public Refusal Refusal { get; } = refusal;
}

/// <summary>Somebody else recorded something on the case first.</summary>
public sealed class CaseConflictException() : RefusedException("The case was changed by somebody else.", new Refusal("case.conflict"));

/// <summary>The clock says an earlier time than the last record bears.</summary>
/// <param name="now">What it says.</param>
/// <param name="last">When something was recorded last, UTC.</param>
public sealed class ClockBehindException(DateTimeOffset now, DateTimeOffset last) : RefusedException(
    $"The clock says {now:u}, but something was recorded at {last:u}.", new Refusal("records.clockBehind", now, last))
{
    /// <summary>Refuses to record anything before the last record.</summary>
    /// <param name="now">What the clock says.</param>
    /// <param name="last">When something was recorded last; null: nothing was.</param>
    /// <param name="tolerance">How far the clock may be behind: clocks are put right by a little now and then.</param>
    /// <exception cref="ClockBehindException">The clock is behind by more than that.</exception>
    public static void ThrowIf(DateTimeOffset now, DateTimeOffset? last, TimeSpan tolerance)
    {
        if (last is { } recorded && recorded - now > tolerance)
        {
            throw new ClockBehindException(now, recorded);
        }
    }
}
