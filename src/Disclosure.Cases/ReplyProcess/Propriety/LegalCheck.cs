using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess.Propriety;

/// <summary>
/// The legal check before submission (DOMAIN section 5): every fact of the template, and whether the case bears out
/// what the letter says. All findings at once; it cannot be skipped.
/// </summary>
public sealed class LegalCheck(CaseLetters letters, ILetters renderer, ICaseTexts texts, IApplicants applicants)
{
    private static readonly string[] DeliberativeTexts = ["refused-deliberative-process", "refused-enforcement-file"];

    /// <summary>Everything that keeps the document from being submitted; empty when nothing does.</summary>
    public async Task<IReadOnlyList<Refusal>> Findings(CaseFile file, CaseDocument document, Moment now)
    {
        // Judged as if it were issued today: a date set for an answer must lie ahead of the letter.
        var letter = (await letters.Compose(file, document, now.Today)) with { DecidedOn = document.DecidedOn ?? now.Today };
        var findings = new List<Refusal>(renderer.Check(letter));
        var facts = letter.Facts;
        var grounds = FactReading.Grounds(facts);
        findings.AddRange(OfPeriods(file, document, now));
        findings.AddRange(OfConsultations(file, document, facts, grounds));
        findings.AddRange(OfDisclosure(file, document));
        findings.AddRange(OfRoad(file, document, facts, now));
        if (document.Template == "repeat-request")
        {
            findings.AddRange(await OfRepetition(file, facts));
        }

        // Article 16 ¶2 lets disclose what a law, regulation or rule says must be: the letter has to say that none does.
        if (grounds.Intersect(DeliberativeTexts).Any() && facts["noLawRequiresDisclosure"]?.GetValueKind() != System.Text.Json.JsonValueKind.True)
        {
            findings.Add(new Refusal("check.noLawStatementMissing") { Field = "noLawRequiresDisclosure" });
        }

        return [.. findings.DistinctBy(finding => (finding.Code, finding.Field))];
    }

    // A second 01; 01, 03, fee notice after the due date (art. 30, 33): judged as if it were served today.
    private static IEnumerable<Refusal> OfPeriods(CaseFile file, CaseDocument document, Moment now)
    {
        if (document.Status is not (DocumentStatus.Drafted or DocumentStatus.Submitted) || file.Timeline is not { } timeline)
        {
            yield break;
        }

        var terms = document.Terms;
        TimelineEvent? served = document.Effect switch
        {
            ServiceEffect.AwaitsCorrection when terms.RespondBy is { } by => new CorrectionNoticeServed(now.Today, by),
            ServiceEffect.AwaitsExplanation => new ExplanationRequested(now.Today),
            ServiceEffect.Extends when terms.WorkingDays is { } days => new ExtensionServed(now.Today, days),
            ServiceEffect.Delays when terms.UntilOn is { } until => new DelayServed(now.Today, until),
            ServiceEffect.AwaitsPayment => new FeeNoticeServed(now.Today),
            ServiceEffect.Consults => new ConsultationSent(now.Today, document.Id.ToString(), document.ConsultationKind!.Value, null, terms.RespondBy),
            _ => null,
        };
        if (served is not null && StatutoryClock.JudgeNext(timeline, served, now.Calendar) is { } refusal)
        {
            yield return refusal;
        }

        if (document.Effect == ServiceEffect.Extends && file.ExtensionConsentedOn is null)
        {
            yield return new Refusal("check.consentMissing");
        }
    }

    // Third-party rights: the third party was asked, and answered or let the limit pass, or the reason why not is recorded (art. 32).
    private static IEnumerable<Refusal> OfConsultations(CaseFile file, CaseDocument document, JsonObject facts, IReadOnlyList<string> grounds)
    {
        const string ThirdPartyRights = "refused-third-party-rights";
        var consulted = file.Documents.Any(letter => letter is { ConsultationKind: ConsultationKind.ThirdParty, Status: DocumentStatus.Served });
        if ((document.Template == ThirdPartyRights || grounds.Contains(ThirdPartyRights))
            && !consulted && string.IsNullOrWhiteSpace(FactReading.Text(facts, "notConsultedReason")))
        {
            yield return new Refusal("check.thirdPartyNotConsulted") { Field = "notConsultedReason" };
        }

        if (document is { Template: "disclosed", Variant: "over-objection" } && !consulted)
        {
            yield return new Refusal("check.thirdPartyNotConsulted");
        }
    }

