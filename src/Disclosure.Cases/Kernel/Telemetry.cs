using System.Diagnostics.Metrics;

namespace Disclosure.Cases.Kernel;

/// <summary>
/// What a monitoring system can read of the application. Nothing here tells of a person: agencies go by their ids, cases
/// not at all.
/// </summary>
public static class Telemetry
{
    /// <summary>The meter's name.</summary>
    public const string MeterName = "Disclosure.Cases";

    private static readonly Meter Meter = new(MeterName);

    /// <summary>
    /// Open cases as of the agency's last sweep, by <c>agency</c> and by working days left (<c>days_left</c>: late,
    /// today, 1-3, 4-10, over-10, none while the clock stands).
    /// </summary>
    public static readonly Gauge<int> OpenCases = Meter.CreateGauge<int>(
        "disclosure.cases.open", "{case}", "Open cases by working days left until the reply is due.");

    /// <summary>Alerts, by <c>state</c> (raised, superseded, withdrawn).</summary>
    public static readonly Counter<long> Alerts = Meter.CreateCounter<long>(
        "disclosure.alerts", "{alert}", "Alerts by what became of them.");

    /// <summary>How long the sweep of an agency took; its count is the number of sweeps.</summary>
    public static readonly Histogram<double> Sweeps = Meter.CreateHistogram<double>(
        "disclosure.sweep.duration", "s", "Duration of the sweeps of one agency.");

    /// <summary>Messages, by <c>channel</c> and <c>state</c> (waiting: an attempt failed and is made again).</summary>
    public static readonly Counter<long> Notifications = Meter.CreateCounter<long>(
        "disclosure.notifications", "{message}", "Attempts to send messages by what became of them.");

    /// <summary>Exports, by <c>state</c> (waiting: an attempt failed and is made again).</summary>
    public static readonly Counter<long> Exports = Meter.CreateCounter<long>(
        "disclosure.exports", "{export}", "Attempts to make exports by what became of them.");

    /// <summary>Runs of recurring jobs that failed, by <c>job</c>.</summary>
    public static readonly Counter<long> JobFailures = Meter.CreateCounter<long>(
        "disclosure.job.failures", "{run}", "Runs of recurring jobs that failed.");

    /// <summary>How long the runs of recurring jobs took, by <c>job</c>.</summary>
    public static readonly Histogram<double> JobRuns = Meter.CreateHistogram<double>(
        "disclosure.job.duration", "s", "Duration of the runs of recurring jobs.");

    /// <summary>
    /// What was begun again because the database broke it off in passing; many of them ask for a look at its deadlines and its network.
    /// </summary>
    public static readonly Counter<long> Retries = Meter.CreateCounter<long>(
        "disclosure.storage.retries", "{attempt}", "Work that the database broke off and that was begun again.");

    internal static KeyValuePair<string, object?> Tag(string name, object value) =>
        new(name, value is Enum ? value.ToString()!.ToLowerInvariant() : value);
}
