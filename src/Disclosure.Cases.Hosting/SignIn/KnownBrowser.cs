using System.Security.Cryptography;
using System.Text;
using Disclosure.Cases.SignIns;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// By what a browser is known again in which somebody signed in: a random number in a cookie. It opens nothing; it only gives the
/// browser a count of wrong passwords of its own (<see cref="ISignInLocks"/>).
/// </summary>
/// <param name="Before">What the browser says, as a hash; null: nothing.</param>
/// <param name="Next">What it will say once somebody signs in, as a hash.</param>
/// <param name="Secret">The same in the clear.</param>
public sealed record KnownBrowser(string? Before, string Next, string Secret)
{
    private const string Cookie = "disclosure.browser";
    private const int Bytes = 16;

    /// <summary>Reads the cookie; what a browser will say that has none yet is the same for the whole request.</summary>
    public static KnownBrowser Of(HttpContext context)
    {
        if (context.Items[Cookie] is not KnownBrowser known)
        {
            context.Items[Cookie] = known = Read(context);
        }

        return known;
    }

    /// <summary>From where a request comes, as signing in has it.</summary>
    public static SignInPlace PlaceOf(HttpContext context)
    {
        var browser = Of(context);
        return new SignInPlace(ClientAddress.Of(context), browser.Before, browser.Next);
    }

    /// <summary>Has the browser say it from now on.</summary>
    public void Remember(HttpContext context) => context.Response.Cookies.Append(
        Cookie,
        Secret,
        new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true,
            MaxAge = TimeSpan.FromDays(SignInRules.BrowserKnownDays),
        });

    private static KnownBrowser Read(HttpContext context)
    {
        var said = context.Request.Cookies[Cookie] is { Length: Bytes * 2 } text ? text : null;
        var secret = said ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(Bytes));
        return new KnownBrowser(said is null ? null : Hash(said), Hash(secret), secret);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
