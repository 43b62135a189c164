using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyProcess.Propriety;
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

/// <summary>A document as it reads, the case's clock and reasoning beside it; a reviewer approves it here or gives it back.</summary>
[Authorize(Policies.Reader)]
internal sealed class DocumentModel(CaseReading reading, Commands commands, CaseLetters letters, ILetters renderer, IReplyTemplates templates, IStringLocalizer<Words> words) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseDocument Document { get; private set; } = null!;

    /// <summary>What the document is called.</summary>
    public string Title => templates.TitleOf(Document);

    public string Html { get; private set; } = "";

    public string? Reason { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Why the user cannot approve although it waits for approval, or null.</summary>
    public string? WhyNot { get; private set; }

    public bool Decides => Document.Status == DocumentStatus.Submitted && View.Can(CaseAction.Approve);

    /// <summary>What was answered in the case, with the reasons.</summary>
    public IEnumerable<(string Sentence, string? Detail)> Reasoning => View.History
        .Where(row => row.Event is StepAnswered or SearchRecorded or DisclosureReviewed or OpinionReceived or ExtensionConsented)
        .Select(row => View.Sentences.Of(row.Event));

    public async Task<IActionResult> OnGetAsync(Guid id, Guid documentId) => await Read(id, documentId) ? Page() : NotFound();

    /// <summary>The draft or letter to finish or keep, as a file.</summary>
    public async Task<IActionResult> OnGetDocxAsync(Guid id, Guid documentId)
    {
        if (!await Read(id, documentId))
        {
            return NotFound();
        }

        var letter = await letters.Compose(View.File, Document, View.Moment.Today);
        return renderer.Check(letter).Count == 0 ? File(renderer.ToDocx(letter), IssuedLetters.Docx, $"{Title}.docx") : LocalRedirect($"/cases/{id}/documents/{documentId}");
    }

    public async Task<IActionResult> OnPostApproveAsync(Guid id, Guid documentId, CancellationToken cancellation)
    {
        if (!await Read(id, documentId))
        {
            return NotFound();
        }

        var result = await commands.Send(new ApproveDocument(id, Version(), documentId), cancellation);
        if (!result.Succeeded)
        {
            return await Refused(id, documentId, result.Refusals);
        }

        TempData["Done"] = (result.Value switch
        {
            { IsComplete: true, Number: { } number } => words["已签发，文号：{0}", number],
            { IsComplete: true } => words["已签发。"],
            _ => words["审核通过，等待下一环节审签。"],
        }).Value;
        return LocalRedirect($"/cases/{id}/documents/{documentId}");
    }

    public async Task<IActionResult> OnPostReturnAsync(Guid id, Guid documentId, CancellationToken cancellation)
    {
        if (!await Read(id, documentId))
        {
            return NotFound();
        }

        Reason = Request.Form["Reason"];
        var result = await commands.Send(new ReturnDocument(id, Version(), documentId, Reason ?? ""), cancellation);
        if (!result.Succeeded)
        {
            return await Refused(id, documentId, result.Refusals);
        }

        TempData["Done"] = words["已退回修改。"].Value;
        return LocalRedirect("/review");
    }

    private int Version() => new FormReader(Request.Form, words).OptionalNumber(CaseForm.Version) ?? 0;

    private async Task<IActionResult> Refused(Guid id, Guid documentId, IReadOnlyList<Refusal> refusals)
    {
        Findings = Finding.Of(refusals);
        Response.StatusCode = refusals.Any(refusal => refusal.Code == Commands.Conflict) ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return await Read(id, documentId) ? Page() : NotFound();
    }

    private async Task<bool> Read(Guid id, Guid documentId)
    {
        if (await reading.Find(id) is not { } view || view.File.FindDocument(documentId) is not { } document)
        {
            return false;
        }

        (View, Document) = (view, document);
        var letter = await letters.Compose(view.File, document, view.Moment.Today);
        Html = renderer.Check(letter).Count == 0 ? renderer.ToHtml(letter) : renderer.ToHtmlPreview(letter);
        WhyNot = Decides && document.Drafters.Contains(view.Moment.Actor.Id) ? new Refusal("document.ownDraft").Say(Texts.CurrentLanguage)
            : Decides && document.Approvers.Contains(view.Moment.Actor.Id) ? new Refusal("document.approvedAlready").Say(Texts.CurrentLanguage)
            : null;
        return true;
    }
}
