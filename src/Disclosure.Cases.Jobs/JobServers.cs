using Disclosure.Cases.Hosting;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage.Connections;
using Hangfire;
using Hangfire.Common;
using RecurringJob = Disclosure.Cases.Scheduling.RecurringJob;

namespace Disclosure.Cases.Jobs;

/// <summary>
/// Hangfire's servers in this process. At the start, once the first start is over, the timetable is written and what was missed is
/// caught up; a stop takes no new job, waits for those at work, and interrupts what needs longer.
/// </summary>
internal sealed class JobServers(
    Database database,
    JobServerSettings settings,
    JobStorages storages,
    IReadOnlyList<RecurringJob> jobs,
    HangfireRequestedJobs requested,
    IBackgroundJobClient client,
    IJobFilterProvider filters,
    JobActivator activator)
    : ServiceAfterListening
{
    // Messages wait for servers of other offices, exports for the disk: neither keeps a recurring job from its turn.
    private static readonly Dictionary<string, int> Workers = new()
    {
        [RequestedJob.SendNotification.Name] = 4,
        [RequestedJob.MakeExport.Name] = 2,
    };

    private readonly List<BackgroundJobServer> servers = [];
    private readonly Lock stopping = new();

    private IDisposable? place;
    private Task? stopped;

    public override Task StartedAsync(CancellationToken cancellationToken)
    {
        if (settings.RunsShared)
        {
            place = storages.AreShared ? null : SoleJobServer.Take(database);
            Timetable.Write(
                new RecurringJobManager(storages.Shared, filters), storages.Shared, jobs.Where(job => job.Scope != JobScope.EveryHost));
            client.Enqueue<JobEntry>(entry => entry.RunAllMissed(CancellationToken.None));
            Serve(storages.Shared, settings.Workers, isWhole: true, ["default", RequestedJob.SweepDeadlines.Name]);
            foreach (var (queue, workers) in Workers)
            {
                Serve(storages.Shared, workers, isWhole: false, [queue]);
            }
        }

        // The host is up to date when it starts: these come with the next minute.
        Timetable.WriteOwn(new RecurringJobManager(storages.Own, filters), jobs.Where(job => job.Scope == JobScope.EveryHost));
        Serve(storages.Own, workers: 1, isWhole: storages.AreShared || !settings.RunsShared, [JobEntry.OwnQueue]);

        if (settings.RunsShared || storages.AreShared)
        {
            requested.Open(client, storages.Shared);
        }

        return Task.CompletedTask;
    }

    public override Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may be asked to stop while it stops; whoever asks waits until the jobs have ended, for then their services go.
        lock (stopping)
        {
            return stopped ??= Stop(cancellationToken);
        }
    }

    private async Task Stop(CancellationToken cancellationToken)
    {
        requested.Close();
        servers.ForEach(server => server.SendStop());
        try
        {
            await Task.WhenAll(servers.Select(server => server.WaitForShutdownAsync(cancellationToken)));
        }
        finally
        {
            servers.ForEach(server => server.Dispose());
            place?.Dispose();
        }
    }

    // A whole server also looks after the timetable, after what is tried again later, and after servers that were killed.
    private void Serve(JobStorage storage, int workers, bool isWhole, string[] queues) => servers.Add(new BackgroundJobServer(
        new BackgroundJobServerOptions
        {
            Queues = queues,
            WorkerCount = workers,
            IsLightweightServer = !isWhole,
            SchedulePollingInterval = TimeSpan.FromSeconds(1),
            StopTimeout = settings.Patience,
            ShutdownTimeout = settings.Patience + TimeSpan.FromSeconds(5),
            FilterProvider = filters,
            Activator = activator,
        },
        storage));
}
