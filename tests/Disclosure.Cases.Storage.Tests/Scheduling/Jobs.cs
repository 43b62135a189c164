using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.Scheduling;

/// <summary>What runs jobs, put together over an office.</summary>
internal static class Jobs
{
    /// <summary>A schedule that does not fall due while a test runs.</summary>
    public const string NotDue = "0 0 1 1 *";

    public static JobRunner Runner(this TestOffice office, params IReadOnlyList<RecurringJob> jobs) =>
        new(
            jobs.Count == 0 ? RecurringJob.All : jobs,
            new OwnRuns(),
            office.Services.GetRequiredService<IServiceScopeFactory>(),
            office.Clock);

    public static MissedRuns Missed(this TestOffice office, params IReadOnlyList<RecurringJob> jobs) =>
        new(jobs, office.Runner(jobs), office.Services.GetRequiredService<IServiceScopeFactory>(), office.Clock);

    /// <summary>Subjects of a requested job, as whatever runs them takes them.</summary>
    public static IReadOnlyList<Guid> Take(this CollectedJobs requested, RequestedJob job) =>
        [.. requested.Take().Where(each => each.Job == job).Select(each => each.Subject)];

    /// <summary>A job that does what the test says and counts its runs.</summary>
    public static RecurringJob That(
        Func<CancellationToken, Task> does,
        string schedule = NotDue,
        JobScope scope = JobScope.District,
        string name = "test.job") =>
            new(name, schedule, scope, async (_, _, cancellation) =>
            {
                await does(cancellation);
                return [];
            });

    /// <summary>A job that is refused.</summary>
    public static RecurringJob ThatIsRefused(params IReadOnlyList<Refusal> refusals) =>
        new("test.job", NotDue, JobScope.District, (_, _, _) => Task.FromResult(refusals));

    public static async Task<JobLine> Line(this TestOffice office, string job = "test.job") =>
        (await office.With<IJobJournal, IReadOnlyList<JobLine>>(journal => journal.All(default))).Single(line => line.Job == job);
}
