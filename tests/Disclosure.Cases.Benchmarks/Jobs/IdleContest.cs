using System.Globalization;
using Disclosure.Cases.Benchmarks.Queue;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>
/// What the web host needs while nobody uses it: two hosts stand side by side, each with its copy of the district, one with
/// the jobs that are done once for all servers and one without.
/// </summary>
internal static class IdleContest
{
    private const int Windows = 3;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(45);

    private sealed record Standing(string Name, WebHost Host)
    {
        public Spread Processor { get; } = new();

        public Spread WorkingSet { get; } = new();

        public double Heap { get; set; }
    }

    public static async Task Run(District with, District without)
    {
        using var serving = new WebHost(with.Database, with.Password, runsJobs: true);
        using var plain = new WebHost(without.Database, without.Password);
        Standing[] hosts = [new("`Jobs:Server=true`", serving), new("`Jobs:Server=false`", plain)];
        foreach (var (_, host) in hosts)
        {
            await host.Ready();
            using var clerk = await host.SignIn("clerk");
            await clerk.GetStringAsync(new Uri("/cases", UriKind.Relative));
        }

        await Task.Delay(Settling);
        for (var window = 0; window < Windows; window++)
        {
            var before = hosts.Select(Processor).ToList();
            await Task.Delay(Window);
            foreach (var (host, then) in hosts.Zip(before))
            {
                host.Processor.Add((Processor(host) - then).TotalMilliseconds);
                host.WorkingSet.Add(host.Host.Process.WorkingSet64 / 1024.0 / 1024.0);
            }
        }

        // Asked last, since asking is work for the host.
        foreach (var host in hosts)
        {
            host.Heap = ManagedHeap.Of(host.Host.Process.Id);
        }

        Print(hosts);
    }

    private static TimeSpan Processor(Standing standing)
    {
        standing.Host.Process.Refresh();
        return standing.Host.Process.TotalProcessorTime;
    }

    private static void Print(Standing[] hosts)
    {
        Console.WriteLine("\n| web host, idle | processor time in 60 s, ms | working set, MB | managed heap, MB |\n|---|---|---|---|");
        foreach (var host in hosts)
        {
            var heap = host.Heap.ToString("0", CultureInfo.InvariantCulture);
            Console.WriteLine($"| {host.Name} | {host.Processor.Say("0")} | {host.WorkingSet.Say("0")} | {heap} |");
        }

        var (with, without) = (hosts[0], hosts[1]);
        var (processor, memory) = (with.Processor.Median - without.Processor.Median, with.WorkingSet.Median - without.WorkingSet.Median);
        var difference = string.Create(CultureInfo.InvariantCulture, $"{processor:0} | {memory:0} | {with.Heap - without.Heap:0}");
        Console.WriteLine($"| difference | {difference} |");
    }
}
