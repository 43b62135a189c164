namespace Disclosure.Cases.AnnualReports;

/// <summary>The years that have an annual report.</summary>
public static class ReportYears
{
    /// <summary>The first: the regulation came into force on 1 May 2008.</summary>
    public const int First = 2008;

    /// <summary>The day by which the report of a year is due (art. 49: by 31 January).</summary>
    public static DateOnly DueOn(int year) => new(year + 1, 1, 31);

    /// <summary>The year that is reported next, seen from a day: until its report is due the year before.</summary>
    public static int Current(DateOnly today) => today.Month <= 3 ? today.Year - 1 : today.Year;
}
