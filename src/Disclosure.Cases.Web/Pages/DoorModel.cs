using Disclosure.Cases.Agencies;
using Disclosure.Cases.Hosting.SignIn;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Pages;

/// <summary>Lets in who has shown who he is, whichever way.</summary>
internal sealed class Admission(
    SessionCookie cookie, ISignIns signIns, IAdministrationLog log, ITempDataDictionaryFactory tempData, TimeProvider time,
    IStringLocalizer<Words> words)
{
    /// <summary>Begins a session, and has the next page say what the user should know of the account.</summary>
    /// <param name="context">The request.</param>
    /// <param name="user">The user.</param>
    /// <param name="identityToken">By what a provider of single sign-on said who it is; null: none did.</param>
    public async Task Begin(HttpContext context, User user, string? identityToken)
    {
        KnownBrowser.Of(context).Remember(context);
        await cookie.Begin(context, user, identityToken);
        var news = new[]
        {
            await LastSignIn.Of(user.Id, signIns, words, CancellationToken.None),
            await SecondFactorNotice.Of(user.Id, log, time, words, CancellationToken.None),
        };
        if (news.OfType<string>().Any())
        {
            var next = tempData.GetTempData(context);
            next["Done"] = string.Join(' ', news.OfType<string>());
            next.Save();
        }
    }
}

/// <summary>A page through which one comes in.</summary>
internal abstract class DoorModel(Admission admission) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    /// <summary>Why one did not come in.</summary>
    public string? Message { get; private set; }

    /// <summary>Lets a user in, and leads to where the user wanted to go.</summary>
    protected async Task<IActionResult> Enter(User user)
    {
        await admission.Begin(HttpContext, user, identityToken: null);
        return LocalRedirect(Url.IsLocalUrl(ReturnUrl) ? ReturnUrl : "/");
    }

    /// <summary>Shows the page again.</summary>
    protected PageResult Refuse(string message, int status)
    {
        (Message, Response.StatusCode) = (message, status);
        return Page();
    }
}
