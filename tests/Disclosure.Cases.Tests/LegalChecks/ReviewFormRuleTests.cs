using Disclosure.Cases.LegalChecks.Rules;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ReviewFormRuleTests
{
    [TestCase("林某", "2025-09-23", null, null)]
    [TestCase("周某", "2025-09-23", "check.reviewedByDrafter", "reviewer")]
    [TestCase("林某", "2025-09-21", "check.dateTooEarly", "reviewedOn")]
    public void Review_IsBySomebodyElse_AfterTheDraft(string reviewer, string reviewedOn, string? code, string? field)
    {
        var draft = new Judged(TemplateCodes.DisclosureReview).WithFact("drafter", "周某").WithFact("draftedOn", "2025-09-22")
            .WithFact("reviewer", reviewer).WithFact("reviewedOn", reviewedOn);
        Assert.That(draft.Findings(new ReviewFormRule()), Is.EqualTo(Judged.Expected(code, field)));
    }
}
