using Disclosure.Cases.Kernel;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

// Each finding stands beside the field it concerns, so that whoever drafts sees where to begin.
public sealed partial class LegalCheck
{
    private static readonly (string Code, string[] Fields)[] Places =
    [
        ("check.disclosureNotReviewed", ["disclosed"]),
        ("check.thirdPartyStillAsked", ["thirdPartyAnswer", "withheld"]),
        ("check.thirdPartyNotConsulted", ["notConsultedReason", "withheld"]),
        ("check.nobodyObjected", ["objection"]),
        ("check.nobodyConsulted", ["sentOn", "consulted"]),
        ("check.consentMissing", ["workingDays"]),
        ("check.notWithdrawn", ["withdrawnOn"]),
        ("completeness.notCorrected", ["correctedContent"]),
        ("completeness.dateNotPassed", ["correctionDueBy"]),
        ("competence.notAsked", ["explanationNumber"]),
        ("competence.dateNotPassed", ["explanationOutcome"]),
        ("existence.notSearched", ["search"]),
        ("existence.foundSomething", ["search"]),
        ("fee.deliveryUnknown", ["feeNoticeDeliveredOn"]),
        ("fee.dateNotPassed", ["payBy"]),
        ("clock.", ["respondBy", "workingDays", "untilOn", "count"]),
    ];

    /// <summary>The finding with the field that it concerns, where the text asks for one.</summary>
    internal static Refusal Beside(EffectiveTemplate? template, Refusal finding)
    {
        if (finding.Field is not null || template is null)
        {
            return finding;
        }

        var fields = Places.FirstOrDefault(place => finding.Code.StartsWith(place.Code, StringComparison.Ordinal)).Fields ?? [];
        return finding with { Field = fields.FirstOrDefault(field => template.Facts.Any(fact => fact.Key == field)) };
    }

    // What the clock says of events in their order, said to somebody who is about to send a letter.
    private static Refusal InWords(Refusal refusal) => refusal.Code switch
    {
        "clock.after-due-date" => new Refusal("check.afterDueDate", refusal.Arguments[3]),
        "clock.second-correction-notice" => new Refusal("completeness.secondNotice"),
        "clock.second-explanation-request" => new Refusal("competence.secondNotice"),
        "clock.second-extension" => new Refusal("check.secondExtension"),
        "clock.extension-after-delay" => new Refusal("check.extensionAfterDelay"),
        "clock.delay-not-later" => new Refusal("check.delayNotLater", refusal.Arguments[4]),
        "clock.standing" => new Refusal("check.clockStands"),
        "clock.reopened-period" => new Refusal("check.reopenedPeriod"),
        _ => refusal,
    };
}
