using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>机关: the agencies of the district as they are today, and which of them will change.</summary>
[Authorize(Policies.SystemAdministrator)]
internal sealed class AgenciesModel(AdministrationPageQuery reading, TimeProvider time) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public AgencyKind? Kind { get; set; }

    public DateOnly Today => time.Today();

    public IReadOnlyList<AgencyRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var (today, users) = (time.Today(), (await reading.Users(cancellation)).Where(user => user.IsActive)
            .CountBy(user => user.AgencyId).ToDictionary());
        var rows = new List<AgencyRow>();
        foreach (var agency in (await reading.Agencies(cancellation)).Where(Fits))
        {
            var next = (await reading.StepsOf(agency.Id, cancellation))
                .LastOrDefault(step => step.Version.ValidFrom > today)?.Version.ValidFrom;
            rows.Add(new AgencyRow(
                agency,
                users.GetValueOrDefault(agency.Id),
                next,
                (await reading.Successions(cancellation)).FirstOrDefault(each => each.AgencyId == agency.Id)));
        }

        Rows = rows;
    }

    private bool Fits(Agency agency) => (Kind is null || agency.Kind == Kind)
        && (string.IsNullOrWhiteSpace(Q) || new[] { agency.Name, agency.Code, agency.ReconsiderationOrgan }.Any(text => text.Contains(
            Q.Trim(), StringComparison.OrdinalIgnoreCase)));
}

/// <summary>One line of the list.</summary>
/// <param name="Agency">The agency as it is today, or will be.</param>
/// <param name="Users">How many people may sign in.</param>
/// <param name="Next">When it changes next; null: nothing is planned.</param>
/// <param name="Succession">Who continues it, begun or not; null: nobody.</param>
internal sealed record AgencyRow(Agency Agency, int Users, DateOnly? Next, Succession? Succession);
