using Disclosure.Cases.Agencies;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages.Administration;

/// <summary>人员: who may sign in, by name, agency and role; who no longer may, on demand.</summary>
[Authorize(Policies.SecurityAdministrator)]
internal sealed class UsersModel(AdministrationPageQuery reading, AdministratorSeparation separation) : PageModel
{
    private const int PageSize = 20;
    private const string Former = "former";

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public Role? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? State { get; set; }

    /// <summary>The roles that are asked for: those that can be given, and where they are divided who was administrator before.</summary>
    public IReadOnlyList<Role> Roles => AdministrationPageQuery.Each(
        separation.IsOn ? AdministratorSeparation.OfPeople : separation.Assignable);

    /// <summary>The page, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public int Pages { get; private set; }

    public int Total { get; private set; }

    public IReadOnlyList<Agency> Agencies { get; private set; } = [];

    public IReadOnlyList<(User User, string Agency)> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Agencies = await reading.Agencies(cancellation);
        var names = Agencies.ToDictionary(agency => agency.Id, agency => agency.Name);
        var found = (await reading.Users(cancellation)).Where(Fits).ToList();
        (Total, Pages) = (found.Count, Pager.Count(found.Count, PageSize));
        P = Math.Clamp(P, 1, Pages);
        Rows = [.. found.Skip((P - 1) * PageSize).Take(PageSize).Select(user => (user, names.GetValueOrDefault(user.AgencyId, "—")))];
    }

    private bool Fits(User user) => user.IsActive != (State == Former)
        && (Agency is null || user.AgencyId == Agency)
        && (Role is not { } role || user.Roles.HasFlag(role))
        && (string.IsNullOrWhiteSpace(Q) || AdministrationPageQuery.IsCalled(user, Q.Trim()));
}
