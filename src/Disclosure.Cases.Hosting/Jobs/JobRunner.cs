using Disclosure.Cases.Agencies;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Scheduling;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>Runs one job by its name. What schedules it, and what becomes of a failure, is no business of the job's.</summary>
/// <param name="jobs">The jobs that there are.</param>
public sealed class JobRunner(IReadOnlyList<RecurringJob> jobs, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>The job of that name.</summary>
    /// <exception cref="UnknownJobException">There is none.</exception>
    public RecurringJob Find(string job) => jobs.FirstOrDefault(each => each.Name == job) ?? throw new UnknownJobException(job, jobs);

    /// <summary>For whom a job has to run: each agency that there is today, or nobody in particular (null).</summary>
    public async Task<IReadOnlyList<Guid?>> Agencies(RecurringJob job)
    {
        if (job.Scope != JobScope.EachAgency)
        {
            return [null];
        }

        await using var scope = scopes.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(time.Today())).Select(agency => (Guid?)agency.Id)];
    }

    /// <summary>Runs a job once, now, as the application itself.</summary>
    /// <param name="job">Its name.</param>
    /// <param name="agencyId">For which agency; null for a job that does not run for each.</param>
    /// <exception cref="UnknownJobException">There is no such job.</exception>
    /// <exception cref="JobRefusedException">Its command was refused. Whatever else it throws comes through as it is.</exception>
    public async Task Run(string job, Guid? agencyId, CancellationToken cancellation)
    {
        var found = Find(job);
        var begun = time.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
            if (await found.Send(scope.ServiceProvider.GetRequiredService<IMediator>(), agencyId, cancellation) is { Count: > 0 } refusals)
            {
                throw new JobRefusedException(job, refusals);
            }
        }
        catch (Exception problem) when (problem is not OperationCanceledException || !cancellation.IsCancellationRequested)
        {
            Telemetry.JobFailures.Add(1, new KeyValuePair<string, object?>("job", job));
            throw;
        }

        Telemetry.JobRuns.Record(time.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>("job", job));
    }
}
