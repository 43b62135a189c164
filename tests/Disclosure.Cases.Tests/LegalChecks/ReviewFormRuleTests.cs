using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.LegalChecks.Rules;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Tests.CaseFiles;

namespace Disclosure.Cases.Tests.LegalChecks;

public sealed class ReviewFormRuleTests
{
    [TestCase("林某", "2025-09-23", null, null)]
    [TestCase("周某", "2025-09-23", "check.reviewedByDrafter", "reviewer")]
    [TestCase("林某", "2025-09-21", "check.dateTooEarly", "reviewedOn")]
    public void Review_IsBySomebodyElse_AfterTheDraft(string reviewer, string reviewedOn, string? code, string? field)
    {
        var file = CaseBuilder.Received("2025-09-22");
        file = file.With(new DisclosureReviewed(file.Items, Guid.NewGuid(), CaseBuilder.Text()));
        var draft = new Judged(TemplateCodes.DisclosureReview).WithCase(file)
            .WithFact("drafter", "周某").WithFact("draftedOn", "2025-09-22").WithFact("reviewer", reviewer)
            .WithFact("reviewedOn", reviewedOn);
        Assert.That(draft.Findings(new ReviewFormRule()), Is.EqualTo(Judged.Expected(code, field)));
    }

    [TestCase("林某", null)]
    [TestCase("林某、周某某", null)]
    [TestCase("王某", "check.reviewerDiffers")]
    [TestCase("林某、王某", "check.reviewerDiffers")]
    public void Reviewer_IsTheOneOnRecord(string written, string? code)
    {
        var (lin, zhou) = (Guid.NewGuid(), Guid.NewGuid());
        var file = CaseBuilder.Received("2025-09-22", items: 2);
        file = file.With(new DisclosureReviewed([file.Items[0]], lin, CaseBuilder.Text()))
            .With(new DisclosureReviewed([file.Items[1]], zhou, CaseBuilder.Text()));
        var draft = new Judged(TemplateCodes.DisclosureReview).WithCase(file).WithFact("reviewer", written)
            .WithSurroundings(around => around with { People = new Dictionary<Guid, string> { [lin] = "林某", [zhou] = "周某某" } });
        Assert.That(draft.Findings(new ReviewFormRule()), Is.EqualTo(Judged.Expected(code, "reviewer")));
    }

    [TestCase("otherReview", "不属于内部事务信息、过程性信息和行政执法案卷信息。", "check.groundDenied")]
    [TestCase("otherReview", "第2页的讨论记录为过程性信息；其余内容不属于过程性信息。", null)]
    [TestCase("otherReview", "不属于内部事务信息。", null)]
    [TestCase("secrecyReview", "经审查，不涉及国家秘密。", null)]
    public void Review_DoesNotDenyWhatTheCaseWithholds(string field, string said, string? code)
    {
        var draft = new Judged(TemplateCodes.DisclosureReview).WithFact(field, said).WithSurroundings(around => around with
        {
            FactsOf = new Dictionary<Guid, JsonObject>
            {
                [Guid.NewGuid()] = new()
                {
                    ["withheld"] = new JsonArray(new JsonObject { ["ground"] = TemplateCodes.RefusedDeliberativeProcess }),
                },
            },
        });
        Assert.That(draft.Findings(new ReviewFormRule()), Is.EqualTo(Judged.Expected(code, field)));
    }

    [TestCase("reviewer", "林某")]
    [TestCase("reviewOpinion", "同意。")]
    [TestCase("reviewedOn", "2025-09-22")]
    public void Review_ThatNobodyRecorded_IsNotMadeUp(string field, string value) =>
        Assert.That(
            new Judged(TemplateCodes.DisclosureReview).WithFact(field, value).Findings(new ReviewFormRule()),
            Is.EqualTo(Judged.Expected("check.noReviewOnRecord", field)));

    [TestCase("同意公开。", "2025-09-22", null, null)]
    [TestCase("林某：同意公开", "2025-09-22", null, null)]
    [TestCase("同意\n公开。", "2025-09-22", "check.opinionDiffers", "reviewOpinion")]
    [TestCase("不同意公开。", "2025-09-22", "check.opinionDiffers", "reviewOpinion")]
    [TestCase("同意。", "2025-09-22", "check.opinionDiffers", "reviewOpinion")]
    [TestCase("同意公开。", "2025-09-23", "check.dateDiffers", "reviewedOn")]
    public void Review_IsPrintedAsItIsOnRecord(string opinion, string reviewedOn, string? code, string? field)
    {
        var (file, conclusion) = (CaseBuilder.Received("2025-09-22"), CaseBuilder.Text());
        file = file.With(new DisclosureReviewed(file.Items, Guid.NewGuid(), conclusion, new DateOnly(2025, 9, 22)));
        var draft = new Judged(TemplateCodes.DisclosureReview).WithCase(file)
            .WithFact("reviewOpinion", opinion).WithFact("reviewedOn", reviewedOn)
            .WithSurroundings(around => around with { Written = new Dictionary<Guid, string> { [conclusion.Id] = "同意公开。" } });
        Assert.That(draft.Findings(new ReviewFormRule()), Is.EqualTo(Judged.Expected(code, field)));
    }

    [TestCase("approver", "王某")]
    [TestCase("approvalOpinion", "同意。")]
    [TestCase("approvedOn", "2025-09-22")]
    public void Approval_BeforeAnyLetterIsSigned_IsNotMadeUp(string field, string value)
    {
        var file = CaseBuilder.Received("2025-09-22");
        file = file.With(new DisclosureReviewed(file.Items, Guid.NewGuid(), CaseBuilder.Text()));
        Assert.That(
            new Judged(TemplateCodes.DisclosureReview).WithCase(file).WithFact(field, value).Findings(new ReviewFormRule()),
            Is.EqualTo(Judged.Expected("check.noApprovalOnRecord", field)));
    }

    [TestCase(null, "涉及第三方商业秘密，经审查其理由不成立。", "check.consultationUnsaid", "consulted")]
    [TestCase("已征求意见，第三方部分同意。", "不涉及第三方合法权益。", "check.objectionDenied", "thirdPartyReview")]
    [TestCase("已征求意见，第三方部分同意。", "涉及第三方商业秘密，经审查其理由不成立。", null, null)]
    public void Consultation_AndObjection_AreToldOf(string? consulted, string rights, string? code, string? field)
    {
        var file = CaseBuilder.Received("2025-09-22")
            .WithServed(
                out var asked, TemplateCodes.ThirdPartyConsultation, ServiceEffect.Consults, "2025-09-22",
                asks: ConsultationKind.ThirdParty)
            .With(new OpinionReceived(asked, new DateOnly(2025, 9, 22), Opinion.AgreesInPart, null));
        var draft = new Judged(TemplateCodes.DisclosureReview).WithCase(file)
            .WithFact("consulted", consulted).WithFact("thirdPartyReview", rights);
        Assert.That(draft.Findings(new ReviewFormRule()), Is.EqualTo(Judged.Expected(code, field)));
    }
}
