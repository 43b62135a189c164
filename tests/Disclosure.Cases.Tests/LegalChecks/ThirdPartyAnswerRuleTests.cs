using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ThirdPartyAnswerRuleTests
{
    [TestCase(Opinion.Disagrees, "第三方于2025年9月24日书面答复，不同意公开。经审查，该理由合理。", null)]
    [TestCase(Opinion.Disagrees, "第三方书面答复同意公开。", "check.thirdPartyAnswerDiffers")]
    [TestCase(Opinion.Disagrees, "第三方在期限内未提出意见。", "check.thirdPartyAnswerDiffers")]
    [TestCase(Opinion.AgreesInPart, "第三方同意公开合同名称，不同意公开单价。", null)]
    [TestCase(Opinion.AgreesInPart, "第三方逾期未答复。", "check.thirdPartyAnswerDiffers")]
    [TestCase(null, "第三方在期限内未提出意见，本机关依法自行审查。", null)]
    [TestCase(null, "第三方不同意公开。", "check.thirdPartyAnswerDiffers")]
    public void Answer_IsTheOneOnRecord(Opinion? opinion, string answer, string? code) =>
        Assert.That(
            Asked(opinion).WithFact("thirdPartyAnswer", answer).Findings(new ThirdPartyAnswerRule()),
            Is.EqualTo(Judged.Expected(code, "thirdPartyAnswer")));

    [Test]
    public void Party_ThatAgreed_IsNoReasonToWithhold()
    {
        var draft = Asked(Opinion.Agrees).WithFact("thirdPartyAnswer", "第三方同意公开。");
        Assert.That(draft.Findings(new ThirdPartyAnswerRule()), Is.EqualTo(Judged.Expected("check.thirdPartyAgreed", "thirdPartyAnswer")));
    }

    [Test]
    public void PartWithheld_ForAPartyThatAgreed_IsFound()
    {
        var draft = Asked(Opinion.Agrees, TemplateCodes.PartlyDisclosed).WithPart(TemplateCodes.RefusedThirdPartyRights);
        Assert.That(
            draft.FindingsOfParts(new ThirdPartyAnswerRule()), Is.EqualTo(Judged.Expected("check.thirdPartyAgreed", "thirdPartyAnswer")));
    }

    [TestCase(Opinion.Disagrees)]
    [TestCase(null)]
    public void Party_ThatWasAsked_IsNotSaidNotToHaveBeen(Opinion? opinion)
    {
        var draft = Asked(opinion).WithFact("notConsultedReason", "公司已经注销，无法书面征求意见。");
        Assert.That(
            draft.Findings(new ThirdPartyAnswerRule()), Is.EqualTo(Judged.Expected("check.thirdPartyWasAsked", "notConsultedReason")));
    }

    private static Judged Asked(Opinion? opinion, string template = TemplateCodes.RefusedThirdPartyRights)
    {
        var file = CaseBuilder.Received("2025-09-22").WithServed(
            out var letter, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22", asks: ConsultationKind.ThirdParty);
        file = opinion is { } said ? file.With(new OpinionReceived(letter, new DateOnly(2025, 9, 24), said, null)) : file;
        return new Judged(template).WithCase(file).WithFactsOf(letter, "recipient", "示范建材有限公司");
    }
}
