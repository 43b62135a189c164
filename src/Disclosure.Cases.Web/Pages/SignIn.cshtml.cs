using System.Security.Claims;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>登录. Attempts are limited and put on record; why one failed is not told.</summary>
[AllowAnonymous]
[EnableRateLimiting(WebServices.SignInLimit)]
internal sealed class SignInModel(SigningIn signingIn, ISignIns signIns, IStringLocalizer<Words> words) : PageModel
{
    private const int LongestName = 100;
    private const int LongestPassword = 200;

    [BindProperty]
    public string? SignInName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? Message { get; private set; }

    // It is carried out though the browser has gone: an attempt that nobody waits for counts as well.
    public async Task<IActionResult> OnPostAsync()
    {
        User? user;
        try
        {
            user = string.IsNullOrWhiteSpace(SignInName) || string.IsNullOrEmpty(Password)
                || SignInName.Length > LongestName || Password.Length > LongestPassword
                    ? null
                    : await signingIn.Try(SignInName.Trim(), Password, ClientAddress.Of(HttpContext), CancellationToken.None);
        }
        catch (RefusedException problem)
        {
            return Refuse(problem.Refusal.Say(Texts.CurrentLanguage), StatusCodes.Status503ServiceUnavailable);
        }

        if (user is null)
        {
            return Refuse(words["登录名或者密码不正确，或者账号已停用。"], StatusCodes.Status401Unauthorized);
        }

        var identity = new ClaimsIdentity(
            [new Claim(ClaimTypes.NameIdentifier, user.Id.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await HttpContext.SignInAsync(new ClaimsPrincipal(identity));
        if (await LastSignIn.Of(user.Id, signIns, words, CancellationToken.None) is { } last)
        {
            TempData["Done"] = last;
        }

        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    private PageResult Refuse(string message, int status)
    {
        (Message, Response.StatusCode) = (message, status);
        return Page();
    }
}
