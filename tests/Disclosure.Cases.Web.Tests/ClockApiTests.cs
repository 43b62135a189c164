using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Disclosure.Cases.Web.Tests;

internal sealed class ClockApiTests
{
    private const string Address = "/api/v1/clock";

    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase("""{"receivedOn": "2025-09-22"}""", HttpStatusCode.OK)]
    [TestCase("""{"receivedOn": "2025-02-30"}""", HttpStatusCode.UnprocessableEntity)]
    [TestCase("""{"receivedOn": "2025-09-22", "events": [{"type": "nonsense", "on": "2025-09-23"}]}""", HttpStatusCode.UnprocessableEntity)]
    [TestCase("""{"receivedOn": """, HttpStatusCode.UnprocessableEntity)]
    [TestCase("", HttpStatusCode.UnprocessableEntity)]
    [TestCase("[]", HttpStatusCode.UnprocessableEntity)]
    public async Task Clock_Timeline_IsReckonedOrRefused(string json, HttpStatusCode expected)
    {
        using var browser = await office.SignedIn("clerk");
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var answer = await browser.Post(Address, content);
        var body = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
        Assert.Multiple(() =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(expected));
            Assert.That(body["refused"] is null, Is.EqualTo(expected == HttpStatusCode.OK));
        });
    }

    [Test]
    public async Task Clock_NotSignedIn_IsToldSoByTheCode()
    {
        using var browser = office.Visitor();
        using var content = new StringContent("{}", Encoding.UTF8, "application/json");
        using var answer = await browser.Post(Address, content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Clock_TooLong_IsRefused()
    {
        using var browser = await office.SignedIn("clerk");
        using var content = new StringContent(new string(' ', 300_000), Encoding.UTF8, "application/json");
        using var answer = await browser.Post(Address, content);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }
}
