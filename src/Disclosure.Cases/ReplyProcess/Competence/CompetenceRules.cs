using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;

namespace Disclosure.Cases.ReplyProcess.Competence;

/// <summary>Article 35: an explanation is asked for once, and judged when it came or its date has passed.</summary>
internal static class CompetenceRules
{
    public static readonly Guard OneExplanation = Guards.Holds(file => file.ExplanationNotice is null, "competence.secondNotice");

    public static readonly Guard WasExplained = Guards.Holds(file => file.ExplainedOn is not null, "competence.notExplained");

    public static readonly Guard WasExplainedOrDateHasPassed = new("explainedOrDateHasPassed", (file, moment) =>
        file.ExplainedOn is not null ? null
        : file.ExplanationNotice is not { } notice ? new Refusal("competence.notAsked")
        : notice.Terms.RespondBy is { } date && moment.Today <= date ? new Refusal("competence.dateNotPassed", date)
        : null);

    /// <summary>
    /// Unpaid by the 20th working day after delivery: deemed abandoned (国办函〔2020〕109号). After a posted notice
    /// delivery must be on record, since the period runs from it.
    /// </summary>
    public static readonly Guard PaymentDateHasPassed = new("paymentDateHasPassed", (file, moment) =>
    {
        if (file.FeeNotice is not { } notice)
        {
            return new Refusal("process.noPaymentAwaited");
        }

        if (notice.OpenAttempts.Any(attempt => attempt.Way == ServiceWay.Post))
        {
            return new Refusal("fee.deliveryUnknown");
        }

        return PaymentDueOn(file, moment.Calendar) is { } due && moment.Today <= due ? new Refusal("fee.dateNotPassed", due) : null;
    });

    /// <summary>The last day for the fee, or null when no fee notice was served.</summary>
    public static DateOnly? PaymentDueOn(CaseFile file, WorkingDayCalendar calendar) =>
        file.FeeNotice is null || file.Timeline is not { } timeline ? null
        : StatutoryClock.Reckon(timeline, calendar, withLedger: false)
            .Deadlines.LastOrDefault(deadline => deadline.Kind == DeadlineKind.FeePayment)?.DueOn;
}
