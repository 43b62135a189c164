using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class CountedPeriodRuleTests
{
    [TestCase("2025年1月1日至2025年9月22日", 2, null, null)]
    [TestCase("2025年1月1日至2025年9月22日", 1, "check.fewerThanRegistered", "applicationCount")]
    [TestCase("2025年9月1日至2025年9月22日", 1, null, null)]
    [TestCase("2025年9月22日至2025年1月1日", 2, "check.periodImpossible", "period")]
    [TestCase("2025年1月1日至2025年12月31日", 2, "check.periodImpossible", "period")]
    public void Period_IsPossible_AndCountsWhatIsRegistered(string period, int count, string? code, string? field)
    {
        var draft = new Judged(TemplateCodes.ExplanationNotice).WithFact("period", period).WithFact("applicationCount", count)
            .WithSurroundings(around => around with
            {
                Earlier = [new EarlierApplication(Guid.NewGuid(), "示范府依申请〔2025〕9号", new DateOnly(2025, 3, 3), [])],
            });
        Assert.That(draft.Findings(new CountedPeriodRule()), Is.EqualTo(Judged.Expected(code, field)));
    }
}
