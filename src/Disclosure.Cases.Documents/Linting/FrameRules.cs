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
        [TemplateCodes.CorrectionNotice] = ["corrections", "respondBy"],
        [TemplateCodes.ExplanationNotice] = ["respondBy"],
        [TemplateCodes.ExtensionNotice] = ["reason", "workingDays", "newDueOn", "explanationReceivedOn", "untilOn"],
        [TemplateCodes.ThirdPartyConsultation] = ["recipient", "recipientKind"],
        [TemplateCodes.ConsultationNotice] = ["sentOn"],
        [TemplateCodes.ThirdPartyDisclosureNotice] =
        [
            "recipient", "recipientKind", "consultationNumber", "consultationDeliveredOn", "objectedOn",
        ],
        [TemplateCodes.CoAuthorConsultation] = ["recipient", "recipientKind"],
        [TemplateCodes.Disclosed] = ["attachments"],
        [TemplateCodes.AlreadyPublic] = ["accessPath"],
        [TemplateCodes.PartlyDisclosed] = ["withheld", "attachments"],
        [TemplateCodes.RefusedThirdPartyRights] = ["notConsultedReason"],
        [TemplateCodes.RefusedDeliberativeProcess] = ["noLawRequiresDisclosure"],
        [TemplateCodes.RefusedEnforcementFile] = ["noLawRequiresDisclosure"],
        [TemplateCodes.NotExisting] = ["search"],
        [TemplateCodes.NotThisAgency] = ["otherAgency", "otherAgencyContact", "leadAgency", "leadAgencyContact"],
        [TemplateCodes.StillUnclear] = ["noticeServedOn"],
        [TemplateCodes.RepeatRequest] = ["earlierNumber"],
        [TemplateCodes.ExcessiveRequests] = ["explanationNumber", "explanationRequestedOn", "explanationDueOn"],
        [TemplateCodes.AssistanceConsultation] = ["recipient", "recipientKind", "respondBy"],
        [TemplateCodes.FeeNotice] = ["basis", "count"],
        [TemplateCodes.ClosingNotice] = ["noticeServedOn", "correctionDueBy", "feeNoticeDeliveredOn", "payBy", "withdrawnOn"],
        [TemplateCodes.OpinionSlip] = ["recipient", "recipientKind", "letterNumber"],
        [TemplateCodes.ProofOfService] = ["recipient", "recipientKind"],
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
            || !mine.Options.Select(option => option.Code).SequenceEqual(theirs.Options.Select(option => option.Code))
            || mine.Of.Except(theirs.Of).Any())
        {
            faults.OfField($"facts.{key}", "lint.fixedFactChanged", key);
        }
    }
}
