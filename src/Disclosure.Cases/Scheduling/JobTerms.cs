namespace Disclosure.Cases.Scheduling;

/// <summary>How long a run is left alone, and when a failed one is tried again.</summary>
public static class JobTerms
{
    /// <summary>
    /// How long nobody else takes a run over without a sign of life from its host. A host at work extends it in time; of
    /// one that was killed, the runs are free when it ends.
    /// </summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>How often a host extends its lease: two of three may fail.</summary>
    public static readonly TimeSpan Renewal = Lease / 3;

    /// <summary>
    /// How long a host that is being stopped waits for what it has begun; then it interrupts it, and has some seconds of
    /// its 30 left to put that on record.
    /// </summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>How long to wait after each failed attempt; after the last one the next occurrence is waited for.</summary>
    public static readonly IReadOnlyList<TimeSpan> Pauses = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];

    /// <summary>When to try again after attempt <paramref name="attempt"/> (from 1) failed at <paramref name="now"/>; null: at the next occurrence.</summary>
    public static DateTimeOffset? RetryAfter(int attempt, DateTimeOffset now) => attempt <= Pauses.Count ? now + Pauses[attempt - 1] : null;
}
