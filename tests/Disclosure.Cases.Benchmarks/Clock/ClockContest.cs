using System.Diagnostics;
using System.Globalization;
using Disclosure.Cases.Benchmarks.SideBySide;

namespace Disclosure.Cases.Benchmarks.Clock;

/// <summary>Twenty working days: ours, a loop over the days, and chinese-days; and what a whole reckoning costs besides.</summary>
internal static class ClockContest
{
    public static int Run(int rounds)
    {
        if (!Contest.HasNodePackages())
        {
            return 1;
        }

        var script = Path.Combine(Contest.NodeFolder, "clock.mjs");
        Contest.Run(
            "The twentieth working day after each day of 2025",
            rounds,
            [
                ("this program", Contest.Ours("clock", "add")),
                ("a loop over the days", Contest.Ours("clock", "naive")),
                ("chinese-days", Contest.Node(script)),
                ("a plain case reckoned, no ledger", Contest.Ours("clock", "reckon")),
                ("a plain case reckoned, with ledger", Contest.Ours("clock", "ledger")),
            ]);
        return Compare(script);
    }

    // A race of programs that do not agree has no winner.
    private static int Compare(string script)
    {
        using var process = Process.Start(new ProcessStartInfo("node", [script, "days"]) { RedirectStandardOutput = true })!;
        var theirs = process.StandardOutput.ReadToEnd().Split(' ', '\n').Where(day => day.Length > 0).ToList();
        process.WaitForExit();
        var ours = ClockWork.Starts.Select(start => ClockWork.Add(start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        var naive = ClockWork.Starts
            .Select(start => ClockWork.AddNaively(start).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)).ToList();
        Console.WriteLine($"\nOf {ours.Count} days the loop agrees on {ours.Zip(naive).Count(pair => pair.First == pair.Second)}, "
            + $"chinese-days on {ours.Zip(theirs).Count(pair => pair.First == pair.Second)}.");
        return 0;
    }
}
