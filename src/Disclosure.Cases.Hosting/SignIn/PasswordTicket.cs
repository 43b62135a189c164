using Disclosure.Cases.Agencies;
using Microsoft.AspNetCore.Http;

namespace Disclosure.Cases.Hosting.SignIn;

/// <summary>
/// That somebody's password was right and a code is asked for: a cookie for the page of the code alone, which opens nothing. It is
/// worthless once the user's stamp changes.
/// </summary>
public sealed class PasswordTicket(Tickets tickets, IUsers users)
{
    private const string Cookie = "disclosure.code";
    private const string Purpose = "Password";
    private const string Place = "/sign-in";

    private static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>Gives it to the browser.</summary>
    public void Give(HttpContext context, User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        context.Response.Cookies.Append(Cookie, tickets.Make(Purpose, $"{user.Id} {user.Stamp}"), new CookieOptions
        {
            HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, Path = Place,
            MaxAge = Life,
        });
    }

    /// <summary>Whose password was right; null: there is no ticket that holds.</summary>
    public async Task<User?> Read(HttpContext context, CancellationToken cancellation) =>
        tickets.Read(Purpose, context.Request.Cookies[Cookie], Life)?.Split(' ') is [var id, var stamp]
        && await users.Find(Guid.Parse(id), cancellation) is { IsActive: true } user && $"{user.Stamp}" == stamp
            ? user
            : null;

    /// <summary>Takes it back.</summary>
    public static void Forget(HttpContext context) => context.Response.Cookies.Delete(Cookie, new CookieOptions { Path = Place });
}
