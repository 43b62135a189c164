using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Benchmarks.Queue;

/// <summary>
/// The time to the first byte of the queue with 100,000 cases, beside a page of the same host and frame that reads nothing of its own:
/// the pages take turns, request by request.
/// </summary>
internal static class QueueContest
{
    private const string Empty = "/calculator";
    private const int WarmUps = 40;

    private static readonly (string Name, string Reader, string Address)[] Pages =
    [
        ("a clerk's page that reads nothing of its own", "clerk", Empty),
        ("the clerk's queue", "clerk", "/cases"),
        ("… its second page", "clerk", "/cases?p=2"),
        ("… of this week", "clerk", "/cases?due=week"),
        ("… searched by two words", "clerk", "/cases?q=" + "预算 东平"),
        ("… searched, nothing found", "clerk", "/cases?q=" + "没有这样的"),
        ("a manager's page that reads nothing of its own", "manager", Empty),
        ("the queue of the district", "manager", "/cases"),
        ("… searched by two words", "manager", "/cases?q=" + "预算 东平"),
        ("… searched, nothing found", "manager", "/cases?q=" + "没有这样的"),
    ];

    public static async Task<int> Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-queue-");
        var database = Path.Combine(folder.FullName, "disclosure.db");
        try
        {
            using (var first = new WebHost(database))
            {
                await first.Ready();
            }

            ManyCases.Write(database, DateOnly.FromDateTime(DateTime.Today));
            using var host = new WebHost(database);
            await host.Ready();
            var readers = new Dictionary<string, HttpClient>
            {
                ["clerk"] = await host.SignIn("clerk"),
                ["manager"] = await host.SignIn("manager"),
            };
            var times = Pages.Select(_ => new List<double>()).ToList();
            for (var round = -WarmUps; round < rounds; round++)
            {
                for (var page = 0; page < Pages.Length; page++)
                {
                    var time = await FirstByte(readers[Pages[page].Reader], Pages[page].Address);
                    if (round >= 0)
                    {
                        times[page].Add(time.TotalMilliseconds);
                    }
                }
            }

            Print(rounds, new FileInfo(database).Length, times);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    private static async Task<TimeSpan> FirstByte(HttpClient reader, string address)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await reader.GetAsync(new Uri(address, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead);
        await using var body = await answer.EnsureSuccessStatusCode().Content.ReadAsStreamAsync();
        await body.ReadExactlyAsync(new byte[1]);
        var time = watch.Elapsed;
        await body.CopyToAsync(Stream.Null);
        return time;
    }

    private static void Print(int rounds, long bytes, List<List<double>> times)
    {
        Console.WriteLine($"\n{ManyCases.Cases:N0} cases, {bytes / 1024 / 1024} MB, {rounds} rounds\n\n| page | to the first byte, ms: "
            + "median (quarter–three quarters) | ÷ the page that reads nothing |\n|---|---|---|");
        var empty = 0.0;
        foreach (var (page, samples) in Pages.Zip(times))
        {
            var sorted = samples.Order().ToList();
            string At(double share) => sorted[(int)(share * (sorted.Count - 1))].ToString("0.0", CultureInfo.InvariantCulture);
            var median = sorted[sorted.Count / 2];
            empty = page.Address == Empty ? median : empty;
            Console.WriteLine($"| {page.Name} | {At(0.5)} ({At(0.25)}–{At(0.75)}) |"
                + $" {(page.Address == Empty ? "" : (median / empty).ToString("0.00", CultureInfo.InvariantCulture))} |");
        }
    }
}
