using Disclosure.Cases.Storage.Maintenance;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Disclosure.Cases.Hosting;

/// <summary>
/// What a balancer asks: <c>/health/live</c>, whether the process answers at all; <c>/health/ready</c>, whether it can do
/// its work. A host that is stopping says that it is not ready first, and answers what is under way for a while longer.
/// </summary>
public static class Health
{
    /// <summary>The tag of the checks that <c>/health/ready</c> asks.</summary>
    public const string Ready = "ready";

    /// <summary>
    /// Registers the checks, and the pause before a stop (<c>Shutdown:DrainSeconds</c>, 0 to 60; 0 where nothing
    /// stands in front of the host).
    /// </summary>
    public static void AddHealth(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHealthChecks()
            .AddCheck<RecordsCheck>("records", tags: [Ready])
            .AddCheck<StoppingCheck>("stopping", tags: [Ready]);
        var drain = TimeSpan.FromSeconds(Math.Clamp(configuration.GetValue("Shutdown:DrainSeconds", 0), 0, 60));
        services.AddHostedService(_ => new Drain(drain));
        services.Configure<HostOptions>(options => options.ShutdownTimeout = drain + TimeSpan.FromSeconds(30));
    }

    /// <summary>Maps both addresses; they tell nothing but yes or no.</summary>
    public static void MapHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) }).AllowAnonymous();
    }

    private sealed class RecordsCheck(Readiness readiness) : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            await readiness.Obstacle(cancellationToken) is { } obstacle
                ? HealthCheckResult.Unhealthy(obstacle)
                : HealthCheckResult.Healthy();
    }

    private sealed class StoppingCheck(IHostApplicationLifetime lifetime) : IHealthCheck
    {
        public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            Task.FromResult(lifetime.ApplicationStopping.IsCancellationRequested
                ? HealthCheckResult.Unhealthy("stopping")
                : HealthCheckResult.Healthy());
    }

    // Between "not ready" and the end of the server's listening.
    private sealed class Drain(TimeSpan pause) : IHostedLifecycleService
    {
        public Task StoppingAsync(CancellationToken cancellationToken) => Task.Delay(pause, cancellationToken);

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
