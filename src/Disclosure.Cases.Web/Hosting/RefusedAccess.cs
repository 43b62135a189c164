using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Hosting.SignIn;
using Microsoft.AspNetCore.Authorization;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// Logs who was refused what for want of a right: pages, dashboard and API. Of the address only its pattern is logged, so that nothing
/// typed gets there. What is open to everybody is left out: failed sign-ins have a record of their own.
/// </summary>
internal static partial class RefusedAccess
{
    /// <summary>After it is known who asks, before it is asked whether they may.</summary>
    public static void UseRefusedAccessLog(this IApplicationBuilder app)
    {
        var logger = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(RefusedAccess));
        app.Use(async (context, next) =>
        {
            await next(context);
            if (context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden
                && context.GetEndpoint() is RouteEndpoint endpoint && endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null)
            {
                logger.Refused(
                    context.Response.StatusCode, context.Request.Method, "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
                    WhoAsks(context), ClientAddress.Of(context));
            }
        });
    }

    // A person or a system, by its id.
    private static Guid? WhoAsks(HttpContext context) =>
        context.Features.Get<ApiClient>()?.Id
        ?? context.RequestServices.GetRequiredService<SessionCookie>().Current?.Id;

    [LoggerMessage(Level = LogLevel.Warning, Message = "Access refused with {Status}: {Method} {Pattern} to {Id} from {Address}.")]
    private static partial void Refused(this ILogger logger, int status, string method, string pattern, Guid? id, string address);
}
