using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ConsultationRuleTests
{
    private static CaseBuilder Asked(out Guid letter) => CaseBuilder.Received("2025-09-22").WithServed(
        out letter, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22", asks: ConsultationKind.ThirdParty);

    private static CaseBuilder Answered(Opinion opinion) =>
        Asked(out var letter).With(new OpinionReceived(letter, new DateOnly(2025, 9, 24), opinion, null));

    [TestCase(null, "check.thirdPartyNotConsulted")]
    [TestCase("第三方已经注销。", null)]
    public void ThirdPartyRights_WithNobodyAsked_NeedAReason(string? reason, string? code)
    {
        var draft = new Judged(TemplateCodes.RefusedThirdPartyRights).WithFact("notConsultedReason", reason);
        Assert.That(draft.Findings(new ConsultationRule()), Is.EqualTo(Judged.Expected(code, "notConsultedReason")));
    }

    [TestCase("2025-10-17", "check.thirdPartyStillAsked", TestName = "the fifteenth working day")]
    [TestCase("2025-10-18", null, TestName = "the day after the limit")]
    public void ThirdPartyRights_WhileAnAnswerIsOpen_Wait(string today, string? code)
    {
        var draft = new Judged(TemplateCodes.PartlyDisclosed)
            .WithPart(TemplateCodes.RefusedThirdPartyRights).WithCase(Asked(out _)).On(today);
        Assert.That(draft.FindingsOfParts(new ConsultationRule()), Is.EqualTo(Judged.Expected(code, null)));
    }

    [TestCase(TemplateCodes.Disclosed, ConsultationKind.ThirdParty, "2025-10-17", "check.thirdPartyStillAsked")]
    [TestCase(TemplateCodes.PartlyDisclosed, ConsultationKind.ThirdParty, "2025-10-17", "check.thirdPartyStillAsked")]
    [TestCase(TemplateCodes.Disclosed, ConsultationKind.CoAuthor, "2025-10-17", "check.coAuthorStillAsked")]
    [TestCase(TemplateCodes.Disclosed, ConsultationKind.OtherAgency, "2025-10-17", null)]
    [TestCase(TemplateCodes.Disclosed, ConsultationKind.ThirdParty, "2025-10-18", null)]
    public void Giving_WhileAnAnswerIsOpen_Waits(string template, ConsultationKind asks, string today, string? code)
    {
        var open = CaseBuilder.Received("2025-09-22").WithServed(
            out _, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22", asks: asks);
        Assert.That(
            new Judged(template).WithCase(open).On(today).Findings(new ConsultationRule()), Is.EqualTo(Judged.Expected(code, null)));
    }

    [TestCase(Opinion.Disagrees, null)]
    [TestCase(Opinion.AgreesInPart, null)]
    [TestCase(Opinion.Other, null)]
    [TestCase(Opinion.Agrees, "check.nobodyObjected")]
    public void OverObjection_IsWhereSomebodyObjected(Opinion opinion, string? code)
    {
        var draft = new Judged(TemplateCodes.Disclosed, "over-objection").WithCase(Answered(opinion));
        Assert.That(draft.Findings(new ConsultationRule()), Is.EqualTo(Judged.Expected(code, null)));
    }

    [Test]
    public void ConsultationNotice_TellsOfAConsultation()
    {
        Assert.Multiple(() =>
        {
            Assert.That(new Judged(TemplateCodes.ConsultationNotice).WithCase(Asked(out _)).Findings(new ConsultationRule()), Is.Empty);
            Assert.That(
                new Judged(TemplateCodes.ConsultationNotice).Findings(new ConsultationRule()),
                Is.EqualTo(Judged.Expected("check.nobodyConsulted", null)));
        });
    }
}
