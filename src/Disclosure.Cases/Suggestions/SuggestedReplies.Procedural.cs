using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Competence;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Suggestions;

// What goes out before the reply, and the answers that what came in leads to.
public static partial class SuggestedReplies
{
    // An extension is worth a thought when so few working days are left.
    private const int NearTheDueDate = 5;

    // 办法第四条: the first ten applications a month are free.
    private static readonly int FreeApplications = ProcessingFee.FreeUnits(FeeBasis.PerApplication);

    private static readonly StepAnswer[] Gives = [StepAnswer.Disclosed, StepAnswer.PartlyDisclosed];

    private static IEnumerable<SuggestedReply> BeforeTheReply(CaseFile file, Moment now)
    {
        if (file.WithdrawnOn is not null || file.Timeline is not { } timeline)
        {
            yield break;
        }

        var reckoning = StatutoryClock.Reckon(timeline, now.Calendar, withLedger: false);

        foreach (var suggestion in OfThirdParties(file).Concat(OfTime(file, timeline, reckoning, now)))
        {
            yield return suggestion;
        }
    }

    private static IEnumerable<SuggestedReply> OfThirdParties(CaseFile file)
    {
        var unanswered = file.Items.Where(item => item.AnsweredBy is null).ToList();
        if (unanswered.Exists(item => item.LastAnswer == StepAnswer.ThirdPartyRights)
            && !ThirdPartyLetters(file).Any()
            && !IsUnderWay(file, TemplateCodes.ThirdPartyConsultation))
        {
            yield return new SuggestedReply(TemplateCodes.ThirdPartyConsultation, null, [new("suggest.consult")]);
        }

        // Who asks others tells the applicant why the days do not count (art. 33 ¶3): once for all that was sent up to then.
        var asked = file.Documents.Where(document => document is { ConsultationKind: not null, Status: DocumentStatus.Served }).ToList();
        var told = file.Documents.LastOrDefault(document =>
            document is { Template: TemplateCodes.ConsultationNotice, Status: not DocumentStatus.Withdrawn });
        if (asked.Count > 0 && file.OpenConsultations.Any() && (told is null
            || (told.Status == DocumentStatus.Served && told.Attempts[0].Sequence < asked.Min(letter => letter.Attempts[0].Sequence))))
        {
            yield return new SuggestedReply(
                TemplateCodes.ConsultationNotice,
                null,
                [new("suggest.tellApplicant", asked[^1].Attempts[0].ServedOn, asked[^1].ConsultationKind)]);
        }

        if (ThirdPartyLetters(file).LastOrDefault(letter => IsObjection(letter.Opinion)) is { Opinion: { } opinion }
            && unanswered.Exists(item => item.LastAnswer is { } answer && Gives.Contains(answer))
            && !file.Documents.Any(document =>
                document is { Template: TemplateCodes.ThirdPartyDisclosureNotice, Status: not DocumentStatus.Withdrawn }))
        {
            yield return new SuggestedReply(
                TemplateCodes.ThirdPartyDisclosureNotice, null, [new("suggest.tellThirdParty", opinion.On, opinion.Opinion)]);
        }

        // Art. 17: what is to be disclosed is reviewed first.
        var unreviewed = unanswered.Where(item => item.LastAnswer is { } answer && Gives.Contains(answer) && item.ReviewedBy.Count == 0)
            .Select(item => item.Id).ToList();
        if (unreviewed.Count > 0 && !file.Documents.Any(document =>
            document is { Template: TemplateCodes.DisclosureReview, Status: not DocumentStatus.Withdrawn }))
        {
            yield return new SuggestedReply(TemplateCodes.DisclosureReview, null, [new("suggest.review")]) { Items = unreviewed };
        }
    }

    // 03: the head consented, or an explanation was found sound (art. 33 ¶2, 35), and the clock lets it be served today.
    private static IEnumerable<SuggestedReply> OfTime(CaseFile file, Timeline timeline, Reckoning reckoning, Moment now)
    {
        if (reckoning.ReplyDueOn is not { } due || now.Today > due || file.IsReopened || IsUnderWay(file, TemplateCodes.ExtensionNotice))
        {
            yield break;
        }

        var left = now.Calendar.WorkingDaysBetween(now.Today, due);
        if (file.ExtensionConsentedOn is { } consentedOn
            && StatutoryClock.JudgeNext(timeline, new ExtensionServed(now.Today, 1), now.Calendar) is null)
        {
            yield return new SuggestedReply(TemplateCodes.ExtensionNotice, "extension", [new("suggest.extension", consentedOn, due, left)]);
        }
        else if (left <= NearTheDueDate
            && file.ExplainedOn is { } explainedOn
            && file.Items.All(item => item.LastAnswer != StepAnswer.ExplanationUnsound)
            && StatutoryClock.JudgeNext(timeline, new DelayServed(now.Today, due.AddDays(1)), now.Calendar) is null
            && file.CurrentStep > ReplyStep.Competence)
        {
            yield return new SuggestedReply(TemplateCodes.ExtensionNotice, "delay", [new("suggest.delay", explainedOn, due, left)]);
        }
    }

