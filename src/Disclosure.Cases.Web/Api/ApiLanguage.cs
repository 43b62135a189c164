using Microsoft.AspNetCore.Localization;

namespace Disclosure.Cases.Web.Api;

/// <summary>The caller's language: the first of <c>Accept-Language</c> that there is, Chinese where there is none.</summary>
internal sealed class ApiLanguage : RequestCultureProvider
{
    /// <inheritdoc/>
    public override Task<ProviderCultureResult?> DetermineProviderCultureResult(HttpContext httpContext) =>
        Task.FromResult(httpContext.Request.Path.StartsWithSegments("/api") ? Of(httpContext) : null);

    /// <summary>What <c>Accept-Language</c> says.</summary>
    public static ProviderCultureResult Of(HttpContext httpContext)
    {
        var language = httpContext.Request.GetTypedHeaders().AcceptLanguage
            .Where(each => each.Quality is not 0)
            .OrderByDescending(each => each.Quality ?? 1)
            .Select(each => each.Value.Value?.Split('-')[0].ToLowerInvariant())
            .FirstOrDefault(each => each is "zh" or "en" or "*");
        return new ProviderCultureResult(language == "en" ? "en" : "zh-CN");
    }
}
