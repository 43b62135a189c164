using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Hosting.Jobs;

/// <summary>
/// Runs one job by its name, as the application itself, and records how a recurring one went: in the journal, or for a job of
/// every host in <see cref="OwnRuns"/>. When it runs, and what becomes of a failure, is for whatever calls it.
/// </summary>
/// <param name="jobs">The recurring jobs that there are.</param>
public sealed class JobRunner(IReadOnlyList<RecurringJob> jobs, OwnRuns own, IServiceScopeFactory scopes, TimeProvider time)
{
    /// <summary>The recurring job of that name.</summary>
    /// <exception cref="UnknownJobException">There is none.</exception>
    public RecurringJob Find(string job) =>
        jobs.FirstOrDefault(each => each.Name == job) ?? throw new UnknownJobException(job, jobs.Select(each => each.Name));

    /// <summary>For whom a job has to run: each agency that there is today, or nobody in particular (null).</summary>
    public async Task<IReadOnlyList<Guid?>> Agencies(RecurringJob job, CancellationToken cancellation)
    {
        if (job.Scope != JobScope.EachAgency)
        {
            return [null];
        }

        await using var scope = scopes.CreateAsyncScope();
        return [.. (await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(time.Today(), cancellation))
            .Select(agency => (Guid?)agency.Id)];
    }

    /// <summary>Runs a recurring job once, now.</summary>
    /// <param name="job">Its name.</param>
    /// <param name="agencyId">For which agency; null for a job that does not run for each.</param>
    /// <param name="pause">After which pause it is tried again should it fail; null: it is not. It is recorded.</param>
    /// <exception cref="UnknownJobException">There is no such job.</exception>
    /// <exception cref="JobRefusedException">Its command was refused. Whatever else it throws comes through as it is.</exception>
    public async Task Run(string job, Guid? agencyId, TimeSpan? pause, CancellationToken cancellation)
    {
        var found = Find(job);
        var line = new JobLine(job, agencyId ?? Guid.Empty, time.GetUtcNow(), null, JobOutcome.Running, 0, null, null, null);
        await Begin(found, line, cancellation);
        try
        {
            await Send(job, mediator => found.Send(mediator, agencyId, cancellation), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await Finish(found, line with { Outcome = JobOutcome.Interrupted });
            throw;
        }
        catch (Exception problem)
        {
            await Finish(
                found, line with { Outcome = JobOutcome.Failed, Problem = JobProblem.Of(problem), RetryAt = time.GetUtcNow() + pause });
            throw;
        }

        await Finish(found, line with { Outcome = JobOutcome.Succeeded });
    }

    /// <summary>Runs a requested job once, now.</summary>
    /// <param name="job">The job.</param>
    /// <param name="subject">The id of what it is about.</param>
    /// <param name="isAgain">Whether this very job ran before and failed.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <exception cref="JobRefusedException">Its command was refused. Whatever else it throws comes through as it is.</exception>
    public Task Run(RequestedJob job, Guid subject, bool isAgain, CancellationToken cancellation) =>
        Send(job.Name, mediator => job.Send(mediator, subject, isAgain, cancellation), cancellation);

    private async Task Send(string job, Func<IMediator, Task<IReadOnlyList<Refusal>>> send, CancellationToken cancellation)
    {
        var begun = time.GetTimestamp();
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
            if (await send(scope.ServiceProvider.GetRequiredService<IMediator>()) is { Count: > 0 } refusals)
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

    private Task Begin(RecurringJob job, JobLine line, CancellationToken cancellation) =>
        job.Scope == JobScope.EveryHost
            ? Task.CompletedTask
            : Journal(journal => journal.Begin(line.Job, line.AgencyId, line.StartedAt, cancellation));

    // What became of a run is recorded though the server stops meanwhile.
    private async Task Finish(RecurringJob job, JobLine line)
    {
        var finished = line with { FinishedAt = time.GetUtcNow() };
        if (job.Scope == JobScope.EveryHost)
        {
            own.Record(finished);
        }
        else
        {
            await Journal(journal => journal.Finish(finished, CancellationToken.None));
        }
    }

    private async Task Journal(Func<IJobJournal, Task> use)
    {
        await using var scope = scopes.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<IJobJournal>());
    }
}
