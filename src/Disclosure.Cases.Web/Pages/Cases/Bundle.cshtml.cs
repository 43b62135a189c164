using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Web.Bundles;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>Hands out all papers of a case as one ZIP.</summary>
[Authorize(Policies.Reader)]
internal sealed class BundleModel(ICaseFiles files, CaseBundle bundle, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await files.Find(id) is not { } file || !actor.Value.Sees(file.AgencyId))
        {
            return NotFound();
        }

        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{file.RegisterNumber} 文书.zip");
        Response.Headers.ContentDisposition = disposition.ToString();
        Response.ContentType = "application/zip";
        await bundle.Write(file, Response.Body, cancellation);
        return new EmptyResult();
    }
}
