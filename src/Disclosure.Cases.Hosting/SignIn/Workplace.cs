using Microsoft.AspNetCore.Http;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// Whose cases a user works on, where the user's agency continues another one: remembered by the browser until it is
/// closed, and looked at anew in every request.
/// </summary>
public static class Workplace
{
    private const string Cookie = "disclosure.workplace";

    /// <summary>The agency that was chosen; null: none.</summary>
    public static Guid? Read(HttpContext context) => Guid.TryParse(context.Request.Cookies[Cookie], out var agencyId) ? agencyId : null;

    /// <summary>Chooses an agency, or the own one again.</summary>
    public static void Choose(HttpContext context, Guid? agencyId)
    {
        if (agencyId is { } chosen)
        {
            context.Response.Cookies.Append(
                Cookie,
                chosen.ToString(),
                new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
        }
        else
        {
            context.Response.Cookies.Delete(Cookie);
        }
    }
}
