using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;
using static Disclosure.Cases.CaseFiles.CaseAction;
using static Disclosure.Cases.CaseFiles.CaseStage;

namespace Disclosure.Cases.ReplyProcess;

/// <summary>
/// The whole process as one table: what may follow what, and by whom. Whatever has no row here is refused. The diagram in
/// docs/domain.md, "Stages and transitions", is generated from it.
/// </summary>
public static partial class StepTransitions
{
    private const Role Clerk = Role.Clerk;
    private const Role Reviewer = Role.Reviewer;
    private const Role Office = Role.Clerk | Role.Reviewer;
    private const Role OfficeOrPortal = Office | Role.Portal;

    private static readonly CaseStage[] Steps =
    [
        CaseStage.Completeness, CaseStage.Competence, CaseStage.Existence, CaseStage.Disclosure, CaseStage.Propriety,
    ];
    private static readonly CaseStage[] Running = [.. Steps, AwaitingExplanation];
    private static readonly CaseStage[] Waiting = [AwaitingCorrection, AwaitingPayment, AwaitingExplanation];
    private static readonly CaseStage[] Open = [AwaitingConfirmation, .. Steps, .. Waiting];
    private static readonly CaseStage[] Ended = [Answered, Withdrawn];
    private static readonly CaseStage[] Any = [.. Open, .. Ended, Archived];

    /// <summary>Every row, in the order of the road.</summary>
    public static IReadOnlyList<StepTransition> All { get; } = [.. Rows()];

