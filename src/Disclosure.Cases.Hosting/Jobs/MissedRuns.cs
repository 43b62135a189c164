using Disclosure.Cases.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>
/// The runs that are missing: recurring jobs that have not succeeded since their last due time, because every server was
/// down or was killed in mid run. The journal tells, whatever Hangfire's storage remembers. Those that find what a killed server
/// had in its memory count as missed at every start.
/// </summary>
public sealed class MissedRuns(IReadOnlyList<RecurringJob> jobs, JobRunner runner, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>Every shared job and agency whose run is missing now.</summary>
    public async Task<IReadOnlyList<(RecurringJob Job, Guid? AgencyId)>> Find(CancellationToken cancellation)
    {
        var lines = await Lines(cancellation);
        var missed = new List<(RecurringJob, Guid?)>();
        foreach (var job in jobs.Where(job => job.Scope != JobScope.EveryHost))
        {
            missed.AddRange(
                (await runner.Agencies(job, cancellation)).Where(agencyId => IsMissed(job, lines.GetValueOrDefault((job.Name, agencyId))))
                    .Select(agencyId => (job, agencyId)));
        }

        return missed;
    }

    /// <summary>Whether a job's run for an agency (null: for the district) is missing now.</summary>
    public async Task<bool> IsMissed(RecurringJob job, Guid? agencyId, CancellationToken cancellation) =>
        IsMissed(job, (await Lines(cancellation)).GetValueOrDefault((job.Name, agencyId)));

    // A run that began in time counts, however long it took.
    private bool IsMissed(RecurringJob job, JobLine? line) =>
        job.RunsAtStart || line?.SucceededAt is not { } succeeded || succeeded < new JobSchedule(job.Schedule).Latest(time.GetUtcNow());

    private async Task<Dictionary<(string Job, Guid? AgencyId), JobLine>> Lines(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IJobJournal>().All(cancellation))
            .ToDictionary(line => (line.Job, line.AgencyId));
    }
}
