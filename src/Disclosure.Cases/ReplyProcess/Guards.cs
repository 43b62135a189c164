using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyProcess.Competence;
using Disclosure.Cases.ReplyProcess.Completeness;
using Disclosure.Cases.ReplyProcess.Disclosure;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>The conditions of the process, each a sentence.</summary>
internal static class Guards
{
    // What was answered is not taken back by voiding the number; after other letters a second person confirms it.
    public static readonly Guard NoReplyServed = Holds(
        file => !file.Documents.Any(document =>
            document is { Attempts.Count: > 0, Effect: ServiceEffect.Answers or ServiceEffect.Closes }),
        "process.somethingServed");

    public static readonly Guard SplitsBeforeCompetence = Holds(
        file => file.Items.Count > 1
            && file.CurrentStep <= ReplyStep.Competence
            && file.Items.All(item => item.LastAnswer is null or StepAnswer.Complete or StepAnswer.CorrectionNeeded)
            // What was corrected, extended or asked for meanwhile would be lost to the cases split off.
            && !file.Documents.Any(document => document is
            {
                Attempts.Count: > 0, Status: not DocumentStatus.Withdrawn, Effect: not ServiceEffect.Nothing,
            }),
        "process.cannotSplit");

    public static readonly Guard NoReplyIsPartlyServed = Holds(file => !file.IsPartlyServed, "process.partlyServed");

    public static readonly Guard NotReopened = Holds(file => !file.IsReopened, "process.noExtensionOnceReopened");

    public static readonly Guard SomeDateCorrectionIsProposed = Holds(
        file => file.ProposedDateCorrections.Count > 0, "process.noDateCorrection");

    public static readonly Guard SomeGuardedActIsAsked = Holds(file => file.GuardedActsAsked.Count > 0, "process.noGuardedAct");

    public static readonly Guard SomethingIsToBeReviewed = Holds(
        file => file.Items.Any(item => ReviewersAndDrafters.IsToBeReviewed(file, item)), "process.nothingToReview");

    public static readonly Guard SomeColleagueIsAsked = Holds(file => file.OpenAskings.Count > 0, "process.nobodyAsked");

    public static readonly Guard NoReplyIsApproved = Holds(
        file => !file.Documents.Any(document =>
            document is { Status: DocumentStatus.Approved, Effect: ServiceEffect.Answers or ServiceEffect.Closes }),
        "process.replyApproved");

    public static readonly Guard CorrectionIsAwaited = Holds(file => file.CanBeCorrected, "process.noCorrectionAwaited");

    public static readonly Guard PaymentIsAwaited = Holds(file => file.CanBePaid, "process.noPaymentAwaited");

    public static readonly Guard ExplanationIsAwaited = Holds(file => file.CanBeExplained, "process.noExplanationAwaited");

    public static readonly Guard ConsultationIsOpen = Holds(file => file.OpenConsultations.Any(), "process.noConsultationOpen");

    public static readonly Guard SomethingIsDrafted = HasDocument(DocumentStatus.Drafted, "process.nothingDrafted");

    public static readonly Guard SomethingIsSubmitted = HasDocument(DocumentStatus.Submitted, "process.nothingSubmitted");

    public static readonly Guard SomethingIsUnserved = Holds(
        file => file.Documents.Any(document => document.IsUnderWay), "process.nothingUnserved");

    // Letters that came back are served again.
    public static readonly Guard SomethingIsApproved = Holds(
        file => file.Documents.Any(document => document.Status == DocumentStatus.Approved || IsToBeServedAgain(document)),
        "process.nothingApproved");

    public static readonly Guard SomethingIsBack = Holds(
        file => file.Documents.Any(IsToBeServedAgain), "process.nothingApproved");

    public static readonly Guard SomethingIsServed = Holds(
        file => file.Documents.Any(document => document.Status != DocumentStatus.Withdrawn && document.Attempts.Count > 0),
        "process.nothingServed");

    public static readonly Guard SeveralApply = Holds(file => file.Applicants.Count > 1, "parties.onlyOne");

    // Forms that nobody approves (receipt, proof of service, review) are done once they are issued.
    public static readonly Guard NothingIsUnderWay = new("nothingIsUnderWay", (file, _) =>
        file.Documents.Any(document => document.IsUnderWay && (document.NeedsApproval || document.Status == DocumentStatus.Drafted))
            ? new Refusal("process.documentUnderWay")
        : file.Documents.Any(document => document.Effect == ServiceEffect.Answers && IsToBeServedAgain(document))
        ? new Refusal("process.returnedNotServed")
        : null);

    public static readonly Guard WasAnswered = Holds(
        file => file.WithdrawnOn is null && file.ReplacedReply is not null, "process.notAnswered");

    /// <summary>The condition of an answer.</summary>
    public static Guard? Of(StepAnswer answer) => answer switch
    {
        StepAnswer.CorrectionNeeded => CompletenessRules.OneNotice,
        StepAnswer.StillUnclear => CompletenessRules.WasCorrected,
        StepAnswer.CorrectionLapsed => CompletenessRules.DateHasPassed,
        StepAnswer.ExplanationNeeded => CompetenceRules.OneExplanation,
        StepAnswer.ExplanationSound => CompetenceRules.WasExplained,
        StepAnswer.ExplanationUnsound => CompetenceRules.WasExplainedOrDateHasPassed,
        StepAnswer.NotExisting => ExistenceRules.WasSearched,
        StepAnswer.PaymentLapsed => CompetenceRules.PaymentDateHasPassed,
        _ => null,
    };

    /// <summary>Both conditions; the first that does not hold says why.</summary>
    public static Guard And(this Guard first, Guard second) =>
        new(first.Name, (file, moment) => first.Check(file, moment) ?? second.Check(file, moment));

    public static Guard Holds(Func<CaseFile, bool> condition, string code) =>
        new(code[(code.IndexOf('.', StringComparison.Ordinal) + 1)..], (file, _) => condition(file) ? null : new Refusal(code));

    private static bool IsToBeServedAgain(CaseDocument document) =>
        document is
        {
            Status: DocumentStatus.Served or DocumentStatus.Approved, Effect: not ServiceEffect.Consults, Attempts.Count: > 0,
            RecipientsToServe.Count: > 0, IsSuperseded: false,
        };

    private static Guard HasDocument(DocumentStatus status, string code) =>
        Holds(file => file.Documents.Any(document => document.Status == status), code);
}
