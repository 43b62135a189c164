using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;

namespace Disclosure.Cases.Benchmarks.Jobs;

/// <summary>The managed heap of another process, as its runtime tells.</summary>
internal static class ManagedHeap
{
    private const string Counters = "System.Runtime";
    private const string Heap = "gc-heap-size";

    /// <summary>In megabytes, a moment from now.</summary>
    public static double Of(int processId)
    {
        var everySecond = new Dictionary<string, string> { ["EventCounterIntervalSec"] = "1" };
        var asked = new EventPipeProvider(Counters, EventLevel.Informational, 0, everySecond);
        using var session = new DiagnosticsClient(processId).StartEventPipeSession([asked], requestRundown: false);
        using var source = new EventPipeEventSource(session.EventStream);
        double? heap = null;
        source.Dynamic.All += told =>
        {
            if (heap is null && told.EventName == "EventCounters" && told.PayloadValue(0) is IDictionary<string, object> outer
                && outer["Payload"] is IDictionary<string, object> counter && counter["Name"] as string == Heap)
            {
                heap = Convert.ToDouble(counter["Mean"], CultureInfo.InvariantCulture);
                session.Stop();
            }
        };
        source.Process();
        return heap ?? throw new InvalidOperationException("The runtime did not tell the size of its heap.");
    }
}
