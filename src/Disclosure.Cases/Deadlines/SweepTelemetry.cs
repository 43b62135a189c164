namespace Disclosure.Cases.Deadlines;

/// <summary>What a sweep tells the monitoring system.</summary>
internal static class SweepTelemetry
{
    private static readonly string[] Bands = ["late", "today", "1-3", "4-10", "over-10", "none"];

    /// <summary>Whether anybody listens to the number of open cases; else it need not be counted.</summary>
    public static bool WantsOpenCases => Telemetry.OpenCases.Enabled;

    /// <summary>Tells how many cases of an agency are open.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="open">The open cases by working days until the reply is due, or null while the clock stands.</param>
    public static void TellOpenCases(Guid agencyId, IEnumerable<(int? DaysLeft, int Cases)> open)
    {
        var agency = Telemetry.Tag("agency", agencyId.ToString());
        var cases = open.GroupBy(each => BandOf(each.DaysLeft), each => each.Cases).ToDictionary(band => band.Key, band => band.Sum());
        foreach (var band in Bands)
        {
            // Also those that are empty now: a gauge keeps what it was told last.
            Telemetry.OpenCases.Record(cases.GetValueOrDefault(band), agency, Telemetry.Tag("days_left", band));
        }
    }

    /// <summary>Tells of one agency's sweep, once it is committed.</summary>
    /// <param name="agencyId">The agency.</param>
    /// <param name="swept">What became of alerts.</param>
    /// <param name="took">How long it took.</param>
    public static void Tell(Guid agencyId, SweepResult swept, TimeSpan took)
    {
        Telemetry.Alerts.Add(swept.Raised, Telemetry.Tag("state", AlertState.Raised));
        Telemetry.Alerts.Add(swept.Superseded, Telemetry.Tag("state", AlertState.Superseded));
        Telemetry.Alerts.Add(swept.Withdrawn, Telemetry.Tag("state", AlertState.Withdrawn));
        Telemetry.Sweeps.Record(took.TotalSeconds, Telemetry.Tag("agency", agencyId.ToString()));
    }

    private static string BandOf(int? left) => left switch
    {
        null => "none",
        < 0 => "late",
        0 => "today",
        <= 3 => "1-3",
        <= 10 => "4-10",
        _ => "over-10",
    };
}
