using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Competence;
using Disclosure.Cases.ReplyProcess.Completeness;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks;

/// <summary>
/// The legal check before submission (docs/domain.md, "Legal checks"): every fact of the template, and whether the case bears out
/// what the letter says. All findings at once; it cannot be skipped.
/// </summary>
public sealed partial class LegalCheck(
    CaseLetters letters,
    ILetters renderer,
    IApplicants applicants,
    IAgencies agencies,
    ICaseFiles files,
    ICaseTexts texts,
    IReplyTemplates templates,
    NumberPatterns patterns,
    FinishedLetters finished)
{
    private static readonly string[] DeliberativeTexts = ["refused-deliberative-process", "refused-enforcement-file"];

    /// <summary>Everything that keeps the document from being submitted; empty when nothing does.</summary>
    public async Task<IReadOnlyList<Refusal>> Findings(CaseFile file, CaseDocument document, Moment now)
    {
        // Judged as if it were issued today: a date set for an answer must lie ahead of the letter.
        var letter = (await letters.Compose(file, document, now.Today)) with { DecidedOn = document.DecidedOn ?? now.Today };
        var findings = new List<Refusal>(renderer.Check(letter));
        var principal = templates.Find(document.Template)?.For(document.Variant);
        findings.AddRange(OfPeriods(file, document, now).Select(finding => Beside(principal, finding)));
        if (document.Effect != ServiceEffect.Nothing && !StepTransitions.IsStillFitting(file, document))
        {
            findings.Add(new Refusal("document.notFitting", file.Stage));
        }

        // A section is judged as the letter that it would be alone; what lies around the case is the same for all.
        var around = await Around(file, now);
        for (var index = 0; index < document.Sections.Count; index++)
        {
            var ofSection = await OfSection(file, document, document.Sections[index], letter.Alone[index], around, now);
            findings.AddRange(document.Sections.Count == 1 ? ofSection
                : ofSection.Select(finding => finding.Field is { } field ? finding with { Field = LetterFields.OfSection(index, field) } : finding));
        }

        return [.. findings.Distinct(), .. await OfUpload(file, document, letter)];
    }

    private async Task<List<Refusal>> OfSection(CaseFile file, CaseDocument document, DocumentSection section, Letter letter, Surroundings around, Moment now)
    {
        var facts = letter.Facts;
        var grounds = FactReading.Grounds(facts);
        List<Refusal> findings =
        [
            .. OfConsultations(file, section, facts, grounds, now),
            .. OfDisclosure(file, document, section),
            .. OfRoad(file, document, section, facts, now),
            .. OfWrittenFacts(file, section, letter),
            .. await OfWhatIsWritten(new JudgedPart(file, section.Template, section.Variant, facts, letter, now), around),
        ];
        if (section.Template == "repeat-request")
        {
            findings.AddRange(OfRepetition(facts, around));
        }

        // The fee counts the applications that the register counts (docs/domain.md, "Processing fee").
        if (section.Template == "fee-notice" && FactReading.Text(facts, "basis") == "per-application"
            && await applicants.ApplicationsThisMonth(file.Id) is var count && FactReading.Number(facts, "count") is { } written && written != count)
        {
            findings.Add(new Refusal("check.countDiffers", count) { Field = "count" });
        }

        // Article 16 ¶2 lets disclose what a law, regulation or rule says must be: the letter has to say that none does.
        if (grounds.Intersect(DeliberativeTexts).Any() && facts["noLawRequiresDisclosure"]?.GetValueKind() != System.Text.Json.JsonValueKind.True)
        {
            findings.Add(new Refusal("check.noLawStatementMissing") { Field = "noLawRequiresDisclosure" });
        }

        var effective = templates.Find(section.Template)?.For(section.Variant);
        return [.. findings.Select(finding => Beside(effective, finding))];
    }

    // A second 01; 01, 03, fee notice after the due date (art. 30, 33): judged as if it were served today.
    private static IEnumerable<Refusal> OfPeriods(CaseFile file, CaseDocument document, Moment now)
    {
        if (document.Status is not (DocumentStatus.Drafted or DocumentStatus.Submitted) || file.Timeline is not { } timeline)
        {
            yield break;
        }

        // What the letter sets could not be read from its facts: then it cannot be judged.
        if (document.MissingTerm is { } term)
        {
            yield return new Refusal("check.termMissing") { Field = term };
        }

        if (document.ClockFact(now.Today) is { } served && StatutoryClock.JudgeNext(timeline, served, now.Calendar) is { } refusal)
        {
            yield return InWords(refusal);
        }

        if (document.Effect == ServiceEffect.Extends && file.ExtensionConsentedOn is null)
        {
            yield return new Refusal("check.consentMissing");
        }
    }

    // Third-party rights: the third party was asked, and answered or let the limit pass, or the reason why not is recorded (art. 32).
    private static IEnumerable<Refusal> OfConsultations(CaseFile file, DocumentSection section, JsonObject facts, IReadOnlyList<string> grounds, Moment now)
    {
        const string ThirdPartyRights = "refused-third-party-rights";
        var letters = file.Documents.Where(letter => letter is { ConsultationKind: ConsultationKind.ThirdParty, Status: DocumentStatus.Served }).ToList();
        if (section.Template == ThirdPartyRights || grounds.Contains(ThirdPartyRights))
        {
            if (letters.Count == 0 && string.IsNullOrWhiteSpace(FactReading.Text(facts, "notConsultedReason")))
            {
                yield return new Refusal("check.thirdPartyNotConsulted") { Field = "notConsultedReason" };
            }
            else if (OpenThirdPartyLimit(file, now) is { } limit && now.Today <= limit)
            {
                yield return new Refusal("check.thirdPartyStillAsked", limit);
            }
        }

        // Over an objection: somebody objected (art. 32).
        if (section is { Template: "disclosed", Variant: "over-objection" } or { Template: "third-party-disclosure-notice" }
            && !letters.Exists(letter => letter.Opinion?.Opinion is Opinion.Disagrees or Opinion.AgreesInPart or Opinion.Other))
        {
            yield return new Refusal("check.nobodyObjected");
        }

        if (section.Template == "consultation-notice" && !file.Documents.Any(letter => letter is { ConsultationKind: not null, Status: DocumentStatus.Served }))
        {
            yield return new Refusal("check.nobodyConsulted");
        }
    }

    private static DateOnly? OpenThirdPartyLimit(CaseFile file, Moment now)
    {
        var open = file.OpenConsultations.Where(letter => letter.ConsultationKind == ConsultationKind.ThirdParty).Select(letter => letter.Id.ToString()).ToHashSet();
        return file.Timeline is { } timeline && open.Count > 0
            ? StatutoryClock.Reckon(timeline, now.Calendar, withLedger: false).Deadlines.Where(deadline => deadline.Id is { } id && open.Contains(id)).Max(deadline => deadline.DueOn)
            : null;
    }

    // 08 and 10: the disclosure review of every item, by somebody else than a drafter (art. 17).
    private static IEnumerable<Refusal> OfDisclosure(CaseFile file, CaseDocument document, DocumentSection section)
    {
        if (section.Template is "disclosed" or "partly-disclosed"
            && file.Items.Any(item => section.Items.Contains(item.Id) && !item.ReviewedBy.Except(document.Drafters).Any()))
        {
            yield return new Refusal("check.disclosureNotReviewed");
        }
    }

    // What the case must have seen before a letter may say it.
    private static IEnumerable<Refusal> OfRoad(CaseFile file, CaseDocument document, DocumentSection section, JsonObject facts, Moment now)
    {
        switch (section)
        {
            case { Template: "still-unclear" } when file.CorrectedOn is null:
                yield return new Refusal("completeness.notCorrected");
                break;
            case { Template: "excessive-requests" } when CompetenceRules.WasExplainedOrDateHasPassed.Check(file, now) is { } refusal:
                yield return refusal;
                break;
            case { Template: "not-existing" } when file.Items.Where(item => section.Items.Contains(item.Id)).Select(ExistenceRules.Check).FirstOrDefault(found => found is not null) is { } refusal:
                yield return refusal;
                break;
            case { Template: "closing-notice", Variant: "not-corrected" } when CompletenessRules.DateHasPassed.Check(file, now) is { } refusal:
                yield return refusal;
                break;
            case { Template: "closing-notice", Variant: "fee-unpaid" } when CompetenceRules.PaymentDateHasPassed.Check(file, now) is { } refusal:
                yield return refusal;
                break;
            case { Template: "closing-notice", Variant: "withdrawn" } when file.WithdrawnOn is null:
                yield return new Refusal("check.notWithdrawn");
                break;
            default:
                break;
        }

        // Dates in the letter other than the case's.
        foreach (var (field, onFile) in DatesOnFile(file, document, section, now))
        {
            if (FactReading.Date(facts, field) is { } written && onFile is { } right && written != right)
            {
                yield return new Refusal("check.dateDiffers", right) { Field = field };
            }
        }
    }

    private static IEnumerable<(string Field, DateOnly? OnFile)> DatesOnFile(CaseFile file, CaseDocument document, DocumentSection section, Moment now) => section.Template switch
    {
        "still-unclear" => [("noticeServedOn", file.CorrectionNotice?.ServedOn)],
        "excessive-requests" => [("explanationRequestedOn", file.ExplanationNotice?.ServedOn), ("explanationDueOn", file.ExplanationNotice?.Terms.RespondBy)],
        "extension-notice" => [("explanationReceivedOn", file.ExplainedOn), ("newDueOn", document is { Effect: ServiceEffect.Extends, Terms.WorkingDays: { } days } ? ExtendedDueOn(file, days, now) : null)],
        "closing-notice" =>
        [
            ("noticeServedOn", file.CorrectionNotice?.ServedOn),
            ("correctionDueBy", file.CorrectionNotice?.Terms.RespondBy),
            ("feeNoticeDeliveredOn", file.FeeNotice?.DeliveredOn ?? file.FeeNotice?.ServedOn),
            ("payBy", CompetenceRules.PaymentDueOn(file, now.Calendar)),
            ("withdrawnOn", file.WithdrawnOn),
        ],
        _ => [],
    };

    /// <summary>
    /// The due date that an extension served now would give (art. 33 ¶2): the date that the notice has to name. Null while
    /// the case has no clock.
    /// </summary>
    public static DateOnly? ExtendedDueOn(CaseFile file, int workingDays, Moment now) => file.Timeline is { } timeline
        ? StatutoryClock.Reckon(timeline with { Events = [.. timeline.Events, new ExtensionServed(now.Today, workingDays)] }, now.Calendar, withLedger: false).ReplyDueOn
        : null;

    // 24: the earlier reply, to the same applicant, in force (art. 36(6)).
    private static IEnumerable<Refusal> OfRepetition(JsonObject facts, Surroundings around)
    {
        var number = FactReading.Text(facts, "earlierNumber")?.Trim();
        return around.Earlier.Any(application => application.ReplyNumbers.Contains(number))
            ? []
            : [new Refusal("check.noEarlierReply", number) { Field = "earlierNumber" }];
    }
}