    // Answers that what came in, or did not come in, leads to: to be given first.
    private static IEnumerable<SuggestedReply> Ahead(CaseFile file, Moment now, IReplyTemplates templates, ApplicantRecord record)
    {
        SuggestedReply Give(StepAnswer answer, IReadOnlyList<Guid> items) =>
            Suggest(file, now, templates, AnswerTransitions.Of(answer), null, items, isAhead: true);
        var every = file.Items.Select(item => item.Id).ToList();
        switch (file.Stage)
        {
            case CaseStage.AwaitingCorrection when file.CorrectionNotice?.Terms.RespondBy < now.Today:
                yield return Give(StepAnswer.CorrectionLapsed, every) with
                {
                    Variant = AnswerTransitions.Of(StepAnswer.CorrectionLapsed).Variant,
                    Choices = [],
                };
                break;
            case CaseStage.AwaitingPayment when CompetenceRules.PaymentDateHasPassed.Check(file, now) is null:
                yield return Give(StepAnswer.PaymentLapsed, every) with
                {
                    Variant = AnswerTransitions.Of(StepAnswer.PaymentLapsed).Variant,
                    Choices = [],
                };
                break;
            case CaseStage.AwaitingExplanation when file.ExplanationNotice?.Terms.RespondBy < now.Today:
                yield return Give(StepAnswer.ExplanationUnsound, file.ItemsAt(ReplyStep.Competence));
                break;
            case CaseStage.Existence when file.ItemsAt(ReplyStep.Existence)
                .Where(id => file.Items.Any(item => item.Id == id && item.Found == 0)).ToList() is { Count: > 0 } vain:
                yield return Give(StepAnswer.NotExisting, vain);
                break;
            case CaseStage.Competence when record.InMonth.Count > FreeApplications && file.ExplanationNotice is null
                && file.FeeNotice is null && !file.IsReopened && !IsAnswered(file, StepAnswer.ExplanationNeeded):
                yield return Give(StepAnswer.ExplanationNeeded, file.ItemsAt(ReplyStep.Competence)) with
                {
                    Reasons = [new("suggest.answer.ExplanationNeeded"), new("suggest.thisMonth", record.InMonth.Count)],
                };
                if (IsChargeable(record))
                {
                    yield return Fee(record.InMonth.Place!.Value);
                }

                break;
            case CaseStage.Competence when record.Earlier.FirstOrDefault(application => application.ReplyNumbers.Count > 0) is { } earlier
                && !file.IsReopened
                && file.ItemsAt(ReplyStep.Competence)
                    .Any(id => file.Items.Any(item => item.Id == id && item.LastAnswer == StepAnswer.Complete)):
                var repeated = Give(StepAnswer.RepeatRequest, file.ItemsAt(ReplyStep.Competence));
                yield return repeated with
                {
                    Reasons = [new("suggest.earlierReply", earlier.RegisterNumber, earlier.ReplyNumbers[^1]), .. repeated.Reasons],
                };
                break;
            default:
                break;
        }

        if (file.Stage is CaseStage.Existence or CaseStage.Disclosure && IsChargeable(record)
            && file.FeeNotice is null && !file.IsReopened && !IsUnderWay(file, TemplateCodes.FeeNotice))
        {
            yield return Fee(record.InMonth.Place!.Value);
        }
    }

    private static bool IsChargeable(ApplicantRecord record) => record.InMonth.Place > FreeApplications;

    // Section 8; whether number or frequency is clearly excessive is the agency's to say.
    private static SuggestedReply Fee(int place) =>
        new(
            TemplateCodes.FeeNotice,
            null,
            [new("suggest.fee", place, ProcessingFee.Of(FeeBasis.PerApplication, place).Yuan)]);

    private static bool IsAnswered(CaseFile file, StepAnswer answer) =>
        file.Items.Any(item => item.AnsweredBy is null && item.LastAnswer == answer);

    private static bool IsUnderWay(CaseFile file, string template) =>
        file.Documents.Any(document => document.IsUnderWay && document.Template == template);
}
