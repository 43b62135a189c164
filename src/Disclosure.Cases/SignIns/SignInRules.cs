namespace Disclosure.Cases.SignIns;

/// <summary>The office's settings of signing in.</summary>
public sealed record SignInRules
{
    // After so long without an attempt the count begins anew.
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(1);

    /// <summary>How long a browser in which somebody signed in stays known without being used, in days.</summary>
    public const int BrowserKnownDays = 90;

    /// <summary>How often one may try with one name from one address a minute, on each host.</summary>
    public int AttemptsPerMinute { get; init; } = 20;

    /// <summary>How many wrong passwords in a row lock.</summary>
    public int WrongBeforeLock { get; init; } = 5;

    /// <summary>How long the first lock holds, in minutes; with each further wrong password twice as long as before.</summary>
    public int LockMinutes { get; init; } = 1;

    /// <summary>How long a lock holds at most, in minutes.</summary>
    public int LongestLockMinutes { get; init; } = 60;

    /// <summary>How long a session holds at most, in hours.</summary>
    public int SessionHours { get; init; } = 12;

    /// <summary>How long a session holds without the user being active, in minutes.</summary>
    public int IdleMinutes { get; init; } = 60;

    /// <summary>Whether administrators must have a second factor; null: everywhere but in Development.</summary>
    public bool? AdministratorsNeedSecondFactor { get; init; }

    /// <summary>How long the record of sign-ins is kept, in days; 网络安全法 asks for six months at least.</summary>
    public int KeepDays { get; init; } = 365;

    /// <summary>The wrong passwords in a row with one more.</summary>
    /// <param name="failures">How many there were.</param>
    /// <param name="since">How long ago the last one was.</param>
    public static int Count(int failures, TimeSpan since) => since >= Remembered ? 1 : failures + 1;

    /// <summary>How long so many wrong passwords in a row lock; null: not yet.</summary>
    public TimeSpan? LockAfter(int failures)
    {
        var beyond = failures - WrongBeforeLock;
        return beyond < 0 ? null : TimeSpan.FromMinutes(Math.Min(LongestLockMinutes, LockMinutes * Math.Pow(2, beyond)));
    }

    /// <summary>Whether a session holds at an instant.</summary>
    public bool IsOpen(Session session, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.EndedAt is null
            && now - session.BegunAt < TimeSpan.FromHours(SessionHours) && now - session.SeenAt < TimeSpan.FromMinutes(IdleMinutes);
    }
}
