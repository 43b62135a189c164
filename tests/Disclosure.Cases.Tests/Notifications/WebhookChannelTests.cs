using System.Net;
using System.Text.Json;
using Disclosure.Cases.Delivery;
using Disclosure.Cases.Notifications;

namespace Disclosure.Cases.Tests.Notifications;

public sealed class WebhookChannelTests
{
    private static readonly OutgoingMessage Message = new(
        Guid.Parse("01999999-0000-7000-8000-000000000001"),
        [new Recipient(null, "13800000001"), new Recipient(null, "13800000002")], "【期限提醒】", "还剩 3 个工作日。");

    [Test]
    public async Task Message_Sent_IsPostedWithItsIdentity()
    {
        var gateway = new Gateway(HttpStatusCode.Accepted);
        await Channel(gateway).Send(Message, CancellationToken.None);
        var call = gateway.Calls.Single();
        var body = JsonDocument.Parse(call.Body).RootElement;
        Assert.Multiple(() =>
        {
            Assert.That(call.Key, Is.EqualTo(Message.Id.ToString()));
            Assert.That(call.Authorization, Is.EqualTo("Bearer secret"));
            Assert.That(body.GetProperty("id").GetGuid(), Is.EqualTo(Message.Id));
            Assert.That(
                body.GetProperty("phones").EnumerateArray().Select(phone => phone.GetString()),
                Is.EqualTo(new[] { "13800000001", "13800000002" }));
            Assert.That(body.GetProperty("text").GetString(), Is.EqualTo(Message.Body));
        });
    }

    [TestCase(HttpStatusCode.BadRequest, true)]
    [TestCase(HttpStatusCode.NotFound, true)]
    [TestCase(HttpStatusCode.Unauthorized, false, Description = "a token that is being renewed")]
    [TestCase(HttpStatusCode.TooManyRequests, false)]
    [TestCase(HttpStatusCode.InternalServerError, false)]
    [TestCase(HttpStatusCode.Redirect, false)]
    public void Message_NotTaken_IsNotDeliveredForGoodOrForNow(HttpStatusCode answer, bool isFinal)
    {
        var refused = Assert.ThrowsAsync<NotDeliveredException>(() => Channel(new Gateway(answer)).Send(Message, CancellationToken.None))!;
        Assert.That((refused.Problem, refused.IsFinal), Is.EqualTo(($"http.{(int)answer}", isFinal)));
    }

    [Test]
    public void Message_WithoutGateway_IsTriedAgain()
    {
        var refused = Assert.ThrowsAsync<NotDeliveredException>(() => Channel(new Gateway(null)).Send(Message, CancellationToken.None))!;
        Assert.That((refused.Problem, refused.IsFinal), Is.EqualTo(("http.connection", false)));
    }

    private static WebhookChannel Channel(Gateway gateway) =>
        new(new WebhookSettings(new Uri("http://gateway.example/send"), "secret"), gateway);

    private sealed class Gateway(HttpStatusCode? answer) : HttpMessageHandler, IHttpClientFactory
    {
        public List<(string? Key, string? Authorization, string Body)> Calls { get; } = [];

        public HttpClient CreateClient(string name) => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Calls.Add((
                request.Headers.GetValues("Idempotency-Key").Single(),
                request.Headers.Authorization?.ToString(),
                await request.Content!.ReadAsStringAsync(cancellationToken)));
            return new HttpResponseMessage(answer ?? throw new HttpRequestException("refused"));
        }
    }
}
