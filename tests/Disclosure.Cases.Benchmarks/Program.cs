using BenchmarkDotNet.Running;
using Disclosure.Cases.Benchmarks;
using Disclosure.Cases.Benchmarks.Clock;
using Disclosure.Cases.Benchmarks.Documents;
using Disclosure.Cases.Benchmarks.Jobs;
using Disclosure.Cases.Benchmarks.Queue;
using Disclosure.Cases.Benchmarks.Servers;
using Disclosure.Cases.Benchmarks.SideBySide;
using Disclosure.Cases.Benchmarks.SignIns;
using Disclosure.Cases.Benchmarks.Sweep;

// The measured processes are this program again, one for each contender and round.
switch (args)
{
    case ["side-by-side", "documents", .. var rest]:
        return DocumentContest.Run(Rounds(rest));
    case ["side-by-side", "clock", .. var rest]:
        return ClockContest.Run(Rounds(rest));
    case ["queue", .. var rest]:
        return await QueueContest.Run(rest is [_, ..] ? Rounds(rest) : 200);
    case ["sweep", .. var rest]:
        return await SweepContest.Run(rest is [_, ..] ? Rounds(rest) : 2_000);
    case ["sign-ins", .. var rest]:
        return await SignInContest.Run(rest is [_, ..] ? Rounds(rest) : 200);
    case ["jobs", .. var rest]:
        return await JobsContest.Run(rest is [_, ..] ? Rounds(rest) : 20);
    case ["servers", .. var rest]:
        return await ServersContest.Run(rest is [_, ..] ? Rounds(rest) : 5);
    case ["measure", "documents", var contender, var sample]:
        Console.WriteLine(Measurement.Of(DocumentWork.Of(contender, sample)).ToJson());
        return 0;
    case ["measure", "clock", var contender]:
        Console.WriteLine(Measurement.Of(ClockWork.Of(contender), 1_000).ToJson());
        return 0;
    case ["side-by-side", ..] or ["measure", ..]:
        Console.Error.WriteLine(
            "side-by-side documents|clock [rounds], queue [rounds], sweep [rounds], sign-ins [rounds], servers [rounds], or jobs [rounds]");
        return 1;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(DocumentBenchmarks).Assembly).Run(args, new InProcessConfig());
        return 0;
}

static int Rounds(string[] rest) => rest is [var rounds, ..] && int.TryParse(rounds, out var count) && count > 0 ? count : 7;
