using System.Diagnostics;
using System.Globalization;
using Disclosure.Cases.Deadlines;
using MediatR;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Benchmarks.Sweep;

/// <summary>
/// A sweep of an agency with 100,000 open cases of which nothing is due, beside a query that finds nothing; they take turns,
/// each in a scope of its own. Before them, once, the sweep that looks at every case.
/// </summary>
internal static class SweepContest
{
    private const int WarmUps = 200;
    private const string Query = "a query that finds nothing";

    public static async Task<int> Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-sweep-");
        try
        {
            await using var agency = await BusyAgency.Open(folder.FullName);
            var watch = Stopwatch.StartNew();
            await agency.Do(services => services.GetRequiredService<DeadlineSweep>().Of(agency.Id, CancellationToken.None));
            var (size, took) = (new FileInfo(agency.Database).Length / 1024 / 1024, watch.Elapsed.TotalSeconds);
            Console.WriteLine($"{BusyAgency.Cases:N0} open cases, {size} MB; the sweep that looks at all of them: {took:0.0} s");
            await Measure(agency, rounds);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task Measure(BusyAgency agency, int rounds)
    {
        (string Name, Func<Task> Work)[] contenders =
        [
            (Query,
                () => agency.Do(services => services.GetRequiredService<IAlerts>().Find(Guid.Empty, default))),
            ("the sweep, nothing due",
                () => agency.Do(services => services.GetRequiredService<DeadlineSweep>().Of(agency.Id, CancellationToken.None))),
            ("its command, with calendars and wordings brought up to date first",
                () => agency.Do(services => services.GetRequiredService<IMediator>().Send(new SweepDeadlines(agency.Id)))),
        ];
        var times = contenders.Select(_ => new List<double>()).ToList();
        for (var round = -WarmUps; round < rounds; round++)
        {
            for (var at = 0; at < contenders.Length; at++)
            {
                var watch = Stopwatch.StartNew();
                await contenders[at].Work();
                if (round >= 0)
                {
                    times[at].Add(watch.Elapsed.TotalMicroseconds);
                }
            }
        }

        Console.WriteLine("\n| | µs: median (quarter–three quarters) | ÷ a query that finds nothing |\n|---|---|---|");
        var query = Median(times[0]);
        foreach (var (contender, samples) in contenders.Zip(times))
        {
            var ratio = contender.Name == Query ? "" : (Median(samples) / query).ToString("0.00", CultureInfo.InvariantCulture);
            var spread = string.Create(CultureInfo.InvariantCulture, $"{Median(samples):0} ({At(samples, 0.25):0}–{At(samples, 0.75):0})");
            Console.WriteLine($"| {contender.Name} | {spread} | {ratio} |");
        }
    }

    private static double Median(List<double> samples) => At(samples, 0.5);

    private static double At(List<double> samples, double share) => samples.Order().ElementAt((int)(share * (samples.Count - 1)));
}
