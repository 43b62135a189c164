using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 24 (art. 36(6)): the earlier reply went to the same applicant and is in force; the day named is that of its issue, service or
/// delivery; what was asked for, and what came of it, is what the earlier case has on record.
/// </summary>
internal sealed class EarlierReplyRule(IReplyTemplates templates) : ILegalRule<JudgedPart>
{
    public string Name => "Earlier reply";

    public IReadOnlyList<string> Articles => ["第三十六条第六项"];

    public string Judges => "The earlier reply that 24 names was given to the same applicant, is in force, is of the day named, to the "
        + "words and with the outcome told; what is to be confirmed or issued again was given by it.";

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        if (part.Template != TemplateCodes.RepeatRequest)
        {
            yield break;
        }

        var number = part.Text("earlierNumber")?.Trim();
        if (part.Around.EarlierReplies.FirstOrDefault(reply => reply.Number == number) is { } earlier)
        {
            foreach (var refusal in Differences(part, earlier))
            {
                yield return refusal;
            }
        }

        if (!part.Around.Earlier.Any(application => application.ReplyNumbers.Contains(number)))
        {
            yield return new Refusal("check.noEarlierReply", number) { Field = "earlierNumber" };
        }
    }

    private IEnumerable<Refusal> Differences(JudgedPart part, CaseDocument earlier)
    {
        if (part.Date("earlierRepliedOn") is { } written
            && written != earlier.DecidedOn && written != earlier.ServedOn && written != earlier.DeliveredOn)
        {
            yield return new Refusal("check.dateDiffers", earlier.DecidedOn) { Field = "earlierRepliedOn" };
        }

        if (part.Text("earlierRequested") is { Length: > 0 } requested
            && part.Around.EarlierWords.GetValueOrDefault(earlier.Id) is { Count: > 0 } words
            && !IsOf(requested, words))
        {
            yield return new Refusal("check.earlierRequestedDiffers", string.Join('；', words)) { Field = "earlierRequested" };
        }

        if (part.Text("earlierOutcome") is { } outcome && EarlierOutcome.Contradicts(outcome, earlier))
        {
            yield return new Refusal("check.earlierOutcomeDiffers", templates.Find(earlier.Template)?.Title ?? earlier.Template)
            {
                Field = "earlierOutcome",
            };
        }

        if (part.Variant == VariantCodes.ConfirmOrReissue && !EarlierOutcome.GaveAnything(earlier))
        {
            yield return new Refusal("check.nothingObtained", earlier.Number) { Field = "earlierNumber" };
        }
    }

    // The words of one item, or of all, however they are joined.
    private static bool IsOf(string requested, IReadOnlyList<string> words) =>
        words.Any(each => Bare(each) == Bare(requested)) || string.Concat(words.Select(Bare)) == Bare(requested);

    private static string Bare(string text) =>
        string.Concat(ComparedText.Of(text).Where(letter => !char.IsPunctuation(letter)));
}
