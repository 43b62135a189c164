using Disclosure.Cases.Agencies;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>编号台账: every number given, voided ones included; a manager chooses the agency.</summary>
[Authorize(Policies.Reader)]
internal sealed class NumbersModel(ICaseQueries queries, IAgencies agencies, CurrentActor actor, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public SeriesKind Series { get; set; } = SeriesKind.Decision;

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<NumberRow> Rows { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var today = time.Today();
        Year = Year is >= 2008 and <= 2199 ? Year : today.Year;
        var known = await agencies.AllOn(today);
        Agencies = actor.Value.Is(Role.Manager) ? known : [.. known.Where(agency => agency.Id == actor.Value.AgencyId)];
        Agency = Agencies.FirstOrDefault(agency => agency.Id == Agency)?.Id ?? actor.Value.AgencyId;
        Rows = await queries.NumberLedger(Agency.Value, Year, Enum.IsDefined(Series) ? Series : SeriesKind.Decision);
    }
}
