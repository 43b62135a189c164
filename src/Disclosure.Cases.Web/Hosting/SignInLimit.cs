using System.Threading.RateLimiting;
using Disclosure.Cases.SignIns;

namespace Disclosure.Cases.Web.Hosting;

/// <summary>
/// How often one may try to sign in a minute, on this host: with one name from one address, and from one address at all. Behind
/// an office's one address others try as well, so that the second is much higher and does not hold for a browser that is known.
/// </summary>
internal sealed class SignInLimit : IDisposable
{
    private const int NamesAtOnce = 10;

    private readonly PartitionedRateLimiter<(string Address, string Name)> ofName;
    private readonly PartitionedRateLimiter<string> ofAddress;

    public SignInLimit(SignInRules rules)
    {
        ofName = Limiter<(string Address, string Name)>(rules.AttemptsPerMinute);
        ofAddress = Limiter<string>(rules.AttemptsPerMinute * NamesAtOnce);
    }

    /// <summary>Whether it may be tried once more from an address.</summary>
    public bool Admits(string address) => Admits(ofAddress, address);

    /// <summary>Whether it may be tried once more with a name from an address.</summary>
    public bool Admits(string address, string name) => Admits(ofName, (address, name.ToUpperInvariant()));

    /// <inheritdoc/>
    public void Dispose()
    {
        ofName.Dispose();
        ofAddress.Dispose();
    }

    private static bool Admits<T>(PartitionedRateLimiter<T> limiter, T key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<T> Limiter<T>(int attempts)
        where T : notnull => PartitionedRateLimiter.Create<T, T>(key => RateLimitPartition.GetFixedWindowLimiter(
            key, _ => new FixedWindowRateLimiterOptions { PermitLimit = attempts, Window = TimeSpan.FromMinutes(1) }));
}
