using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Looks;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>
/// 拟写: the facts of a text on one side, the letter as it will read on the other. Saving keeps an unfinished draft;
/// submitting runs the legal check and shows each finding beside its fact. Where the items have different outcomes, the
/// letter has a section for each.
/// </summary>
[Authorize(Policies.Clerk)]
internal sealed class DraftModel(
    CasePageQuery reading, DraftService drafts, CaseLetters letters, ILetters renderer, IReplyTemplates templates,
    FinishedLetters finished, LookBook looks, IStringLocalizer<Words> words) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseDocument? Document { get; private set; }

    /// <summary>What can be drafted now.</summary>
    public TemplateChoice Choice { get; private set; } = null!;

    /// <summary>What is being drafted.</summary>
    public LetterForm Form { get; private set; } = LetterForm.None;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public string Preview { get; private set; } = "";

    /// <summary>Whether another wording came into force since the draft was begun.</summary>
    public bool IsOutdated => Document is { Status: DocumentStatus.Drafted } document && templates.IsOutdated(document);

    /// <summary>Whether the draft was kept, though it could not be submitted.</summary>
    public bool IsKept { get; private set; }

    /// <summary>
    /// Whether a second one of this text may be drafted: consultations may go to several people; what has an effect
    /// on the case goes out once.
    /// </summary>
    public bool CanDraftAnother =>
        Document is { Status: DocumentStatus.Drafted, Effect: ServiceEffect.Consults or ServiceEffect.Nothing } document
        && Choice.Alone.Any(outcome => outcome.Template == document.Template);

    /// <summary>Whether the draft was finished in Word, which locks its facts.</summary>
    public bool IsFinished => Document?.Finished is not null;

    /// <summary>How it was given back, while it is a draft again; null where it never was.</summary>
    public LastReturn? Returned => Document is { Status: DocumentStatus.Drafted } document ? LastReturn.Of(View, document) : null;

    /// <summary>The document whose service is to be proved, or null where that is not what is drafted.</summary>
    public CaseDocument? About { get; private set; }

    /// <summary>The documents whose service can be proved, while none is chosen for good.</summary>
    public IReadOnlyList<(CaseDocument Document, string Title)> Provable { get; private set; } = [];

    /// <summary>Where the facts stand on the page.</summary>
    public IEnumerable<Place> Places =>
        Form.Sections.SelectMany(section => section.Places(templates, words)).Append(new Place("Content", words["Word 定稿"], "finish"));

    public IReplyTemplates Templates => templates;

    public async Task<IActionResult> OnGetAsync(
        Guid id, Guid? documentId, string? template, string? variant, bool another, Guid? about, CancellationToken cancellation)
    {
        if (!await Read(id, documentId, cancellation))
        {
            return NotFound();
        }

        if (Document is null && !string.IsNullOrEmpty(template))
        {
            if (Choice.Choose(template, variant) is not { } chosen)
            {
                return NotFound();
            }

            if (!another && Choice.Begun(template, variant) is { } begun)
            {
                return Done(words["这一文书已在拟写，请继续拟写。"], $"/cases/{id}/draft/{begun.Id}");
            }

            ChooseProved(chosen, about);
            Form = chosen with
            {
                Sections = [.. chosen.Sections.Select(section =>
                    section with { Facts = FactPrefill.Of(View, section.Template, About, section.Items) })],
            };
        }

        if (Form.Sections.Any(section => section.Template.Template.Code == TemplateCodes.RegistrationForm))
        {
            await looks.Record(LookKind.Opened, id, Form.Title, cancellation);
        }

        await Compose(cancellation);
        return Page();
    }

    /// <summary>The letter as it would read with what is typed; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(
        Guid id, Guid? documentId, string? template, string? variant, string? more, CancellationToken cancellation)
    {
        if (!await ReadTyped(id, documentId, template, variant, cancellation))
        {
            return NotFound();
        }

        Form = Form.WithPartFor(more);
        await Compose(cancellation);
        return Request.Headers.XRequestedWith == "fetch" ? Content(Preview, "text/html; charset=utf-8") : Page();
    }

    /// <summary>What a part that is withheld has to be told on the ground chosen; nothing is kept.</summary>
    public async Task<IActionResult> OnPostPartAsync(
        Guid id, Guid? documentId, string? template, string? variant, string? part, CancellationToken cancellation) =>
            await ReadTyped(id, documentId, template, variant, cancellation) && Form.PartAt(View, part, Request.Form) is { } typed
                ? Partial("_Part", (typed, Findings))
                : NotFound();

    public Task<IActionResult> OnPostSaveAsync(
        Guid id, Guid? documentId, string? template, string? variant, int version, CancellationToken cancellation) =>
            Keep(id, documentId, template, variant, version, DraftStep.Save, cancellation);

    /// <summary>Keeps the draft and shows what the legal check finds, without submitting it.</summary>
    public Task<IActionResult> OnPostCheckAsync(
        Guid id, Guid? documentId, string? template, string? variant, int version, CancellationToken cancellation) =>
            Keep(id, documentId, template, variant, version, DraftStep.Check, cancellation);

    public Task<IActionResult> OnPostSubmitAsync(
        Guid id, Guid? documentId, string? template, string? variant, int version, CancellationToken cancellation) =>
            Keep(id, documentId, template, variant, version, DraftStep.Submit, cancellation);

    /// <summary>The draft is kept as typed and goes on with the wording in force.</summary>
    public Task<IActionResult> OnPostRebaseAsync(Guid id, Guid? documentId, int version, CancellationToken cancellation) =>
        Keep(id, documentId, null, null, version, DraftStep.Rebase, cancellation);

    private async Task<IActionResult> Keep(
        Guid id, Guid? documentId, string? template, string? variant, int version, DraftStep step, CancellationToken cancellation)
    {
        if (!await ReadTyped(id, documentId, template, variant, cancellation))
        {
            return NotFound();
        }

        var (draft, isKept, refusals) = await drafts.Keep(View, Document, Form, version, step, cancellation);
        if (refusals.Count == 0)
        {
            return Done(
                step switch
                {
                    DraftStep.Save => words["草稿已保存。"],
                    DraftStep.Check => words["草稿已保存；法律审查没有发现问题，可以提交。"],
                    DraftStep.Submit => words["已提交：{0}", Form.Title],
                    DraftStep.Rebase => words["已改用现行文本。"],
                },
                step == DraftStep.Submit ? $"/cases/{id}" : $"/cases/{id}/draft/{draft}");
        }

        (Findings, IsKept, Response.StatusCode) = (Finding.Of(refusals), isKept, Commands.StatusOf(refusals));
        var typed = Form;
        await Read(id, draft, cancellation);
        Form = typed;
        await Compose(cancellation);
        return Page();
    }

    private LocalRedirectResult Done(string sentence, string next)
    {
        TempData["Done"] = sentence;
        return LocalRedirect(next);
    }

    private async Task<bool> Read(Guid id, Guid? documentId, CancellationToken cancellation)
    {
        if (await reading.Find(id, cancellation) is not { IsOwnAgency: true } view)
        {
            return false;
        }

        (View, Choice) = (view, new TemplateChoice(view.File, templates));
        Document = documentId is { } known ? view.File.FindDocument(known) : null;
        Form = Document is null ? LetterForm.None : LetterForm.Of(view, Document);
        return documentId is null || Document is not null;
    }

    // What was finished in Word has its facts locked: whatever is sent, they stay as they are.
    private async Task<bool> ReadTyped(Guid id, Guid? documentId, string? template, string? variant, CancellationToken cancellation)
    {
        if (!await Read(id, documentId ?? (Guid.TryParse(Request.Form["Draft"], out var draft) ? draft : null), cancellation)
            || (Document is null ? Choice.Choose(template, variant, Request.Form) : Form) is not { } letter)
        {
            return false;
        }

        Form = IsFinished ? letter : letter.With(View, Request.Form).WithDueDates(View);
        return true;
    }

    // A proof of service is one document's: which one is chosen before it is filled in.
    private void ChooseProved(LetterForm chosen, Guid? about)
    {
        if (chosen.Sections is [{ Template.Template.Code: ServiceProof.Code }])
        {
            Provable = [.. ServiceProof.Provable(View).Select(document => (document, ServiceProof.Name(View, document)))];
            About = Provable.Select(each => each.Document).FirstOrDefault(document => document.Id == about) ?? ServiceProof.Next(View);
        }
    }

    private async Task Compose(CancellationToken cancellation)
    {
        if (Form.Sections.Count > 0)
        {
            Preview = renderer.ToHtmlPreview(await letters.Compose(
                View.File, Form.ToWrite(), Form.PrincipalIndex, View.Moment.Today, cancellation));
        }

        if (Document is not null && await finished.Upload(Document, cancellation) is { } upload)
        {
            Preview = renderer.ToHtml(upload, asDraft: true);
        }

        Preview = Returned is { } returned ? MarkedLetter.Mark(Preview, returned.Marks) : Preview;
    }
}
