using System.Globalization;
using Disclosure.Cases.Hosting;
using Disclosure.Cases.Web.Api;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// What the host answers while its <see cref="FirstStart"/> is under way: to people a page that says how far it is, at whatever
/// address, so that reading it again leads to where they wanted to go; to programs 503 and when to ask again.
/// </summary>
internal static class FirstStartAnswers
{
    /// <summary>The check that fails while the first start is under way.</summary>
    public const string Check = "first-start";

    /// <summary>When to ask again, in seconds.</summary>
    public const int AskAgainAfter = 2;

    /// <summary>Registers the first start and what answers meanwhile; before the jobs, which start after it.</summary>
    public static void AddFirstStart(this IServiceCollection services)
    {
        services.AddSingleton<FirstStart>();
        services.AddHostedService(provider => provider.GetRequiredService<FirstStart>());
        services.AddHealthChecks().AddCheck<FirstStartCheck>(Check, tags: [Health.Ready]);
    }

    /// <summary>Answers everything but style sheets, the choice of the language and questions about the host's health.</summary>
    public static void UseFirstStart(this WebApplication app)
    {
        var start = app.Services.GetRequiredService<FirstStart>();
        app.Use((context, next) => !start.IsUnderWay || IsAnswered(context.Request.Path) ? next(context) : Answer(context, next));
    }

    private static bool IsAnswered(PathString path) =>
        path.StartsWithSegments("/health")
        || path.StartsWithSegments("/language")
        || path.Value!.EndsWith(".css", StringComparison.Ordinal);

    private static Task Answer(HttpContext context, RequestDelegate next)
    {
        context.Response.Headers.RetryAfter = AskAgainAfter.ToString(CultureInfo.InvariantCulture);
        if (ApiServices.IsForApi(context))
        {
            return new ProblemResult(ProblemKind.NotReady).ExecuteAsync(context);
        }

        // The page is no form. It knows where the reader wanted to go, for whoever chooses a language on it.
        context.Features.Set<IStatusCodeReExecuteFeature>(new StatusCodeReExecuteFeature { OriginalPath = context.Request.Path });
        (context.Request.Path, context.Request.Method) = ("/first-start", HttpMethods.Get);
        (context.Request.ContentLength, context.Request.ContentType) = (null, null);
        return next(context);
    }

    private sealed class FirstStartCheck(FirstStart start) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(start.IsUnderWay ? HealthCheckResult.Unhealthy(Check) : HealthCheckResult.Healthy());
    }

    /// <summary>The browser's language, as long as the first start is under way: nobody has chosen one before the first page.</summary>
    internal sealed class BrowserLanguage : RequestCultureProvider
    {
        public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
            Task.FromResult(httpContext.RequestServices.GetRequiredService<FirstStart>() is { IsUnderWay: true }
                ? ApiLanguage.Of(httpContext)
                : null);
    }
}
