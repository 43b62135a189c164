using Disclosure.Cases.Agencies;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages.Exports;

/// <summary>An export in the list of whoever asked for it.</summary>
/// <param name="Scope">The agency's name, or the district.</param>
/// <param name="IsForReader">Whether the reader may still have the file.</param>
internal sealed record ExportLine(Export Export, string Scope, bool IsForReader);

/// <summary>导出: asks for the ledger as a spreadsheet, and shows how far one's own exports have come.</summary>
[Authorize(Policies.Reader)]
internal sealed class IndexModel(
    IExports exports, IAgencies agencies, Commands commands, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    private const int MostLines = 30;

    /// <summary>A period and an agency that a link suggests; whatever it says is checked like anything typed.</summary>
    [BindProperty(SupportsGet = true, Name = "From")]
    public string? SuggestedFrom { get; set; }

    [BindProperty(SupportsGet = true, Name = "Until")]
    public string? SuggestedUntil { get; set; }

    [BindProperty(SupportsGet = true, Name = "Agency")]
    public string? SuggestedAgency { get; set; }

    public IReadOnlyList<ExportLine> Lines { get; private set; } = [];

    public FieldSet Fields { get; private set; } = null!;

    public bool IsManager => actor.Value.Is(Role.Manager);

    /// <summary>The list alone, for a page that is open.</summary>
    public async Task<IActionResult> OnGetListAsync(CancellationToken cancellation)
    {
        await Read(cancellation);
        return Partial("_List", Lines);
    }

    public Task<IActionResult> OnPostAsync([Typed] DateOnly from, [Typed] DateOnly until, CancellationToken cancellation) =>
        Ask(actor.Value.AgencyId, from, until, cancellation);

    /// <summary>For one agency, or for the district.</summary>
    public Task<IActionResult> OnPostScopeAsync([Typed] Guid? agencyId, [Typed] DateOnly from, [Typed]
    DateOnly until, CancellationToken cancellation) => Ask(IsManager ? agencyId : actor.Value.AgencyId, from, until, cancellation);

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var all = await agencies.AllOn(time.Today(), cancellation);
        var names = all.ToDictionary(agency => agency.Id, agency => agency.Name);
        Lines = [.. (await exports.Of(actor.Value.Id, MostLines, cancellation)).Select(export => new ExportLine(
            export,
            export.AgencyId is { } agencyId ? names.GetValueOrDefault(agencyId, "") : words["全区"].Value,
            export.IsFor(actor.Value)))];
        Field[] period =
        [
            new("From", words["开始日期"], FieldKind.Date) { Value = SuggestedFrom ?? new DateOnly(time.Today().Year, 1, 1).Iso() },
            new("Until", words["结束日期"], FieldKind.Date)
            {
                Value = SuggestedUntil ?? time.Today().Iso(),
                Hint = words["按收到申请之日；尚未确认收到的，按到达之日。"],
            },
        ];
        Fields = Form("export", IsManager ? [Scope(all), .. period] : period);
        return true;
    }

    private Task<IActionResult> Ask(Guid? agencyId, DateOnly from, DateOnly until, CancellationToken cancellation) =>
        Send("export", new RequestExport(agencyId, from, until), _ => Done(words["已申请，生成后在本页下载。"], "/exports"), cancellation);

    private Field Scope(IReadOnlyList<Agency> all) => new("AgencyId", words["范围"], FieldKind.Choice)
    {
        Value = SuggestedAgency ?? FormReader.All,
        Options = [new Option(FormReader.All, words["全区"]), .. all.Select(agency => new Option(agency.Id.ToString(), agency.Name))],
    };
}
