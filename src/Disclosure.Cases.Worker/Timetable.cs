using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Scheduling;
using Hangfire;
using Hangfire.Storage;
using RecurringJob = Disclosure.Cases.Scheduling.RecurringJob;

namespace Disclosure.Cases.Worker;

/// <summary>The shared jobs of the list as Hangfire's recurring jobs.</summary>
internal static class Timetable
{
    /// <summary>Registers every job under its name, in China Standard Time, and takes off what is no longer on the list.</summary>
    public static void Register(IServiceProvider services)
    {
        var timetable = services.GetRequiredService<IRecurringJobManager>();
        var shared = services.GetRequiredService<IReadOnlyList<RecurringJob>>().Where(job => job.Scope != JobScope.EveryHost).ToList();
        foreach (var job in shared)
        {
            timetable.AddOrUpdate<JobEntry>(
                job.Name, entry => entry.Run(job.Name, null, CancellationToken.None), job.Schedule, new RecurringJobOptions { TimeZone = JobSchedule.Zone });
        }

        using var connection = services.GetRequiredService<JobStorage>().GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Select(job => job.Id).Except(shared.Select(job => job.Name)))
        {
            timetable.RemoveIfExists(gone);
        }
    }
}
