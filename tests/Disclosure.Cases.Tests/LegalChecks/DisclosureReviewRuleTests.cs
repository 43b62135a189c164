using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class DisclosureReviewRuleTests
{
    private static readonly Guid Reviewer = Guid.NewGuid();

    private static CaseBuilder ReviewedBy(Guid reviewer, int items)
    {
        var file = CaseBuilder.Received("2025-09-22", items: 2);
        return file.With(new DisclosureReviewed([.. file.Items.Take(items)], reviewer, CaseBuilder.Text()));
    }

    [Test]
    public void Disclosed_EveryItemReviewedBySomebodyElse_Passes() =>
        Assert.That(
            new Judged(TemplateCodes.Disclosed, "provided").WithCase(ReviewedBy(Reviewer, 2)).Findings(new DisclosureReviewRule()),
            Is.Empty);

    [Test]
    public void Disclosed_AnItemUnreviewedOrReviewedByItsDrafter_IsFound()
    {
        var expected = Judged.Expected("check.disclosureNotReviewed", null);
        Assert.Multiple(() =>
        {
            Assert.That(
                new Judged(TemplateCodes.Disclosed, "provided").WithCase(ReviewedBy(Reviewer, 1)).Findings(new DisclosureReviewRule()),
                Is.EqualTo(expected));
            Assert.That(
                new Judged(TemplateCodes.PartlyDisclosed).WithCase(ReviewedBy(CaseBuilder.Clerk, 2)).Findings(new DisclosureReviewRule()),
                Is.EqualTo(expected));
        });
    }
}
