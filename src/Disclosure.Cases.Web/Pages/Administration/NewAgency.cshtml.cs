using Disclosure.Cases.Agencies;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>添加机关.</summary>
[Authorize(Policies.Administrator)]
internal sealed class NewAgencyModel(Commands commands, AdministrationPageQuery reading, IStringLocalizer<Words> words) : PageModel
{
    private IFormCollection? typed;

    private AgencyParticulars? like;

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    // Valid from the first regulation's day unless somebody says otherwise, so that older applications can be entered as well.
    public FieldSet Fields => AgencyForm.Fields(like, RuleSet.EarliestReceipt, typed, Findings, words);

    /// <param name="like">An agency that the new one takes its particulars from, when one is split.</param>
    public async Task OnGetAsync(Guid? like)
    {
        var origin = (await reading.Agencies()).FirstOrDefault(agency => agency.Id == like);
        this.like = origin is null ? null : AgencyParticulars.Of(origin) with { Name = "", Code = "" };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        typed = await Request.ReadFormAsync(cancellation);
        var reader = new FormReader(typed, words);
        var command = new AddAgency(reader.Date(nameof(AddAgency.From)), AgencyForm.Read(reader));
        Findings = reader.Findings;
        if (Findings.Count == 0)
        {
            var result = await commands.Send(command, cancellation);
            if (result.Succeeded)
            {
                TempData["Done"] = words["已添加：{0}", command.Particulars.Name].Value;
                return LocalRedirect($"/administration/agencies/{result.Value}");
            }

            Findings = Finding.Of(result.Refusals);
        }

        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
