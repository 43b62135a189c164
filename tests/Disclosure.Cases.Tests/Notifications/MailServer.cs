using System.Buffers;
using System.Net;
using System.Net.Sockets;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace Disclosure.Cases.Tests.Notifications;

/// <summary>A mail server on loopback that keeps what it is sent, or answers as it is told to.</summary>
internal sealed class MailServer : MessageStore, IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task running;

    public MailServer()
    {
        Port = FreePort();
        var services = new ServiceProvider();
        services.Add(this);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        running = new SmtpServer.SmtpServer(options, services).StartAsync(stop.Token);
    }

    public int Port { get; }

    public List<MimeMessage> Received { get; } = [];

    public SmtpResponse Answer { get; set; } = SmtpResponse.Ok;

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (Answer.ReplyCode == SmtpReplyCode.Ok)
        {
            using var bytes = new MemoryStream(buffer.ToArray());
            Received.Add(await MimeMessage.LoadAsync(bytes, cancellationToken));
        }

        return Answer;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await running;
        stop.Dispose();
    }
}
