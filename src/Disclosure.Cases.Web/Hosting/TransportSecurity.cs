namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// TLS, in Production: browsers that came by it once come by nothing else, and no cookie leaves by anything else. On loopback there is
/// nobody in between.
/// </summary>
internal static class TransportSecurity
{
    /// <summary>Before anything that sets a cookie, and after it is known whether a proxy was asked by TLS.</summary>
    public static void UseTransportSecurity(this WebApplication app)
    {
        if (app.Environment.IsDevelopment())
        {
            return;
        }

        app.UseHsts();
        app.UseCookiePolicy(new CookiePolicyOptions
        {
            OnAppendCookie = cookie => cookie.CookieOptions.Secure = IsKeptToTls(cookie.Context),
            OnDeleteCookie = cookie => cookie.CookieOptions.Secure = IsKeptToTls(cookie.Context),
        });
    }

    /// <summary>Whether the request came by TLS, or from the same machine.</summary>
    public static bool IsGiven(HttpContext context) => context.Request.IsHttps || AllowedHosts.IsLoopback(context);

    // Where the proxy is not known, whoever came by TLS seems to have come without.
    private static bool IsKeptToTls(HttpContext context) => context.Request.IsHttps || !AllowedHosts.IsLoopback(context);
}
