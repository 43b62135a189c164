namespace Disclosure.Cases.AnnualReports;

/// <summary>
/// 系统外办理: how many applications count in a line that stand in no case here, because an office began with the software later.
/// What was received or carried over and has no result yet is carried on by itself.
/// </summary>
/// <param name="Year">The year of the report.</param>
/// <param name="Line">One of <see cref="ReportLines.Counted"/>.</param>
/// <param name="Cases">How many, 1 to 100,000.</param>
public sealed record OutsideFigure(Guid AgencyId, int Year, string Line, ApplicantKind Kind, int Cases)
{
    /// <summary>The most that one line takes.</summary>
    public const int Most = 100_000;
}

/// <summary>What one agency handled outside, with what follows from it for later years.</summary>
public sealed class OutsideFigures(IReadOnlyCollection<OutsideFigure> figures)
{
    /// <summary>How many count in a line of a year.</summary>
    public int In(int year, string line, ApplicantKind kind) =>
        Recorded(year, line, kind) + (line == ReportLines.CarriedOver ? PendingAfter(year - 1, kind) : 0);

    /// <summary>How many were neither settled by the end of a year; negative where more was settled than there was.</summary>
    public int PendingAfter(int year, ApplicantKind kind) => figures
        .Where(figure => figure.Year <= year && figure.Kind == kind)
        .Sum(figure => figure.Line is ReportLines.Received or ReportLines.CarriedOver ? figure.Cases : -figure.Cases);

    /// <summary>As it was typed in.</summary>
    public int Recorded(int year, string line, ApplicantKind kind) => figures
        .Where(figure => figure.Year == year && figure.Line == line && figure.Kind == kind).Sum(figure => figure.Cases);

    /// <summary>The years and kinds in which more was settled than there was.</summary>
    public IEnumerable<(int Year, ApplicantKind Kind)> Impossible =>
        from year in figures.Select(figure => figure.Year).Distinct()
        from kind in Enum.GetValues<ApplicantKind>()
        where PendingAfter(year, kind) < 0
        select (year, kind);
}
