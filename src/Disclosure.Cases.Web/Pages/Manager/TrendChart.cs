using System.Globalization;

namespace Disclosure.Cases.Web.Pages.Manager;

/// <summary>A point of a line.</summary>
/// <param name="Month">1 to 12.</param>
internal sealed record TrendPoint(int Month, double X, double Y);

/// <summary>A line across the chart, at a rate in whole percent.</summary>
internal sealed record TrendLine(int Percent, double Y);

/// <summary>The bar of a month's replies.</summary>
internal sealed record TrendBar(int Month, int Count, double X, double Y, double Width, double Height);

/// <summary>
/// The on-time rate by month, this year against the year before, above the number of replies: where everything lies, in
/// units of the view box. A month in which nothing was owed is a gap in its line, and never a zero.
/// </summary>
internal sealed class TrendChart
{
    public const double Width = 320;
    public const double Height = 176;

    private const int Months = 12;
    private const double Left = 38;
    private const double Right = 314;
    private const double Top = 10;
    private const double Bottom = 108;
    private const double BarTop = 122;
    private const double BarBottom = 156;
    private const double BarWidth = 12;
    private const double LabelBelow = 14;

    // The axis begins at a round ten below everything on it, so that the lines fill the chart and none is cut off.
    private const int Ten = 10;
    private const int HighestFloor = 90;

    /// <param name="year">The rates of January to December, 0 to 1, null where nothing was owed.</param>
    /// <param name="before">The same of the year before.</param>
    /// <param name="replies">The replies served from January to December of the year.</param>
    /// <exception cref="ArgumentException">They are not twelve each.</exception>
    public TrendChart(IReadOnlyList<double?> year, IReadOnlyList<double?> before, IReadOnlyList<int> replies)
    {
        if (year.Count != Months || before.Count != Months || replies.Count != Months)
        {
            throw new ArgumentException("A year has twelve months.", nameof(year));
        }

        var lowest = year.Concat(before).Min() ?? 1;
        Floor = Math.Clamp((int)Math.Floor(lowest * Ten) * Ten, 0, HighestFloor);
        Lines = [Line(100), Line((100 + Floor) / 2), Line(Floor)];
        (Year, Before) = (Runs(year), Runs(before));
        MostReplies = replies.Max();
        Bars = [.. replies.Select((count, index) => Bar(index + 1, count))];
    }

    /// <summary>The rate at which the axis begins, in percent; 0 to 90.</summary>
    public int Floor { get; }

    /// <summary>The lines across, from the top.</summary>
    public IReadOnlyList<TrendLine> Lines { get; }

    /// <summary>The year's line in unbroken runs.</summary>
    public IReadOnlyList<IReadOnlyList<TrendPoint>> Year { get; }

    /// <summary>That of the year before.</summary>
    public IReadOnlyList<IReadOnlyList<TrendPoint>> Before { get; }

    /// <summary>The replies of each month, from a base of none.</summary>
    public IReadOnlyList<TrendBar> Bars { get; }

    /// <summary>The tallest bar's replies.</summary>
    public int MostReplies { get; }

    /// <summary>Where axes begin and end, and the words under them stand.</summary>
    public static (double Left, double Right, double BarBottom, double Labels) Frame => (Left, Right, BarBottom, BarBottom + LabelBelow);

    /// <summary>Where a month stands.</summary>
    public static double XOf(int month) => Left + 8 + ((month - 1) * (Right - Left - 16) / (Months - 1));

    /// <summary>A number as the markup wants it.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A run as the points of a polyline.</summary>
    public static string Points(IReadOnlyList<TrendPoint> run) =>
        string.Join(' ', run.Select(point => $"{Number(point.X)},{Number(point.Y)}"));

    private List<List<TrendPoint>> Runs(IReadOnlyList<double?> rates)
    {
        var runs = new List<List<TrendPoint>>();
        for (var month = 1; month <= Months; month++)
        {
            if (rates[month - 1] is not { } rate)
            {
                continue;
            }

            if (month == 1 || rates[month - 2] is null)
            {
                runs.Add([]);
            }

            runs[^1].Add(new TrendPoint(month, XOf(month), YOf(rate * 100)));
        }

        return runs;
    }

    private TrendLine Line(int percent) => new(percent, YOf(percent));

    private double YOf(double percent) => Bottom - ((percent - Floor) / (100 - Floor) * (Bottom - Top));

    private TrendBar Bar(int month, int count)
    {
        var height = MostReplies == 0 ? 0 : (double)count / MostReplies * (BarBottom - BarTop);
        return new TrendBar(month, count, XOf(month) - (BarWidth / 2), BarBottom - height, BarWidth, height);
    }
}
