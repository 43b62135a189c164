using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class FittingTextRuleTests
{
    [TestCase(TemplateCodes.NotThisAgency, "agency-known", null)]
    [TestCase(TemplateCodes.NotExisting, null, "document.notFitting")]
    public void Text_ForTheAnswers_IsTheOneTheyLeadTo(string template, string? variant, string? code)
    {
        var file = CaseBuilder.Received("2025-09-22").WithAnswer(StepAnswer.Complete).WithAnswer(StepAnswer.NotThisAgency);
        Assert.That(new Judged(template, variant).WithCase(file).Findings(new FittingTextRule()), Is.EqualTo(Judged.Expected(code, null)));
    }
}
