using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ViewingTimeRuleTests
{
    [TestCase("2025年9月1日至2025年12月5日", null)]
    [TestCase("工作日上午", null)]
    [TestCase("2025年9月1日至2025年9月22日", "check.viewingOver")]
    public void Viewing_IsYetToCome(string time, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.Disclosed, "to-be-viewed").WithFact("viewingTime", time).Findings(new ViewingTimeRule()),
            Is.EqualTo(Judged.Expected(code, "viewingTime")));
}
