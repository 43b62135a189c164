using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ConsultationLetterRuleTests
{
    private const string Number = "示范府依申请函〔2025〕1号";

    private static CaseBuilder Objected() => CaseBuilder.Received("2025-09-22")
        .WithServed(
            out var letter, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-23",
            asks: ConsultationKind.ThirdParty, number: Number)
        .With(new OpinionReceived(letter, new DateOnly(2025, 9, 25), Opinion.Disagrees, null));

    [TestCase("2025-09-23", null)]
    [TestCase("2025-09-24", "check.dateDiffers")]
    public void ConsultationNotice_NamesTheDayOfSending(string sentOn, string? code)
    {
        var draft = new Judged(TemplateCodes.ConsultationNotice).WithFact("sentOn", sentOn).WithCase(Objected());
        Assert.That(draft.Findings(new ConsultationLetterRule()), Is.EqualTo(Judged.Expected(code, "sentOn")));
    }

    [TestCase(Number, "2025-09-23", "2025-09-25", null, null)]
    [TestCase("示范府依申请函〔2025〕2号", "2025-09-23", "2025-09-25", "check.numberNotInCase", "consultationNumber")]
    [TestCase(Number, "2025-09-24", "2025-09-25", "check.dateDiffers", "consultationDeliveredOn")]
    [TestCase(Number, "2025-09-23", "2025-09-26", "check.dateDiffers", "objectedOn")]
    public void ThirdPartyDisclosureNotice_NamesTheLetterAndTheObjection(
        string number, string deliveredOn, string objectedOn, string? code, string? field)
    {
        var draft = new Judged(TemplateCodes.ThirdPartyDisclosureNotice).WithCase(Objected())
            .WithFact("consultationNumber", number).WithFact("consultationDeliveredOn", deliveredOn).WithFact("objectedOn", objectedOn);
        Assert.That(draft.Findings(new ConsultationLetterRule()), Is.EqualTo(Judged.Expected(code, field)));
    }
}
