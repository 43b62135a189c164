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
        var whole = new Judged(ground).WithFact("noLawRequiresDisclosure", stated);
        var part = new Judged(TemplateCodes.PartlyDisclosed).WithPart(ground, "noLawRequiresDisclosure", stated);
        Assert.Multiple(() =>
        {
            Assert.That(whole.Findings(new OtherLawRule()), Is.EqualTo(Judged.Expected(code, "noLawRequiresDisclosure")));
            Assert.That(part.FindingsOfParts(new OtherLawRule()), Is.EqualTo(Judged.Expected(code, "noLawRequiresDisclosure")));
            Assert.That(part.Findings(new OtherLawRule()), Is.Empty, "the letter around the part");
        });
    }
}
