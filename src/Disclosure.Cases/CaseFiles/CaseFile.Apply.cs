using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.CaseFiles;

// What each event does. Nothing is checked here: what was recorded stays recorded.
public sealed partial class CaseFile
{
    private void Apply(CaseEvent caseEvent, int sequence)
    {
        switch (caseEvent)
        {
            case ApplicationRegistered registered: Apply(registered, sequence); break;
            case CaseImported imported: Apply(imported, sequence); break;
            case ReceiptConfirmed confirmed:
                ConfirmedOn = confirmed.ConfirmedOn;
                ReceivedOn = confirmed.ConfirmedOn;
                ReceivedSequence = sequence;
                break;
            case RegistrationVoided:
                IsVoided = true;
                documents.FindAll(document => document.IsUnderWay).ForEach(document => document.Withdraw());
                break;
            case CaseSplit split:
                items.RemoveAll(item => split.Items.Contains(item.Id));
                SplitInto = [.. SplitInto, .. split.Into];
                AskNoMore(split.Items, _ => true);
                break;
            case CaseReassigned reassigned: OfficerId = reassigned.OfficerId; break;
            case CallLogged: break;
            case FileAttached attached: Apply(attached); break;
            case ApplicantChanged changed: Apply(changed, sequence); break;
            case ApplicantSucceeded succeeded: Apply(succeeded, sequence); break;
            case ItemCorrected corrected: Apply(corrected, sequence); break;
            case RecipientsNamed named: ServedOnEach = named.ServedOnEach; NameRecipients(); break;
            case StepAnswered answered: Apply(answered); break;
            case StepTakenUpAgain again: TakeUpAgain(again.Step); break;
            case CorrectionReceived received: Apply(received, sequence); break;
            case ExplanationReceived received: Apply(received, sequence); break;
            case FeePaid paid: Apply(paid, sequence); break;
            case ApplicationWithdrawn withdrawn:
                (withdrawal, withdrawnUnder) = (new Dated(sequence, withdrawn.On), withdrawn.CalendarEdition);
                break;
            case SearchRecorded searched:
                ForEach(searched.Items, item => item.Search(searched));
                break;
            case DisclosureReviewed reviewed: Apply(reviewed); break;
            case ColleagueAsked asked: Apply(asked); break;
            case AskingWithdrawn withdrawn: askings.RemoveAll(asking => asking.Id == withdrawn.AskingId); break;
            case ExtensionConsented consented: ExtensionConsentedOn = consented.On; break;
            case OpinionReceived opinion:
                Document(opinion.DocumentId).Opinion = new OpinionOnFile(sequence, opinion.On, opinion.Opinion, opinion.Content);
                break;
            case DocumentDrafted drafted: documents.Add(new CaseDocument(drafted)); NameRecipients(); break;
            case DocumentServed served: Apply(served, sequence); break;
            case CaseArchived: IsArchived = true; break;
            case CaseReopened reopened: Apply(reopened, sequence); break;
            case DeadlinesMoved: break;
            case ServiceDoubted: break;
            case InquiryOpened opened: inquiries.Add(new Inquiry(opened.InquiryId, opened.Question, opened.On, opened.RespondBy)); break;
            case InquiryAnswered answered: Apply(answered); break;
            case DisputeRecorded recorded:
                disputes.Add(Dispute.Of(recorded));
                break;
            case DisputeAnswered answered: Change(answered.DisputeId, dispute => dispute with { Answer = answered }); break;
            case DisputeDecided decided: Change(decided.DisputeId, dispute => dispute with { Decision = decided }); break;
            case DisputeVoided voided: disputes.RemoveAll(dispute => dispute.Id == voided.DisputeId); break;
            case DateCorrectionProposed proposed: proposals.Add(proposed); break;
            case DateCorrected corrected: Apply(corrected); break;
            case DateCorrectionRejected rejected: proposals.RemoveAll(proposal => proposal.CorrectionId == rejected.CorrectionId); break;
            case SecondPersonAsked asked: guardedActs.Add(asked); break;
            case SecondPersonAgreed agreed: SettleGuardedAct(agreed.RequestId); break;
            case SecondPersonRefused refused: SettleGuardedAct(refused.RequestId); break;
            case RecordsErased emptied: Apply(emptied); break;
            default: ApplyToDocument(caseEvent, sequence); break;
        }

        guardedActs.RemoveAll(asked => !IsStillPossible(asked));
    }

