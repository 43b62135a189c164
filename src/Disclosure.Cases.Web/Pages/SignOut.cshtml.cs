using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>退出.</summary>
internal sealed class SignOutModel(ISessions sessions, ISignIns signIns, IUnitOfWork work, CurrentActor actor) : PageModel
{
    public IActionResult OnGet() => LocalRedirect("/");

    public async Task<IActionResult> OnPostAsync()
    {
        await work.Run(
            async () =>
            {
                await sessions.End(SessionCookie.IdOf(User)!, SessionEnd.SignedOut, CancellationToken.None);
                await signIns.Add(actor.Value.Id, ClientAddress.Of(HttpContext), SignInOutcome.SignedOut, CancellationToken.None);
                return true;
            },
            _ => true,
            CancellationToken.None);
        await HttpContext.SignOutAsync();
        return LocalRedirect("/sign-in");
    }
}
