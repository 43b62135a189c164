using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class OtherLawRuleTests
{
    [TestCase("refused-deliberative-process", true, null)]
    [TestCase("refused-deliberative-process", null, "check.noLawStatementMissing")]
    [TestCase("refused-enforcement-file", null, "check.noLawStatementMissing")]
    [TestCase("refused-internal-affairs", null, null)]
    public void ProcessInformation_IsWithheldWithTheStatement(string ground, bool? stated, string? code)
    {
        var draft = new Judged("partly-disclosed").WithGround(ground).WithFact("noLawRequiresDisclosure", stated);
        Assert.That(draft.Findings(new OtherLawRule()), Is.EqualTo(Judged.Expected(code, "noLawRequiresDisclosure")));
    }
}
