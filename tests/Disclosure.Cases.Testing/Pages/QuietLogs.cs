using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Disclosure.Cases.Testing.Pages;

/// <summary>
/// Logs that go nowhere and outlive every host. Hangfire has one place for its logs in a process, that of the host put together
/// last: without this, a host cannot start or stop its jobs once that one is gone.
/// </summary>
internal static class QuietLogs
{
    private static readonly ILoggerFactory Shared = LoggerFactory.Create(_ => { });

    public static void Install(IServiceCollection services) => services.AddSingleton(Shared);
}
