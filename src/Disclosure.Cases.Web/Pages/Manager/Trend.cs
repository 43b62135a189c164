using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>A month and the same month a year earlier.</summary>
/// <param name="Frozen">What the snapshots of the month say, where they say something else; null else.</param>
internal sealed record TrendMonth(Period Month, ReplyFigures Figures, ReplyFigures Before, ReplyFigures? Frozen);

/// <summary>按期答复率走势: a year by months against the year before, by the rule of every rate.</summary>
/// <param name="Year">The year.</param>
/// <param name="Months">January to December.</param>
/// <param name="Whole">The whole year, and the year before.</param>
/// <param name="Agency">The agency looked at, or null for the district.</param>
internal sealed record Trend(int Year, IReadOnlyList<TrendMonth> Months, (ReplyFigures Here, ReplyFigures Then) Whole, Guid? Agency)
{
    /// <summary>The days from which the trend of a year is made.</summary>
    public static Period DaysOf(int year) => new(new DateOnly(year - 1, 1, 1), new DateOnly(year, 12, 31));

    /// <param name="cases">The cases of <see cref="DaysOf"/>.</param>
    /// <param name="snapshots">The snapshots of the year's months.</param>
    public static Trend Of(int year, IReadOnlyCollection<RateCase> cases, IReadOnlyCollection<RateSnapshot> snapshots, Guid? agency)
    {
        ReplyFigures In(Period period) => ReplyFigures.Of(cases, period.From, period.Until);
        var taken = snapshots.ToLookup(snapshot => snapshot.Month, snapshot => snapshot.Figures);
        TrendMonth Of(int month)
        {
            var here = Period.OfMonth(year, month);
            var (figures, frozen) = (In(here), ReplyFigures.Sum([.. taken[here.From]]));
            return new TrendMonth(
                here, figures, In(Period.OfMonth(year - 1, month)), taken.Contains(here.From) && frozen != figures ? frozen : null);
        }

        return new Trend(
            year, [.. Enumerable.Range(1, 12).Select(Of)], (In(Period.OfYear(year)), In(Period.OfYear(year - 1))), agency);
    }

    /// <summary>
    /// How many more the months owe together than the year: a reply that fell due in one month and was served in a later one is owed in
    /// both, and once in the year.
    /// </summary>
    public int CountedTwice =>
        Months.Sum(month => month.Figures.Owed + month.Before.Owed) - Whole.Here.Owed - Whole.Then.Owed;

    /// <summary>The drawing.</summary>
    public TrendChart Chart() => new(
        [.. Months.Select(month => month.Figures.OnTimeRate)],
        [.. Months.Select(month => month.Before.OnTimeRate)],
        [.. Months.Select(month => month.Figures.Served)]);
}
