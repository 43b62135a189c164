using Cronos;
using Disclosure.Cases.Kernel.Jobs;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>When a job runs: a cron expression, read in China Standard Time wherever the machine believes it stands.</summary>
public sealed class JobSchedule
{
    private readonly CronExpression expression;

    /// <summary>Reads a schedule.</summary>
    /// <param name="schedule">Five fields, from the minute on.</param>
    /// <exception cref="CronFormatException">It is none.</exception>
    public JobSchedule(string schedule) => expression = CronExpression.Parse(schedule, CronFormat.Standard);

    /// <summary>China Standard Time, by name.</summary>
    public static TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    /// <summary>The first occurrence after an instant, UTC.</summary>
    /// <exception cref="InvalidOperationException">There is none, ever.</exception>
    public DateTimeOffset Next(DateTimeOffset after) => Some(expression.GetNextOccurrence(after, Zone));

    /// <summary>The last occurrence up to and including an instant, UTC.</summary>
    /// <exception cref="InvalidOperationException">There was none, ever.</exception>
    public DateTimeOffset Latest(DateTimeOffset now) => Some(expression.GetPreviousOccurrence(now, Zone, inclusive: true));

    /// <summary>How long it is from one due time to the next, by the coming two.</summary>
    public TimeSpan Interval(DateTimeOffset now) => Next(Next(now)) - Next(now);

    /// <summary>
    /// The pauses (<see cref="JobRetries.Pauses"/>) after which a failed run is tried again before the next due time comes, which
    /// is a new attempt itself: none for a job of every minute, all for one of every day.
    /// </summary>
    public IReadOnlyList<TimeSpan> PausesUntilNext()
    {
        var left = Interval(DateTimeOffset.UnixEpoch);
        return [.. JobRetries.Pauses.TakeWhile(pause => (left -= pause) > TimeSpan.Zero)];
    }

    private DateTimeOffset Some(DateTimeOffset? occurrence) =>
        occurrence?.ToUniversalTime() ?? throw new InvalidOperationException($"The schedule '{expression}' has no occurrence.");
}
