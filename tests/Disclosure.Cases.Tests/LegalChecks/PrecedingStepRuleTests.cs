using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class PrecedingStepRuleTests
{
    private static readonly DocumentTerms Until26 = new(new DateOnly(2025, 9, 26), null, null);

    private static CaseBuilder New() => CaseBuilder.Received("2025-09-22");

    private static CaseBuilder Searched(int found)
    {
        var (file, text) = (New(), CaseBuilder.Text());
        return file.With(new SearchRecorded(file.Items, new DateOnly(2025, 9, 22), found, text, text, text, null));
    }

    private static (string Code, string? Field)[] Of(string template, string? variant, CaseBuilder file, string today = "2025-09-26") =>
        new Judged(template, variant).WithCase(file).On(today).Findings(new PrecedingStepRule());

    [Test]
    public void StillUnclear_FollowsACorrection()
    {
        var corrected = New().With(new CorrectionReceived(new DateOnly(2025, 9, 25), CaseBuilder.Text()));
        Assert.Multiple(() =>
        {
            Assert.That(Of(TemplateCodes.StillUnclear, null, corrected), Is.Empty);
            Assert.That(Of(TemplateCodes.StillUnclear, null, New()), Is.EqualTo(Judged.Expected("completeness.notCorrected", null)));
        });
    }

    [Test]
    public void ExcessiveRequests_FollowAnExplanationAskedFor_WhoseDateHasPassed()
    {
        CaseBuilder Asked() => New().WithServed(TemplateCodes.ExplanationNotice, ServiceEffect.AwaitsExplanation, "2025-09-22", Until26);
        Assert.Multiple(() =>
        {
            Assert.That(Of(TemplateCodes.ExcessiveRequests, null, Asked(), "2025-09-27"), Is.Empty);
            Assert.That(Of(TemplateCodes.ExcessiveRequests, null, Asked()), Is.EqualTo(Judged.Expected("competence.dateNotPassed", null)));
            Assert.That(Of(TemplateCodes.ExcessiveRequests, null, New()), Is.EqualTo(Judged.Expected("competence.notAsked", null)));
        });
    }

    [Test]
    public void NotExisting_FollowsASearchInVain()
    {
        Assert.Multiple(() =>
        {
            Assert.That(Of(TemplateCodes.NotExisting, null, Searched(0)), Is.Empty);
            Assert.That(Of(TemplateCodes.NotExisting, null, Searched(3)), Is.EqualTo(Judged.Expected("existence.foundSomething", null)));
            Assert.That(Of(TemplateCodes.NotExisting, null, New()), Is.EqualTo(Judged.Expected("existence.notSearched", null)));
        });
    }

    [Test]
    public void ClosingNotice_FollowsItsDateOrTheWithdrawal()
    {
        CaseBuilder Noticed() => New().WithServed(TemplateCodes.CorrectionNotice, ServiceEffect.AwaitsCorrection, "2025-09-22", Until26);
        var withdrawn = New().With(new ApplicationWithdrawn(new DateOnly(2025, 9, 25), null));
        Assert.Multiple(() =>
        {
            Assert.That(Of(TemplateCodes.ClosingNotice, "not-corrected", Noticed(), "2025-09-27"), Is.Empty);
            Assert.That(
                Of(TemplateCodes.ClosingNotice, "not-corrected", Noticed()),
                Is.EqualTo(Judged.Expected("completeness.dateNotPassed", null)));
            Assert.That(
                Of(TemplateCodes.ClosingNotice, "fee-unpaid", New()),
                Is.EqualTo(Judged.Expected("process.noPaymentAwaited", null)));
            Assert.That(Of(TemplateCodes.ClosingNotice, "withdrawn", withdrawn), Is.Empty);
            Assert.That(Of(TemplateCodes.ClosingNotice, "withdrawn", New()), Is.EqualTo(Judged.Expected("check.notWithdrawn", null)));
        });
    }
}
