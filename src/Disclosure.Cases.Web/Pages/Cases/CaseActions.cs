using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Pages.Cases.Drafting;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>What the page of a case offers its reader to do now, and what comes first.</summary>
internal sealed class CaseActions
{
    private readonly CaseFile file;

    private readonly List<CaseDocument> underWay;

    /// <summary>What can be done with the case as it was read.</summary>
    public CaseActions(CaseView view)
    {
        file = view.File;
        underWay = [.. file.Documents.Where(document => document.IsUnderWay)];
        Answers = [.. view.Possible.Where(each => each.Row.Action == CaseAction.AnswerStep)];
        var others = view.Possible.Where(each => each.Row.Action != CaseAction.AnswerStep).ToLookup(each => each.WhyNot is null);
        Offered = [.. CaseForms.InOrder(others[true].Select(each => each.Row.Action).Distinct())
            .Select(view.Forms.Of).OfType<CaseForm>().Where(form => form.HasChoices)];
        NotNow = [.. others[false].Select(each => (each.Row.Action, WhyNot: each.WhyNot!)).DistinctBy(each => each.Action)
            .Where(each => !CaseForms.IsAboutInquiry(each.Action) && !CaseForms.IsAboutDispute(each.Action)
                && view.Forms.Of(each.Action) is not null)];
        Drafts = [.. underWay.Where(document => document.Status == DocumentStatus.Drafted && view.Can(CaseAction.Submit))];
        Approves = view.Can(CaseAction.Approve);
        if (view.Can(CaseAction.Draft))
        {
            var choice = new TemplateChoice(file, view.Templates);
            Together = underWay.Any(document => document.Effect == ServiceEffect.Answers) ? [] : choice.Together;
            Letters = [.. choice.Alone.Where(IsNext)];
        }
    }

    /// <summary>The answers to the question at hand, each with the reason where it cannot be given.</summary>
    public IReadOnlyList<(StepTransition Row, Refusal? WhyNot)> Answers { get; }

    /// <summary>Whether the question at hand can be answered.</summary>
    public bool CanAnswer => Answers.Any(each => each.WhyNot is null);

    /// <summary>What can be done by a form, what usually comes next first.</summary>
    public IReadOnlyList<CaseForm> Offered { get; }

    /// <summary>What the stage knows but something forbids just now, each with the reason.</summary>
    public IReadOnlyList<(CaseAction Action, Refusal WhyNot)> NotNow { get; }

    public IEnumerable<CaseForm> Daily => Work.Where(form => CaseForms.IsDaily(form.Action));

    /// <summary>What stands folded away.</summary>
    public IEnumerable<CaseForm> Others => Work.Where(form => !CaseForms.IsDaily(form.Action));

    /// <summary>What the card about the inquiry offers.</summary>
    public IEnumerable<CaseForm> OfInquiry => Offered.Where(form => CaseForms.IsAboutInquiry(form.Action));

    /// <summary>What the card about disputes offers; without a dispute there is none.</summary>
    public IEnumerable<CaseForm> OfDisputes => Offered.Where(form => IsOfDisputes(form.Action));

    /// <summary>Whether there is anything for the card of actions.</summary>
    public bool HasAny => Work.Any() || Answers.Count > 0;

    /// <summary>The drafts to go on with.</summary>
    public IReadOnlyList<CaseDocument> Drafts { get; }

    /// <summary>The letters that wait for approval.</summary>
    public IEnumerable<CaseDocument> Submitted => underWay.Where(document => document.Status == DocumentStatus.Submitted);

    /// <summary>Whether the reader approves them.</summary>
    public bool Approves { get; }

    /// <summary>The outcomes that one letter is to give; none while an answering letter is under way.</summary>
    public IReadOnlyList<ItemOutcome> Together { get; } = [];

    /// <summary>The letters to begin, each alone: those that the answers call for.</summary>
    public IReadOnlyList<ItemOutcome> Letters { get; } = [];

    /// <summary>The first form where it comes first of all: there is no question to answer, and no letter to write or approve.</summary>
    public CaseForm? First => CanAnswer || Together.Count > 0 || Letters.Count > 0
        || underWay.Exists(document => document.Status is DocumentStatus.Drafted or DocumentStatus.Submitted)
        ? null : Daily.FirstOrDefault();

    // Without what has a card of its own: the inquiry, the disputes, and the attachments.
    private IEnumerable<CaseForm> Work => Offered.Where(form =>
        !CaseForms.IsAboutInquiry(form.Action) && !IsOfDisputes(form.Action) && form.Action != CaseAction.Attach);

    private bool IsOfDisputes(CaseAction action) => file.Disputes.Count > 0 && CaseForms.IsAboutDispute(action);

    // Of what may be drafted, what the answers given lead to; a case withdrawn is closed by its notice.
    private bool IsNext(ItemOutcome outcome) => underWay.TrueForAll(document => document.Template != outcome.Template)
        && (file.Items.Any(item => item.AnsweredBy is null
            && (item.Outcome?.Template == outcome.Template || Opened(item) == outcome.Template))
            || (file.Stage == CaseStage.Withdrawn && outcome.Template == TemplateCodes.ClosingNotice));

    private static string? Opened(CaseItem item) => item.LastAnswer is { } answer ? AnswerTransitions.Of(answer).Opens : null;
}
