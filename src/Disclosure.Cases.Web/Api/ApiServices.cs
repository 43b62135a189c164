using System.Globalization;
using System.Threading.RateLimiting;
using Disclosure.Cases.ApiClients;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.RateLimiting;

namespace Disclosure.Cases.Web.Api;

/// <summary>What the API needs: tokens, the caller's language, limits, its document.</summary>
internal static class ApiServices
{
    /// <summary>The limit on what a system may ask.</summary>
    public const string Limit = "api";

    private const string Root = "/api";

    /// <summary>Registers it.</summary>
    public static void AddPortalApi(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, BearerTokens>(BearerTokens.Name, null);
        services.ConfigureHttpJsonOptions(options => JsonBody.Configure(options.SerializerOptions));
        services.Configure<RequestLocalizationOptions>(options => options.RequestCultureProviders.Insert(0, new ApiLanguage()));
        var requests = configuration.GetValue("Api:RequestsPerMinute", 600);
        services.Configure<RateLimiterOptions>(options =>
        {
            options.AddPolicy(Limit, context => RateLimitPartition.GetFixedWindowLimiter(
                context.Features.Get<ApiClient>()?.Id ?? Guid.Empty,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = requests, Window = TimeSpan.FromMinutes(1) }));
            options.OnRejected = (context, _) =>
            {
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                {
                    context.HttpContext.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
                        .ToString(CultureInfo.InvariantCulture);
                }

                return ValueTask.CompletedTask;
            };
        });
        services.AddScoped<OwnApplications>();
        services.AddApiDocument();
    }

    /// <summary>Whether a request is one of the API's: whatever becomes of it, it is answered in JSON.</summary>
    public static bool IsForApi(HttpContext context) => context.Request.Path.StartsWithSegments(Root);

    /// <summary>What goes wrong is told in JSON, where pages tell it in HTML.</summary>
    public static void UseProblemDetails(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = ProblemResult.Failed });
        app.UseStatusCodePages(context => ProblemResult.Explain(context.HttpContext));
    }

    /// <summary>What no address answers is said before anybody is asked who they are: which there are is public.</summary>
    public static void UseApiRefusals(this IApplicationBuilder app) => app.Use((context, next) =>
        !IsForApi(context) || context.GetEndpoint() is RouteEndpoint ? next(context)
        : context.GetEndpoint()?.RequestDelegate is { } refuse ? refuse(context)
        : new ProblemResult(ProblemKind.NotFound).ExecuteAsync(context));
}
