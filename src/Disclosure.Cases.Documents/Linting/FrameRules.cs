using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Documents.Linting;

/// <summary>
/// What an office cannot change about a template: what the process, the numbering and the annual report go by, and the
/// facts that the case engine reads.
/// </summary>
internal static class FrameRules
{
    // By template: the facts that are read by name outside the wording.
    private static readonly Dictionary<string, string[]> Fixed = new(StringComparer.Ordinal)
    {
        ["correction-notice"] = ["corrections", "respondBy"],
        ["explanation-notice"] = ["respondBy"],
        ["extension-notice"] = ["reason", "workingDays", "newDueOn", "explanationReceivedOn", "untilOn"],
        ["third-party-consultation"] = ["recipient", "recipientKind"],
        ["consultation-notice"] = ["sentOn"],
        ["third-party-disclosure-notice"] = ["recipient", "recipientKind", "consultationNumber", "consultationDeliveredOn", "objectedOn"],
        ["co-author-consultation"] = ["recipient", "recipientKind"],
        ["disclosed"] = ["attachments"],
        ["already-public"] = ["accessPath"],
        ["partly-disclosed"] = ["withheld", "noLawRequiresDisclosure", "notConsultedReason", "attachments"],
        ["refused-third-party-rights"] = ["notConsultedReason"],
        ["refused-deliberative-process"] = ["noLawRequiresDisclosure"],
        ["refused-enforcement-file"] = ["noLawRequiresDisclosure"],
        ["not-existing"] = ["search"],
        ["not-this-agency"] = ["otherAgency", "otherAgencyContact", "leadAgency", "leadAgencyContact"],
        ["still-unclear"] = ["noticeServedOn"],
        ["repeat-request"] = ["earlierNumber"],
        ["excessive-requests"] = ["explanationNumber", "explanationRequestedOn", "explanationDueOn"],
        ["assistance-consultation"] = ["recipient", "recipientKind", "respondBy"],
        ["fee-notice"] = ["basis", "count"],
        ["closing-notice"] = ["noticeServedOn", "correctionDueBy", "feeNoticeDeliveredOn", "payBy", "withdrawnOn"],
        ["proof-of-service"] = ["recipient", "recipientKind"],
    };

    /// <summary>Every difference of a wording from the catalogue's that the software cannot follow.</summary>
    public static void Judge(ReplyTemplate own, ReplyTemplate original, FaultList faults)
    {
        Same("no", own.No, original.No);
        Same("kind", own.Kind, original.Kind);
        Same("series", own.Series, original.Series);
        Same("row", own.Row, original.Row);
        Same("remedy", own.Remedy, original.Remedy);
        Same("effect", own.Effect, original.Effect);
        Same("step", own.Step, original.Step);
        Same("addressee", own.Addressee, original.Addressee);
        Same("approval", own.NeedsApproval, original.NeedsApproval);
        var (before, after) = (original.Variants.Select(variant => variant.Code), own.Variants.Select(variant => variant.Code));
        if (!before.SequenceEqual(after))
        {
            faults.OfField("variants", "lint.variants", string.Join("、", before), string.Join("、", after));
            return;
        }

        foreach (var variant in original.Variants)
        {
            var (mine, theirs) = (own.For(variant.Code), original.For(variant.Code));
            Same($"variants.{variant.Code}.row", mine.Row, theirs.Row);
            Same($"variants.{variant.Code}.remedy", mine.Remedy, theirs.Remedy);
            Same($"variants.{variant.Code}.effect", mine.Effect, theirs.Effect);
        }

        foreach (var key in Fixed.GetValueOrDefault(own.Code, []))
        {
            OfFact(key, own, original, faults);
        }

        void Same<T>(string field, T mine, T theirs)
        {
            if (!EqualityComparer<T>.Default.Equals(mine, theirs))
            {
                faults.OfField(field, "lint.frame", field, theirs is null ? "—" : theirs, mine is null ? "—" : mine);
            }
        }
    }

    private static void OfFact(string key, ReplyTemplate own, ReplyTemplate original, FaultList faults)
    {
        if (original.Facts.FirstOrDefault(fact => fact.Key == key) is not { } theirs)
        {
            return;
        }

        if (own.Facts.FirstOrDefault(fact => fact.Key == key) is not { } mine)
        {
            faults.OfField("facts", "lint.fixedFactMissing", key);
        }
        else if (mine.Kind != theirs.Kind || (mine.Optional && !theirs.Optional) || !mine.When.ToHashSet().SetEquals(theirs.When)
            || !mine.Options.Select(option => option.Code).SequenceEqual(theirs.Options.Select(option => option.Code)) || mine.Of.Except(theirs.Of).Any())
        {
            faults.OfField($"facts.{key}", "lint.fixedFactChanged", key);
        }
    }
}
