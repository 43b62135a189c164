using Disclosure.Cases.Exporting;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Exports;

/// <summary>Hands out an export to whoever asked for it; to everybody else there is none.</summary>
[Authorize(Policies.Reader)]
internal sealed class FileModel(IExports exports, LookBook looks, CurrentActor actor) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await exports.Find(id, cancellation) is not { } export || !export.IsFor(actor.Value)
            || await exports.File(id, cancellation) is not { } file)
        {
            return NotFound();
        }

        await looks.Record(LookKind.Exported, null, file.Name, cancellation);
        return File(file.Content, MediaTypes.Xlsx, file.Name);
    }
}
