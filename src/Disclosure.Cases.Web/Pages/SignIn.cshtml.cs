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
    SigningIn signingIn, SignInLimit limit, PasswordTicket ticket, Admission admission, IEnumerable<SingleSignOn> providers,
    IStringLocalizer<Words> words)
    : DoorModel(admission)
{
    private const int LongestName = 100;
    private const int LongestPassword = 200;

    [BindProperty]
    public string? SignInName { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    /// <summary>What is to be known of the way by the provider of single sign-on.</summary>
    [BindProperty(SupportsGet = true)]
    public ProviderProblem? Problem { get; set; }

    /// <summary>Whether there is a provider of single sign-on.</summary>
    public bool HasProvider => providers.Any();

    /// <summary>The page, saying so.</summary>
    public static string AddressOf(ProviderProblem problem) => $"/sign-in?problem={problem}";

    public IActionResult OnGet() => Problem switch
    {
        ProviderProblem.Unreachable => Refuse(words["统一认证平台没有响应，请稍后再试，或者用本系统的密码登录。"], StatusCodes.Status200OK),
        ProviderProblem.Failed => Refuse(words["统一认证没有完成，请重试。"], StatusCodes.Status200OK),
        ProviderProblem.NoAccount => Refuse(
            words["统一认证的账号在本系统没有对应的账号，或者已停用，请联系系统管理员。"], StatusCodes.Status200OK),
        ProviderProblem.StillSignedIn => Refuse(
            words["已退出本系统；统一认证平台的登录可能仍然有效，公用电脑请到该平台退出。"], StatusCodes.Status200OK),
        _ => Page(),
    };

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
