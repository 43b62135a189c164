using Disclosure.Cases.Web.Hosting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Disclosure.Cases.Web.Pages;

/// <summary>Leads to the provider of single sign-on, where there is one.</summary>
[AllowAnonymous]
internal sealed class SignInProviderModel(IEnumerable<SingleSignOn> providers, ILogger<SingleSignOn> logger) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!providers.Any())
        {
            return NotFound();
        }

        try
        {
            await HttpContext.ChallengeAsync(
                SingleSignOn.Scheme, new AuthenticationProperties { RedirectUri = Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/" });
            return new EmptyResult();
        }
        catch (Exception problem) when (problem is InvalidOperationException or IOException or HttpRequestException)
        {
            // Its configuration cannot be read: it is down, or the setting names something else.
            logger.SignInFailed(problem.Message);
            return LocalRedirect(SignInModel.AddressOf(ProviderProblem.Unreachable));
        }
    }
}
