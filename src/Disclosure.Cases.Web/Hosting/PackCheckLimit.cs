using System.Threading.RateLimiting;
using Disclosure.Cases.Hosting.SignIn;
using Microsoft.AspNetCore.RateLimiting;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>How often a pack may be put in for a check, from one address: anybody may, and each is read whole.</summary>
internal static class PackCheckLimit
{
    /// <summary>The policy of the page.</summary>
    public const string Policy = "pack-check";

    private const int ChecksPerMinute = 10;

    /// <summary>Sets it up. It is asked before anything of the file is read; looking at the page costs nothing.</summary>
    public static void Add(IServiceCollection services) => services.Configure<RateLimiterOptions>(options =>
        options.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                ClientAddress.Of(context),
                _ => new FixedWindowRateLimiterOptions { PermitLimit = ChecksPerMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter(nameof(HttpMethods.Get))));
}
