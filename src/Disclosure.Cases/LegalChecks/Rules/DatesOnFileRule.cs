using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.ReplyProcess.Competence;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.LegalChecks.Rules;

/// <summary>
/// Dates that the case has on file are the case's: of 22 and the closing notice for want of correction (art. 30), 26 (art. 35),
/// 03 (art. 33 ¶2, 35), the closing notices for an unpaid fee and after a withdrawal.
/// </summary>
internal sealed class DatesOnFileRule : ILegalRule<JudgedPart>
{
    public string Name => "Dates on file";

    public IReadOnlyList<string> Articles => ["第三十条", "第三十三条第二款", "第三十五条", "国办函〔2020〕109号"];

    public string Judges => "Days that the letter asks for by name are those on file; the new due date is the one that the clock gives, "
        + "and is said to be provisional where the days off of its year are not announced yet or somebody is still asked for an opinion.";

    public bool IsAskedAtService => true;

    public IEnumerable<Refusal> Check(JudgedPart part)
    {
        foreach (var (field, onFile) in DatesOnFile(part))
        {
            if (part.Date(field) is { } written && onFile is { } right && written != right)
            {
                yield return new Refusal("check.dateDiffers", right) { Field = field };
            }
        }

        if (part.Document.Effect == ServiceEffect.Extends && part.Date("newDueOn") is { } dueOn
            && ProvisionalNote.Of(part.File, dueOn, part.Now.Calendar) is { } note
            && string.IsNullOrWhiteSpace(part.Text("provisionalNote")))
        {
            yield return new Refusal("check.provisionalUnsaid", note) { Field = "provisionalNote" };
        }
    }

    private static IEnumerable<(string Field, DateOnly? OnFile)> DatesOnFile(JudgedPart part)
    {
        var file = part.File;
        return part.Template switch
        {
            TemplateCodes.StillUnclear => [("noticeServedOn", file.CorrectionNotice?.ServedOn)],
            TemplateCodes.ExcessiveRequests =>
            [
                ("explanationRequestedOn", file.ExplanationNotice?.ServedOn),
                ("explanationDueOn", file.ExplanationNotice?.Terms.RespondBy),
            ],
            TemplateCodes.ExtensionNotice => [("explanationReceivedOn", file.ExplainedOn), ("newDueOn", NewDueOn(part))],
            TemplateCodes.ClosingNotice =>
            [
                ("noticeServedOn", file.CorrectionNotice?.ServedOn),
                ("correctionDueBy", file.CorrectionNotice?.Terms.RespondBy),
                ("feeNoticeDeliveredOn", file.FeeNotice?.DeliveredOn ?? file.FeeNotice?.ServedOn),
                ("payBy", CompetenceRules.PaymentDueOn(file, part.Now.Calendar)),
                ("withdrawnOn", file.WithdrawnOn),
            ],
            _ => [],
        };
    }

    private static DateOnly? NewDueOn(JudgedPart part) => part.Document is { Effect: ServiceEffect.Extends, Terms.WorkingDays: { } days }
        ? CaseReckoning.ExtendedDueOn(part.File, days, part.Now.Today, part.Now.Calendar)
        : null;
}
