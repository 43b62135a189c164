using System.Globalization;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class DatesOnFileRuleTests
{
    private static CaseBuilder Noticed() => CaseBuilder.Received("2025-09-22").WithServed(
        TemplateCodes.CorrectionNotice, ServiceEffect.AwaitsCorrection,
        "2025-09-23", new DocumentTerms(new DateOnly(2025, 10, 13), null, null));

    [TestCase("2025-09-23", null)]
    [TestCase("2025-09-24", "check.dateDiffers")]
    public void Notice_WasServedOnTheDayOnFile(string written, string? code)
    {
        var draft = new Judged(TemplateCodes.StillUnclear).WithFact("noticeServedOn", written).WithCase(Noticed());
        Assert.That(draft.Findings(new DatesOnFileRule()), Is.EqualTo(Judged.Expected(code, "noticeServedOn")));
    }

    [TestCase("2025-10-13", null)]
    [TestCase("2025-10-14", "check.dateDiffers")]
    public void Correction_WasDueByTheDateOfTheNotice(string written, string? code)
    {
        var draft = new Judged(TemplateCodes.ClosingNotice, "not-corrected").WithFact("correctionDueBy", written).WithCase(Noticed());
        Assert.That(draft.Findings(new DatesOnFileRule()), Is.EqualTo(Judged.Expected(code, "correctionDueBy")));
    }

    // The days off of 2027 are not announced yet.
    [TestCase("2025-09-22", 10, "2025-11-07", null, null)]
    [TestCase("2026-12-01", 10, "2027-01-13", null, "check.provisionalUnsaid")]
    [TestCase("2026-12-01", 10, "2027-01-13", "2027年放假安排尚未公布", null)]
    public void Extension_IntoAYearWithoutAnnouncedDaysOff_SaysSo(
        string receivedOn, int days, string dueOn, string? note, string? code)
    {
        var draft = new Judged(TemplateCodes.ExtensionNotice, "extension").WithCase(CaseBuilder.Received(receivedOn)).On(receivedOn)
            .WithFact("newDueOn", dueOn).WithFact("provisionalNote", note)
            .WithEffect(ServiceEffect.Extends, new DocumentTerms(null, days, null));
        Assert.That(draft.Findings(new DatesOnFileRule()), Is.EqualTo(Judged.Expected(code, "provisionalNote")));
    }

    [TestCase(null, "check.provisionalUnsaid")]
    [TestCase("现正依法征求意见", null)]
    public void Extension_WhileSomebodyIsAsked_SaysThatItsDateMayMove(string? note, string? code)
    {
        var asked = CaseBuilder.Received("2025-09-22").WithServed(
            out _, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22", asks: ConsultationKind.ThirdParty);
        var draft = new Judged(TemplateCodes.ExtensionNotice, "extension").WithCase(asked).WithFact("provisionalNote", note)
            .WithEffect(ServiceEffect.Extends, new DocumentTerms(null, 10, null));
        var file = asked.Build();
        draft.WithFact("newDueOn", CaseReckoning.ExtendedDueOn(file, 10, new DateOnly(2025, 9, 22), WorkingDayCalendar.Official)!.Value
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.That(draft.Findings(new DatesOnFileRule()), Is.EqualTo(Judged.Expected(code, "provisionalNote")));
    }

    [TestCase("2025-11-07", null)]
    [TestCase("2025-11-10", "check.dateDiffers")]
    public void Extension_NamesTheDateThatTheClockGives(string written, string? code)
    {
        var draft = new Judged(TemplateCodes.ExtensionNotice, "extension").WithFact("newDueOn", written)
            .WithEffect(ServiceEffect.Extends, new DocumentTerms(null, 10, null));
        Assert.That(draft.Findings(new DatesOnFileRule()), Is.EqualTo(Judged.Expected(code, "newDueOn")));
    }
}
