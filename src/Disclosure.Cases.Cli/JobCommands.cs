using System.CommandLine;
using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Scheduling;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Cli;

/// <summary>The commands around the recurring jobs that the servers share.</summary>
internal static class JobCommands
{
    public static IEnumerable<Command> Create(Option<string> language)
    {
        var list = new Command("jobs", "The recurring jobs: schedule, last run and how it went.") { DatabaseCommands.ConnectionString };
        list.SetAction((parse, cancellation) => DatabaseCommands.Run(
            parse, language, (services, stop) => List(services, parse.GetValue(language)!, stop), cancellation));
        yield return list;

        var name = new Argument<string>("job") { Description = "The job's name." };
        var run = new Command("run", "Runs a recurring job once, now; one that runs for each agency, for all of them.")
        {
            name, DatabaseCommands.ConnectionString,
        };
        run.SetAction((parse, cancellation) => DatabaseCommands.Run(
            parse, language, (services, stop) => Run(services, parse.GetValue(name)!, parse.GetValue(language)!, stop), cancellation));
        yield return run;
    }

    private static async Task<int> List(IServiceProvider services, string language, CancellationToken cancellation)
    {
        var lines = (await services.GetRequiredService<IJobJournal>().All(cancellation)).ToLookup(line => line.Job);
        foreach (var job in services.GetRequiredService<IReadOnlyList<RecurringJob>>().Where(job => job.Scope != JobScope.EveryHost))
        {
            Console.WriteLine($"{job.Name}\t{ScheduleWords.Say(job.Schedule, language)}\t{Texts.Name(job.Scope, language)}");
            foreach (var run in lines[job.Name].GroupBy(line => (line.Outcome, line.Problem)).OrderBy(run => run.Key.Outcome))
            {
                var problem = run.Key.Problem is { } text ? $"\t{JobProblem.Say(text, language)}" : "";
                Console.WriteLine(
                    $"  {InChina(run.Max(line => line.StartedAt))}\t{Texts.Name(run.Key.Outcome, language)} × {run.Count()}{problem}");
            }
        }

        return 0;
    }

    private static async Task<int> Run(IServiceProvider services, string name, string language, CancellationToken cancellation)
    {
        var runner = services.GetRequiredService<JobRunner>();
        var job = runner.Find(name);
        await services.GetRequiredService<IAdministrationLog>().Add(
            AdministrativeAct.JobRun, null, null, cancellation, new FieldChange(JournalFields.Job, null, name));
        var failures = new List<string>();
        foreach (var agencyId in await runner.Agencies(job, cancellation))
        {
            try
            {
                await runner.Run(name, agencyId, null, cancellation);
            }
            catch (JobRefusedException refused)
            {
                failures.Add(JobProblem.Say(JobProblem.Of(refused), language));
            }
        }

        failures.AddRange(
            (await services.GetRequiredService<CollectedJobs>().Run(runner, cancellation)).Select(problem => problem.Message));
        return failures.Count == 0 ? 0 : Failure.Of(failures.Distinct());
    }

    private static string InChina(DateTimeOffset instant) =>
        instant.ToOffset(ChinaTime.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
