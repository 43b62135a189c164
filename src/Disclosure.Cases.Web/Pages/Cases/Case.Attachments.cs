using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Acting;
using Microsoft.AspNetCore.Mvc;

namespace Disclosure.Cases.Web.Pages.Cases;

// Scans and files of the case: several are attached at once, each by the same command; what is refused is named, the others stay.
internal sealed partial class CaseModel
{
    /// <summary>What was attached, the latest first.</summary>
    public IReadOnlyList<AttachedFile> Attachments { get; private set; } = [];

    /// <summary>The attempts at service that a file may prove.</summary>
    public IReadOnlyList<ServiceAttempt> Services => [.. View.File.Documents.SelectMany(document => document.Attempts)];

    /// <summary>Whether files can be attached now.</summary>
    public bool CanAttach => View.IsOwnAgency && View.Can(CaseAction.Attach);

    public async Task<IActionResult> OnPostAttachAsync(Guid id, CancellationToken cancellation)
    {
        var form = await Request.ReadFormAsync(cancellation);
        if (!await Read(id, cancellation) || !View.IsOwnAgency)
        {
            return NotFound();
        }

        var reader = new FormReader(form, words);
        var (version, kind) = (reader.Number(CaseForm.Version), reader.Choice<AttachmentKind>("Kind"));
        var proved = kind == AttachmentKind.ProofOfService ? reader.OptionalId("ServiceOf") : null;
        var (findings, attached) = (reader.Findings.ToList(), 0);
        if (findings.Count == 0 && form.Files.Count == 0)
        {
            findings.Add(new Finding("Content", words["请选择文件。"]));
        }

        foreach (var upload in findings.Count == 0 ? form.Files : Enumerable.Empty<IFormFile>())
        {
            var result = await commands.Send(await Attachment(id, version + attached, kind, proved, upload, cancellation));
            attached += result.Succeeded ? 1 : 0;
            findings.AddRange(Finding.Of(result.Refusals)
                .Select(finding => new Finding("Content", $"{NameOf(upload)}：{finding.Text}")));
        }

        if (attached > 0)
        {
            TempData["Done"] = words["已添加 {0} 个附件。", attached].Value;
        }

        if (Request.Headers.XRequestedWith == "fetch")
        {
            return new JsonResult(
                new { version = version + attached, refused = string.Join(" ", findings.Select(finding => finding.Text)) });
        }

        if (findings.Count == 0)
        {
            return LocalRedirect($"/cases/{id}#attachments");
        }

        Findings = findings;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        await Read(id, cancellation);
        return Page();
    }

    private string NameOf(IFormFile upload) => FormReader.NameOf(upload) ?? words["附件"];

    private async Task<AttachFile> Attachment(
        Guid id, int version, AttachmentKind kind, Guid? proved, IFormFile upload, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        await upload.CopyToAsync(bytes, cancellation);
        return new AttachFile(id, version, kind, NameOf(upload), "application/octet-stream", bytes.ToArray(), proved);
    }
}

/// <summary>A file attached to a case, as the page lists it.</summary>
/// <param name="Format">The media type in which it can be shown, or null.</param>
internal sealed record AttachedFile(FileAttached Fact, string Name, DateOnly On, string By, string? Format)
{
    /// <summary>The files attached to a case, the latest first.</summary>
    public static IReadOnlyList<AttachedFile> Of(CaseView view, IReadOnlyDictionary<Guid, CaseContentHead> heads) =>
    [
        .. from row in view.History.Reverse()
           where row.Event is FileAttached
           let fact = (FileAttached)row.Event
           let head = heads.GetValueOrDefault(fact.FileId)
           select new AttachedFile(
               fact, head?.Name ?? "", ChinaTime.DayOf(row.OccurredAt), row.ActorName, head is null ? null : ShownFormat.Of(head.Head)),
    ];
}
