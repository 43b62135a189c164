using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Hangfire;
using Hangfire.Common;
using RecurringJob = Disclosure.Cases.Scheduling.RecurringJob;

namespace Disclosure.Cases.Jobs;

/// <summary>
/// When Hangfire tries a job again, by what the job says (<see cref="JobRetries"/>, <see cref="RequestedJob.Pauses"/>), and where
/// a requested one waits. A recurring job is tried again only until its next due time, or the attempts would multiply. What is
/// of no use to try again fails at once: an unknown job, one that another version stored, and one that was given up.
/// </summary>
internal sealed class RetryFilters : IJobFilterProvider
{
    // A job of every host comes again within the minute; what failed is kept in memory for the page, not in Hangfire.
    private static readonly JobFilter Never = After([], AttemptsExceededAction.Delete);

    // What this version cannot read does not get better by waiting.
    private static readonly JobFilter Unreadable = After([], AttemptsExceededAction.Fail);

    private static readonly JobFilter AtAStart = After(JobRetries.Pauses, AttemptsExceededAction.Fail);

    // Of a job that comes again within the hour the journal holds what failed: Hangfire would collect every one of them for ever.
    private static readonly TimeSpan Often = TimeSpan.FromHours(1);

    private static readonly Dictionary<string, JobFilter> Requested =
        RequestedJob.All.ToDictionary(job => job.Name, job => After(job.Pauses, AttemptsExceededAction.Fail));

    private static readonly Dictionary<string, JobFilter> Queues = RequestedJob.All.ToDictionary(
        job => job.Name, job => Filter(new QueueAttribute(job.Name)));

    private readonly Dictionary<string, JobFilter> recurring;

    public RetryFilters(IEnumerable<RecurringJob> jobs) => recurring = jobs.ToDictionary(job => job.Name, job =>
    {
        var schedule = new JobSchedule(job.Schedule);
        var isOften = schedule.Interval(DateTimeOffset.UnixEpoch) < Often;
        return After(schedule.PausesUntilNext(), isOften ? AttemptsExceededAction.Delete : AttemptsExceededAction.Fail);
    });

    public IEnumerable<JobFilter> GetFilters(Job? job)
    {
        if (job?.Type != typeof(JobEntry))
        {
            yield return Unreadable;
            yield break;
        }

        var name = job.Args.Count > 0 ? job.Args[0] as string ?? "" : "";
        yield return job.Method.Name switch
        {
            nameof(JobEntry.RunHere) => Never,
            nameof(JobEntry.RunRequested) => Requested.GetValueOrDefault(name, AtAStart),
            _ => recurring.GetValueOrDefault(name, AtAStart),
        };

        // One of each kind, so that none waits for a slow one of another kind; a name that is not known waits where all wait.
        if (job.Method.Name == nameof(JobEntry.RunRequested) && Queues.TryGetValue(name, out var queue))
        {
            yield return queue;
        }
    }

    private static JobFilter After(IReadOnlyList<TimeSpan> pauses, AttemptsExceededAction inTheEnd)
    {
        var retry = new AutomaticRetryAttribute
        {
            Attempts = pauses.Count,
            OnAttemptsExceeded = inTheEnd,
            ExceptOn = [typeof(UnknownJobException), typeof(JobGivenUpException)],
        };
        if (pauses.Count > 0)
        {
            retry.DelaysInSeconds = [.. pauses.Select(pause => (int)pause.TotalSeconds)];
        }

        return Filter(retry);
    }

    private static JobFilter Filter(JobFilterAttribute attribute) => new(attribute, JobFilterScope.Method, null);
}
