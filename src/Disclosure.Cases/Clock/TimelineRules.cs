namespace Disclosure.Cases.Clock;

/// <summary>The rules that an event must keep when it is recorded, the whole list of them.</summary>
internal static class TimelineRules
{
    /// <summary>The first rule that the receipt itself breaks, or null.</summary>
    public static Refusal? BrokenByReceipt(DateOnly receivedOn) => receivedOn < RuleSet.EarliestReceipt
        ? new Refusal("clock.received-too-early", receivedOn, RuleSet.EarliestReceipt) { Field = "receivedOn" }
        : null;

    /// <summary>The first rule that <paramref name="next"/>, the <paramref name="position"/>-th event, breaks, or null.</summary>
    public static Refusal? BrokenBy(TimelineEvent next, TimelineState course, int position)
    {
        // The code and its arguments, after which event it is: position, type, day.
        Refusal Because(string rule, params object?[] arguments) => new($"clock.{rule}", [position, next.Type, next.On, .. arguments]);

        if (next.On < course.ReceivedOn)
        {
            return Because("before-receipt", course.ReceivedOn);
        }

        if (next.On < course.LastOn)
        {
            return Because("before-previous", course.LastOn);
        }

        if (course.WithdrawnOn is { } withdrawnOn)
        {
            return Because("after-withdrawal", withdrawnOn);
        }

        if (course.RepliedOn is { } repliedOn && next is not Reopened)
        {
            return Because("after-reply", repliedOn);
        }

        if (course.Period.IsReopened
            && next is not (Reopened or ConsultationSent or ConsultationAnswered or ConsultationReturned or ReplyServed or Withdrawn))
        {
            return Because("reopened-period", course.Period.StartsOn);
        }

        if (course.Standing is { } standing && next is CorrectionNoticeServed or FeeNoticeServed
            or ConsultationSent or ExtensionServed or DelayServed or ExplanationRequested)
        {
            return Because("standing", standing);
        }

        return BrokenByKind(next, course, Because);
    }

    private delegate Refusal Reason(string rule, params object?[] arguments);

    private static Refusal? BrokenByKind(TimelineEvent next, TimelineState course, Reason because) => next switch
    {
        CorrectionNoticeServed notice =>
            course.CorrectionNoticeServedOn is { } servedOn ? because("second-correction-notice", servedOn)
            : notice.RespondBy <= notice.On ? because("respond-by-not-later", notice.RespondBy)
            : AfterDueDate(course, next, because),
        FeeNoticeServed notice =>
            course.FeeNoticeServedOn is { } servedOn ? because("second-fee-notice", servedOn)
            : notice.On < RuleSet.FeesFrom ? because("fee-notice-too-early", RuleSet.FeesFrom)
            : notice.DeliveredOn < notice.On ? because("delivered-before-sent", notice.DeliveredOn)
            : AfterDueDate(course, next, because),
        CorrectionReceived => course.Standing == ClockState.AwaitingCorrection ? null : because("correction-not-awaited"),
        FeePaid => course.Standing == ClockState.AwaitingPayment ? null : because("payment-not-awaited"),
        ExplanationRequested => course.ExplanationRequested ? because("second-explanation-request") : null,
        ExplanationReceived =>
            course.ExplanationRequested && !course.ExplanationReceived ? null : because("explanation-not-awaited"),
        ConsultationSent letter =>
            course.Consultations.Knows(letter.Id) ? because("consultation-id-used", letter.Id)
            : letter.DeliveredOn < letter.On ? because("delivered-before-sent", letter.DeliveredOn)
            : letter.Kind == ConsultationKind.OtherAgency && letter.RespondBy <= letter.On ? because(
                "respond-by-not-later", letter.RespondBy)
            : null,
        ConsultationAnswered answer =>
            course.Consultations.Open(answer.Id) is not null ? null : because("consultation-not-open", answer.Id),
        ConsultationReturned returned =>
            course.Consultations.Open(returned.Id) is not null ? null : because("consultation-not-open", returned.Id),
        ExtensionServed extension => BrokenByExtension(extension, course, because),
        DelayServed delay => BrokenByDelay(delay, course, because),
        Reopened reopening =>
            course.RepliedOn is null ? because("reopened-before-reply")
            : reopening is { DueOn: not null, WorkingDays: not null } ? because("reopened-twice-limited")
            : reopening.DueOn <= reopening.On ? because("reopened-due-not-later", reopening.DueOn)
            : reopening.WorkingDays < 1 ? because("reopened-without-days", reopening.WorkingDays)
            : null,
        _ => null,
    };

    // Art. 33 ¶2.
    private static Refusal? BrokenByExtension(ExtensionServed extension, TimelineState course, Reason because) =>
        course.Period.IsExtended ? because("second-extension", course.Period.StartsOn)
        : course.Period.DelayedUntil is { } until ? because("extension-after-delay", until)
        : extension.WorkingDays < 1 || extension.WorkingDays > course.Rules.MaxExtensionDays
            ? because("extension-length", extension.WorkingDays, course.Rules.MaxExtensionDays)
        : AfterDueDate(course, extension, because);

    // Art. 35.
    private static Refusal? BrokenByDelay(DelayServed delay, TimelineState course, Reason because) =>
        !course.Rules.AllowsDelay ? because("delay-not-provided")
        : course.Period.DelayedUntil is { } until ? because("second-delay", until)
        : !course.ExplanationReceived ? because("delay-without-explanation")
        : AfterDueDate(course, delay, because)
            ?? (delay.UntilOn <= course.DueOn() ? because("delay-not-later", delay.UntilOn, course.DueOn()) : null);

    private static Refusal? AfterDueDate(TimelineState course, TimelineEvent next, Reason because) =>
        course.DueOn() is { } dueOn && next.On > dueOn ? because("after-due-date", dueOn) : null;
}
