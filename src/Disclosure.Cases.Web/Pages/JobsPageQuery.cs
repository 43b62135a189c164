using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Scheduling;

namespace Disclosure.Cases.Web.Pages;

/// <summary>A recurring job as the administrator sees it.</summary>
/// <param name="Job">The job.</param>
/// <param name="LastRun">When it last began, for whichever agency; null while it never ran.</param>
/// <param name="NextRun">When it runs next: its next occurrence, or an earlier retry.</param>
/// <param name="Lines">Its lines of the journal.</param>
/// <param name="Failures">Those that failed, each with the agency's name.</param>
/// <param name="IsMissed">Whether a due time went by and no server ran it.</param>
internal sealed record JobView(
    RecurringJob Job,
    DateTimeOffset? LastRun,
    DateTimeOffset NextRun,
    IReadOnlyList<JobLine> Lines,
    IReadOnlyList<(string? Agency, JobLine Line)> Failures,
    bool IsMissed);

/// <summary>The recurring jobs with what became of them: the shared ones by the journal, the others as they ran in this process.</summary>
internal sealed class JobsPageQuery(
    IJobJournal journal, IReadOnlyList<RecurringJob> jobs, JobRunner runner, OwnRuns own, IAgencies agencies, TimeProvider time)
{
    // So long a run may wait for a server that is starting, or busy with the one before.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public async Task<IReadOnlyList<JobView>> All(CancellationToken cancellation)
    {
        var lines = (await journal.All(cancellation)).ToLookup(line => line.Job);
        var names = (await agencies.AllOn(time.Today(), cancellation)).ToDictionary(agency => agency.Id, agency => agency.Name);
        var views = new List<JobView>();
        foreach (var job in jobs)
        {
            views.Add(View(
                job, job.Scope != JobScope.EveryHost ? [.. lines[job.Name]] : own.Of(job) is { } line ? [line] : [],
                (await runner.Agencies(job, cancellation)).Count, names));
        }

        return views;
    }

    private JobView View(RecurringJob job, IReadOnlyList<JobLine> lines, int expected, Dictionary<Guid, string> names)
    {
        var (now, schedule) = (time.GetUtcNow(), new JobSchedule(job.Schedule));

        // The last due time after which its patience is over too: of a job of every minute the latest one never is.
        var due = schedule.Latest(now - Patience);
        var retries = lines.Where(line => line.Outcome == JobOutcome.Failed).Select(line => line.RetryAt);
        return new JobView(
            job,
            lines.Count == 0 ? null : lines.Max(line => line.StartedAt),
            retries.OfType<DateTimeOffset>().Where(retry => retry > now).Append(schedule.Next(now)).Min(),
            lines,
            [.. lines.Where(line => line.Outcome == JobOutcome.Failed).Select(line => (names.GetValueOrDefault(line.Agency), line))],
            lines.Count(line => line.StartedAt >= due) < expected);
    }
}
