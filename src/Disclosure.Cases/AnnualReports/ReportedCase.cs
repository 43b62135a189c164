using Disclosure.Cases.CaseFiles.Events;

namespace Disclosure.Cases.AnnualReports;

/// <summary>A case as table 3 counts it: once, by its first decision and the day of its service, a withdrawal by its day.</summary>
/// <param name="Kind">The column: the representative applicant's kind.</param>
/// <param name="ReceivedOn">The day of receipt; before it is confirmed a case counts nowhere.</param>
/// <param name="SettledOn">Null while nothing was decided.</param>
/// <param name="Row">The result; null while nothing was decided.</param>
public sealed record ReportedCase(
    Guid CaseId, Guid AgencyId, string RegisterNumber, ApplicantKind Kind, DateOnly ReceivedOn, DateOnly? SettledOn, string? Row)
{
    /// <summary>Whether it counts in a line of a year's table 3.</summary>
    public bool CountsIn(int year, string line) =>
        IsOf(year) && line switch
        {
            ReportLines.Received => ReceivedOn.Year == year,
            ReportLines.CarriedOver => ReceivedOn.Year < year,
            ReportLines.Settled => SettledOn?.Year == year,
            ReportLines.CarriedForward => SettledOn?.Year != year,
            _ => SettledOn?.Year == year && line == (Row ?? ReportLines.Other),
        };

    // Whatever came before its end and was not settled before its beginning: it came in or was carried over, and it is settled or
    // carried on. Hence 一 + 二 = 三(七) + 四.
    private bool IsOf(int year) => ReceivedOn.Year <= year && !(SettledOn?.Year < year);
}

/// <summary>
/// A dispute as table 4 counts it: by its outcome in the year in which it was decided, in each year before as pending at its end.
/// </summary>
/// <param name="DecidedOn">Null while it is pending.</param>
public sealed record ReportedDispute(
    Guid CaseId, Guid AgencyId, string RegisterNumber, Guid DisputeId, DisputeKind Kind, DateOnly ReceivedOn, DateOnly? DecidedOn,
    DisputeOutcome? Outcome)
{
    /// <summary>Whether it counts in a year, in any column.</summary>
    public bool CountsIn(int year) => ReceivedOn.Year <= year && !(DecidedOn?.Year < year);

    /// <summary>Whether it counts in a column of a year's table 4.</summary>
    /// <param name="year">The year.</param>
    /// <param name="outcome">The outcome; null for 尚未审结.</param>
    public bool CountsIn(int year, DisputeOutcome? outcome) =>
        CountsIn(year) && (DecidedOn?.Year == year ? Outcome : null) == outcome;
}

/// <summary>A fee notice that was served (art. 42).</summary>
/// <param name="NoticedOn">The day of service.</param>
/// <param name="Yuan">The fee.</param>
/// <param name="PaidOn">Null where it was not paid, or waived.</param>
public sealed record ReportedFee(
    Guid CaseId, Guid AgencyId, string RegisterNumber, DateOnly NoticedOn, long Yuan, DateOnly? PaidOn);
