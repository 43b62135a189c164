using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;
using ExplanationReceived = Disclosure.Cases.CaseFiles.Events.ExplanationReceived;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ReportedOutcomeRuleTests
{
    [TestCase(false, "unanswered", null)]
    [TestCase(false, "unsound", "check.wasNotExplained")]
    [TestCase(true, "unsound", null)]
    [TestCase(true, "unanswered", "check.wasExplained")]
    public void Explanation_CameOrDidNot(bool explained, string outcome, string? code)
    {
        var file = CaseBuilder.Received("2025-09-22");
        var draft = new Judged(TemplateCodes.ExcessiveRequests).WithFact("explanationOutcome", outcome)
            .WithCase(explained ? file.With(new ExplanationReceived(new DateOnly(2025, 9, 22), CaseBuilder.Text())) : file);
        Assert.That(draft.Findings(new ReportedOutcomeRule()), Is.EqualTo(Judged.Expected(code, "explanationOutcome")));
    }

    [TestCase("third-party", null)]
    [TestCase("co-author", "check.otherWasConsulted")]
    public void Consulted_AreThoseAsked(string consulted, string? code)
    {
        var file = CaseBuilder.Received("2025-09-22").WithServed(
            out _, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22", asks: ConsultationKind.ThirdParty);
        var draft = new Judged(TemplateCodes.ConsultationNotice).WithFact("consulted", consulted).WithCase(file);
        Assert.That(draft.Findings(new ReportedOutcomeRule()), Is.EqualTo(Judged.Expected(code, "consulted")));
    }
}
