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

        // Scans may be large: they go to a file that is gone with the answer, not to memory. And what fails, fails as a
        // whole: half a ZIP would look like all there is.
        var (zip, name) = (Temporary(), $"{file.RegisterNumber} 文书.zip");
        try
        {
            await bundle.Write(file, zip, cancellation);
            await looks.Record(LookKind.Downloaded, id, name, cancellation);
        }
        catch
        {
            await zip.DisposeAsync();
            throw;
        }

        zip.Position = 0;
        return File(zip, "application/zip", name);
    }

    private static FileStream Temporary()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose | FileOptions.Asynchronous,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), options);
    }
}
