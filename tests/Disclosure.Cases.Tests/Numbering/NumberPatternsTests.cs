using Disclosure.Cases.Numbering;

namespace Disclosure.Cases.Tests.Numbering;

public sealed class NumberPatternsTests
{
    [TestCase(SeriesKind.Register, ExpectedResult = "示范府依申请〔2026〕7号")]
    [TestCase(SeriesKind.Decision, ExpectedResult = "示范府依申请复〔2026〕7号")]
    [TestCase(SeriesKind.Notice, ExpectedResult = "示范府依申请告〔2026〕7号")]
    [TestCase(SeriesKind.Letter, ExpectedResult = "示范府依申请函〔2026〕7号")]
    public string Format_EachSeries_FollowsTheStandard(SeriesKind series) => NumberPatterns.Default.Format(series, "示范府", 2026, 7);

    [TestCase("{agency}〔{year}〕号")]
    [TestCase("{agency}{n}号")]
    [TestCase("〔{year}〕{n}号")]
    public void Constructor_PatternWithoutAPart_IsRefused(string pattern)
    {
        var patterns = Enum.GetValues<SeriesKind>()
            .ToDictionary(series => series, series => series == SeriesKind.Notice ? pattern : $"{{agency}}{series}〔{{year}}〕{{n}}号");
        Assert.That(() => new NumberPatterns(patterns), Throws.ArgumentException);
    }

    [Test]
    public void Constructor_SharedPattern_IsRefused()
    {
        var patterns = Enum.GetValues<SeriesKind>().ToDictionary(series => series, _ => "{agency}〔{year}〕{n}号");
        Assert.That(() => new NumberPatterns(patterns), Throws.ArgumentException);
    }
}