    private static IEnumerable<StepTransition> Rows() =>
    [
        // Registration (art. 29, 31).
        Row(AwaitingConfirmation, ConfirmReceipt, CaseStage.Completeness, OfficeOrPortal),
        .. Rows(Open, VoidRegistration, [Voided], Office, Guards.NoReplyServed),
        .. Rows([AwaitingConfirmation, CaseStage.Completeness, CaseStage.Competence], Split, [], Clerk, Guards.SplitsBeforeCompetence),
        .. Rows(Any, Reassign, [], Office),
        .. Rows(Any, ChangeApplicant, Unserved, null),
        .. Rows(Any, SucceedApplicant, stage => [.. Served(stage), .. Unserved(stage)], null),
        .. Rows(Any, CorrectItem, [], Office),
        .. Rows(Any, CaseAction.NameRecipients, Served, Guards.SeveralApply),
        .. Rows(Any, LogCall, [], Office),
        .. Rows(Any, Attach, [], Office),
        .. Rows(Any, ProposeDateCorrection, [], Office),
        .. Rows(Any, DecideDateCorrection, [], Reviewer, Guards.SomeDateCorrectionIsProposed),

        // What gives a reason to doubt is done by asking and confirming; from then on it is the act itself.
        .. Rows(Open, DecideGuardedAct, [Voided, CaseStage.Withdrawn], Reviewer, Guards.SomeGuardedActIsAsked),
        .. Rows(Ended, DecideGuardedAct, [], Reviewer, Guards.SomeGuardedActIsAsked),

        // The five questions.
        .. AnswerRows(),
        // A lapse that was noted too early is taken back to the wait that it ended.
        .. Steps[1..^1].SelectMany((stage, earlier) => Rows(
            [stage], CaseAction.TakeUpStepAgain, Steps[..(earlier + 1)], Clerk, Guards.NoReplyIsApproved)),
        .. Rows(
            [CaseStage.Propriety],
            CaseAction.TakeUpStepAgain,
            [.. Steps[..^1], AwaitingCorrection, AwaitingPayment],
            Clerk,
            Guards.NoReplyIsApproved),

        // 补不补 (art. 30): a late correction is still a correction until the closing notice is served. Of several applicants one may
        // answer a notice before the others have it: here, to an explanation asked for, and to the fee.
        .. Rows(
            [CaseStage.Completeness, AwaitingCorrection, CaseStage.Propriety],
            CaseAction.ReceiveCorrection,
            [CaseStage.Completeness],
            OfficeOrPortal,
            Guards.CorrectionIsAwaited.And(Guards.NoReplyIsPartlyServed)),

        // 该不该 (art. 35).
        .. Rows(
            [CaseStage.Competence, AwaitingExplanation], CaseAction.ReceiveExplanation, [CaseStage.Competence], Office,
            Guards.ExplanationIsAwaited),

        // 有没有, 给不给 (art. 38, 32–34, 17).
        .. Rows([CaseStage.Existence, CaseStage.Disclosure, CaseStage.Propriety], RecordSearch, [], Clerk),
        .. Rows([CaseStage.Disclosure, CaseStage.Propriety], ReviewDisclosure, [], Office, Guards.SomethingIsToBeReviewed),
        .. Rows([CaseStage.Disclosure, CaseStage.Propriety], AskColleague, [], Office, Guards.SomethingIsToBeReviewed),
        .. Rows(Open, WithdrawAsking, [], Office, Guards.SomeColleagueIsAsked),
        .. Rows(Running, CaseAction.ConsentToExtension, [], Office, Guards.NotReopened),
        .. Rows(Open, CaseAction.ReceiveOpinion, [], Office, Guards.ConsultationIsOpen),

        // The fee (art. 42).
        .. Rows([AwaitingPayment, CaseStage.Propriety], CaseAction.ReceivePayment, Steps[1..], Office,
            Guards.PaymentIsAwaited.And(Guards.NoReplyIsPartlyServed)),
        .. Rows(
            [CaseStage.Competence, AwaitingExplanation, CaseStage.Existence, CaseStage.Disclosure], CaseAction.ReceivePayment, [], Office,
            Guards.PaymentIsAwaited),

        // 当不当: the one road of all documents.
        .. DraftRows(),
        .. Rows([.. Open, .. Ended], Submit, [], Clerk, Guards.SomethingIsDrafted),
        .. Rows([.. Open, .. Ended], Return, [], Reviewer, Guards.SomethingIsSubmitted),
        .. Rows([.. Open, .. Ended], Approve, [], Reviewer, Guards.SomethingIsSubmitted),
        .. Rows([.. Open, .. Ended], WithdrawDocument, [], Office, Guards.SomethingIsUnserved),
        Row(CaseStage.Completeness, Serve, Office, Guards.SomethingIsApproved, CaseStage.Completeness, AwaitingCorrection),
        Row(CaseStage.Competence, Serve, Office, Guards.SomethingIsApproved, CaseStage.Competence, AwaitingExplanation, AwaitingPayment),
        .. Rows(
            [CaseStage.Existence, CaseStage.Disclosure, AwaitingExplanation], Serve, [AwaitingPayment], Office, Guards.SomethingIsApproved),
        Row(CaseStage.Propriety, Serve, Office, Guards.SomethingIsApproved, CaseStage.Propriety, Answered, AwaitingPayment),
        .. Rows([AwaitingConfirmation, AwaitingCorrection, AwaitingPayment, .. Ended], Serve, [], Office, Guards.SomethingIsApproved),
        Row(Archived, Serve, Office, Guards.SomethingIsBack, Archived),
        .. Rows([.. Open, .. Ended, Archived], RecordDelivery, [], Office, Guards.SomethingIsServed),
        .. Rows(Any, RecordReturnedMail, Unserved, Guards.SomethingIsServed),
        .. Rows([.. Open], CaseAction.Withdraw, [CaseStage.Withdrawn], Office, Guards.NoReplyIsPartlyServed),

        // Archiving (art. 45) and what comes after (art. 47, 51).
        .. Rows(Ended, Archive, [Archived], Office, Guards.NothingIsUnderWay),
        .. Rows([Answered, Archived], Reopen, [CaseStage.Competence], Office, Guards.WasAnswered),

        // Disputes (art. 51): about a reply or about silence, so whatever the stage. A decision that corrects reopens the case.
        .. Rows(Any, CaseAction.RecordDispute, [], Office),
        .. Rows([.. Any, Voided], CaseAction.AnswerDispute, [], Office, DisputeRules.SomeAwaitsAnswer),
        .. Rows([.. Open, CaseStage.Withdrawn, Voided], CaseAction.DecideDispute, [], Office, DisputeRules.SomeIsRecorded),
        .. Rows([Answered, Archived], CaseAction.DecideDispute, [CaseStage.Competence], Office, DisputeRules.SomeIsRecorded),
        .. Rows([.. Any, Voided], CaseAction.VoidDispute, [], Office, DisputeRules.SomeIsRecorded),

        // Supervision (art. 47): what was asked is answered however far the case has come meanwhile.
        .. Rows(Open, CaseAction.OpenInquiry, [], Role.Manager, SupervisionRules.MayBeAskedAbout),
        .. Rows([.. Any, Voided], CaseAction.AnswerInquiry, [], Office, SupervisionRules.WasAsked),
    ];

