namespace Disclosure.Cases.Kernel.Jobs;

/// <summary>When a job that failed is tried again. Hangfire does the trying; this is what it goes by.</summary>
public static class JobRetries
{
    /// <summary>How long to wait after each failed attempt; after the last one a recurring job waits for its next due time.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>The same for messages, over about a day: a mail server may be away for longer than a database.</summary>
    public static readonly IReadOnlyList<TimeSpan> PausesOfMessages =
    [
        .. Pauses, TimeSpan.FromHours(1), TimeSpan.FromHours(3), TimeSpan.FromHours(6), TimeSpan.FromHours(12),
    ];

    /// <summary>
    /// How long to wait after attempt <paramref name="attempt"/> (from 1) of a job with these pauses; null: it was the last one.
    /// </summary>
    public static TimeSpan? PauseAfter(this IReadOnlyList<TimeSpan> pauses, int attempt) =>
        attempt <= pauses.Count ? pauses[attempt - 1] : null;
}