    private void Apply(ApplicationRegistered registered, int sequence)
    {
        AgencyId = registered.AgencyId;
        RegisterNumberId = registered.NumberId;
        RegisterNumber = registered.RegisterNumber;
        Channel = registered.Channel;
        ArrivedOn = registered.ArrivedOn;
        ConfirmedOn = registered.ConfirmedOn;
        ReceivedOn = registered.ReceivedOn;
        ReceivedSequence = sequence;
        Applicants = registered.Applicants;
        everyApplicant.AddRange(registered.Applicants);
        ReportedKind = registered.Applicants[0].Kind;
        ServedOnEach = registered.ServedOnEach;
        OfficerId = registered.OfficerId;
        SplitFrom = registered.SplitFrom;
        FormRequested = registered.FormRequested;
        AccessibilityNeed = registered.AccessibilityNeed;
        TransferredFrom = registered.TransferredFrom;
        AgreesToNotices = registered.AgreesToNotices;
        items.AddRange(registered.Items.Select(item => new CaseItem(item)));
    }

    private void Apply(StepAnswered answered)
    {
        var transition = AnswerTransitions.Of(answered.Answer);
        ForEach(answered.Items, item =>
        {
            item.Step = transition.NextStep ?? item.Step;
            item.Outcome = answered.Outcome;
            item.LastAnswer = answered.Answer;
        });

        // What is answered otherwise discloses nothing: nobody is asked to review it any more.
        if (answered.Outcome is { } outcome && !TemplateCodes.NeedReview(outcome.Template))
        {
            AskNoMore(answered.Items, asking => asking.Task == ColleagueTask.DisclosureReview);
        }
    }

    private void TakeUpAgain(ReplyStep step)
    {
        foreach (var item in items.Where(item => item.AnsweredBy is null && item.Step >= step))
        {
            item.Step = step;
            item.Outcome = null;
            item.LastAnswer = null;
            item.ForgetReviews();
        }
    }

    // What was found lacking is judged anew with the correction in hand. The period starts anew, and an extension of it
    // needs a consent of its own.
    private void Apply(CorrectionReceived received, int sequence)
    {
        corrections.Add(new Dated(sequence, received.On));
        Settle(ServiceEffect.AwaitsCorrection, received.On);
        foreach (var corrected in received.Items ?? [])
        {
            var item = items.Single(item => item.Id == corrected.Id);
            correctedWords.Add(new FormerText(sequence, item.Description, corrected.Description));
            item.Description = corrected.Description;
            item.ForgetReviews();
        }

        ExtensionConsentedOn = null;
        TakeUpAgain(ReplyStep.Completeness);
    }

    private void Apply(ExplanationReceived received, int sequence)
    {
        explanations.Add(new Dated(sequence, received.On));
        Settle(ServiceEffect.AwaitsExplanation, received.On);
    }

    // Paid late, but before the case was closed for it: it goes on from the first question that the fee left open.
    private void Apply(FeePaid paid, int sequence)
    {
        payments.Add(new Dated(sequence, paid.On));
        if (paid.Waived)
        {
            waivers.Add(sequence);
        }

        Settle(ServiceEffect.AwaitsPayment, paid.On);
        ExtensionConsentedOn = null;
        if (HasLapsed)
        {
            TakeUpAgain(ReplyStep.Competence);
        }
    }

    // A new decision is owed on every item; whether the application is complete was settled before. What was asked for in the period
    // that ended is not asked for in this one.
    private void Apply(CaseReopened reopened, int sequence)
    {
        reopenings.Add((sequence, reopened));
        Settle(ServiceEffect.Answers, reopened.On);
        Settle(ServiceEffect.Closes, reopened.On);
        documents.FindAll(document => document.Effect is ServiceEffect.Answers or ServiceEffect.Closes)
            .ForEach(document => document.Supersede());
        IsArchived = false;
        askings.Clear();
        foreach (var item in items)
        {
            item.AnsweredBy = null;
            item.Outcome = null;
            item.LastAnswer = null;
            item.Step = ReplyStep.Competence;
            item.ForgetReviews();
        }
    }

    private void ForEach(IReadOnlyList<Guid> ids, Action<CaseItem> change) =>
        items.FindAll(item => ids.Contains(item.Id)).ForEach(change);
}
