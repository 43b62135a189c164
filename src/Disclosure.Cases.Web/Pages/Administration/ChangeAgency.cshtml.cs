using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>变更机关: the agency as it will be from a day on.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class ChangeAgencyModel(
    Commands commands, AdministrationPageQuery reading, TimeProvider time, IStringLocalizer<Words> words) : FormPage(commands)
{
    [FromRoute, BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    /// <summary>The agency in its newest version, which may not have begun: a further change is made to that one.</summary>
    public Agency Agency { get; private set; } = null!;

    /// <summary>Whether that version is still to come.</summary>
    public bool IsToCome => Agency.ValidFrom > time.Today();

    public FieldSet Fields => AgencyForm.Fields(
        AgencyParticulars.Of(Agency), IsToCome ? Agency.ValidFrom.AddDays(1) : time.Today(), TypedInto("agency"), Findings, words);

    public Task<IActionResult> OnPostAsync([Typed] DateOnly from, [Typed] AgencyParticulars particulars, CancellationToken cancellation) =>
        Send(
            "agency",
            new ChangeAgency(Id, from, particulars),
            _ => Done(words["{0}起按新的内容办理。", from.Long()], $"/administration/agencies/{Id}"),
            cancellation);

    protected override Task<bool> Exists(CancellationToken cancellation) => Read(cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        if (await reading.StepsOf(Id, cancellation) is not [var newest, ..])
        {
            return false;
        }

        Agency = newest.Version;
        return true;
    }
}
