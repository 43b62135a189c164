using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// 24 (art. 36(6)): the earlier reply went to the same applicant and is in force; the day named is that of its issue, service or
/// delivery; what was asked for, and what came of it, is what the earlier case has on record.
/// </summary>
internal sealed class EarlierReplyRule : ILegalRule<JudgedPart>
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
        if (part.Around.FormerReplies.FirstOrDefault(reply => reply.Document.Number == number) is { } earlier)
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

    private static IEnumerable<Refusal> Differences(JudgedPart part, FormerReply earlier)
    {
        var reply = earlier.Document;
        if (part.Date("earlierRepliedOn") is { } written
            && written != reply.DecidedOn && written != reply.ServedOn && written != reply.DeliveredOn)
        {
            yield return new Refusal("check.dateDiffers", reply.DecidedOn) { Field = "earlierRepliedOn" };
        }

        // What is judged is what became of the items that are quoted; of all of them where it is not clear which are meant.
        var quoted = part.Text("earlierRequested") is { Length: > 0 } requested ? earlier.Quoted(requested) : earlier.Sections;
        if (quoted.Count == 0 && earlier.Words.Count > 0)
        {
            yield return new Refusal("check.earlierRequestedDiffers", string.Join('；', earlier.Words)) { Field = "earlierRequested" };
        }

        var answered = quoted.Count > 0 ? quoted : earlier.Sections;
        if (part.Text("earlierOutcome") is { } outcome && EarlierOutcome.Contradicts(outcome, answered))
        {
            yield return new Refusal("check.earlierOutcomeDiffers", EarlierOutcome.InWords(answered)) { Field = "earlierOutcome" };
        }

        if (part.Variant == VariantCodes.ConfirmOrReissue && !EarlierOutcome.GaveAnything(answered))
        {
            yield return new Refusal("check.nothingObtained", reply.Number) { Field = "earlierNumber" };
        }
    }
}
