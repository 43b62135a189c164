using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>登录. Attempts are limited and put on record; why one failed is not told.</summary>
[AllowAnonymous]
internal sealed class SignInModel(
    SigningIn signingIn, ISignIns signIns, SignInLimit limit, SessionCookie cookie, IStringLocalizer<Words> words) : PageModel
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
        var (address, browser) = (ClientAddress.Of(HttpContext), KnownBrowser.Of(HttpContext));
        User? user = null;
        try
        {
            if (SignInName?.Trim() is { Length: > 0 and <= LongestName } name && Password is { Length: > 0 and <= LongestPassword })
            {
                if ((!limit.Admits(address) && !await signingIn.Knows(name, browser.Before, CancellationToken.None))
                    || !limit.Admits(address, name))
                {
                    return StatusCode(StatusCodes.Status429TooManyRequests);
                }

                user = await signingIn.Try(
                    new SignInAttempt(name, Password, new SignInPlace(address, browser.Before, browser.Next)), CancellationToken.None);
            }
        }
        catch (RefusedException problem)
        {
            return Refuse(problem.Refusal.Say(Texts.CurrentLanguage), StatusCodes.Status503ServiceUnavailable);
        }

        if (user is null)
        {
            return Refuse(words["登录名或者密码不正确，或者账号已停用。多次输错的，过一段时间才能再试。"], StatusCodes.Status401Unauthorized);
        }

        browser.Remember(HttpContext);
        await cookie.Begin(HttpContext, user);
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
