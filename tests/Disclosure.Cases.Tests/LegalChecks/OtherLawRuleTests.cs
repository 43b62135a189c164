using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class OtherLawRuleTests
{
    [TestCase(TemplateCodes.RefusedDeliberativeProcess, true, null)]
    [TestCase(TemplateCodes.RefusedDeliberativeProcess, null, "check.noLawStatementMissing")]
    [TestCase(TemplateCodes.RefusedEnforcementFile, null, "check.noLawStatementMissing")]
    [TestCase(TemplateCodes.RefusedInternalAffairs, null, null)]
    public void ProcessInformation_IsWithheldWithTheStatement(string ground, bool? stated, string? code)
    {
        var draft = new Judged(TemplateCodes.PartlyDisclosed).WithGround(ground).WithFact("noLawRequiresDisclosure", stated);
        Assert.That(draft.Findings(new OtherLawRule()), Is.EqualTo(Judged.Expected(code, "noLawRequiresDisclosure")));
    }
}
