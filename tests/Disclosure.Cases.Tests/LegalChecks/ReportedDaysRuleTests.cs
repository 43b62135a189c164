using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ReportedDaysRuleTests
{
    [TestCase("noticeServedOn", "2025-09-22", null)]
    [TestCase("noticeServedOn", "2025-09-23", "check.dateInFuture")]
    [TestCase("noticeServedOn", "2025-09-21", "check.dateTooEarly")]
    [TestCase("classifiedOn", "2013-11-08", null)]
    public void DayReported_HasCome_AndLiesWithinTheCase(string field, string day, string? code) =>
        Assert.That(
            new Judged(TemplateCodes.StillUnclear).WithFact(field, day).Findings(new ReportedDaysRule()),
            Is.EqualTo(Judged.Expected(code, field)));

    [TestCase("2025-09-22", null)]
    [TestCase("2025-09-23", "check.dateDiffers")]
    public void ThirdParty_WasAskedOnTheDayOfALetter(string day, string? code)
    {
        var file = CaseBuilder.Received("2025-09-22").WithServed(
            out _, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22", asks: ConsultationKind.ThirdParty);
        var draft = new Judged(TemplateCodes.RefusedThirdPartyRights).WithFact("consultedOn", day).WithCase(file).On("2025-09-24");
        Assert.That(draft.Findings(new ReportedDaysRule()), Is.EqualTo(Judged.Expected(code, "consultedOn")));
    }

    [Test]
    public void ThirdParty_WithNoLetterSent_WasNotAsked() =>
        Assert.That(
            new Judged(TemplateCodes.RefusedThirdPartyRights).WithFact("consultedOn", "2025-09-22").Findings(new ReportedDaysRule()),
            Is.EqualTo(Judged.Expected("check.noConsultationOnFile", "consultedOn")));
}
