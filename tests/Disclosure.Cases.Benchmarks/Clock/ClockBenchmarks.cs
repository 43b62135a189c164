using BenchmarkDotNet.Attributes;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Benchmarks.Clock;

/// <summary>Twenty working days, and a plain case with and without its ledger.</summary>
public class ClockBenchmarks
{
    private readonly DateOnly received = new(2025, 9, 22);

    private readonly int number = ClockWork.Starts.Count(day => day < new DateOnly(2025, 9, 22));

    [Benchmark]
    public DateOnly Add() => ClockWork.Add(received);

    [Benchmark(Baseline = true)]
    public DateOnly AddNaively() => ClockWork.AddNaively(received);

    [Benchmark]
    public Reckoning Reckon() => ClockWork.Reckon(number, withLedger: false);

    [Benchmark]
    public Reckoning ReckonWithLedger() => ClockWork.Reckon(number, withLedger: true);
}
