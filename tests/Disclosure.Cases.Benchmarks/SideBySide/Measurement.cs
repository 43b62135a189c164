using System.Diagnostics;
using System.Text.Json;

namespace Disclosure.Cases.Benchmarks.SideBySide;

/// <summary>How often something was done, and how long the processor took for it.</summary>
/// <param name="Times">How often.</param>
/// <param name="CpuSeconds">Processor time of the whole process: what else the machine does plays no part.</param>
/// <param name="WallSeconds">By the clock on the wall.</param>
/// <param name="BytesAllocated">Managed memory allocated each time.</param>
internal sealed record Measurement(long Times, double CpuSeconds, double WallSeconds, double BytesAllocated)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(1.5);

    /// <summary>How often in a second of one core.</summary>
    public double PerSecond => Times / CpuSeconds;

    public static Measurement Of(Action work, int batch = 1)
    {
        Repeat(work, batch, WarmUp);
        GC.Collect();
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var (times, cpu, wall) = Repeat(work, batch, Measured);
        return new Measurement(times, cpu, wall, (GC.GetAllocatedBytesForCurrentThread() - allocated) / (double)times);
    }

    public static Measurement FromJson(string json) => JsonSerializer.Deserialize<Measurement>(json, Json)!;

    public string ToJson() => JsonSerializer.Serialize(this, Json);

    // By processor time, so that a busy machine does not shorten the round.
    private static (long Times, double Cpu, double Wall) Repeat(Action work, int batch, TimeSpan atLeast)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var wall = Stopwatch.StartNew();
        for (var times = 0L; ;)
        {
            for (var index = 0; index < batch; index++)
            {
                work();
            }

            times += batch;
            process.Refresh();
            var cpu = process.TotalProcessorTime - before;
            if (cpu >= atLeast)
            {
                return (times, cpu.TotalSeconds, wall.Elapsed.TotalSeconds);
            }
        }
    }
}
