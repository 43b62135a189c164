namespace Disclosure.Cases.Storage;

/// <summary>How often, and how soon, a command is done again from its beginning that the database broke off in passing.</summary>
/// <param name="Times">How often at most; 0: never.</param>
/// <param name="FirstPause">How long to wait before the first time; five times as long before each further one.</param>
public sealed record Retries(int Times, TimeSpan FirstPause)
{
    private const double Growth = 5;

    /// <summary>
    /// Three times, after about 0.2, 1 and 5 seconds: as long as a standby server takes to step in, and as a person waits for a page.
    /// </summary>
    public static Retries Usual { get; } = new(3, TimeSpan.FromMilliseconds(200));

    /// <summary>
    /// For how long what was lost with its connection is begun again: each attempt may take as long as a time-out, and
    /// nobody waits for several of them. A deadlock, which the database names at once, does not count.
    /// </summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For what cannot be done again from its beginning.</summary>
    public static Retries None { get; } = new(0, TimeSpan.Zero);

    // Shortened by chance, by up to a half, so that two who were in each other's way do not meet again.
    internal TimeSpan PauseBefore(int time) => FirstPause * Math.Pow(Growth, time) * (1 - Random.Shared.NextDouble() / 2);
}
