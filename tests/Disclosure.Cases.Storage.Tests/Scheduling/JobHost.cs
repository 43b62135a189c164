using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Jobs;
using Disclosure.Cases.Storage.Connections;
using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using RecurringJob = Disclosure.Cases.Scheduling.RecurringJob;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>A host's job servers over an office, on a Hangfire storage of their own or on one that several hosts share.</summary>
internal sealed class JobHost : IAsyncDisposable
{
    // As the registration does for a whole host; once, since these are Hangfire's statics.
    private static readonly Lazy<IGlobalConfiguration> Configured = new(() =>
        GlobalConfiguration.Configuration.UseRecommendedSerializerSettings().UseTypeSerializer(NameOf)
            .UseTypeResolver(JobRegistration.TypeOf));

    private readonly JobStorages storages;
    private readonly JobServers servers;
    private readonly IJobFilterProvider filters;

    private JobHost(TestOffice office, JobStorage? shared, TimeSpan patience, IReadOnlyList<RecurringJob> jobs)
    {
        _ = Configured.Value;
        storages = new JobStorages(shared);
        filters = new JobFilterProviderCollection(GlobalJobFilters.Filters, new JobFilterAttributeFilterProvider(), new RetryFilters(jobs));
        Client = new BackgroundJobClient(storages.Shared, filters);
        Own = new OwnRuns();
        Requested = new HangfireRequestedJobs(NullLogger<HangfireRequestedJobs>.Instance);
        var scopes = office.Services.GetRequiredService<IServiceScopeFactory>();
        var runner = new JobRunner(jobs, Own, scopes, office.Clock);
        var activator = new EntryActivator(() => new JobEntry(
            runner, new MissedRuns(jobs, runner, scopes, office.Clock), Client, NullLogger<JobEntry>.Instance));
        servers = new JobServers(
            office.Services.GetRequiredService<Database>(), new JobServerSettings(RunsShared: true, Workers: 4) { Patience = patience },
            storages, jobs, Requested, Client, filters, activator);
    }

    /// <summary>What stood in the place of <see cref="JobEntry"/> in an older version, and was stored under the same name.</summary>
    public abstract class OlderEntry
    {
        public abstract void RunAsBefore(string job);
    }

    public IBackgroundJobClient Client { get; }

    public OwnRuns Own { get; }

    public HangfireRequestedJobs Requested { get; }

    public JobStorage Storage => storages.Shared;

    public IMonitoringApi Monitoring => Storage.GetMonitoringApi();

    /// <summary>The storage that two hosts share in the place of SQL Server's.</summary>
    public static JobStorage SharedMemory() => new InMemoryStorage();

    public static Task<JobHost> Start(TestOffice office, params IReadOnlyList<RecurringJob> jobs) =>
        Start(office, null, TimeSpan.FromSeconds(20), jobs);

    public static async Task<JobHost> Start(
        TestOffice office, JobStorage? shared, TimeSpan patience, params IReadOnlyList<RecurringJob> jobs)
    {
        var host = new JobHost(office, shared, patience, jobs);
        await host.servers.StartedAsync(default);
        return host;
    }

    public Task Stop() => servers.StopAsync(default);

    /// <summary>The recurring job falls due.</summary>
    public void Trigger(string job) => new RecurringJobManager(Storage, filters).Trigger(job);

    /// <summary>The same for a job that each process does for itself.</summary>
    public void TriggerOwn(string job) => new RecurringJobManager(storages.Own, filters).Trigger(job);

    public string? StateOf(string id)
    {
        using var connection = Storage.GetConnection();
        return connection.GetStateData(id)?.Name;
    }

    /// <summary>Until nothing waits for a worker and nothing is at work.</summary>
    public Task Idle() => Until(() => Monitoring.GetStatistics() is { Enqueued: 0, Processing: 0 });

    public static async Task Until(Func<bool> reached)
    {
        for (var turn = 0; !reached(); turn++)
        {
            Assert.That(turn, Is.LessThan(1500), "it does not come to that");
            await Task.Delay(20);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        storages.Dispose();
    }

    private static string NameOf(Type type) => type == typeof(OlderEntry) ? JobEntry.StoredName : JobRegistration.NameOf(type);

    private sealed class EntryActivator(Func<JobEntry> entry) : JobActivator
    {
        public override object ActivateJob(Type jobType) => entry();
    }
}
