using System.Diagnostics;
using System.Globalization;
using Disclosure.Cases.Benchmarks.Queue;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>
/// How soon the web host does what a command asks for: an export of the district, and the alert of a case that is late when
/// it is registered. Times count from the commit, as another connection sees it.
/// </summary>
internal static class PromptnessContest
{
    private const int WarmUps = 3;

    public static async Task Run(District district, int rounds)
    {
        using var host = new WebHost(district.Database, district.Password, runsJobs: true);
        await host.Ready();
        await Task.Delay(TimeSpan.FromSeconds(15));
        Console.WriteLine("\n| from the commit | ms: median (least–most) | ÷ the answer |\n|---|---|---|");
        using var manager = await host.SignIn("manager", followsRedirects: false);
        await Measure(
            rounds,
            ["an export is asked for: the POST's answer", "… the job has begun", "… its first cases are written", "… it is done"],
            () => Export(district, manager));
        using var clerk = await host.SignIn("clerk", followsRedirects: false);
        await Measure(
            rounds,
            ["a late case is registered: the POST's answer", "… its alert is on record"],
            () => Alert(district, clerk));
    }

    private static async Task Measure(int rounds, string[] names, Func<Task<(long Answered, long[] Came)>> once)
    {
        var spreads = names.Select(_ => new Spread()).ToList();
        for (var round = -WarmUps; round < rounds; round++)
        {
            var (answered, came) = await once();
            for (var at = 0; round >= 0 && at < names.Length; at++)
            {
                spreads[at].Add(Stopwatch.GetElapsedTime(came[0], at == 0 ? answered : came[at]).TotalMilliseconds);
            }

            // What follows, such as messages, is not to stand in the next one's way.
            await Task.Delay(300);
        }

        foreach (var (name, spread) in names.Zip(spreads))
        {
            var ratio = spread == spreads[0] ? "" : (spread.Median / spreads[0].Median).ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine($"| {name} | {spread.Say("0.0")} | {ratio} |");
        }
    }

    private static async Task<(long Answered, long[] Came)> Export(District district, HttpClient manager)
    {
        using var watch = new Watch(
            district.Database,
            """
            SELECT COUNT(*) > $known, COUNT(*) > $known AND SUM(state = 'Waiting') = 0,
                COUNT(*) > $known AND SUM(state = 'Waiting' OR done = 0) = 0, COUNT(*) > $known AND SUM(state <> 'Done') = 0
            FROM exports
            """,
            ("$known", Count(district, "exports")));
        return await Submit(watch, manager, "/exports", new()
        {
            ["AgencyId"] = "district",
            ["From"] = "2020-01-01",
            ["Until"] = Iso(DateTime.Today),
        });
    }

    private static async Task<(long Answered, long[] Came)> Alert(District district, HttpClient clerk)
    {
        using var watch = new Watch(
            district.Database,
            "SELECT (SELECT COUNT(*) FROM case_files) > $cases, (SELECT COUNT(DISTINCT case_id) FROM alerts) > $alerted",
            ("$cases", Count(district, "case_files")),
            ("$alerted", Count(district, "(SELECT DISTINCT case_id FROM alerts)")));
        return await Submit(watch, clerk, "/cases/new", new()
        {
            ["Channel"] = "InPerson",
            ["ArrivedOn"] = Iso(DateTime.Today.AddDays(-60)),
            ["Applicants[0].Kind"] = "NaturalPerson",
            ["Applicants[0].Name"] = "林某",
            ["Applicants[0].Contact"] = "000-00000000",
            ["Applicants[0].Address"] = "示范路3号",
            ["Applicants[0].ProofSeen"] = "true",
            ["Items[0]"] = "年度预算执行情况",
        });
    }

    private static async Task<(long Answered, long[] Came)> Submit(
        Watch watch, HttpClient browser, string page, Dictionary<string, string> fields)
    {
        var send = await WebHost.Fill(browser, page, fields);
        return await watch.While(async () =>
        {
            using var answer = await send();
            if ((int)answer.StatusCode != 302)
            {
                throw new InvalidOperationException($"{page} was refused: {answer.StatusCode}");
            }
        });
    }

    private static long Count(District district, string table)
    {
        using var connection = new SqliteConnection($"Data Source={district.Database};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand($"SELECT COUNT(*) FROM {table}", connection);
        return (long)command.ExecuteScalar()!;
    }

    private static string Iso(DateTime day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
