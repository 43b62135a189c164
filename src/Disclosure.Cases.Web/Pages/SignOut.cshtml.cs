using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>退出.</summary>
internal sealed class SignOutModel(ISignIns signIns, CurrentActor actor) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await HttpContext.SignOutAsync();
        await signIns.Add(actor.Value.Id, ClientAddress.Of(HttpContext), SignInOutcome.SignedOut, CancellationToken.None);
        return LocalRedirect("/sign-in");
    }
}
