using Disclosure.Cases.Agencies;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Reports;

/// <summary>The cases behind a figure of an annual report: the same of which it is the count.</summary>
[Authorize(Policies.Reader)]
internal sealed class AnnualCasesModel(IAnnualReports reports, IAgencies agencies, CurrentActor actor) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public int Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Figure { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public string Heading { get; private set; } = "";

    public string? Scope { get; private set; }

    public int Count { get; private set; }

    public int Outside { get; private set; }

    public IReadOnlyList<(Guid CaseId, string AgencyName, string RegisterNumber)> Rows { get; private set; } = [];

    public int Pages => Pager.Count(Count, PageSize);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Agency = actor.Value.Is(Role.Manager) ? Agency : actor.Value.AgencyId;
        if (ReportFigure.Find(Figure) is not { } figure || Year is < ReportYears.First or > 2199)
        {
            return NotFound();
        }

        var names = (await agencies.AllOn(new DateOnly(Year, 12, 31), cancellation))
            .ToDictionary(agency => agency.Id, agency => agency.Name);
        if (Agency is { } id && !names.ContainsKey(id))
        {
            return NotFound();
        }

        var reported = await reports.Read(Year, Agency, cancellation);
        var cases = figure.CasesIn(reported, Year);
        (Heading, Scope) = (figure.Say(Texts.CurrentLanguage), Agency is { } one ? names[one] : null);
        Outside = (int)figure.In(AnnualFigures.Of(Year, reported.Outsiders));
        Count = cases.Count;
        P = Math.Clamp(P, 1, Pages);
        Rows = [.. cases.Skip((P - 1) * PageSize).Take(PageSize)
            .Select(each => (each.CaseId, names.GetValueOrDefault(each.AgencyId, ""), each.RegisterNumber))];
        return Page();
    }

    public string LinkTo(int page) => Url.Page("/Reports/AnnualCases", new { Year, Agency, Figure, P = page })!;
}
