using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyTemplates;

namespace Disclosure.Cases.ReplyProcess;

public static partial class StepTransitions
{
    private static readonly ILookup<(CaseStage, CaseAction), StepTransition> ByStage = All.ToLookup(row => (row.From, row.Action));

    /// <summary>
    /// Whether an action is for the district's supervision, in the cases of all agencies; everything else is for the
    /// case's own agency.
    /// </summary>
    public static bool IsSupervision(CaseAction action) => action == CaseAction.OpenInquiry;

    /// <summary>The row that allows an action now, or the reason why not.</summary>
    /// <param name="file">The case.</param>
    /// <param name="action">What is to be done.</param>
    /// <param name="answer">The answer, where a question is answered.</param>
    /// <param name="moment">Who, and on which day.</param>
    public static (StepTransition? Row, Refusal? Refusal) Find(CaseFile file, CaseAction action, StepAnswer? answer, Moment moment)
    {
        if (file.IsErased)
        {
            return (null, new Refusal("process.erased"));
        }

        var rows = ByStage[(file.Stage, action)].Where(row => row.Answer == answer).ToList();
        if (rows.Count == 0)
        {
            return (null, answer is { } given
                ? new Refusal("process.answerNotHere", file.Stage, given)
                : new Refusal("process.notHere", file.Stage, action));
        }

        if (!moment.Actor.Is(rows[0].Who | Role.System))
        {
            return (null, new Refusal("process.notYou", action, Enum.GetValues<Role>().First(role => role != Role.None
                && rows[0].Who.HasFlag(role))));
        }

        return rows[0].Guard?.Check(file, moment) is { } refusal ? (null, refusal) : (rows[0], null);
    }

    /// <summary>What could be done with a case as it stands: each row of its stage, with the reason where it cannot be done yet.</summary>
    public static IEnumerable<(StepTransition Row, Refusal? WhyNot)> Now(CaseFile file, Moment moment) =>
        from row in All
        where !file.IsErased && row.From == file.Stage && moment.Actor.Is(row.Who)
            && (file.AgencyId == moment.Actor.AgencyId || IsSupervision(row.Action))
        select (row, row.Guard?.Check(file, moment));

    /// <summary>
    /// The outcomes that the reply has to give, in the order of the items; none until every item that is not answered
    /// has one: the application is answered in one letter (docs/domain.md, "Several outcomes").
    /// </summary>
    public static IReadOnlyList<ItemOutcome> Answering(CaseFile file)
    {
        var open = file.Items.Where(item => item.AnsweredBy is null).ToList();
        return file.WithdrawnOn is null && open.TrueForAll(item => item.Outcome is not null)
            ? [.. open.Select(item => item.Outcome!).Where(outcome => !IsClosing(outcome)).Distinct()]
            : [];
    }

    /// <summary>The texts that may be drafted now: those of the stage, and those that the answers allow.</summary>
    public static IReadOnlyList<ItemOutcome> Draftable(CaseFile file)
    {
        var ofStage = ByStage[(file.Stage, CaseAction.Draft)].SelectMany(row => row.Opens)
            .Select(code => new ItemOutcome(
                code, file.Stage == CaseStage.Withdrawn && code == TemplateCodes.ClosingNotice ? "withdrawn" : null));
        var ofItems = file.Items.Where(item => item.AnsweredBy is null && file.WithdrawnOn is null).Select(item =>
            item.Outcome is { } outcome ? (IsClosing(outcome) ? outcome : null)
            : item.LastAnswer is { } answer && AnswerTransitions.Of(answer).Opens is { } opens && file.Stage == StageOf(item.Step)
            ? new ItemOutcome(opens)
            : null).OfType<ItemOutcome>();
        return [.. Answering(file).Concat(ofItems).Concat(ofStage).Distinct()];
    }

    // A closing notice ends the case for its items without answering; it stands alone.
    private static bool IsClosing(ItemOutcome outcome) => outcome.Template == TemplateCodes.ClosingNotice;

    /// <summary>
    /// Whether the case stands where a row may lead. Of several items the one furthest behind says where the case
    /// stands; an answer for another of them leaves it anywhere between the question answered and where the answer leads.
    /// Whatever leads to 该不该 leads to the wait for an explanation while one is still waited for (art. 35).
    /// </summary>
    public static bool Reaches(StepTransition row, CaseFile file) =>
        row.To.Contains(file.Stage)
        || (file.Stage == CaseStage.AwaitingExplanation && row.To.Contains(CaseStage.Competence))
        || (row.Answer is not null && file.Items.Count > 1 && Steps.Contains(file.Stage)
            && file.Stage > row.From && file.Stage < row.To.Max());

    /// <summary>Whether a document still fits where the case stands; a case may have moved on since it was drafted.</summary>
    public static bool IsStillFitting(CaseFile file, CaseDocument document) =>
        document.Sections.All(section => Draftable(file)
            .Any(outcome => outcome.Template == section.Template && (outcome.Variant is null || outcome.Variant == section.Variant)));
}
