using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>Article 17: what is to be disclosed is reviewed first, each item by somebody else than a drafter (08, 10).</summary>
internal sealed class DisclosureReviewRule : ILegalRule<JudgedPart>
{
    public string Name => "Disclosure review";

    public IReadOnlyList<string> Articles => ["第十七条"];

    public string Judges => "Every item that the letter discloses was reviewed by somebody who did not draft it.";

    public bool IsAskedAtService => true;

    public IReadOnlyList<FindingPlace> Places => [new("check.disclosureNotReviewed", "disclosed")];

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (TemplateCodes.NeedReview(part.Template)
            && part.File.Items.Any(item => part.Section.Items.Contains(item.Id) && !item.ReviewedBy.Except(part.Document.Drafters).Any()))
        {
            yield return new Refusal("check.disclosureNotReviewed");
        }
    }
}
