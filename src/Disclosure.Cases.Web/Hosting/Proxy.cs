using Microsoft.AspNetCore.HttpOverrides;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>A reverse proxy in front of the host: only from its networks is it believed who asks, and whether by TLS.</summary>
internal static class Proxy
{
    /// <summary>Reads <c>Proxy:Networks</c> (<c>10.0.0.0/8, 172.16.0.0/12</c>); without it no forwarded header counts.</summary>
    /// <exception cref="SettingException">A network cannot be read.</exception>
    public static void AddProxy(this IServiceCollection services, IConfiguration configuration)
    {
        var networks = (configuration["Proxy:Networks"] ?? "")
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(text => System.Net.IPNetwork.TryParse(text, out var network) ? network : throw new SettingException(
                $"Proxy:Networks must be networks such as 172.16.0.0/12, with commas between; '{text}' is none."))
            .ToList();
        services.Configure<ForwardedHeadersOptions>(options =>
        {
            options.ForwardedHeaders = networks.Count == 0
                ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            options.KnownProxies.Clear();
            options.KnownIPNetworks.Clear();
            networks.ForEach(options.KnownIPNetworks.Add);
        });
    }
}
