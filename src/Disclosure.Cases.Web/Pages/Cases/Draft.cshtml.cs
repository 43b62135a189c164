using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.LegalChecks;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
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
/// submitting runs the legal check and shows each finding beside its fact. Where the items have different outcomes, the
/// letter has a section for each.
/// </summary>
[Authorize(Policies.Clerk)]
internal sealed partial class DraftModel(CasePageQuery reading, Commands commands, CaseLetters letters, ILetters renderer, IReplyTemplates templates, ICaseTexts texts, IApplicants applicants, FinishedLetters finished, LegalCheck check, IStringLocalizer<Words> words) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseDocument? Document { get; private set; }

    /// <summary>What is being drafted; empty while no text is chosen.</summary>
    public IReadOnlyList<SectionForm> Sections { get; private set; } = [];

    /// <summary>Which section is the principal one, from 0.</summary>
    public int PrincipalIndex { get; private set; }

    public SectionForm Principal => Sections[PrincipalIndex];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public string Preview { get; private set; } = "";

    public bool IsStranded { get; private set; }

    /// <summary>Whether another wording came into force since the draft was begun.</summary>
    public bool IsOutdated => Document is { Status: DocumentStatus.Drafted } document && templates.IsOutdated(document);

    /// <summary>Whether the draft was kept, though it could not be submitted.</summary>
    public bool IsKept { get; private set; }

    /// <summary>Whether a second one of this text may be drafted: consultations may go to several people; what has an effect on the case goes out once.</summary>
    public bool CanDraftAnother => Document is { Status: DocumentStatus.Drafted, Effect: ServiceEffect.Consults or ServiceEffect.Nothing } document
        && Draftable.Any(outcome => outcome.Template == document.Template);

    /// <summary>Whether the draft was finished in Word, which locks its facts.</summary>
    public bool IsFinished => Document?.Finished is not null;

    /// <summary>How it was given back, while it is a draft again; null where it never was.</summary>
    public LastReturn? Returned => Document is { Status: DocumentStatus.Drafted } document ? LastReturn.Of(View, document) : null;

    /// <summary>Where the facts stand on the page.</summary>
    public IEnumerable<Place> Places => Sections.SelectMany(section => section.Places).Append(new Place("Content", words["Word 定稿"], "finish"));

    public IReplyTemplates Templates => templates;

    /// <summary>The texts that may be drafted now, each alone; the outcomes of a letter with several sections are not among them.</summary>
    public IReadOnlyList<ItemOutcome> Draftable { get; private set; } = [];

    /// <summary>The outcomes that one letter has to give, where there are several.</summary>
    public IReadOnlyList<ItemOutcome> Outcomes { get; private set; } = [];

    /// <summary>What the page is about.</summary>
    public string Title => Sections.Count > 1 ? Letter.TitleOfSeveral : Principal.Template.Template.Title;

    /// <summary>The draft of a text that is under way already, or null.</summary>
    public CaseDocument? Begun(string template, string? variant) => View.File.Documents.LastOrDefault(document => document.Status == DocumentStatus.Drafted
        && (template == SectionForm.Several ? document.Sections.Count > 1 : document.Sections.Count == 1 && document.Template == template && (string.IsNullOrEmpty(variant) || document.Variant == variant)));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? documentId, string? template, string? variant, bool another, Guid? about)
    {
        if (!await Read(id, documentId))
        {
            return NotFound();
        }

        if (Document is not null)
        {
            await ReadDocument(Document);
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

            var count = await applicants.ApplicationsThisMonth(id);
            ChooseProved(about);
            Sections = [.. Sections.Select(section => section with { Facts = FactPrefill.Of(View, section.Template, count, About, section.Items) })];
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

        Sections = [.. Sections.Select(section => section with { EmptyParts = section.Template.Facts.Any(fact => section.NameOf(fact.Key) == more) ? 1 : 0 })];
        await Compose();
        return Request.Headers.XRequestedWith == "fetch" ? Content(Preview, "text/html; charset=utf-8") : Page();
    }

    public Task<IActionResult> OnPostSaveAsync(Guid id, Guid? documentId, string? template, string? variant, CancellationToken cancellation) =>
        Keep(id, documentId, template, variant, submits: false, cancellation);

    /// <summary>Keeps the draft and shows what the legal check finds, without submitting it.</summary>
    public Task<IActionResult> OnPostCheckAsync(Guid id, Guid? documentId, string? template, string? variant, CancellationToken cancellation) =>
        Keep(id, documentId, template, variant, submits: false, cancellation, checks: true);

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

    private async Task<IActionResult> Keep(Guid id, Guid? documentId, string? template, string? variant, bool submits, CancellationToken cancellation, bool checks = false)
    {
        if (await ReadTyped(id, documentId, template, variant) is { } problem)
        {
            return problem;
        }

        var reader = new FormReader(Request.Form, words);
        var version = reader.Number(CaseForm.Version);

        // What no letter can ever carry is not kept either; what is still missing is.
        var refusals = Sections.SelectMany(section => section.Template.Facts.SelectMany(fact => LetterCheck.OfFact(fact, section.Facts[fact.Key])).Select(refusal => refusal with { Field = section.NameOf(refusal.Field!) }))
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
            else if (checks)
            {
                IsKept = true;
                refusals = [.. await check.Findings(View.File, View.File.Document(draft!.Value), View.Moment)];
            }
        }

        if (refusals.Count == 0)
        {
            return submits ? Done(words["已提交：{0}", Title], $"/cases/{id}")
                : Done(checks ? words["草稿已保存；法律审查没有发现问题，可以提交。"] : words["草稿已保存。"], $"/cases/{id}/draft/{draft}");
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
        // What was finished in Word has its facts locked: there is nothing to save.
        if (Document is { Finished: not null } locked)
        {
            return (locked.Id, []);
        }

        if (Document is { } document)
        {
            return (document.Id, [.. (await commands.Send(new ReviseDocument(id, version, document.Id, [.. Sections.Select(section => section.Facts.DeepClone().AsObject())], PrincipalIndex), cancellation)).Refusals]);
        }

        var result = await commands.Send(new DraftDocument(id, version, [.. Sections.Select(section => section.ToDraft())], PrincipalIndex), cancellation);
        return result.Succeeded ? (result.Value, []) : (null, [.. result.Refusals]);
    }

    private async Task<bool> Read(Guid id, Guid? documentId)
    {
        if (await reading.Find(id) is not { IsOwnAgency: true } view)
        {
            return false;
        }

        View = view;
        Outcomes = StepTransitions.Answering(view.File) is { Count: > 1 } several ? several : [];
        Draftable = [.. StepTransitions.Draftable(view.File).Except(Outcomes)];
        Document = documentId is { } known ? view.File.FindDocument(known) : null;
        return documentId is null || Document is not null;
    }

    private async Task Compose()
    {
        if (Sections.Count > 0)
        {
            Preview = renderer.ToHtmlPreview(await letters.Compose(View.File, [.. Sections.Select(section => section.ToWrite())], PrincipalIndex, View.Moment.Today));
        }

        if (Document is not null && await finished.Upload(Document) is { } upload)
        {
            Preview = renderer.ToHtml(upload, asDraft: true);
        }

        Preview = Returned is { } returned ? MarkedLetter.Mark(Preview, returned.Marks) : Preview;
    }
}
