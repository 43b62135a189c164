using Disclosure.Cases.Messaging;
using Disclosure.Cases.Scheduling;
using MediatR;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// Runs the recurring jobs in this process, each once at the start and then at its interval. For a host that is alone;
/// with several servers <c>Scheduler:Enabled</c> is false here and a worker runs the same list.
/// </summary>
internal sealed class JobScheduler(IServiceScopeFactory scopes, TimeProvider time, ILogger<JobScheduler> logger) : BackgroundService
{
    /// <inheritdoc/>
    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(RecurringJob.All.Select(job => Repeat(job, stoppingToken)));

    private async Task Repeat(RecurringJob job, CancellationToken stopping)
    {
        await Task.Yield();
        using var timer = new PeriodicTimer(job.Every, time);
        try
        {
            do
            {
                await Run(job, stopping);
            }
            while (await timer.WaitForNextTickAsync(stopping));
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The host stops; the next start sweeps at once.
        }
    }

    private async Task Run(RecurringJob job, CancellationToken stopping)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
            await job.Command(scope.ServiceProvider.GetRequiredService<IMediator>(), stopping);
        }
#pragma warning disable CA1031 // A job that fails today must not keep tomorrow's from running; what went wrong is logged.
        catch (Exception problem) when (problem is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            logger.LogError(problem, "The recurring job {Job} failed; it runs again in {Every}.", job.Name, job.Every);
        }
    }
}
