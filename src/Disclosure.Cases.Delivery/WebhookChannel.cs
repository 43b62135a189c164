using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Disclosure.Cases.Notifications;

namespace Disclosure.Cases.Delivery;

/// <summary>The gateway that sends short messages.</summary>
/// <param name="Url">Where each message is posted.</param>
/// <param name="Token">A bearer token for it, or null.</param>
public sealed record WebhookSettings(Uri Url, string? Token);

/// <summary>
/// A call for each message: <c>{"id", "phones": […], "subject", "text"}</c> as JSON, its identity in the header
/// <c>Idempotency-Key</c> as well. Any answer of 2xx means that the gateway has taken it.
/// </summary>
internal sealed class WebhookChannel(WebhookSettings settings, IHttpClientFactory clients) : INotificationChannel
{
    public string Name => "webhook";

    public bool Reaches(Recipient recipient) => !string.IsNullOrWhiteSpace(recipient.Phone);

    public async Task Send(OutgoingMessage message, CancellationToken cancellation)
    {
        using var call = new HttpRequestMessage(HttpMethod.Post, settings.Url)
        {
            Content = JsonContent.Create(new
            {
                id = message.Id,
                phones = message.Recipients.Select(recipient => recipient.Phone),
                subject = message.Subject,
                text = message.Body,
            }),
        };
        call.Headers.Add("Idempotency-Key", message.Id.ToString("D"));
        if (settings.Token is { } token)
        {
            call.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        try
        {
            using var client = clients.CreateClient(Name);
            using var answer = await client.SendAsync(call, cancellation);
            if (!answer.IsSuccessStatusCode)
            {
                throw new NotDeliveredException($"http.{(int)answer.StatusCode}", IsFinal(answer.StatusCode));
            }
        }
        catch (HttpRequestException problem)
        {
            throw new NotDeliveredException("http.connection", isFinal: false, problem);
        }
        catch (TaskCanceledException problem) when (!cancellation.IsCancellationRequested)
        {
            throw new NotDeliveredException("http.timeout", isFinal: false, problem);
        }
    }

    // What the gateway refuses as such it will refuse again; too many, too slow and its own faults pass.
    private static bool IsFinal(HttpStatusCode code) =>
        (int)code is >= 400 and < 500 && code is not (HttpStatusCode.RequestTimeout
            or HttpStatusCode.TooManyRequests or HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden);
}
