using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace Disclosure.Cases.Hosting;

/// <summary>Metrics for the district's monitoring system, where one is named.</summary>
public static class Monitoring
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    /// <summary>
    /// Exports the application's own metrics (<see cref="Telemetry"/>) and those of the web server by OTLP when
    /// <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> is set; the other <c>OTEL_</c> settings hold as OpenTelemetry defines them.
    /// Without it nothing is collected.
    /// </summary>
    /// <param name="services">The host's services.</param>
    /// <param name="configuration">Its configuration.</param>
    /// <param name="name">What the host is called there, unless <c>OTEL_SERVICE_NAME</c> says otherwise.</param>
    public static void AddMonitoring(this IServiceCollection services, IConfiguration configuration, string name)
    {
        if (configuration[Endpoint] is { Length: > 0 })
        {
            services.AddOpenTelemetry().ConfigureResource(resource => resource.AddService(configuration["OTEL_SERVICE_NAME"] ?? name))
                .WithMetrics(metrics => metrics
                    .AddMeter(Telemetry.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime")
                    .AddOtlpExporter());
        }
    }
}
