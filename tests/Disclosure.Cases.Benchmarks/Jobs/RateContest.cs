using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Hosting.Jobs;
using Hangfire;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>
/// Sweeps with nothing due, of every agency of the district in turn: by their command, by what runs a job and keeps the
/// journal, and through Hangfire, where each trigger of the recurring job becomes one background job an agency.
/// </summary>
internal static class RateContest
{
    private const string Sweep = "deadlines.sweep";
    private const int Triggers = 20;
    private const int Rounds = 5;

    public static async Task Run(District district)
    {
        using var host = district.Host();
        await host.Services.Prepare(default);
        await host.StartAsync();
        var storage = host.Services.GetRequiredService<JobStorage>();
        await UntilIdle(storage);
        var agencies = await AgenciesOf(host.Services);
        (string Name, Func<Task> Work)[] contenders =
        [
            ("through Hangfire, two workers", () => ThroughHangfire(storage, agencies.Count)),
            ("the same runs in a loop, two at a time", () => InLoop(agencies, District.Workers, agency => Run(host.Services, agency))),
            ("the same runs in a loop, one at a time", () => InLoop(agencies, 1, agency => Run(host.Services, agency))),
            ("its command alone, without the journal, one at a time", () => InLoop(agencies, 1, agency => Command(host.Services, agency))),
        ];
        var spreads = contenders.Select(_ => new Spread()).ToList();
        for (var round = -1; round < Rounds; round++)
        {
            for (var at = 0; at < contenders.Length; at++)
            {
                var watch = Stopwatch.StartNew();
                await contenders[at].Work();
                if (round >= 0)
                {
                    spreads[at].Add(agencies.Count * Triggers / watch.Elapsed.TotalSeconds);
                }

                await UntilIdle(storage);
            }
        }

        await host.StopAsync();
        Console.WriteLine($"\n| {agencies.Count} agencies × {Triggers} | sweeps per second: median (least–most) | Hangfire ÷ this |");
        Console.WriteLine("|---|---|---|");
        foreach (var (contender, spread) in contenders.Zip(spreads))
        {
            var ratio = spread == spreads[0] ? "" : (spreads[0].Median / spread.Median).ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine($"| {contender.Name} | {spread.Say("#,0")} | {ratio} |");
        }
    }

    private static async Task InLoop(List<Guid> agencies, int atOnce, Func<Guid, Task> sweep)
    {
        var limit = new ParallelOptions { MaxDegreeOfParallelism = atOnce };
        for (var turn = 0; turn < Triggers; turn++)
        {
            await Parallel.ForEachAsync(agencies, limit, async (agency, _) => await sweep(agency));
        }
    }

    private static Task Run(IServiceProvider services, Guid agency) =>
        services.GetRequiredService<JobRunner>().Run(Sweep, agency, null, CancellationToken.None);

    private static async Task Command(IServiceProvider services, Guid agency)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentActor>().Value = Actor.Application;
        await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new SweepDeadlines(agency));
    }

    // One trigger after the other: of two sweeps of one agency at the same time, the second would find nothing to do.
    private static async Task ThroughHangfire(JobStorage storage, int agencies)
    {
        using var swept = new SemaphoreSlim(0);
        using var listener = new MeterListener();
        listener.SetMeasurementEventCallback<double>((_, _, tags, _) =>
        {
            if (tags.ToArray().Any(tag => tag.Value as string == Sweep))
            {
                swept.Release();
            }
        });
        listener.EnableMeasurementEvents(Telemetry.JobRuns);
        listener.Start();
        var timetable = new RecurringJobManager(storage);
        for (var turn = 0; turn < Triggers; turn++)
        {
            timetable.Trigger(Sweep);
            for (var sweep = 0; sweep < agencies; sweep++)
            {
                if (!await swept.WaitAsync(TimeSpan.FromSeconds(30)))
                {
                    throw new TimeoutException($"{sweep} of {agencies} agencies were swept.");
                }
            }
        }
    }

    private static async Task UntilIdle(JobStorage storage)
    {
        for (var quiet = 0; quiet < 5;)
        {
            await Task.Delay(100);
            var figures = storage.GetMonitoringApi().GetStatistics();
            quiet = figures.Enqueued + figures.Processing == 0 ? quiet + 1 : 0;
        }
    }

    private static async Task<List<Guid>> AgenciesOf(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var today = services.GetRequiredService<TimeProvider>().Today();
        return [.. (await scope.ServiceProvider.GetRequiredService<IAgencies>().AllOn(today, default)).Select(agency => agency.Id)];
    }
}
