using System.Diagnostics;
using System.Globalization;

namespace Disclosure.Cases.Benchmarks.SideBySide;

/// <summary>
/// Contenders taking turns, a fresh process each time, all on the same core: whatever the machine does besides, it does to
/// all of them, and what is compared is what was measured a moment apart.
/// </summary>
internal static class Contest
{
    /// <summary>The folder of what runs in Node.js.</summary>
    public static string NodeFolder { get; } = Path.Combine(RepositoryFolder.Path, "tests", "Disclosure.Cases.Benchmarks", "side-by-side");

    /// <summary>Whether the packages of the other contenders are there; says how to get them where not.</summary>
    public static bool HasNodePackages()
    {
        if (Directory.Exists(Path.Combine(NodeFolder, "node_modules")))
        {
            return true;
        }

        Console.Error.WriteLine($"npm ci --prefix {Path.GetRelativePath(Environment.CurrentDirectory, NodeFolder)}");
        return false;
    }

    /// <summary>This program as a contender.</summary>
    public static string[] Ours(params string[] arguments) => [
        Environment.ProcessPath!,
        .. Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal)
            ? [typeof(Contest).Assembly.Location]
            : Array.Empty<string>(),
        "measure",
        .. arguments,
    ];

    /// <summary>A script in Node.js as a contender.</summary>
    public static string[] Node(params string[] arguments) => ["node", .. arguments];

    /// <summary>Lets them take turns and prints what each did in a second, and how ours stands to each of the others.</summary>
    public static void Run(string title, int rounds, IReadOnlyList<(string Name, string[] Command)> contenders)
    {
        var measured = contenders.Select(_ => new List<Measurement>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < contenders.Count; index++)
            {
                measured[index].Add(Measurement.FromJson(Start(contenders[index].Command)));
            }
        }

        Console.WriteLine($"\n{title} ({rounds} rounds)\n\n| contender | per second of one core: "
            + "median (least–most) | first ÷ this: median (least–most) | allocated each |\n|---|---|---|---|");
        for (var index = 0; index < contenders.Count; index++)
        {
            var rates = measured[index].Select(each => each.PerSecond).ToList();
            var ratios = measured[0].Zip(measured[index], (ours, other) => ours.PerSecond / other.PerSecond).ToList();
            var allocated = Median(measured[index].Select(each => each.BytesAllocated));
            Console.WriteLine($"| {contenders[index].Name} | {Spread(rates, "N0")} | {(index == 0 ? "" : Spread(ratios, "0.00"))} "
                + $"| {(allocated > 0 ? allocated.ToString("N0", CultureInfo.InvariantCulture) + " B" : "")} |");
        }
    }

    private static string Spread(List<double> values, string format) =>
        $"{Text(Median(values), format)} ({Text(values.Min(), format)}–{Text(values.Max(), format)})";

    private static string Text(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Start(string[] command)
    {
        string[] pinned = OperatingSystem.IsLinux() && File.Exists("/usr/bin/taskset") ? ["taskset", "-c", "0", .. command] : command;
        using var process = Process.Start(new ProcessStartInfo(pinned[0], pinned[1..]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}.");
    }
}
