using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class FeeCountRuleTests
{
    [TestCase("per-application", 12, null)]
    [TestCase("per-application", 15, "check.countDiffers")]
    [TestCase("per-page", 15, null)]
    public void FeePerApplication_CountsWhatTheRegisterCounts(string basis, int count, string? code)
    {
        var draft = new Judged(TemplateCodes.FeeNotice).WithFact("basis", basis).WithFact("count", count)
            .WithSurroundings(around => around with { ApplicationsThisMonth = 12 });
        Assert.That(draft.Findings(new FeeCountRule()), Is.EqualTo(Judged.Expected(code, "count")));
    }
}
