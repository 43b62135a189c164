using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>政府信息公开审查呈批单 (art. 17): nobody reviews what they drafted, and one signs after the other.</summary>
internal sealed class ReviewFormRule : ILegalRule<JudgedPart>
{
    public string Name => "Review form";

    public IReadOnlyList<string> Articles => ["第十七条"];

    public string Judges => "On the review form the reviewer is not the drafter; drafting, review and approval follow each other.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template != TemplateCodes.DisclosureReview)
        {
            yield break;
        }

        if (part.Text("reviewer")?.Trim() is { Length: > 0 } reviewer && reviewer == part.Text("drafter")?.Trim())
        {
            yield return new Refusal("check.reviewedByDrafter") { Field = "reviewer" };
        }

        foreach (var (earlier, later) in new[] { ("draftedOn", "reviewedOn"), ("reviewedOn", "approvedOn"), ("draftedOn", "approvedOn") })
        {
            if (part.Date(earlier) is { } before && part.Date(later) < before)
            {
                yield return new Refusal("check.dateTooEarly", before) { Field = later };
            }
        }
    }
}
