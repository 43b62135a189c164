using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class FeeRuleTests
{
    [TestCase("per-application", 12, null)]
    [TestCase("per-application", 15, "check.countDiffers")]
    [TestCase("per-page", 31, null)]
    [TestCase("per-page", 30, "check.feeFree.PerPage")]
    public void Fee_OfAnApplication_IsChargedByItsOwnPlaceOrPages(string basis, int count, string? code) =>
        Assert.That(Notice(basis, count, place: 12).Findings(new FeeRule()), Is.EqualTo(Judged.Expected(code, "count")));

    [Test]
    public void Fee_OfTheTenthApplication_IsNone() =>
        Assert.That(
            Notice("per-application", 10, place: 10).Findings(new FeeRule()),
            Is.EqualTo(Judged.Expected("check.feeFree.PerApplication", "count")));

    private static Judged Notice(string basis, int count, int place) =>
        new Judged(TemplateCodes.FeeNotice).WithFact("basis", basis).WithFact("count", count)
            .WithSurroundings(around => around with { PlaceInMonth = place });
}
