using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Hosting;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>登录验证: the code of the second factor, for five minutes after the right password.</summary>
[AllowAnonymous]
internal sealed class SignInCodeModel(
    SigningIn signingIn, SignInLimit limit, PasswordTicket ticket, Admission admission, IStringLocalizer<Words> words)
    : DoorModel(admission)
{
    private const int LongestCode = 100;

    [BindProperty]
    public string? Code { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation) =>
        await ticket.Read(HttpContext, cancellation) is null ? ToTheDoor() : Page();

    // Carried out though the browser has gone, as at the password.
    public async Task<IActionResult> OnPostAsync()
    {
        if (await ticket.Read(HttpContext, CancellationToken.None) is not { } user)
        {
            return ToTheDoor();
        }

        var from = KnownBrowser.PlaceOf(HttpContext);
        if (!limit.Admits(from.Address, user.SignInName))
        {
            return StatusCode(StatusCodes.Status429TooManyRequests);
        }

        try
        {
            if (Code is { Length: > 0 and <= LongestCode }
                && await signingIn.TryCode(user, Code, from, CancellationToken.None) is not null)
            {
                PasswordTicket.Forget(HttpContext);
                return await Enter(user);
            }
        }
        catch (RefusedException problem)
        {
            return Refuse(problem.Refusal.Say(Texts.CurrentLanguage), StatusCodes.Status503ServiceUnavailable);
        }

        return Refuse(words["验证码不正确，或者已经用过。多次输错的，过一段时间才能再试。"], StatusCodes.Status401Unauthorized);
    }

    private RedirectToPageResult ToTheDoor() => RedirectToPage("/SignIn", new { ReturnUrl });
}
