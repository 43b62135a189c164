using Disclosure.Cases.Jobs;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>What every answer tells the browser: nothing from outside, nothing inline, no frame, nothing kept.</summary>
internal static class SecurityHeaders
{
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
        + "connect-src 'self'; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    // Hangfire's dashboard brings a font of signs, and its chart sets styles by script.
    private static readonly string PolicyOfDashboard = Policy.Replace(
        "style-src 'self'", "style-src 'self' 'unsafe-inline'; font-src 'self'", StringComparison.Ordinal);

    /// <summary>
    /// Lets pages of this site show the answer in a frame: a PDF or a picture, which itself may load and run nothing. The
    /// browser's own viewer of PDF does not work in a sandbox.
    /// </summary>
    public static void AllowShowing(HttpContext context, string format)
    {
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'; "
            + $"frame-ancestors 'self'{(format == Registration.ShownFormat.Pdf ? "; object-src 'self'" : "; sandbox")}";
        context.Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    /// <summary>Adds the headers to every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use(async (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(JobDashboard.Address) ? PolicyOfDashboard : Policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";

        // Pages carry personal data; on a shared computer they must not come back from the browser's store.
        if (!context.Request.Path.Value!.EndsWith(".css", StringComparison.Ordinal)
            && !context.Request.Path.Value.EndsWith(".js", StringComparison.Ordinal))
        {
            context.Response.OnStarting(() =>
            {
                headers.CacheControl = "no-store";
                headers.Location = WithinHost(context.Request, headers.Location);
                return Task.CompletedTask;
            });
        }

        await next(context);
    });

    // The framework's own redirects repeat the name under which the host was asked: the browser knows it.
    private static string? WithinHost(HttpRequest request, string? location) =>
        $"{request.Scheme}://{request.Host}" is var host && location?.StartsWith(host + "/", StringComparison.Ordinal) == true
            ? location[host.Length..]
            : location;
}
