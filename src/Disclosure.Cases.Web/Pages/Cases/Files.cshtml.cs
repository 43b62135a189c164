using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>Hands out a file of a case: a frozen letter or a scan; always as a download, never shown by the browser.</summary>
[Authorize(Policies.Reader)]
internal sealed class FilesModel(ICaseFiles files, ICaseContents contents, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId) =>
        await files.Find(id) is { } file && actor.Value.Sees(file.AgencyId) && await contents.Find(fileId) is { } content && content.CaseId == id
            ? new FileContentResult(content.Content, content.MediaType) { FileDownloadName = content.Name, EntityTag = new EntityTagHeaderValue($"\"{content.Sha256}\"") }
            : NotFound();
}
