using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Web.Bundles;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>Hands out all papers of a case as one ZIP.</summary>
[Authorize(Policies.Reader)]
internal sealed class BundleModel(ICaseFiles files, CaseBundle bundle, LookBook looks, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await files.Find(id, cancellation) is not { } file || !actor.Value.Sees(file.AgencyId))
        {
            return NotFound();
        }

        var name = $"{file.RegisterNumber} 文书.zip";
        return File(
            await TemporaryZip.Make(async zip =>
            {
                await bundle.Write(file, zip, cancellation);
                await looks.Record(LookKind.Downloaded, id, name, cancellation);
            }),
            "application/zip",
            name);
    }
}
