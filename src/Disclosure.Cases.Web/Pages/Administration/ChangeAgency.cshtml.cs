using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>变更机关: the agency as it will be from a day on.</summary>
[Authorize(Policies.Administrator)]
internal sealed class ChangeAgencyModel(Commands commands, AdministrationPageQuery reading, TimeProvider time, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    /// <summary>The agency in its newest version, which may not have begun: a further change is made to that one.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>Whether that version is still to come.</summary>
    public bool IsToCome => Agency.ValidFrom > time.Today();

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public FieldSet Fields => AgencyForm.Fields(AgencyParticulars.Of(Agency), IsToCome ? Agency.ValidFrom.AddDays(1) : time.Today(), typed, Findings, words);

    public async Task<IActionResult> OnGetAsync(Guid id) => await Find(id) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (!await Find(id))
        {
            return NotFound();
        }

        typed = await Request.ReadFormAsync(cancellation);
        var reader = new FormReader(typed, words);
        var command = new ChangeAgency(id, reader.Date(nameof(ChangeAgency.From)), AgencyForm.Read(reader));
        Findings = reader.Findings;
        if (Findings.Count == 0)
        {
            var result = await commands.Send(command, cancellation);
            if (result.Succeeded)
            {
                TempData["Done"] = words["{0}起按新的内容办理。", command.From.Long()].Value;
                return LocalRedirect($"/administration/agencies/{id}");
            }

            Findings = Finding.Of(result.Refusals);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    private async Task<bool> Find(Guid id)
    {
        if (await reading.StepsOf(id) is not [var newest, ..])
        {
            return false;
        }

        Agency = newest.Version;
        return true;
    }
}
