using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>26 reports what came of the explanation asked for (art. 35), 05 whom a consultation letter was sent to (art. 33 ¶3).</summary>
internal sealed class ReportedOutcomeRule : ILegalRule<JudgedPart>
{
    public string Name => "Outcome reported";

    public IReadOnlyList<string> Articles => ["第三十三条第三款", "第三十五条"];

    public string Judges => "26 says truly whether an explanation came; 05 names those who were asked.";

    public IEnumerable<Refusal> Check(JudgedPart part) => part.Template switch
    {
        TemplateCodes.ExcessiveRequests => OfExplanation(part),
        TemplateCodes.ConsultationNotice => OfConsultation(part),
        _ => [],
    };

    private static IEnumerable<Refusal> OfExplanation(JudgedPart part)
    {
        var outcome = part.Text("explanationOutcome");
        if (outcome == "unanswered" && part.File.ExplainedOn is { } explainedOn)
        {
            yield return new Refusal("check.wasExplained", explainedOn) { Field = "explanationOutcome" };
        }
        else if (outcome == "unsound" && part.File.ExplainedOn is null)
        {
            yield return new Refusal("check.wasNotExplained") { Field = "explanationOutcome" };
        }
    }

    private static IEnumerable<Refusal> OfConsultation(JudgedPart part)
    {
        ConsultationKind? consulted = part.Text("consulted") switch
        {
            "third-party" => ConsultationKind.ThirdParty,
            "co-author" => ConsultationKind.CoAuthor,
            "other-agency" => ConsultationKind.OtherAgency,
            _ => null,
        };
        if (consulted is { } kind && part.Consultations.Count > 0 && part.Consultations.All(letter => letter.ConsultationKind != kind))
        {
            yield return new Refusal("check.otherWasConsulted", kind) { Field = "consulted" };
        }
    }
}
