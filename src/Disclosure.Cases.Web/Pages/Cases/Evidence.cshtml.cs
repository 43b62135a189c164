using Disclosure.Cases.Looks;
using Disclosure.Cases.Web.Bundles;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Cases;

/// <summary>Hands out the evidence pack of a case (证据包).</summary>
[Authorize(Policies.Reader)]
internal sealed class EvidenceModel(EvidencePackRun run, LookBook looks) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await run.Of(id, cancellation) is not { } pack)
        {
            return NotFound();
        }

        var name = $"{pack.File.RegisterNumber} 证据包.zip";
        try
        {
            return File(
                await TemporaryZip.Make(async zip =>
                {
                    await run.Write(pack, zip, cancellation);
                    await looks.Record(LookKind.Downloaded, id, name, cancellation);
                }),
                "application/zip",
                name);
        }
        catch (RefusedException problem) when (problem.Refusal.Code == "pack.tooLargeToMake")
        {
            RefusedRequest.Explain(HttpContext, problem.Refusal.Say(Texts.CurrentLanguage));
            return StatusCode(StatusCodes.Status422UnprocessableEntity);
        }
    }
}
