using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Disclosure.Cases.Web.Pages.Cases.Queueing;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A case for which a letter is drafted together with others.</summary>
/// <param name="View">The case.</param>
/// <param name="Begun">The draft of it that there is, or null.</param>
/// <param name="Why">Why nothing was drafted or submitted, or null.</param>
internal sealed record CaseToDraft(CaseView View, Guid? Begun, string? Why)
{
    /// <summary>Whether the text can be drafted in it.</summary>
    public bool IsOpen => Begun is null && Why is null;
}

/// <summary>A text, the number of cases in which it can be drafted, and of those in which its draft is there already.</summary>
internal sealed record DraftChoice(ItemOutcome Outcome, int Open, int Begun);

/// <summary>
/// 一并拟写: one text for the cases that were ticked in the queue, filled in once. Each case gets a letter of its own, with what it
/// knows itself wherever the proposal was left as it was, and each is checked, submitted and numbered by itself.
/// </summary>
[Authorize(Policies.Clerk)]
internal sealed partial class DraftTogetherModel(
    CasePageQuery reading, DraftService drafts, CaseLetters letters, ILetters renderer, IReplyTemplates templates,
    Commands commands, IStringLocalizer<Words> words) : PageModel
{
    private string? template;
    private string? variant;

    /// <summary>The cases that were ticked.</summary>
    public IReadOnlyList<CaseToDraft> Cases { get; private set; } = [];

    /// <summary>The texts that can be drafted or submitted.</summary>
    public IReadOnlyList<DraftChoice> Choices { get; private set; } = [];

    /// <summary>The text that was chosen, or null.</summary>
    public ReplyTemplate? Chosen => template is null ? null : templates.Find(template);

    /// <summary>Its variant, or null.</summary>
    public string? Variant => variant;

    /// <summary>What is filled in, as the first case has it; none while no text is chosen.</summary>
    public LetterForm Form { get; private set; } = LetterForm.None;

    /// <summary>The first case that the text fits: its letter is shown.</summary>
    public CaseView? First => Cases.FirstOrDefault(each => each.IsOpen)?.View;

    public string Preview { get; private set; } = "";

    public IReplyTemplates Templates => templates;

    /// <summary>What was done of it, where not everything was.</summary>
    public string? Done { get; private set; }

    /// <summary>The queue as it was: each address of this page has it.</summary>
    public QueueChoice Queue => QueueChoice.Read(Request.Query);

    /// <summary>The address of the queue as it was.</summary>
    public string Back => Queue.Link();

    /// <summary>The address of a text for the same cases.</summary>
    public string LinkTo(ItemOutcome outcome) => LinkTo(outcome.Template, outcome.Variant);

    private string LinkTo(string? template, string? variant) => Queue.Link("/cases/draft-together") + (Queue.IsEmpty ? '?' : '&')
        + $"template={template}&variant={variant}" + string.Concat(Cases.Select(each => $"&case={each.View.File.Id}"));

    public async Task OnGetAsync(string? template, string? variant, CancellationToken cancellation)
    {
        await Read(Queue.Cases, template, variant, cancellation);
        if (First is { } first && Choose(first) is { } chosen)
        {
            Form = Prefilled(first, chosen);
            await Compose(cancellation);
        }
    }

    public Task<IActionResult> OnPostSaveAsync(string? template, string? variant, CancellationToken cancellation) =>
        Keep(template, variant, DraftStep.Save, cancellation);

    public Task<IActionResult> OnPostSubmitAsync(string? template, string? variant, CancellationToken cancellation) =>
        Keep(template, variant, DraftStep.Submit, cancellation);

    /// <summary>The first letter as it would read with what is typed; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(string? template, string? variant, CancellationToken cancellation)
    {
        var typed = await Request.ReadFormAsync(cancellation);
        await Read(Ticked(typed), template, variant, cancellation);
        if (First is null || Choose(First) is not { } chosen)
        {
            return NotFound();
        }

        Form = chosen.With(First, typed).WithDueDates(First);
        await Compose(cancellation);
        return Request.Headers.XRequestedWith == "fetch" ? Content(Preview, "text/html; charset=utf-8") : Page();
    }

    private async Task<IActionResult> Keep(string? template, string? variant, DraftStep step, CancellationToken cancellation)
    {
        var typed = await Request.ReadFormAsync(cancellation);
        await Read(Ticked(typed), template, variant, cancellation);
        // The proposals that stood on the page are those of the case that it was filled in for, whatever became of it since.
        var shown = Guid.TryParse(typed["first"], out var id) ? Cases.FirstOrDefault(each => each.View.File.Id == id)?.View : First;
        if (shown is not { } first || Choose(first) is not { } chosen)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        var letter = chosen.With(first, typed).WithDueDates(first);
        var proposed = Prefilled(first, chosen);
        var done = 0;
        var results = new List<CaseToDraft>();
        foreach (var one in Cases)
        {
            if (!one.IsOpen || Choose(one.View) is not { } chosenHere)
            {
                results.Add(one);
                continue;
            }

            var own = Own(letter, proposed, first, one.View, chosenHere);
            if (WhyLeftOut(own, first, one.View) is { } why)
            {
                results.Add(one with { Why = why });
                continue;
            }

            var result = await drafts.Keep(one.View, null, own, one.View.File.Version, step, cancellation);
            done += result.Refusals.Count == 0 ? 1 : 0;
            results.Add(one with
            {
                Begun = result.Id,
                Why = result.Refusals.Count == 0 ? null : (result.IsKept ? words["草稿已保存，尚不能提交："] : "") + Finding.Said(result.Refusals),
            });
        }

        var sentence = step == DraftStep.Submit ? words["已提交 {0} 件：{1}", done, letter.Title] : words["已拟写 {0} 件：{1}", done, letter.Title];
        if (done == results.Count)
        {
            TempData["Done"] = sentence.Value;
            return LocalRedirect(step == DraftStep.Submit ? Back : LinkTo(template, variant));
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        Done = done > 0 ? sentence.Value : null;
        Cases = await Again(results.Where(each => step == DraftStep.Save || each.Begun is null || each.Why is not null), cancellation);
        if (done == 0 && results.TrueForAll(each => each.Begun is null))
        {
            // Nothing was kept: what was typed stays on the page.
            Form = letter;
            Preview = renderer.ToHtmlPreview(await letters.Compose(
                first.File, Form.ToWrite(), Form.PrincipalIndex, first.Moment.Today, cancellation));
        }

        return Page();
    }

    private string? WhyLeftOut(LetterForm own, CaseView first, CaseView view) => own.Sections[0].Facts is var facts
        && FeeFacts.Of(facts) is { Yuan: 0 } ? words["在免费数量之内，不收费，没有拟写。"].Value
        : OwnWords.LeftOver(facts, first, view) is { } quoted ? words["所填内容照录了另一件的申请内容“{0}”，请改写后再拟写本件。", quoted].Value
        : null;

    private IReadOnlyList<Guid> Ticked(IFormCollection typed) => new FormReader(typed, words).Ids("case");

    // What was left as it was proposed for the first case is proposed anew for each; what was typed is the same in all, but for what it
    // quotes of the application.
    private static LetterForm Own(LetterForm typed, LetterForm proposed, CaseView from, CaseView view, LetterForm own)
    {
        var section = own.Sections[0];
        var (written, first, known) = (typed.Sections[0].Facts, proposed.Sections[0].Facts, Prefilled(view, own).Sections[0].Facts);
        var facts = new JsonObject();
        foreach (var fact in section.Template.Facts)
        {
            var left = JsonNode.DeepEquals(written[fact.Key], first[fact.Key]);
            if ((left ? known[fact.Key]?.DeepClone() : OwnWords.Of(written[fact.Key], from, view)) is { } value)
            {
                facts[fact.Key] = value;
            }
        }

        return (own with { Sections = [section with { Facts = facts }] }).WithDueDates(view);
    }

    private static LetterForm Prefilled(CaseView view, LetterForm chosen) => chosen with
    {
        Sections = [.. chosen.Sections.Select(section =>
            section with { Facts = FactPrefill.Of(view, section.Template, null, section.Items) })],
    };

    private LetterForm? Choose(CaseView view) =>
        template is null ? null : new TemplateChoice(view.File, templates).Choose(template, variant);

    private async Task Read(
        IReadOnlyList<Guid> ids, string? chosen, string? chosenVariant, CancellationToken cancellation)
    {
        (template, variant) = (string.IsNullOrEmpty(chosen) ? null : chosen, string.IsNullOrEmpty(chosenVariant) ? null : chosenVariant);
        var cases = new List<CaseToDraft>();
        var counts = new List<(ItemOutcome Outcome, bool IsBegun)>();
        foreach (var id in ids)
        {
            if (await reading.Find(id, cancellation) is not { IsOwnAgency: true } view)
            {
                continue;
            }

            var choice = new TemplateChoice(view.File, templates);
            var begun = template is null ? null : choice.Begun(template, variant)?.Id;
            counts.AddRange(choice.Alone.Select(outcome => (outcome, choice.Begun(outcome.Template, outcome.Variant) is not null)));
            var fits = template is null
                || choice.Alone.Any(outcome => outcome.Template == template
                    && (outcome.Variant is null || variant is null || outcome.Variant == variant));
            cases.Add(new CaseToDraft(view, begun, begun is not null || fits ? null : words["本案现在不能拟写这一文书。"].Value));
        }

        Cases = cases;
        Choices =
        [
            .. counts.GroupBy(each => each.Outcome, each => each.IsBegun)
                .Select(of => new DraftChoice(of.Key, of.Count(isBegun => !isBegun), of.Count(isBegun => isBegun)))
                .OrderByDescending(each => each.Open + each.Begun),
        ];
    }

    private async Task Compose(CancellationToken cancellation) => Preview = renderer.ToHtmlPreview(await letters.Compose(
        First!.File, Form.ToWrite(), Form.PrincipalIndex, First.Moment.Today, cancellation));
}
