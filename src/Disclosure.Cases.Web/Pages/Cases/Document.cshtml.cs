using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Looks;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Cases.Drafting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>A document as it reads, the case's clock and reasoning beside it; a reviewer approves it here or gives it back.</summary>
[Authorize(Policies.Reader)]
internal sealed partial class DocumentModel(
    CasePageQuery reading, Commands commands, CaseLetters letters, ILetters renderer,
    ICaseQueries queries, FinishedLetters finished, LookBook looks, IStringLocalizer<Words> words) : PageModel
{
    public CaseView View { get; private set; } = null!;

    public CaseDocument Document { get; private set; } = null!;

    /// <summary>What the document is called.</summary>
    public string Title => ServiceProof.TitleOf(View, Document);

    public string Html { get; private set; } = "";

    /// <summary>Whether its retention period has ended, and it can no longer be read.</summary>
    public bool IsErased => View.File.IsErasedDocument(Document);

    /// <summary>How what was finished in Word differs from the generated letter; empty where nothing was.</summary>
    public IReadOnlyList<ChangedParagraph> Changes { get; private set; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>Where the inputs stand.</summary>
    public IEnumerable<Place> Places =>
    [
        new("Reason", words["退回修改的理由"], "reason"),
        .. Marks.Select((mark, index) => new Place($"Marks[{index}].Remark", words["对第 {0} 段的意见", mark.Paragraph + 1], $"remark-{index}")),
        Document.FileId is null ? new("Content", words["Word 定稿"], "finished") : new("Content", words["盖章扫描件"], "scan"),
    ];

    /// <summary>The proof of this document's service, or null.</summary>
    public CaseDocument? Proof => ServiceProof.ProofOf(View, Document);

    /// <summary>Whether its service can be proved by a form of its own.</summary>
    public bool CanProve => ServiceProof.Provable(View).Contains(Document) && (Proof is not null || View.Can(CaseAction.Draft));

    /// <summary>Whether a slip for the third party's opinion can be drafted to go with this letter (art. 32).</summary>
    public bool CanAddSlip => Document is { Template: TemplateCodes.ThirdPartyConsultation, Status: not DocumentStatus.Withdrawn }
        && View.Can(CaseAction.Draft)
        && StepTransitions.Draftable(View.File).Any(outcome => outcome.Template == TemplateCodes.OpinionSlip);

    public async Task<IActionResult> OnGetAsync(Guid id, Guid documentId, CancellationToken cancellation)
    {
        if (!await Read(id, documentId, cancellation))
        {
            return NotFound();
        }

        if (Document.Template == TemplateCodes.RegistrationForm)
        {
            await looks.Record(LookKind.Opened, id, Title, cancellation);
        }

        return Page();
    }

    /// <summary>The draft or letter to finish or keep, as a file.</summary>
    public async Task<IActionResult> OnGetDocxAsync(Guid id, Guid documentId, CancellationToken cancellation)
    {
        if (!await Read(id, documentId, cancellation) || IsElsewhere)
        {
            return NotFound();
        }

        // Once it is approved there is one file only: the frozen one.
        if (Document.FileId is { } frozen)
        {
            return LocalRedirect($"/cases/{id}/files/{frozen}");
        }

        if (await finished.Upload(Document, cancellation) is { } upload)
        {
            return await Downloaded(upload);
        }

        var letter = await letters.Compose(View.File, Document, View.Moment.Today, cancellation);
        if (renderer.Check(letter) is not { Count: > 0 } refusals)
        {
            return await Downloaded(renderer.ToDocx(letter));
        }

        Findings = Finding.Of([new Refusal("document.factsIncomplete"), .. refusals]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();

        async Task<IActionResult> Downloaded(byte[] docx)
        {
            await looks.Record(LookKind.Downloaded, id, Title, cancellation);
            return File(docx, IssuedLetters.Docx, $"{Title}.docx");
        }
    }

    /// <summary>Takes the draft as it was finished in Word.</summary>
    public Task<IActionResult> OnPostFinishAsync(
        Guid id, Guid documentId, int version, IFormFile? content, CancellationToken cancellation) => Keep(
            id, documentId, new FinishInWord(id, version, documentId, NameOf(content), Bytes(content)),
            words["已上传 Word 定稿，请核对预览和差异。"], cancellation);

    /// <summary>Goes back to the generated text.</summary>
    public Task<IActionResult> OnPostDiscardAsync(Guid id, Guid documentId, int version, CancellationToken cancellation) => Keep(
        id, documentId, new DiscardFinished(id, version, documentId), words["已放弃 Word 定稿，恢复系统生成的文本。"], cancellation);

    /// <summary>Puts the scan of the signed and stamped letter beside the frozen one.</summary>
    public Task<IActionResult> OnPostSignedAsync(
        Guid id, Guid documentId, int version, IFormFile? content, CancellationToken cancellation) => Keep(
            id, documentId, new AttachSignedCopy(id, version, documentId, NameOf(content), Bytes(content)),
            words["已上传盖章扫描件。"], cancellation);

    private async Task<IActionResult> Keep<T>(Guid id, Guid documentId, ICommand<T> command, string done, CancellationToken cancellation)
    {
        if (!await Read(id, documentId, cancellation) || !View.IsOwnAgency)
        {
            return NotFound();
        }

        var result = await commands.Send(command);
        if (!result.Succeeded)
        {
            return await Refused(id, documentId, result.Refusals, cancellation);
        }

        TempData["Done"] = done;
        return LocalRedirect($"/cases/{id}/documents/{documentId}");
    }

    /// <summary>Whether nothing of it can be shown: emptied, or issued before the software.</summary>
    public bool IsElsewhere => IsErased || Document.IsBroughtIn;

    private string NameOf(IFormFile? upload) => FormReader.NameOf(upload) ?? words["附件"];

    private static byte[] Bytes(IFormFile? upload)
    {
        if (upload is null)
        {
            return [];
        }

        using var bytes = new MemoryStream();
        using var stream = upload.OpenReadStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private async Task<IActionResult> Refused(Guid id, Guid documentId, IReadOnlyList<Refusal> refusals, CancellationToken cancellation)
    {
        Findings = Finding.Of(refusals);
        Response.StatusCode = Commands.StatusOf(refusals);
        return await Read(id, documentId, cancellation) ? Page() : NotFound();
    }

    private async Task<bool> Read(Guid id, Guid documentId, CancellationToken cancellation)
    {
        if (await reading.Find(id, cancellation) is not { } view || view.File.FindDocument(documentId) is not { } document)
        {
            return false;
        }

        (View, Document) = (view, document);
        if (IsErased)
        {
            Html = $"<p>{CaseFile.ErasedWords}</p>";
            return true;
        }

        if (document.IsBroughtIn)
        {
            Html = $"<p>{words["这件文书在启用本系统以前制发，正文不在本系统中。"].Value}</p>";
            return true;
        }

        var letter = await letters.Compose(view.File, document, view.Moment.Today, cancellation);
        var generated = renderer.Check(letter).Count == 0;
        var upload = await finished.Frozen(document, cancellation) ?? await finished.Upload(document, cancellation);
        var asDraft = document.FileId is null;
        Html = upload is not null ? renderer.ToHtml(upload, asDraft) : generated ? renderer.ToHtml(letter) : renderer.ToHtmlPreview(letter);
        Changes = document.Finished is not null && upload is not null && generated
            ? LetterDifference.Between(renderer.Read(renderer.ToDocx(letter), asDraft), renderer.Read(upload, asDraft))
            : [];
        await ReadForReview(letter, cancellation);
        Html = document.Status == DocumentStatus.Drafted && Returned is { } returned ? MarkedLetter.Mark(Html, returned.Marks) : Html;
        return true;
    }
}
