namespace Disclosure.Cases.Reporting;

/// <summary>A quarter of a year.</summary>
/// <param name="Year">The year.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    /// <summary>Its first day.</summary>
    public DateOnly From => new(Year, (Number * 3) - 2, 1);

    /// <summary>Its last day.</summary>
    public DateOnly Until => From.AddMonths(3).AddDays(-1);

    /// <summary>The quarter before.</summary>
    public Quarter Previous() => Of(From.AddDays(-1));

    /// <summary>The quarter of a day.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);
}
