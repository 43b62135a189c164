using Disclosure.Cases.Notifications;
using Disclosure.Cases.Web.Localisation;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Primitives;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// The names under which browsers and systems may reach the host: whoever is sent here under another name is told so, and no answer
/// depends on that name.
/// </summary>
/// <param name="Names">Host names without port; <c>*.example.gov.cn</c> stands for all below one, <c>*</c> for any.</param>
internal sealed record AllowedHosts(IReadOnlyList<string> Names)
{
    private const string Setting = "AllowedHosts";

    private static readonly string[] Loopback = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>
    /// Loopback, the public address (<c>Notifications:Address</c>), and what <c>AllowedHosts</c> adds, with <c>;</c> between.
    /// </summary>
    /// <exception cref="SettingException">A name cannot be a host's.</exception>
    public static void Add(IServiceCollection services, IConfiguration configuration)
    {
        var added = (configuration[Setting] ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(added, name => !IsName(name)) is { } wrong)
        {
            throw new SettingException(
                $"{Setting} must be host names without scheme and port, with ; between, such as gk.example.gov.cn;*.example.gov.cn; "
                + $"'{wrong}' is none.");
        }

        services.AddSingleton(provider => new AllowedHosts(
            [.. Loopback, .. provider.GetRequiredService<PublicAddress>().Root is { } root ? new[] { root.IdnHost } : [], .. added]));

        // The framework's own filter knows neither the public address nor the reader's language.
        services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["*"]);
    }

    /// <summary>
    /// Answers 400 to other names. Who asks after the host's health is let through: a balancer knows its address alone. So is what a
    /// refusal is told with.
    /// </summary>
    public static void Use(IApplicationBuilder app)
    {
        var names = app.ApplicationServices.GetRequiredService<AllowedHosts>().Names.Select(name => new StringSegment(name)).ToList();
        app.Use((context, next) =>
        {
            if (HostString.MatchesAny(context.Request.Host.Host, names)
                || context.Request.Path.StartsWithSegments("/health")
                || RefusedRequest.ReasonOf(context) is not null)
            {
                return next(context);
            }

            var words = context.RequestServices.GetRequiredService<IStringLocalizer<Words>>();
            RefusedRequest.Explain(
                context, words["请求中的主机名（Host）不在允许之列。请用本系统公布的网址打开；管理员可以用参数 AllowedHosts 增加主机名。"]);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return Task.CompletedTask;
        });
    }

    /// <summary>Whether the host was asked under a name of loopback.</summary>
    public static bool IsLoopback(HttpContext context) => Loopback.Contains(context.Request.Host.Host, StringComparer.OrdinalIgnoreCase);

    private static bool IsName(string name) => name == "*"
        || Uri.CheckHostName(name.StartsWith("*.", StringComparison.Ordinal) ? name[2..] : name.Trim('[', ']')) != UriHostNameType.Unknown;
}
