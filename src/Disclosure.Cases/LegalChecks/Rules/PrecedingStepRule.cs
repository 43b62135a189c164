using Disclosure.Cases.ReplyProcess.Competence;
using Disclosure.Cases.ReplyProcess.Completeness;
using Disclosure.Cases.ReplyProcess.Existence;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// What the case must have seen before a letter may say it: 22 a correction (art. 30), 26 an explanation asked for (art. 35), 19
/// a search in vain (art. 36(4)), a closing notice that its date has passed or the withdrawal.
/// </summary>
internal sealed class PrecedingStepRule : ILegalRule<JudgedPart>
{
    public string Name => "Step before the letter";

    public IReadOnlyList<string> Articles => ["第三十条", "第三十五条", "第三十六条第四项", "国办函〔2020〕109号"];

    public string Judges =>
        "What the letter presupposes was recorded: a correction, an explanation asked for, a vain search, a date past, a withdrawal.";

    public IReadOnlyList<FindingPlace> Places =>
    [
        new("check.notWithdrawn", "withdrawnOn"),
        new("completeness.notCorrected", "correctedContent"),
        new("completeness.dateNotPassed", "correctionDueBy"),
        new("competence.notAsked", "explanationNumber"),
        new("competence.dateNotPassed", "explanationOutcome"),
        new("existence.notSearched", "search"),
        new("existence.foundSomething", "search"),
        new("fee.deliveryUnknown", "feeNoticeDeliveredOn"),
        new("fee.dateNotPassed", "payBy"),
    ];

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        var (file, now) = (part.File, part.Now);
        var refusal = part switch
        {
            { Template: TemplateCodes.StillUnclear } when file.CorrectedOn is null => new Refusal("completeness.notCorrected"),
            { Template: TemplateCodes.ExcessiveRequests } => CompetenceRules.WasExplainedOrDateHasPassed.Check(file, now),
            { Template: TemplateCodes.NotExisting } => file.Items.Where(item => part.Section.Items.Contains(item.Id))
                .Select(ExistenceRules.Check).FirstOrDefault(found => found is not null),
            { Template: TemplateCodes.ClosingNotice, Variant: "not-corrected" } => CompletenessRules.DateHasPassed.Check(file, now),
            { Template: TemplateCodes.ClosingNotice, Variant: VariantCodes.FeeUnpaid } =>
                CompetenceRules.PaymentDateHasPassed.Check(file, now),
            { Template: TemplateCodes.ClosingNotice, Variant: "withdrawn" } when file.WithdrawnOn is null =>
                new Refusal("check.notWithdrawn"),
            _ => null,
        };
        return refusal is null ? [] : [refusal];
    }
}
