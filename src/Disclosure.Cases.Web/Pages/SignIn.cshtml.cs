using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>登录. Attempts are limited and put on record; why one failed is not told.</summary>
[AllowAnonymous]
internal sealed class SignInModel(
    SigningIn signingIn, SignInLimit limit, PasswordTicket ticket, Admission admission, IStringLocalizer<Words> words)
    : DoorModel(admission)
{
    private const int LongestName = 100;
    private const int LongestPassword = 200;

    [BindProperty]
    public string? SignInName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    // It is carried out though the browser has gone: an attempt that nobody waits for counts as well.
    public async Task<IActionResult> OnPostAsync()
    {
        var from = KnownBrowser.PlaceOf(HttpContext);
        PasswordAnswer? answer = null;
        try
        {
            if (SignInName?.Trim() is { Length: > 0 and <= LongestName } name && Password is { Length: > 0 and <= LongestPassword })
            {
                if ((!limit.Admits(from.Address) && !await signingIn.Knows(name, from.Browser, CancellationToken.None))
                    || !limit.Admits(from.Address, name))
                {
                    return StatusCode(StatusCodes.Status429TooManyRequests);
                }

                answer = await signingIn.Try(new SignInAttempt(name, Password, from), CancellationToken.None);
            }
        }
        catch (RefusedException problem)
        {
            return Refuse(problem.Refusal.Say(Texts.CurrentLanguage), StatusCodes.Status503ServiceUnavailable);
        }

        if (answer is null)
        {
            return Refuse(words["登录名或者密码不正确，或者账号已停用。多次输错的，过一段时间才能再试。"], StatusCodes.Status401Unauthorized);
        }

        if (answer.AsksForCode)
        {
            ticket.Give(HttpContext, answer.User);
            return RedirectToPage("/SignInCode", new { ReturnUrl });
        }

        return await Enter(answer.User);
    }
}
