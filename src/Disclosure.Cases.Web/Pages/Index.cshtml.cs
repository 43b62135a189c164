using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>The front door: each role goes to what it does first.</summary>
internal sealed class IndexModel(CurrentActor actor) : PageModel
{
    public IActionResult OnGet() => LocalRedirect(actor.Value switch
    {
        var user when user.Is(Role.Clerk) => "/cases",
        var user when user.Is(Role.Reviewer) => "/review",
        var user when user.Is(Role.Manager) => "/manager",
        var user when user.Is(AdministratorSeparation.Divided) => "/administration",
        _ => "/account",
    });
}
