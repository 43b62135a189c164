using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 政府信息公开审查呈批单 (art. 17): nobody reviews what they drafted, one signs after the other, and it says what is on record.
/// </summary>
internal sealed class ReviewFormRule : ILegalRule<JudgedPart>
{
    private static readonly string[] OfTheReview = ["reviewer", "reviewOpinion", "reviewedOn", "approver", "approvedOn"];

    public string Name => "Review form";

    public IReadOnlyList<string> Articles => ["第十七条"];

    public string Judges =>
        "On the review form the reviewer is not the drafter, but who reviewed it by the record; drafting, review and approval "
        + "follow each other; without a review on record nobody reviewed; consultations are told of; nothing is denied that the case "
        + "withholds or a third party claimed.";

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

        if (WrongReviewer(part) is { } differs)
        {
            yield return differs;
        }

        foreach (var refusal in AgainstTheRecord(part))
        {
            yield return refusal;
        }

        foreach (var field in ReviewPoints.Fields)
        {
            foreach (var ground in ReviewPoints.OnRecord(field, part.File, part.Section.Items, part.Around.FactsOf.Values))
            {
                if (part.Text(field) is { } said && ReviewPoints.IsDenied(ground, said))
                {
                    yield return new Refusal("check.groundDenied", ground.Name) { Field = field };
                }
            }
        }

        foreach (var (earlier, later) in new[] { ("draftedOn", "reviewedOn"), ("reviewedOn", "approvedOn"), ("draftedOn", "approvedOn") })
        {
            if (part.Date(earlier) is { } before && part.Date(later) < before)
            {
                yield return new Refusal("check.dateTooEarly", before) { Field = later };
            }
        }
    }

    // Nobody reviewed what nobody has on record; and what was asked of others, and answered, is part of the review.
    private static IEnumerable<Refusal> AgainstTheRecord(JudgedPart part)
    {
        if (!part.File.Items.Any(item => part.Section.Items.Contains(item.Id) && item.ReviewedBy.Count > 0))
        {
            foreach (var field in OfTheReview.Where(field => !string.IsNullOrWhiteSpace(part.Text(field))))
            {
                yield return new Refusal("check.noReviewOnRecord") { Field = field };
            }
        }

        if (part.Consultations is { Count: > 0 } asked && string.IsNullOrWhiteSpace(part.Text("consulted")))
        {
            yield return new Refusal("check.consultationUnsaid", string.Join('、', asked.Select(letter => letter.Number)))
            {
                Field = "consulted",
            };
        }

        if (part.ThirdPartyLetters.Any(letter => letter.Opinion?.Opinion is Opinion.Disagrees or Opinion.AgreesInPart)
            && part.Text("thirdPartyReview") is { } said
            && ReviewPoints.IsDenied(WithholdingGround.Find(TemplateCodes.RefusedThirdPartyRights)!, said))
        {
            yield return new Refusal("check.objectionDenied") { Field = "thirdPartyReview" };
        }
    }

    private static Refusal? WrongReviewer(JudgedPart part)
    {
        var onRecord = part.File.Items.Where(item => part.Section.Items.Contains(item.Id)).SelectMany(item => item.ReviewedBy).Distinct()
            .Select(id => part.Around.Reviewers.GetValueOrDefault(id)).OfType<string>().ToList();
        return onRecord.Count > 0 && part.Text("reviewer") is { } written
            && written.Split(['、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Except(onRecord).Any()
            ? new Refusal("check.reviewerDiffers", string.Join('、', onRecord)) { Field = "reviewer" }
            : null;
    }
}
