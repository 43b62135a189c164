using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>退出; whoever came by a provider of single sign-on is led on to it, to sign out there too.</summary>
internal sealed class SignOutModel(
    ISessions sessions, ISignIns signIns, IUnitOfWork work, CurrentActor actor, IEnumerable<ProviderSignOut> providers) : PageModel
{
    /// <summary>Where one signs out at the provider.</summary>
    public Uri? Provider { get; private set; }

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
        var token = await SessionCookie.IdentityTokenOf(HttpContext);
        await HttpContext.SignOutAsync();
        if (!SessionCookie.IsByProvider(User) || providers.FirstOrDefault() is not { } provider)
        {
            return LocalRedirect("/sign-in");
        }

        Provider = await provider.AddressFor(HttpContext, token);
        if (Provider is null)
        {
            return LocalRedirect(SignInModel.AddressOf(ProviderProblem.StillSignedIn));
        }

        // By a page of our own, as a form may be answered from this site alone (form-action).
        Response.Headers.Append("Refresh", $"0; url={Provider.AbsoluteUri}");
        return Page();
    }
}
