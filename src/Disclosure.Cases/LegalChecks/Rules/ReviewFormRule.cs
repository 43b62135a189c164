using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 政府信息公开审查呈批单 (art. 17): nobody reviews what they drafted, one signs after the other, and it says what is on record. What is
/// not on record yet stays blank and is signed by hand.
/// </summary>
internal sealed class ReviewFormRule : ILegalRule<JudgedPart>
{
    private static readonly string[] OfTheReview = ["reviewer", "reviewOpinion", "reviewedOn"];

    private static readonly string[] OfTheApproval = ["approvalOpinion", "approver", "approvedOn"];

    public string Name => "Review form";

    public IReadOnlyList<string> Articles => ["第十七条"];

    public string Judges =>
        "On the review form the reviewer is not the drafter; reviewer, day and opinion are those on record, and so are approver and day of "
        + "the letter; what nobody has on record stays blank; drafting, review and approval follow each other; consultations are told of; "
        + "nothing is denied that the case withholds or a third party claimed.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template != TemplateCodes.DisclosureReview)
        {
            return [];
        }

        return
        [
            .. OfReview(part), .. OfApproval(part), .. OfConsultations(part),
            .. from field in ReviewPoints.Fields
               from ground in ReviewPoints.OnRecord(field, part.File, part.Section.Items, part.Around.FactsOf.Values)
               where part.Text(field) is { } said && ReviewPoints.IsDenied(ground, said)
               select new Refusal("check.groundDenied", ground.Name) { Field = field },
            .. from pair in new[] { ("draftedOn", "reviewedOn"), ("reviewedOn", "approvedOn"), ("draftedOn", "approvedOn") }
               let before = part.Date(pair.Item1)
               where before is not null && part.Date(pair.Item2) < before
               select new Refusal("check.dateTooEarly", before) { Field = pair.Item2 },
        ];
    }

    private static IEnumerable<Refusal> OfReview(JudgedPart part)
    {
        if (part.Text("reviewer")?.Trim() is { Length: > 0 } reviewer && reviewer == part.Text("drafter")?.Trim())
        {
            yield return new Refusal("check.reviewedByDrafter") { Field = "reviewer" };
        }

        var reviews = part.File.Items.Where(item => part.Section.Items.Contains(item.Id))
            .SelectMany(item => item.Reviews).Distinct().ToList();
        if (reviews.Count == 0)
        {
            foreach (var field in OfTheReview.Where(field => IsFilled(part, field)))
            {
                yield return new Refusal("check.noReviewOnRecord") { Field = field };
            }

            yield break;
        }

        var names = NamesOf(part, reviews.Select(review => review.ReviewerId));
        if (AreOthers(part, "reviewer", names))
        {
            yield return new Refusal("check.reviewerDiffers", string.Join('、', names)) { Field = "reviewer" };
        }

        if (part.Date("reviewedOn") is { } written && !reviews.Exists(review => review.On is null || review.On == written))
        {
            yield return new Refusal("check.dateDiffers", reviews[^1].On) { Field = "reviewedOn" };
        }

        var opinions = reviews.Select(review => part.Around.Text(review.Conclusion))
            .Where(opinion => opinion.Length > 0).ToList();
        if (IsFilled(part, "reviewOpinion") && opinions.Find(opinion => !Says(part.Text("reviewOpinion")!, opinion)) is { } unsaid)
        {
            yield return new Refusal("check.opinionDiffers", unsaid) { Field = "reviewOpinion" };
        }
    }

    // Whoever signs the letter approves what is given by it.
    private static IEnumerable<Refusal> OfApproval(JudgedPart part)
    {
        var signed = part.File.Documents.Where(letter => letter.Status is DocumentStatus.Approved or DocumentStatus.Served
            && letter.Sections.Any(section => TemplateCodes.NeedReview(section.Template)
                && section.Items.Intersect(part.Section.Items).Any())).ToList();
        if (signed.Count == 0)
        {
            return from field in OfTheApproval
                   where IsFilled(part, field)
                   select new Refusal("check.noApprovalOnRecord") { Field = field };
        }

        var names = NamesOf(part, signed.SelectMany(letter => letter.Approvers));
        return
        [
            .. AreOthers(part, "approver", names)
                ? [new Refusal("check.approverDiffers", string.Join('、', names)) { Field = "approver" }]
                : Array.Empty<Refusal>(),
            .. part.Date("approvedOn") is { } written && !signed.Exists(letter => letter.DecidedOn == written)
                ? [new Refusal("check.dateDiffers", signed[^1].DecidedOn) { Field = "approvedOn" }]
                : Array.Empty<Refusal>(),
        ];
    }

    // What was asked of others, and answered, is part of the review.
    private static IEnumerable<Refusal> OfConsultations(JudgedPart part)
    {
        if (part.Consultations is { Count: > 0 } asked && !IsFilled(part, "consulted"))
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

    private static bool IsFilled(JudgedPart part, string field) => !string.IsNullOrWhiteSpace(part.Text(field));

    private static List<string> NamesOf(JudgedPart part, IEnumerable<Guid> people) =>
        [.. people.Distinct().Select(id => part.Around.People.GetValueOrDefault(id)).OfType<string>()];

    private static bool AreOthers(JudgedPart part, string field, List<string> names) => names.Count > 0 && part.Text(field) is { } written
        && written.Split(['、', '，', ',', ' '], StringSplitOptions.RemoveEmptyEntries).Except(names).Any();

    // In whatever lines it is set, and with whatever punctuation: the clauses are the reviewer's.
    private static bool Says(string written, string opinion)
    {
        const char End = '\n';
        string Clauses(string text) => End + string.Join(End, WrittenText.Clauses(text)) + End;
        return Clauses(written).Contains(Clauses(opinion), StringComparison.Ordinal);
    }
}
