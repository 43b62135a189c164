using System.Diagnostics;
using System.Globalization;
using Disclosure.Cases.Benchmarks.Jobs;

namespace Disclosure.Cases.Benchmarks.Servers;

/// <summary>
/// The same work by the same people on SQLite and on PostgreSQL, served by one, two and four web hosts on this machine. The offices take
/// turns, round by round, so that each is compared with SQLite and one host a moment apart.
/// </summary>
internal static class ServersContest
{
    private const string Variable = "DISCLOSURE_TEST_POSTGRESQL";

    private static readonly int[] Hosts = [1, 2, 4];

    private static readonly (string Name, Func<ServedOffice, Task> Work, int Times)[] Work =
    [
        ("registering", office => office.Register(), 40),
        ("approving", office => office.Approve(), 20),
        ("the queue", office => office.Queue(), 80),
    ];

    public static async Task<int> Run(int rounds)
    {
        var server = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(server))
        {
            Console.Error.WriteLine($"{Variable} holds no connection string of a PostgreSQL server.");
            return 1;
        }

        var offices = new List<ServedOffice>();
        try
        {
            // One round more than counts, to warm up.
            var letters = Work.Single(work => work.Name == "approving").Times * (rounds + 1);
            foreach (var database in new[] { null, server })
            {
                foreach (var hosts in Hosts)
                {
                    offices.Add(await ServedOffice.Open(database, hosts, letters));
                }
            }

            var rates = offices.Select(_ => Work.Select(_ => new Spread()).ToList()).ToList();
            var ratios = offices.Select(_ => Work.Select(_ => new Spread()).ToList()).ToList();
            for (var round = -1; round < rounds; round++)
            {
                for (var work = 0; work < Work.Length; work++)
                {
                    var first = 0.0;
                    for (var office = 0; office < offices.Count; office++)
                    {
                        var rate = await Rate(() => Work[work].Work(offices[office]), Work[work].Times);
                        first = office == 0 ? rate : first;
                        if (round >= 0)
                        {
                            rates[office][work].Add(rate);
                            ratios[office][work].Add(rate / first);
                        }
                    }
                }
            }

            Print(rounds, offices, rates, ratios);
            return 0;
        }
        finally
        {
            foreach (var office in offices)
            {
                await office.DisposeAsync();
            }
        }
    }

    // By eight people, each of whom goes on with the next when one is done.
    private static async Task<double> Rate(Func<Task> work, int times)
    {
        var left = times;
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(Enumerable.Range(0, ServedOffice.People).Select(async _ =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
            {
                await work();
            }
        }));
        return times / watch.Elapsed.TotalSeconds;
    }

    private static void Print(int rounds, List<ServedOffice> offices, List<List<Spread>> rates, List<List<Spread>> ratios)
    {
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"\n{rounds} rounds; in a second: median (least–most), and ÷ SQLite with one host\n"));
        Console.WriteLine($"| | {string.Join(" | ", Work.Select(work => $"{work.Name} | ÷"))} |");
        Console.WriteLine($"|---|{string.Concat(Work.Select(_ => "---|---|"))}");
        for (var office = 0; office < offices.Count; office++)
        {
            var figures = rates[office].Zip(ratios[office], (rate, ratio) => $"{rate.Say("0.0")} | {ratio.Say("0.00")}");
            Console.WriteLine($"| {offices[office].Name} | {string.Join(" | ", figures)} |");
        }
    }
}
