using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.Suggestions;

/// <summary>
/// The fitting texts from the answers to the five questions, with the reasons (docs/domain.md, "The five steps").
/// Which text an answer leads to stands in <see cref="AnswerTransitions.All"/>, its variants in the catalogue; here is
/// only what the record adds.
/// </summary>
public static partial class SuggestedReplies
{
    /// <summary>The suggestions, the most pressing first: what must go out before the reply, the reply, what may follow.</summary>
    /// <param name="file">The case.</param>
    /// <param name="now">The day, and the calendar.</param>
    /// <param name="templates">The catalogue.</param>
    /// <param name="record">What is known of the applicant.</param>
    public static IReadOnlyList<SuggestedReply> Of(CaseFile file, Moment now, IReplyTemplates templates, ApplicantRecord? record = null)
    {
        if (file.Stage is CaseStage.Answered or CaseStage.Archived or CaseStage.Voided or CaseStage.AwaitingConfirmation)
        {
            return [];
        }

        return
        [
            .. BeforeTheReply(file, now),
            .. FromAnswers(file, now, templates),
            .. Ahead(file, now, templates, record ?? ApplicantRecord.OnlyThisOne),
        ];
    }

    // What the answers given lead to: one suggestion for all items alike.
    private static IEnumerable<SuggestedReply> FromAnswers(CaseFile file, Moment now, IReplyTemplates templates)
    {
        if (file.WithdrawnOn is { } withdrawnOn)
        {
            if (!file.Documents.Any(document =>
                document is { Template: TemplateCodes.ClosingNotice, Status: not DocumentStatus.Withdrawn }))
            {
                yield return new SuggestedReply(TemplateCodes.ClosingNotice, "withdrawn", [new("suggest.withdrawn", withdrawnOn)]);
            }

            yield break;
        }

        var open = file.Items.Where(item =>
            item.AnsweredBy is null && item.LastAnswer is { } answer && AnswerTransitions.Of(answer).Opens is not null);
        foreach (var alike in open.GroupBy(item => (Answer: item.LastAnswer!.Value, item.Outcome?.Variant)))
        {
            var row = AnswerTransitions.Of(alike.Key.Answer);
            if (!row.Settles && file.Stage != StepTransitions.StageOf(row.Step))
            {
                continue;
            }

            yield return Suggest(
                file, now, templates, row, alike.Key.Variant ?? row.Variant, [.. alike.Select(item => item.Id)], isAhead: false);
        }
    }

    private static SuggestedReply Suggest(
        CaseFile file, Moment now, IReplyTemplates templates, AnswerTransition row, string? chosen, IReadOnlyList<Guid> items, bool isAhead)
    {
        var reasons = new List<SuggestionReason>();
        if (!isAhead)
        {
            reasons.Add(items.Count == file.Items.Count
                ? new("suggest.answered", row.Step, row.Answer)
                : new("suggest.answeredItems", Ordinals(file, items), row.Step, row.Answer));
        }

        reasons.Add(new($"suggest.answer.{StoredNames.Of(row.Answer)}"));
        reasons.AddRange(Recorded(file, now, row.Answer, items));
        var variants = templates.Find(row.Opens!)?.Variants ?? [];
        var (variant, why) = chosen is null ? FromTheRecord(file, row) : (chosen, (SuggestionReason?)null);
        if (why is not null)
        {
            reasons.Add(why);
        }

        return new SuggestedReply(row.Opens!, variant, reasons)
        {
            Items = items,
            Answer = row.Answer,
            IsAhead = isAhead,
            Choices = chosen is not null ? [] : [.. variants.Where(each => why is null || each.Code != variant)
                .Select(each => new SuggestedVariant(each.Code, new($"suggest.variant.{row.Opens}.{each.Code}")))],
        };
    }

    // The variant that what is on file decides, with the reason; nothing where only a person knows.
    private static (string? Variant, SuggestionReason? Why) FromTheRecord(CaseFile file, AnswerTransition row)
    {
        if (row.Answer != StepAnswer.Disclosed)
        {
            return (null, null);
        }

        var objection = ThirdPartyLetters(file).LastOrDefault(letter => IsObjection(letter.Opinion));
        return objection is { Opinion: { } opinion }
            ? (VariantCodes.OverObjection, new("suggest.overObjection", opinion.On, opinion.Opinion))
            : file.FormRequested is null ? ("provided", new("suggest.provided"))
            : ("provided", new("suggest.providedAsAsked"));
    }

    // What the record adds to an answer.
    private static IEnumerable<SuggestionReason> Recorded(CaseFile file, Moment now, StepAnswer answer, IReadOnlyList<Guid> items)
    {
        var concerned = file.Items.Where(item => items.Contains(item.Id)).ToList();
        switch (answer)
        {
            case StepAnswer.CorrectionNeeded
                when file.Timeline is { } timeline && StatutoryClock.Reckon(timeline, now.Calendar, withLedger: false) is var reckoning
                    && reckoning.Deadlines.FirstOrDefault(deadline => deadline.Kind == DeadlineKind.CorrectionNotice)?.DueOn is { } last:
                yield return now.Today <= last
                    ? new("suggest.correctionBy", last)
                    : new("suggest.correctionLate", last, reckoning.ReplyDueOn);
                break;
            case StepAnswer.NotExisting when concerned.Max(item => item.SearchedOn) is { } searchedOn:
                yield return new("suggest.searched", searchedOn, concerned.Max(item => item.Found));
                break;
            case StepAnswer.StillUnclear when file.CorrectedOn is { } correctedOn:
                yield return new("suggest.corrected", correctedOn);
                break;
            case StepAnswer.CorrectionLapsed when file.CorrectionNotice?.Terms.RespondBy is { } until:
                yield return new("suggest.dateOver", until);
                break;
            case StepAnswer.ExplanationUnsound:
                yield return file.ExplainedOn is { } explainedOn
                    ? new("suggest.explained", explainedOn)
                    : new("suggest.unexplained", file.ExplanationNotice?.Terms.RespondBy);
                break;
            case StepAnswer.Disclosed or StepAnswer.PartlyDisclosed when concerned.Exists(item => item.ReviewedBy.Count == 0):
                yield return new("suggest.reviewMissing");
                break;
            case StepAnswer.ThirdPartyRights when ThirdPartyLetters(file).LastOrDefault() is { } letter:
                yield return letter.Opinion is { } opinion
                    ? new("suggest.thirdPartySaid", opinion.On, opinion.Opinion)
                    : new("suggest.thirdPartyAsked", letter.Attempts[0].ServedOn);
                break;
            default:
                break;
        }
    }

    internal static IEnumerable<CaseDocument> ThirdPartyLetters(CaseFile file) =>
        file.Documents.Where(document => document is { ConsultationKind: ConsultationKind.ThirdParty, Status: DocumentStatus.Served });

    private static bool IsObjection(OpinionOnFile? opinion) =>
        opinion?.Opinion is Opinion.Disagrees or Opinion.AgreesInPart or Opinion.Other;

    private static string Ordinals(CaseFile file, IReadOnlyList<Guid> items) =>
        string.Join('、', file.Items.Select((item, index) => (item.Id, Number: index + 1)).Where(each => items.Contains(each.Id))
            .Select(each => each.Number));
}
