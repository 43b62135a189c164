using System.Text;
using Disclosure.Cases.Web.Tests.Hostile;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>A body whose pieces are none is the sender's mistake.</summary>
internal sealed class BrokenBodyTests
{
    private WebOffice office = null!;
    private Portal portal = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = new WebOffice();
        office.UseKestrel(0);
        await office.Open();
        portal = await office.Admit();
    }

    [OneTimeTearDown]
    public void Close()
    {
        portal.Dispose();
        office.Dispose();
    }

    [TestCase("x")]
    [TestCase("-1")]
    [TestCase("FFFFFFFFFFFFFFFF", Description = "the server says of this one in another way that it is none")]
    [TestCase("7FFFFFFFF")]
    public async Task Body_InPiecesThatAreNone_IsRefused(string length)
    {
        var answer = await new RawClient(office.ClientOptions.BaseAddress.Port).Send(Encoding.ASCII.GetBytes(
            $"POST /api/v1/applications HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer {portal.Token}\r\n"
            + $"Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n{length}\r\n{{}}\r\n0\r\n\r\n"));
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Header("Content-Type"), Does.StartWith("application/problem+json"));
    }
}
