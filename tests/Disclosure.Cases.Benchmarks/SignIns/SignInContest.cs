using System.Diagnostics;
using System.Globalization;
using System.Net;
using Disclosure.Cases.Benchmarks.Queue;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Benchmarks.SignIns;

/// <summary>
/// The time in which an attempt to sign in is refused, for each reason: whoever measures it must not learn who has an account. The
/// reasons take turns, attempt by attempt.
/// </summary>
internal static class SignInContest
{
    private const int WarmUps = 10;
    private const int WrongBeforeLock = 5;

    private static readonly (string Reason, Func<int, string> Name)[] Attempts =
    [
        ("a known name and a wrong password", round => $"known-{round}"),
        ("an unknown name", round => $"nobody-{round}"),
        ("a deactivated account", round => $"former-{round}"),
        ("a locked account", _ => "locked"),
    ];

    public static async Task<int> Run(int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("disclosure-sign-ins-");
        var database = Path.Combine(folder.FullName, "disclosure.db");
        try
        {
            using (var first = new WebHost(database))
            {
                await first.Ready();
            }

            Hire(database, rounds + WarmUps);
            using var host = new WebHost(database, attemptsPerMinute: 1_000_000);
            await host.Ready();
            for (var attempt = 0; attempt < WrongBeforeLock; attempt++)
            {
                await Refusal(host, "locked");
            }

            var times = Attempts.Select(_ => new List<double>()).ToList();
            for (var round = 0; round < rounds + WarmUps; round++)
            {
                foreach (var (attempt, samples) in Attempts.Zip(times))
                {
                    var time = await Refusal(host, attempt.Name(round));
                    if (round >= WarmUps)
                    {
                        samples.Add(time.TotalMilliseconds);
                    }
                }
            }

            Print(rounds, times);
            return 0;
        }
        finally
        {
            SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    // Everybody has a hash like the one of the host's first user.
    private static void Hire(string database, int each)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        foreach (var (name, active) in Enumerable.Range(0, each)
            .SelectMany(number => new[] { ($"known-{number}", 1), ($"former-{number}", 0) }).Append(("locked", 1)))
        {
            using var command = connection.CreateCommand();
            command.CommandText =
                """
                INSERT INTO users (id, sign_in_name, sign_in_key, name, roles, agency_id, is_active, password_hash)
                SELECT $id, $name, upper($name), $name, 1, agency_id, $active, password_hash FROM users WHERE sign_in_name = 'admin'
                """;
            command.Parameters.AddWithValue("$id", Guid.NewGuid().ToString());
            command.Parameters.AddWithValue("$name", name);
            command.Parameters.AddWithValue("$active", active);
            command.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    private static async Task<TimeSpan> Refusal(WebHost host, string name)
    {
        using var browser = host.Visitor();
        var send = await WebHost.Fill(browser, "/sign-in", new() { ["SignInName"] = name, ["Password"] = "some wrong password" });
        var watch = Stopwatch.StartNew();
        using var answer = await send();
        var time = watch.Elapsed;
        return answer.StatusCode == HttpStatusCode.Unauthorized
            ? time
            : throw new InvalidOperationException($"{name}: {answer.StatusCode}");
    }

    private static void Print(int rounds, List<List<double>> times)
    {
        Console.WriteLine($"\n{rounds} rounds\n\n| attempt | to the refusal, ms: median (quarter–three quarters) |"
            + " ÷ a known name |\n|---|---|---|");
        var known = Median(times[0]);
        foreach (var (attempt, samples) in Attempts.Zip(times))
        {
            var sorted = samples.Order().ToList();
            string At(double share) => Written(sorted[(int)(share * (sorted.Count - 1))], "0.0");
            Console.WriteLine($"| {attempt.Reason} | {At(0.5)} ({At(0.25)}–{At(0.75)}) | {Written(Median(samples) / known, "0.00")} |");
        }
    }

    private static string Written(double number, string format) => number.ToString(format, CultureInfo.InvariantCulture);

    private static double Median(List<double> samples) => samples.Order().ElementAt(samples.Count / 2);
}
