using Cronos;

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

    private DateTimeOffset Some(DateTimeOffset? occurrence) =>
        occurrence?.ToUniversalTime() ?? throw new InvalidOperationException($"The schedule '{expression}' has no occurrence.");
}
