using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>
/// Hands out a file of a case: a frozen letter or a scan. It is a download, but for what a page shows (<c>?show=true</c>):
/// PDF and pictures, known by their first bytes.
/// </summary>
[Authorize(Policies.Reader)]
internal sealed class FilesModel(ICaseFiles files, ICaseContents contents, LookBook looks, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid fileId, bool show, CancellationToken cancellation)
    {
        if (await files.Find(id, cancellation) is not { } file
            || !actor.Value.Sees(file.AgencyId)
            || await contents.Find(fileId, cancellation) is not { } content
            || content.CaseId != id)
        {
            return NotFound();
        }

        await looks.Record(LookKind.Downloaded, id, content.Name, cancellation);
        var tag = new EntityTagHeaderValue($"\"{content.Sha256}\"");
        if (show && ShownFormat.Of(content.Content) is { } format)
        {
            SecurityHeaders.AllowShowing(HttpContext, format);
            return new FileContentResult(content.Content, format) { EntityTag = tag };
        }

        return new FileContentResult(content.Content, content.MediaType) { FileDownloadName = content.Name, EntityTag = tag };
    }
}
