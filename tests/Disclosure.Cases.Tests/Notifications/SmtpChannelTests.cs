using Disclosure.Cases.Delivery;
using Disclosure.Cases.Notifications;
using MailKit.Security;
using SmtpServer.Protocol;

namespace Disclosure.Cases.Tests.Notifications;

public sealed class SmtpChannelTests
{
    private static readonly OutgoingMessage Message = new(
        Guid.Parse("01999999-0000-7000-8000-000000000001"),
        [new Recipient("wang@example.gov.cn", null), new Recipient("li@example.gov.cn", "1")], "【期限提醒】示范府依申请〔2025〕1号", "还剩 3 个工作日。");

    [Test]
    public async Task Message_Sent_ArrivesWithItsIdentityAndItsText()
    {
        await using var server = new MailServer();
        await Channel(server.Port).Send(Message, CancellationToken.None);
        var mail = server.Received.Single();
        Assert.Multiple(() =>
        {
            Assert.That(mail.MessageId, Is.EqualTo("01999999-0000-7000-8000-000000000001@disclosure.cases"));
            Assert.That(mail.To.Mailboxes.Select(box => box.Address), Is.EqualTo(new[] { "wang@example.gov.cn", "li@example.gov.cn" }));
            Assert.That(mail.From.Mailboxes.Single().Address, Is.EqualTo("disclosure@example.gov.cn"));
            Assert.That(mail.Subject, Is.EqualTo(Message.Subject));
            Assert.That(mail.TextBody!.TrimEnd(), Is.EqualTo(Message.Body));
            Assert.That(mail.Headers["Auto-Submitted"], Is.EqualTo("auto-generated"));
        });
    }

    [TestCase(SmtpReplyCode.MailboxUnavailable, "smtp.550", true)]
    [TestCase(SmtpReplyCode.ServiceUnavailable, "smtp.421", false)]
    public async Task Message_RefusedByTheServer_IsNotDeliveredForGoodOrForNow(SmtpReplyCode answer, string problem, bool isFinal)
    {
        await using var server = new MailServer { Answer = new SmtpResponse(answer, "not for wang@example.gov.cn") };
        var refused = Assert.ThrowsAsync<NotDeliveredException>(() => Channel(server.Port).Send(Message, CancellationToken.None))!;
        Assert.That((refused.Problem, refused.IsFinal), Is.EqualTo((problem, isFinal)), "the code alone: the answer names an address");
        Assert.That(refused.ToString(), Does.Not.Contain("wang@"), "in the log as well");
    }

    [Test]
    public void Message_WithoutServer_IsTriedAgain()
    {
        var refused = Assert.ThrowsAsync<NotDeliveredException>(() => Channel(MailServer.FreePort()).Send(
            Message, CancellationToken.None))!;
        Assert.That((refused.Problem, refused.IsFinal), Is.EqualTo(("smtp.connection", false)));
    }

    [TestCase("wang@example.gov.cn", ExpectedResult = true)]
    [TestCase(null, ExpectedResult = false)]
    [TestCase("", ExpectedResult = false)]
    public bool Channel_Reaches_WhoHasAnAddress(string? email) => Channel(25).Reaches(new Recipient(email, "13800000000"));

    private static SmtpChannel Channel(int port) =>
        new(new SmtpSettings("127.0.0.1", port, "disclosure@example.gov.cn", SecureSocketOptions.None, null, ""), TimeProvider.System);
}