    // 08 and 10: the disclosure review of every item, by somebody else than a drafter (art. 17).
    private static IEnumerable<Refusal> OfDisclosure(CaseFile file, CaseDocument document)
    {
        if (document.Template is "disclosed" or "partly-disclosed"
            && file.Items.Any(item => document.Items.Contains(item.Id) && !item.ReviewedBy.Except(document.Drafters).Any()))
        {
            yield return new Refusal("check.disclosureNotReviewed");
        }
    }

    // What the case must have seen before a letter may say it.
    private static IEnumerable<Refusal> OfRoad(CaseFile file, CaseDocument document, JsonObject facts, Moment now)
    {
        if (document.Effect != ServiceEffect.Nothing && !StepTransitions.IsStillFitting(file, document))
        {
            yield return new Refusal("document.notFitting", file.Stage);
        }

        switch (document)
        {
            case { Template: "still-unclear" } when file.CorrectedOn is null:
                yield return new Refusal("completeness.notCorrected");
                break;
            case { Template: "excessive-requests" } when Competence.CompetenceRules.WasExplainedOrDateHasPassed.Check(file, now) is { } refusal:
                yield return refusal;
                break;
            case { Template: "not-existing" } when file.Items.Any(item => document.Items.Contains(item.Id) && !item.IsSearched):
                yield return new Refusal("existence.notSearched");
                break;
            case { Template: "closing-notice", Variant: "not-corrected" } when Completeness.CompletenessRules.DateHasPassed.Check(file, now) is { } refusal:
                yield return refusal;
                break;
            case { Template: "closing-notice", Variant: "fee-unpaid" } when Competence.CompetenceRules.PaymentDateHasPassed.Check(file, now) is { } refusal:
                yield return refusal;
                break;
            case { Template: "closing-notice", Variant: "withdrawn" } when file.WithdrawnOn is null:
                yield return new Refusal("check.notWithdrawn");
                break;
            default:
                break;
        }

        // Dates in the letter other than the case's.
        foreach (var (field, onFile) in DatesOnFile(file, document, now))
        {
            if (FactReading.Date(facts, field) is { } written && onFile is { } right && written != right)
            {
                yield return new Refusal("check.dateDiffers", right) { Field = field };
            }
        }
    }

    private static IEnumerable<(string Field, DateOnly? OnFile)> DatesOnFile(CaseFile file, CaseDocument document, Moment now) => document.Template switch
    {
        "still-unclear" => [("noticeServedOn", file.CorrectionNotice?.ServedOn)],
        "excessive-requests" => [("explanationRequestedOn", file.ExplanationNotice?.ServedOn), ("explanationDueOn", file.ExplanationNotice?.Terms.RespondBy)],
        "extension-notice" => [("explanationReceivedOn", file.ExplainedOn), ("newDueOn", ExtendedDueOn(file, document, now))],
        "closing-notice" =>
        [
            ("noticeServedOn", file.CorrectionNotice?.ServedOn),
            ("correctionDueBy", file.CorrectionNotice?.Terms.RespondBy),
            ("feeNoticeDeliveredOn", file.FeeNotice?.DeliveredOn ?? file.FeeNotice?.ServedOn),
            ("payBy", Competence.CompetenceRules.PaymentDueOn(file, now.Calendar)),
            ("withdrawnOn", file.WithdrawnOn),
        ],
        _ => [],
    };

    // The date that the letter names must be the one that the clock will give.
    private static DateOnly? ExtendedDueOn(CaseFile file, CaseDocument document, Moment now) =>
        file.Timeline is { } timeline && document.Terms.WorkingDays is { } days && document.Effect == ServiceEffect.Extends
            ? StatutoryClock.Reckon(timeline with { Events = [.. timeline.Events, new ExtensionServed(now.Today, days)] }, now.Calendar, withLedger: false).ReplyDueOn
            : null;

    // 24: the earlier reply, to the same applicant, in force (art. 36(6)).
    private async Task<IEnumerable<Refusal>> OfRepetition(CaseFile file, JsonObject facts)
    {
        var number = FactReading.Text(facts, "earlierNumber")?.Trim();
        var earlier = await applicants.Earlier(file.Id);
        return earlier.Any(application => application.ReplyNumbers.Contains(number))
            ? []
            : [new Refusal("check.noEarlierReply", number) { Field = "earlierNumber" }];
    }

    /// <summary>The facts of a document on file.</summary>
    public async Task<JsonObject> FactsOf(CaseDocument document) => JsonNode.Parse(await texts.Read(document.Facts))!.AsObject();
}
