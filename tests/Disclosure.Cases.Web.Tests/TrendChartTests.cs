using Disclosure.Cases.Web.Pages.Manager;

namespace Disclosure.Cases.Web.Tests;

internal sealed class TrendChartTests
{
    private static readonly double?[] Nothing = new double?[12];

    [TestCase(1.0, 90)]
    [TestCase(0.95, 90)]
    [TestCase(0.9, 90)]
    [TestCase(0.89, 80)]
    [TestCase(0.475, 40)]
    [TestCase(0.05, 0)]
    [TestCase(0.0, 0)]
    public void Axis_BeginsAtARoundTenBelowTheLowestRateOfBothYears(double lowest, int floor)
    {
        var (one, other) = (new TrendChart(In(1, lowest), In(1, 1.0), new int[12]), new TrendChart(In(1, 1.0), In(7, lowest), new int[12]));
        Assert.Multiple(() =>
        {
            Assert.That((one.Floor, other.Floor), Is.EqualTo((floor, floor)));
            Assert.That(one.Lines.Select(line => line.Percent), Is.EqualTo(new[] { 100, (100 + floor) / 2, floor }));
        });
    }

    [Test]
    public void Lines_OfEqualSteps_LieEquallyFarApart_AndNothingLeavesTheChart()
    {
        var chart = new TrendChart([0.4, 0.7, 1, .. new double?[9]], Nothing, [3, 0, 6, .. new int[9]]);
        var points = chart.Year.Single();
        Assert.Multiple(() =>
        {
            Assert.That(
                points.Select(point => point.Y),
                Is.EqualTo(chart.Lines.Reverse().Select(line => line.Y)).Within(1e-9),
                "40, 70 and 100 percent lie on their lines");
            Assert.That(points[0].Y - points[1].Y, Is.EqualTo(points[1].Y - points[2].Y).Within(1e-9));
            Assert.That(points[0].Y, Is.GreaterThan(points[2].Y), "upwards is better");
            Assert.That(
                points.Concat(new TrendChart(In(12, 0), In(1, 1), new int[12]).Year.Single()).Select(point => point.X),
                Is.All.InRange(0, TrendChart.Width));
            Assert.That(points.Select(point => point.Y), Is.All.InRange(0, TrendChart.Height));
            Assert.That(points[1].X - points[0].X, Is.EqualTo(points[2].X - points[1].X).Within(1e-9));
        });
    }

    [Test]
    public void Months_InWhichNothingWasOwed_AreGapsAndNoZeros()
    {
        var chart = new TrendChart([1, 0.9, null, null, 0.95, null, 1, 1, null, null, null, null], Nothing, new int[12]);
        Assert.Multiple(() =>
        {
            Assert.That(chart.Year.Select(run => run.Select(point => point.Month)), Is.EqualTo(new int[][] { [1, 2], [5], [7, 8] }));
            Assert.That(chart.Before, Is.Empty);
            Assert.That(chart.Floor, Is.EqualTo(90));
        });
    }

    [Test]
    public void Bars_StandOnNone_AndAreAsHighAsTheirReplies()
    {
        var bars = new TrendChart(Nothing, Nothing, [0, 5, 10, .. new int[9]]).Bars;
        Assert.Multiple(() =>
        {
            Assert.That(bars[0].Height, Is.Zero);
            Assert.That(bars[2].Height, Is.EqualTo(2 * bars[1].Height).Within(1e-9).And.GreaterThan(0));
            Assert.That(bars.Select(bar => bar.Y + bar.Height).Distinct().Count(), Is.EqualTo(1));
            Assert.That(
                bars.Select(bar => bar.X + (bar.Width / 2)),
                Is.EqualTo(Enumerable.Range(1, 12).Select(TrendChart.XOf)).Within(1e-9),
                "under their months");
        });
    }

    [Test]
    public void Year_WithoutAnyReply_IsAnEmptyChart()
    {
        var chart = new TrendChart(Nothing, Nothing, new int[12]);
        Assert.That((chart.Floor, chart.Year.Count, chart.MostReplies, chart.Bars.Max(bar => bar.Height)), Is.EqualTo((90, 0, 0, 0.0)));
    }

    [Test]
    public void Chart_OfOtherThanTwelveMonths_IsRefused() =>
        Assert.That(() => new TrendChart(Nothing, new double?[11], new int[12]), Throws.ArgumentException);

    private static double?[] In(int month, double rate)
    {
        var rates = new double?[12];
        rates[month - 1] = rate;
        return rates;
    }
}
