using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Disclosure.Cases.Deadlines;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Metrics leave the host by OTLP where a collector is named, and nowhere otherwise.</summary>
[NonParallelizable]
internal sealed class MonitoringTests
{
    [Test]
    public async Task Metrics_WithACollectorNamed_ArriveThere()
    {
        using var collector = new Collector();
        using var office = await new WebOffice()
            .With("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address).With("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf")
            .With("OTEL_METRIC_EXPORT_INTERVAL", "200").Open();
        await office.Case();
        await office.As(Actor.Application, services => services.GetRequiredService<IMediator>().Send(new SweepDeadlines()));
        Assert.That(
            () => collector.Received,
            Has.Some.Contains("disclosure.cases.open").And.Some.Contains("disclosure.sweep.duration").After(20_000, 100));
        Assert.That(collector.Received, Has.Some.Contains("disclosure-web").And.Some.Contains(office.AgencyId.ToString()));
        Assert.That(collector.Received, Has.None.Contains("李某某").And.None.Contains("培训计划"));
    }

    /// <summary>Keeps what is posted to it on loopback.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly HttpListener listener = new();

        public Collector()
        {
            Address = $"http://127.0.0.1:{Servers.ServerProcess.FreePort()}";
            listener.Prefixes.Add(Address + "/");
            listener.Start();
            _ = Listen();
        }

        public string Address { get; }

        public ConcurrentBag<string> Received { get; } = [];

        public void Dispose() => listener.Close();

        private async Task Listen()
        {
            try
            {
                while (true)
                {
                    var call = await listener.GetContextAsync();
                    using var body = new MemoryStream();
                    await call.Request.InputStream.CopyToAsync(body);
                    Received.Add(Encoding.UTF8.GetString(body.ToArray()));
                    call.Response.Close();
                }
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
            {
                // The test is over.
            }
        }
    }
}
