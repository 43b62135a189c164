using BenchmarkDotNet.Attributes;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.Benchmarks.Clock;

/// <summary>Twenty working days, and a plain case with and without its ledger.</summary>
public class ClockBenchmarks
{
    private static readonly DateOnly Received = new(2025, 9, 22);

    [Benchmark]
    public DateOnly Add() => ClockWork.Add(Received);

    [Benchmark(Baseline = true)]
    public DateOnly AddNaively() => ClockWork.AddNaively(Received);

    [Benchmark]
    public Reckoning Reckon() => ClockWork.Reckon(264, withLedger: false);

    [Benchmark]
    public Reckoning ReckonWithLedger() => ClockWork.Reckon(264, withLedger: true);
}
