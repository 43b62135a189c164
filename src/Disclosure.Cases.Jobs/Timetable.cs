using Disclosure.Cases.Hosting.Jobs;
using Hangfire;
using Hangfire.Storage;
using RecurringJob = Disclosure.Cases.Scheduling.RecurringJob;

namespace Disclosure.Cases.Jobs;

/// <summary>The list of recurring jobs as Hangfire's.</summary>
internal static class Timetable
{
    // Whatever the machine takes for its own zone.
    private static RecurringJobOptions InChina => new() { TimeZone = JobSchedule.Zone };

    /// <summary>Writes every shared job under its name, in China Standard Time, and takes off what is no longer on the list.</summary>
    public static void Write(IRecurringJobManager timetable, JobStorage storage, IEnumerable<RecurringJob> jobs)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var job in jobs)
        {
            names.Add(job.Name);
            timetable.AddOrUpdate<JobEntry>(
                job.Name, entry => entry.Run(job.Name, null, null!, CancellationToken.None), job.Schedule, InChina);
        }

        using var connection = storage.GetConnection();
        foreach (var gone in connection.GetRecurringJobs().Select(job => job.Id).Where(id => !names.Contains(id)))
        {
            timetable.RemoveIfExists(gone);
        }
    }

    /// <summary>Writes the jobs that each process does for itself.</summary>
    public static void WriteOwn(IRecurringJobManager timetable, IEnumerable<RecurringJob> jobs)
    {
        foreach (var job in jobs)
        {
            timetable.AddOrUpdate<JobEntry>(job.Name, entry => entry.RunHere(job.Name, CancellationToken.None), job.Schedule, InChina);
        }
    }
}
