using System.Text.Json.Nodes;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Propriety;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>
/// 拟写: the facts of a text on one side, the letter as it will read on the other. Saving keeps an unfinished draft;
/// submitting runs the legal check and shows each finding beside its fact.
/// </summary>
[Authorize(Policies.Clerk)]
internal sealed class DraftModel(CaseReading reading, Commands commands, CaseLetters letters, ILetters renderer, IReplyTemplates templates, ICaseTexts texts, ICaseQueries queries, IStringLocalizer<Words> words) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseDocument? Document { get; private set; }

    public EffectiveTemplate? Template { get; private set; }

    public JsonObject Facts { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>How many empty sections are added to those filled in.</summary>
    public int EmptySections { get; private set; }

    public string Preview { get; private set; } = "";

    public bool IsStranded { get; private set; }

    /// <summary>Whether another wording came into force since the draft was begun.</summary>
    public bool IsOutdated => Document is { Status: DocumentStatus.Drafted } document && templates.IsOutdated(document);

    /// <summary>Whether the draft was kept, though it could not be submitted.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Whether a second one of this text may be drafted: consultations may go to several people; what has an effect on the case goes out once.</summary>
    public bool CanDraftAnother => Document is { Status: DocumentStatus.Drafted, Effect: ServiceEffect.Consults or ServiceEffect.Nothing } document
        && Draftable.Any(outcome => outcome.Template == document.Template);

    /// <summary>Where the facts stand on the page.</summary>
    public IEnumerable<Place> Places => Template is null ? [] : Template.Facts.Select(fact => new Place(fact.Key, fact.LabelIn(Texts.CurrentLanguage), "fact-" + fact.Key));

    public IReplyTemplates Templates => templates;

    /// <summary>The texts that may be drafted now.</summary>
    public IReadOnlyList<ItemOutcome> Draftable { get; private set; } = [];

    public IEnumerable<Finding> Of(TemplateFact fact) => Findings.Where(finding => finding.Field == fact.Key);

    /// <summary>The draft of a text that is under way already, or null.</summary>
    public CaseDocument? Begun(string template, string? variant) => View.File.Documents.LastOrDefault(document =>
        document.Status == DocumentStatus.Drafted && document.Template == template && (string.IsNullOrEmpty(variant) || document.Variant == variant));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? documentId, string? template, string? variant, bool another)
    {
        if (!await Read(id, documentId))
        {
            return NotFound();
        }

        if (Document is not null)
        {
            Template = templates.Of(Document)!.For(Document.Variant);
            Facts = JsonNode.Parse(await texts.Read(Document.Facts))!.AsObject();
        }
        else if (!string.IsNullOrEmpty(template))
        {
            if (Choose(template, variant) is { } problem)
            {
                return problem;
            }

            if (!another && Begun(template, variant) is { } begun)
            {
                TempData["Done"] = words["这一文书已在拟写，请继续拟写。"].Value;
                return LocalRedirect($"/cases/{id}/draft/{begun.Id}");
            }

            Facts = FactPrefill.Of(View, Template!, await queries.ApplicationsThisMonth(id));
        }

        await Compose();
        return Page();
    }

    /// <summary>The letter as it would read with what is typed; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(Guid id, Guid? documentId, string? template, string? variant, string? more)
    {
        if (await ReadTyped(id, documentId, template, variant) is { } problem)
        {
            return problem;
        }

        EmptySections = more is null ? 0 : 1;
        await Compose();
        return Request.Headers.XRequestedWith == "fetch" ? Content(Preview, "text/html; charset=utf-8") : Page();
    }

    public Task<IActionResult> OnPostSaveAsync(Guid id, Guid? documentId, string? template, string? variant, CancellationToken cancellation) =>
        Keep(id, documentId, template, variant, submits: false, cancellation);

    public Task<IActionResult> OnPostSubmitAsync(Guid id, Guid? documentId, string? template, string? variant, CancellationToken cancellation) =>
        Keep(id, documentId, template, variant, submits: true, cancellation);

    /// <summary>The draft is kept as typed and goes on with the wording in force.</summary>
    public async Task<IActionResult> OnPostRebaseAsync(Guid id, Guid? documentId, CancellationToken cancellation)
    {
        if (await ReadTyped(id, documentId, null, null) is { } problem)
        {
            return problem;
        }

        var (draft, refusals) = await Save(id, new FormReader(Request.Form, words).Number(CaseForm.Version), cancellation);
        if (refusals.Count == 0 && await Read(id, draft))
        {
            refusals = [.. (await commands.Send(new RebaseDocument(id, View.File.Version, draft!.Value), cancellation)).Refusals];
        }

        return refusals.Count == 0 ? Done(words["已改用现行文本。"], $"/cases/{id}/draft/{draft}") : await Refused(id, draft, refusals);
    }

    private async Task<IActionResult> Keep(Guid id, Guid? documentId, string? template, string? variant, bool submits, CancellationToken cancellation)
    {
        if (await ReadTyped(id, documentId, template, variant) is { } problem)
        {
            return problem;
        }

        var reader = new FormReader(Request.Form, words);
        var version = reader.Number(CaseForm.Version);

        // What no letter can ever carry is not kept either; what is still missing is.
        var refusals = Template!.Facts.SelectMany(fact => LetterCheck.OfFact(fact, Facts[fact.Key]))
            .Where(refusal => refusal.Code is "letter.text-too-long" or "letter.control-character" or "letter.too-many").ToList();
        var draft = Document?.Id;
        if (refusals.Count == 0)
        {
            (draft, refusals) = await Save(id, version, cancellation);
        }

        if (refusals.Count == 0)
        {
            await Read(id, draft);
            if (submits)
            {
                IsKept = true;
                refusals = [.. (await commands.Send(new SubmitDocument(id, View.File.Version, draft!.Value), cancellation)).Refusals];
            }
        }

        if (refusals.Count == 0)
        {
            return submits ? Done(words["已提交：{0}", Template!.Template.Title], $"/cases/{id}") : Done(words["草稿已保存。"], $"/cases/{id}/draft/{draft}");
        }

        return await Refused(id, draft, refusals);
    }

    private LocalRedirectResult Done(string sentence, string next)
    {
        TempData["Done"] = sentence;
        return LocalRedirect(next);
    }

    private async Task<IActionResult> Refused(Guid id, Guid? draft, List<Refusal> refusals)
    {
        Findings = Finding.Of(refusals);
        Response.StatusCode = refusals.Exists(refusal => refusal.Code == Commands.Conflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        await Read(id, draft);
        await Compose();
        return Page();
    }

    private async Task<(Guid? Draft, List<Refusal> Refusals)> Save(Guid id, int version, CancellationToken cancellation)
    {
        if (Document is { } document)
        {
            return (document.Id, [.. (await commands.Send(new ReviseDocument(id, version, document.Id, Facts.DeepClone().AsObject()), cancellation)).Refusals]);
        }

        var result = await commands.Send(new DraftDocument(id, version, Template!.Template.Code, Template.Variant?.Code, Facts.DeepClone().AsObject()), cancellation);
        return result.Succeeded ? (result.Value, []) : (null, [.. result.Refusals]);
    }

    private async Task<IActionResult?> ReadTyped(Guid id, Guid? documentId, string? template, string? variant)
    {
        if (!await Read(id, documentId ?? (Guid.TryParse(Request.Form["Draft"], out var draft) ? draft : null)))
        {
            return NotFound();
        }

        if (Document is not null)
        {
            Template = templates.Of(Document)!.For(Document.Variant);
        }
        else if (Choose(template, variant) is { } problem)
        {
            return problem;
        }

        Facts = FactForm.Read(Template!.Facts, Request.Form);
        return null;
    }

    private NotFoundResult? Choose(string? template, string? variant)
    {
        variant = string.IsNullOrEmpty(variant) ? null : variant;
        if (template is null || templates.Find(template) is not { } found || !found.HasVariant(variant))
        {
            return NotFound();
        }

        // Another text may have become the right one meanwhile; what was typed is shown all the same.
        IsStranded = Draftable.All(outcome => outcome.Template != found.Code);
        Template = found.For(variant ?? Draftable.FirstOrDefault(outcome => outcome.Template == found.Code)?.Variant);
        return null;
    }

    private async Task<bool> Read(Guid id, Guid? documentId)
    {
        if (await reading.Find(id) is not { IsOwnAgency: true } view)
        {
            return false;
        }

        View = view;
        Draftable = StepTransitions.Draftable(view.File);
        Document = documentId is { } known ? view.File.FindDocument(known) : null;
        return documentId is null || Document is not null;
    }

    private async Task Compose()
    {
        if (Template is null)
        {
            return;
        }

        var items = Document?.Items ?? [.. View.File.Items.Where(item => item.Outcome?.Template == Template.Template.Code).Select(item => item.Id)];
        var letter = (await letters.Compose(View.File, Template.Template.Code, Template.Variant?.Code, items, Facts, View.Moment.Today)) with { TemplateVersion = Document?.TemplateVersion };
        Preview = renderer.ToHtmlPreview(letter);
    }
}
