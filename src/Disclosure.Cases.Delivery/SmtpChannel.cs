using System.Net.Sockets;
using Disclosure.Cases.Notifications;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Disclosure.Cases.Delivery;

/// <summary>The office's mail server.</summary>
/// <param name="Host">Its name.</param>
/// <param name="Port">1 to 65535.</param>
/// <param name="From">The sender's address.</param>
/// <param name="Security">How the connection is protected; <see cref="SecureSocketOptions.Auto"/> takes what the server offers.</param>
/// <param name="UserName">For servers that ask for one, or null.</param>
/// <param name="Password">To go with it.</param>
public sealed record SmtpSettings(string Host, int Port, string From, SecureSocketOptions Security, string? UserName, string Password);

/// <summary>E-mail over SMTP. The message's identity is its Message-ID, so that a repetition is known as such.</summary>
internal sealed class SmtpChannel(SmtpSettings settings, TimeProvider time) : INotificationChannel
{
    private const string Domain = "disclosure.cases";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public string Name => "email";

    public bool Reaches(Recipient recipient) => MailboxAddress.TryParse(recipient.Email, out _);

    public async Task Send(OutgoingMessage message, CancellationToken cancellation)
    {
        try
        {
            using var mail = MailOf(message);
            using var client = new SmtpClient { Timeout = (int)Patience.TotalMilliseconds };
            await client.ConnectAsync(settings.Host, settings.Port, settings.Security, cancellation);
            if (settings.UserName is { } user)
            {
                await client.AuthenticateAsync(user, settings.Password, cancellation);
            }

            await client.SendAsync(mail, cancellation);
            await client.DisconnectAsync(quit: true, cancellation);
        }
        catch (SmtpCommandException problem)
        {
            // 5xx is the server's last word, 4xx asks to come again (RFC 5321, 4.2.1). An answer may name an address:
            // only its code goes on, to the log as well.
            throw new NotDeliveredException($"smtp.{(int)problem.StatusCode}", isFinal: (int)problem.StatusCode >= 500);
        }
        catch (Exception problem) when (problem is IOException or SocketException or ProtocolException or AuthenticationException
            or SslHandshakeException or TimeoutException or ServiceNotConnectedException)
        {
            throw new NotDeliveredException(
                problem is AuthenticationException ? "smtp.authentication" : "smtp.connection", isFinal: false, problem);
        }
    }

    private MimeMessage MailOf(OutgoingMessage message)
    {
        var mail = new MimeMessage
        {
            MessageId = $"{message.Id:D}@{Domain}",
            Subject = message.Subject,
            Date = time.GetUtcNow(),
            Body = new TextPart("plain") { Text = message.Body },
        };
        mail.From.Add(MailboxAddress.Parse(settings.From));
        mail.To.AddRange(message.Recipients.Select(recipient => MailboxAddress.Parse(recipient.Email!)));

        // Nobody's absence note is an answer to it (RFC 3834).
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }
}
