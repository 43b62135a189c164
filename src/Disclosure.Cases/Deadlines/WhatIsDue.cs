using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Deadlines;

/// <summary>
/// What is due in a case, on every clock that it runs: a pure function of its events, the calendars and the office's targets.
/// </summary>
public static class WhatIsDue
{
    /// <summary>
    /// Everything that is due and not done, what weighs most first; once the case is answered, withdrawn or void, answers
    /// in disputes and to the supervision alone.
    /// </summary>
    /// <param name="file">The case.</param>
    /// <param name="calendars">The calendars in force.</param>
    /// <param name="targets">The office's own targets.</param>
    public static IReadOnlyList<DueItem> Of(CaseFile file, CalendarSnapshot calendars, OfficeTargets targets)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(calendars);
        ArgumentNullException.ThrowIfNull(targets);
        return [.. OnTheClock(file, calendars, targets).Concat(Disputes(file, calendars)).Concat(Inquiries(file)).Concat(Askings(file))
            .OrderBy(item => item.Kind).ThenBy(item => item.DueOn)];
    }

    private static IEnumerable<DueItem> OnTheClock(CaseFile file, CalendarSnapshot calendars, OfficeTargets targets) =>
        !file.IsOpen ? []
        : CaseReckoning.Of(file, calendars, withLedger: true) is { } reckoning
            ? OfTheLaw(file, reckoning).Concat(Awaited(file, reckoning)).Concat(OfTheOffice(file, reckoning, targets))

        // "当日与申请人确认" (art. 31(2)): sought on the day of arrival, on a day off on the next working day.
        : [new DueItem(DueKind.ReceiptConfirmation, "", file.ArrivedOn, calendars.For(file).WorkingDayFrom(file.ArrivedOn))];

    // An action is brought against a reply as well as against silence.
    private static IEnumerable<DueItem> Disputes(CaseFile file, CalendarSnapshot calendars) =>
        file.UnansweredDisputes.Select(dispute => new DueItem(
            DueKind.DisputeAnswer, dispute.Id.ToString(), dispute.ReceivedOn, dispute.PeriodEndsOn(calendars.Of(file.AgencyId))));

    // The supervision is answered even when the applicant has been.
    private static IEnumerable<DueItem> Inquiries(CaseFile file) =>
        file.OpenInquiries.Select(inquiry => new DueItem(
            DueKind.InquiryAnswer, inquiry.Id.ToString(), inquiry.OpenedOn, inquiry.RespondBy));

    // Whoever was asked is the reference: what is due is due from that person, once in a case.
    private static IEnumerable<DueItem> Askings(CaseFile file) =>
        file.OpenAskings.Select(asking => new DueItem(
            KindOf(asking.Task), asking.ColleagueId.ToString(), asking.AskedOn, asking.RespondBy));

    private static IEnumerable<DueItem> OfTheLaw(CaseFile file, Reckoning reckoning)
    {
        if (reckoning.ReplyDueOn is { } replyDueOn)
        {
            yield return new DueItem(DueKind.Reply, "", reckoning.ClockStartsOn, replyDueOn);
        }

        // Once the application was found complete, nobody owes a notice any more.
        if (file.MayGetCorrectionNotice
            && reckoning.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.CorrectionNotice)
                is { DueOn: { } noticeDueOn, MetOn: null })
        {
            yield return new DueItem(DueKind.CorrectionNotice, "", file.ReceivedOn!.Value, noticeDueOn);
        }
    }

    // What has lapsed was acted on: the case is being closed for it.
    private static IEnumerable<DueItem> Awaited(CaseFile file, Reckoning reckoning)
    {
        if (file.Stage == CaseStage.AwaitingCorrection && DueOn(reckoning, DeadlineKind.Correction) is { } correctionDueOn)
        {
            yield return new DueItem(DueKind.Correction, "", file.CorrectionNotice!.ServedOn!.Value, correctionDueOn);
        }

        if (file.Stage == CaseStage.AwaitingPayment && DueOn(reckoning, DeadlineKind.FeePayment) is { } paymentDueOn)
        {
            yield return new DueItem(DueKind.FeePayment, "", file.FeeNotice!.ServedOn!.Value, paymentDueOn);
        }

        if (file.Stage == CaseStage.AwaitingExplanation && file.ExplanationNotice is { Terms.RespondBy: { } explainBy } notice)
        {
            yield return new DueItem(DueKind.Explanation, "", notice.ServedOn!.Value, explainBy);
        }

        foreach (var letter in file.OpenConsultations)
        {
            var reference = letter.Id.ToString();
            if (reckoning.Deadlines.FirstOrDefault(deadline => deadline.Id == reference)
                is { DueOn: { } opinionDueOn, MetOn: null } opinion)
            {
                yield return new DueItem(KindOf(opinion.Kind), reference, letter.Attempts[^1].ServedOn, opinionDueOn);
            }
        }
    }

    private static IEnumerable<DueItem> OfTheOffice(CaseFile file, Reckoning reckoning, OfficeTargets targets)
    {
        if (reckoning.ReplyDueOn is not { } replyDueOn)
        {
            return [];
        }

        var period = reckoning.Ledger.Where(day => day.Date > reckoning.ClockStartsOn && day.Date <= replyDueOn).ToList();
        return from target in targets.All
               where !IsReached(file, target.Kind)
               let day = period.Find(day => day.Number == target.Day)
               where day is not null
               select new DueItem(target.Kind, "", reckoning.ClockStartsOn, day.Date);
    }

    private static bool IsReached(CaseFile file, DueKind target) => target switch
    {
        DueKind.CompletenessTarget => file.CurrentStep > ReplyStep.Completeness,
        DueKind.CompetenceTarget => file.CurrentStep > ReplyStep.Competence,
        DueKind.ExistenceTarget => file.CurrentStep > ReplyStep.Existence,
        DueKind.DisclosureTarget => file.CurrentStep > ReplyStep.Disclosure,
        DueKind.DraftTarget => HasReply(file, DocumentStatus.Submitted, DocumentStatus.Approved),
        DueKind.ApprovalTarget => HasReply(file, DocumentStatus.Approved),
        _ => throw new ArgumentOutOfRangeException(nameof(target), target, "No target."),
    };

    private static bool HasReply(CaseFile file, params DocumentStatus[] statuses) =>
        file.Documents.Any(document => document.Effect is ServiceEffect.Answers or ServiceEffect.Closes
            && statuses.Contains(document.Status));

    private static DateOnly? DueOn(Reckoning reckoning, DeadlineKind kind) =>
        reckoning.Deadlines.LastOrDefault(deadline => deadline.Kind == kind && deadline.MetOn is null)?.DueOn;

    private static DueKind KindOf(ColleagueTask task) => task switch
    {
        ColleagueTask.DisclosureReview => DueKind.DisclosureReview,
    };

    private static DueKind KindOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Reply => DueKind.Reply,
        DeadlineKind.CorrectionNotice => DueKind.CorrectionNotice,
        DeadlineKind.Correction => DueKind.Correction,
        DeadlineKind.ThirdPartyOpinion => DueKind.ThirdPartyOpinion,
        DeadlineKind.CoAuthorOpinion => DueKind.CoAuthorOpinion,
        DeadlineKind.OtherAgencyOpinion => DueKind.OtherAgencyOpinion,
        DeadlineKind.FeePayment => DueKind.FeePayment,
    };
}