    // Of a letter that some applicants have, the rest may be nobody any more: then it is served.
    private static CaseStage[] Served(CaseStage stage) => stage switch
    {
        CaseStage.Completeness => [AwaitingCorrection],
        CaseStage.Competence => [AwaitingExplanation, AwaitingPayment],
        CaseStage.Existence or CaseStage.Disclosure or AwaitingExplanation => [AwaitingPayment],
        CaseStage.Propriety => [Answered, AwaitingPayment],
        _ => [],
    };

    // A letter that came back, or reached nobody whom it was for, is served no longer.
    private static CaseStage[] Unserved(CaseStage stage) => stage switch
    {
        AwaitingCorrection => [CaseStage.Completeness],
        AwaitingExplanation => [CaseStage.Competence],
        AwaitingPayment => [AwaitingExplanation, .. Steps[1..]],
        Answered => [CaseStage.Propriety],
        _ => [],
    };

    // The texts that a stage allows whatever was answered; the texts that an answer allows are added by the guard.
    private static IEnumerable<StepTransition> DraftRows()
    {
        string[] always = [TemplateCodes.RegistrationForm, TemplateCodes.RegistrationReceipt, TemplateCodes.ProofOfService];
        string[] running = [.. always, TemplateCodes.ExtensionNotice];
        string[] consulting = [.. running, TemplateCodes.AssistanceConsultation, TemplateCodes.FeeNotice];
        string[] disclosing =
        [
            .. consulting, TemplateCodes.ThirdPartyConsultation, TemplateCodes.OpinionSlip, TemplateCodes.ConsultationNotice,
            TemplateCodes.ThirdPartyDisclosureNotice, TemplateCodes.CoAuthorConsultation, TemplateCodes.DisclosureReview,
        ];
        foreach (var (stage, opens) in new (CaseStage, string[])[]
        {
            (AwaitingConfirmation, always),
            (CaseStage.Completeness, running),
            (AwaitingCorrection, always),
            (CaseStage.Competence, consulting),
            (AwaitingExplanation, consulting),
            (CaseStage.Existence, consulting),
            (CaseStage.Disclosure, disclosing),
            (CaseStage.Propriety, disclosing),
            (AwaitingPayment, always),
            (Answered, always),
            (CaseStage.Withdrawn, [.. always, TemplateCodes.ClosingNotice]),
        })
        {
            yield return new StepTransition(stage, Draft, null, [stage], Clerk, opens, null);
        }
    }

    private static IEnumerable<StepTransition> AnswerRows() =>
        from answer in AnswerTransitions.All
        from stage in StagesOf(answer.Answer)
        select new StepTransition(
            stage,
            CaseAction.AnswerStep,
            answer.Answer,
            [.. new[] { StageOf(answer.NextStep ?? answer.Step), stage }.Distinct()],
            Clerk,
            answer.Opens is { } opens ? [opens] : [],
            Guards.Of(answer.Answer));

    private static CaseStage[] StagesOf(StepAnswer answer) => answer switch
    {
        StepAnswer.CorrectionLapsed => [AwaitingCorrection],
        StepAnswer.PaymentLapsed => [AwaitingPayment],
        StepAnswer.ExplanationUnsound => [CaseStage.Competence, AwaitingExplanation],
        _ => [StageOf(AnswerTransitions.Of(answer).Step)],
    };

    /// <summary>The stage in which a question is open.</summary>
    public static CaseStage StageOf(ReplyStep step) => Steps[(int)step];

    private static StepTransition Row(CaseStage from, CaseAction action, CaseStage to, Role who, Guard? guard = null) =>
        Row(from, action, who, guard, to);

    private static StepTransition Row(CaseStage from, CaseAction action, Role who, Guard? guard, params CaseStage[] to) =>
        new(from, action, null, to, who, [], guard);

    // No target: the case stays where it is.
    private static IEnumerable<StepTransition> Rows(CaseStage[] from, CaseAction action, CaseStage[] to, Role who, Guard? guard = null) =>
        from.Select(stage => new StepTransition(stage, action, null, [.. to.Append(stage).Distinct()], who, [], guard));

    private static IEnumerable<StepTransition> Rows(CaseStage[] from, CaseAction action, Func<CaseStage, CaseStage[]> to, Guard? guard) =>
        from.Select(stage => new StepTransition(stage, action, null, [.. to(stage).Append(stage).Distinct()], Office, [], guard));
}
