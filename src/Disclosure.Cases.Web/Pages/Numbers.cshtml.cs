using Disclosure.Cases.Agencies;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Acting;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>
/// 编号台账: every number given, voided ones included; managers and administrators choose the agency. An administrator
/// sets the opening number of a series that has not begun.
/// </summary>
[Authorize(Policies.Numbers)]
internal sealed class NumbersModel(
    Commands commands, ICaseQueries queries, IAgencies agencies, CurrentActor actor, TimeProvider time, IStringLocalizer<Words> words)
    : FormPage(commands)
{
    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public SeriesKind Series { get; set; } = SeriesKind.Decision;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<NumberRow> Rows { get; private set; } = [];

    /// <summary>Whether the reader may open cases; an administrator as such may not.</summary>
    public bool ReadsCases => actor.Value.Is(Role.Clerk | Role.Reviewer | Role.Manager);

    /// <summary>The form for the opening number; null where there is none to set.</summary>
    public FieldSet? Opening => actor.Value.Is(Role.SystemAdministrator) && Rows.Count == 0 && Year >= time.Today().Year
        ? Form("opening", new Field(
            nameof(OpenNumberSeries.FirstOrdinal),
            words["起始号"],
            FieldKind.Number) { Hint = words["年度中途启用本系统时，从这个号起连续编号；只能在该序列取第一个号之前设置。"] })
        : null;

    public async Task<IActionResult> OnPostAsync([Typed] int firstOrdinal, CancellationToken cancellation)
    {
        await Read(cancellation);
        return await Send(
            "opening",
            new OpenNumberSeries(Agency!.Value, Series, Year, firstOrdinal),
            _ => Done(words["起始号已设置。"], Url.Page("/Numbers", new { Agency, Year, Series })!),
            cancellation);
    }

    protected override async Task<bool> Read(CancellationToken cancellation)
    {
        var today = time.Today();
        Year = Year is >= 2008 and <= 2199 ? Year : today.Year;
        var known = await agencies.AllOn(today, cancellation);
        Agencies = actor.Value.Is(Role.Manager | Role.SystemAdministrator)
            ? known
            : [.. known.Where(agency => agency.Id == actor.Value.AgencyId)];
        Agency = Agencies.FirstOrDefault(agency => agency.Id == Agency)?.Id ?? actor.Value.AgencyId;
        Series = Enum.IsDefined(Series) ? Series : SeriesKind.Decision;
        Rows = await queries.NumberLedger(Agency.Value, Year, Series, cancellation);
        return true;
    }
}
