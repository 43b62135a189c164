using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class PeriodRuleTests
{
    private static readonly DocumentTerms NoTerms = new(null, null, null);
    private static readonly DocumentTerms TenDays = new(null, 10, null);

    private static Judged Extension(DocumentTerms terms) =>
        new Judged(TemplateCodes.ExtensionNotice, "extension").WithEffect(ServiceEffect.Extends, terms);

    private static CaseBuilder Consented() =>
        CaseBuilder.Received("2025-09-22").With(new ExtensionConsented(new DateOnly(2025, 9, 23), CaseBuilder.Text()));

    [TestCase("2025-10-24", null, TestName = "on the day the reply is due")]
    [TestCase("2025-10-25", "check.afterDueDate", TestName = "a day late")]
    public void Extension_ServedToday_IsInTime(string today, string? code) =>
        Assert.That(Extension(TenDays).WithCase(Consented()).On(today).Findings(new PeriodRule()), Is.EqualTo(Judged.Expected(code, null)));

    [Test]
    public void Extension_WithoutConsent_IsFound() =>
        Assert.That(Extension(TenDays).Findings(new PeriodRule()), Is.EqualTo(Judged.Expected("check.consentMissing", null)));

    [Test]
    public void Extension_WithoutItsDays_IsFound() =>
        Assert.That(
            Extension(NoTerms).WithCase(Consented()).Findings(new PeriodRule()),
            Is.EqualTo(Judged.Expected("check.termMissing", "workingDays")));

    [Test]
    public void CorrectionNotice_ASecondOne_IsFound()
    {
        var terms = new DocumentTerms(new DateOnly(2025, 10, 13), null, null);
        var corrected = CaseBuilder.Received("2025-09-22")
            .WithServed(TemplateCodes.CorrectionNotice, ServiceEffect.AwaitsCorrection, "2025-09-22", terms)
            .With(new CorrectionReceived(new DateOnly(2025, 9, 25), CaseBuilder.Text()));
        var second = new Judged(TemplateCodes.CorrectionNotice).WithEffect(ServiceEffect.AwaitsCorrection, terms).WithCase(corrected)
            .On("2025-09-26");
        Assert.That(second.Findings(new PeriodRule()), Is.EqualTo(Judged.Expected("completeness.secondNotice", null)));
    }
}
