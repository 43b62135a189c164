using Disclosure.Cases.Agencies;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>添加机关.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class NewAgencyModel(Commands commands, AdministrationPageQuery reading, IStringLocalizer<Words> words) : FormPage(commands)
{
    private AgencyParticulars? like;

    /// <summary>An agency that the new one takes its particulars from, when one is split.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Like { get; set; }

    // Valid from the first regulation's day unless somebody says otherwise, so that older applications can be entered as well.
    public FieldSet Fields => AgencyForm.Fields(like, RuleSet.EarliestReceipt, TypedInto("agency"), Findings, words);

    public Task<IActionResult> OnPostAsync([Typed] DateOnly from, [Typed] AgencyParticulars particulars, CancellationToken cancellation) =>
        Send(
            "agency",
            new AddAgency(from, particulars),
            id => Done(words["已添加：{0}", particulars.Name], $"/administration/agencies/{id}"),
            cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var origin = (await reading.Agencies(cancellation)).FirstOrDefault(agency => agency.Id == Like);
        like = origin is null ? null : AgencyParticulars.Of(origin) with { Name = "", Code = "" };
        return true;
    }
}
