using Disclosure.Cases.Scheduling;
using Hangfire;
using Hangfire.Common;

namespace Disclosure.Cases.Jobs;

/// <summary>
/// When Hangfire tries a job again, by what the job says (<see cref="JobRetries"/>, <see cref="RequestedJob.Pauses"/>). What is
/// of no use to try again fails at once: an unknown job, one that another version stored, and one that was given up.
/// </summary>
internal sealed class RetryFilters : IJobFilterProvider
{
    // A job of every host comes again within the minute; what failed is kept in memory for the page, not in Hangfire.
    private static readonly JobFilter Never = Filter(new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete });

    // What this version cannot read does not get better by waiting.
    private static readonly JobFilter Unreadable = Filter(new AutomaticRetryAttribute { Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Fail });

    private static readonly JobFilter Recurring = After(JobRetries.Pauses);

    private static readonly Dictionary<string, JobFilter> Requested = RequestedJob.All.ToDictionary(job => job.Name, job => After(job.Pauses));

    public IEnumerable<JobFilter> GetFilters(Job? job)
    {
        yield return job?.Type != typeof(JobEntry) ? Unreadable : job.Method.Name switch
        {
            nameof(JobEntry.RunHere) => Never,
            nameof(JobEntry.RunRequested) => Requested.GetValueOrDefault(job.Args[0] as string ?? "", Recurring),
            _ => Recurring,
        };
    }

    private static JobFilter After(IReadOnlyList<TimeSpan> pauses) => Filter(new AutomaticRetryAttribute
    {
        Attempts = pauses.Count,
        DelaysInSeconds = [.. pauses.Select(pause => (int)pause.TotalSeconds)],
        OnAttemptsExceeded = AttemptsExceededAction.Fail,
        ExceptOn = [typeof(UnknownJobException), typeof(JobGivenUpException)],
    });

    private static JobFilter Filter(AutomaticRetryAttribute retry) => new(retry, JobFilterScope.Method, null);
}
