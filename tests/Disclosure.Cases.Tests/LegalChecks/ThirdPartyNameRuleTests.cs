using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ThirdPartyNameRuleTests
{
    private static Judged Asked(string template)
    {
        var file = CaseBuilder.Received("2025-09-22").WithServed(
            out var letter, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22", asks: ConsultationKind.ThirdParty);
        return new Judged(template).WithCase(file).WithFactsOf(letter, "recipient", "示范建材有限公司");
    }

    [TestCase("示范建材有限公司", null)]
    [TestCase("示范建材", null)]
    [TestCase("有关第三方", null)]
    [TestCase("示范水泥厂", "check.thirdPartyDiffers")]
    public void ThirdParty_IsTheOneAsked(string named, string? code)
    {
        var draft = Asked(TemplateCodes.RefusedThirdPartyRights).WithFact("thirdParty", named);
        Assert.That(draft.Findings(new ThirdPartyNameRule()), Is.EqualTo(Judged.Expected(code, "thirdParty")));
    }

    [TestCase("示范建材有限公司", null)]
    [TestCase("示范建材", "check.recipientDiffers", Description = "a letter is addressed in full")]
    [TestCase("示范水泥厂", "check.recipientDiffers")]
    public void DisclosureNotice_GoesToTheOneAsked(string recipient, string? code)
    {
        var draft = Asked(TemplateCodes.ThirdPartyDisclosureNotice).WithFact("recipient", recipient);
        Assert.That(draft.Findings(new ThirdPartyNameRule()), Is.EqualTo(Judged.Expected(code, "recipient")));
    }
}
