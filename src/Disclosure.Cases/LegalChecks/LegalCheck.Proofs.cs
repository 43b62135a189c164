using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;

namespace Disclosure.Cases.LegalChecks;

// The two forms that stand for something else: a proof of service is one document's, a review is of this case.
public sealed partial class LegalCheck
{
    private IEnumerable<Refusal> OfProofs(JudgedPart part, Surroundings around) => part.Template switch
    {
        "proof-of-service" => OfProof(part, around),
        "disclosure-review" => OfReviewForm(part),
        "registration-receipt" => OfReceipt(part),
        _ => [],
    };

    private IEnumerable<Refusal> OfProof(JudgedPart part, Surroundings around)
    {
        var number = FactReading.Text(part.Facts, "documentNumber")?.Trim();
        var title = FactReading.Text(part.Facts, "documentTitle")?.Trim('《', '》', ' ');
        var issued = part.File.Documents.Where(document => document.Status is DocumentStatus.Approved or DocumentStatus.Served && document.Template != part.Template).ToList();
        var proved = issued.FindAll(document => string.IsNullOrEmpty(number) ? document.Number is null && TitleOf(document) == title : document.Number == number);
        if (proved.Count == 0)
        {
            yield return new Refusal("check.proofOfNothing", string.IsNullOrEmpty(number) ? title : number) { Field = string.IsNullOrEmpty(number) ? "documentTitle" : "documentNumber" };
            yield break;
        }

        var document = proved[^1];
        if (TitleOf(document) is { } right && title is not null && title != right)
        {
            yield return new Refusal("check.titleDiffers", number, right) { Field = "documentTitle" };
        }

        var to = around.RecipientOf(document) is { } recipient ? [recipient] : around.OwnNames.Append(string.Join('、', around.Applicants.Select(person => person.Name))).ToList();
        if (FactReading.Text(part.Facts, "recipient")?.Trim() is { Length: > 0 } served && !to.Exists(name => Applicant.Normalise(name) == Applicant.Normalise(served)))
        {
            yield return new Refusal("check.recipientDiffers", served, to[^1]) { Field = "recipient" };
        }

        var (sentOn, deliveredOn) = (FactReading.Date(part.Facts, "sentOn"), FactReading.Date(part.Facts, "deliveredOn"));
        if (sentOn < document.DecidedOn)
        {
            yield return new Refusal("service.beforeIssue", document.DecidedOn) { Field = "sentOn" };
        }

        if (deliveredOn < (sentOn ?? document.DecidedOn))
        {
            yield return new Refusal("service.deliveredBeforeServed") { Field = "deliveredOn" };
        }

        if (document.DeliveredOn is { } onFile && deliveredOn is { } written && written != onFile)
        {
            yield return new Refusal("check.dateDiffers", onFile) { Field = "deliveredOn" };
        }

        if (sentOn is { } sent && document.Attempts.Count > 0 && document.Attempts.All(attempt => attempt.ServedOn != sent))
        {
            yield return new Refusal("check.dateDiffers", document.Attempts[^1].ServedOn) { Field = "sentOn" };
        }
    }

    private string? TitleOf(CaseDocument document) =>
        document.Sections.Count > 1 ? Letter.TitleOfSeveral : templates.Find(document.Template)?.Title;

    // Nobody reviews what they drafted (art. 17); one signs after the other.
    private static IEnumerable<Refusal> OfReviewForm(JudgedPart part)
    {
        if (FactReading.Text(part.Facts, "reviewer")?.Trim() is { Length: > 0 } reviewer && reviewer == FactReading.Text(part.Facts, "drafter")?.Trim())
        {
            yield return new Refusal("check.reviewedByDrafter") { Field = "reviewer" };
        }

        foreach (var (earlier, later) in new[] { ("draftedOn", "reviewedOn"), ("reviewedOn", "approvedOn"), ("draftedOn", "approvedOn") })
        {
            if (FactReading.Date(part.Facts, earlier) is { } before && FactReading.Date(part.Facts, later) < before)
            {
                yield return new Refusal("check.dateTooEarly", before) { Field = later };
            }
        }
    }

    // The receipt says how the application came in (art. 29, 31).
    private static IEnumerable<Refusal> OfReceipt(JudgedPart part)
    {
        var right = FactReading.ChannelCode(part.File.Channel);
        if (FactReading.Text(part.Facts, "channel") is { } written && written != right)
        {
            yield return new Refusal("check.channelDiffers", part.File.Channel) { Field = "channel" };
        }
    }
}
