using System.Text;
using Disclosure.Cases.Web.Tests.Hostile;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Under which names a host in Production is reached, what it tells of them, and what TLS changes.</summary>
internal sealed class HostNameTests
{
    private const string Public = "gk.example.gov.cn";

    private WebOffice office = null!;
    private RawClient client = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = new WebOffice().With("Notifications:Address", $"https://{Public}/")
            .With("AllowedHosts", "other.example.gov.cn; *.inner.example")
            .With("Proxy:Networks", "127.0.0.0/8");
        office.UseKestrel(0);
        await office.Open();
        client = new RawClient(office.ClientOptions.BaseAddress.Port);
    }

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase("localhost:5080", 200)]
    [TestCase("127.0.0.1", 200)]
    [TestCase("[::1]:5080", 200)]
    [TestCase(Public, 200, Description = "the public address")]
    [TestCase("GK.example.gov.cn:8443", 200)]
    [TestCase("other.example.gov.cn", 200, Description = "by the setting")]
    [TestCase("a.inner.example", 200)]
    [TestCase("evil.example", 400)]
    [TestCase("gk.example.gov.cn.evil.example", 400)]
    [TestCase("inner.example", 400)]
    [TestCase("", 400)]
    public async Task Host_AskedUnderAName_AnswersThoseAllowed(string host, int status)
    {
        foreach (var address in new[] { "/sign-in", "/site.css", "/api/v1/openapi.json" })
        {
            Assert.That((await Get(address, host)).Status, Is.EqualTo(status), address);
        }

        Assert.That((await Get("/health/live", host)).Status, Is.EqualTo(200), "a balancer knows the address alone");
    }

    [Test]
    public async Task Host_AskedUnderAWrongName_SaysWhatToDoAndNotTheName()
    {
        var page = await Get("/cases", "evil.example");
        var problem = await Get("/api/v1/agencies", "evil.example", "Accept-Language: en");
        Assert.Multiple(() =>
        {
            Assert.That(page.Text, Does.Contain("请求中的主机名（Host）不在允许之列").And.Contain("AllowedHosts").And.Not.Contain("evil"));
            Assert.That(problem.Header("Content-Type"), Does.StartWith("application/problem+json"));
            Assert.That(problem.Text, Does.Contain("The host name of the request").And.Not.Contain("evil"));
        });
    }

    [TestCase("X-Forwarded-Host: evil.example")]
    [TestCase("Forwarded: host=evil.example")]
    [TestCase("X-Original-Host: evil.example")]
    public async Task Redirect_OfTheHost_NamesNoHost(string header)
    {
        var answer = await Get("/cases", Public, header);
        Assert.That((answer.Status, answer.Header("Location")), Is.EqualTo((302, "/sign-in?returnUrl=%2Fcases")));
    }

    [TestCase(Public, "https", true, true)]
    [TestCase(Public, "http", true, false, Description = "a proxy that nobody told the host of may stand in between")]
    [TestCase("localhost", "https", true, false, Description = "a browser must not remember it of loopback")]
    [TestCase("localhost", "http", false, false)]
    public async Task Answer_InProduction_KeepsItsCookiesToTls(string host, string scheme, bool isSecure, bool isStrict)
    {
        var answer = await Get("/sign-in", host, $"X-Forwarded-Proto: {scheme}\r\nOrigin: https://evil.example");
        Assert.Multiple(() =>
        {
            Assert.That(answer.All("Set-Cookie").ToList(), Has.Count.EqualTo(1).And.All.Contains("httponly"));
            Assert.That(answer.Header("Server"), Is.Null);
            Assert.That(answer.Header("Access-Control-Allow-Origin"), Is.Null);
            Assert.That(answer.All("Set-Cookie").Single().Contains("; secure", StringComparison.Ordinal), Is.EqualTo(isSecure));
            Assert.That(answer.Header("Strict-Transport-Security"), isStrict ? Is.EqualTo("max-age=31536000") : Is.Null);
        });
    }

    [TestCase(Public, "http", "本系统须通过 https 打开")]
    [TestCase(Public, "https", "页面可能已经过期")]
    [TestCase("localhost", "http", "页面可能已经过期")]
    public async Task Form_WithoutItsCookie_SaysThatTlsIsNeededWhereItIs(string host, string scheme, string said)
    {
        var answer = await client.Send(Request("/sign-in", host, $"X-Forwarded-Proto: {scheme}\r\nContent-Length: 0", "POST"));
        Assert.That(answer.Status, Is.EqualTo(400));
        Assert.That(answer.Text, Does.Contain(said));
    }

    [Test]
    public async Task Header_FromAProxyThatIsNotKnown_MakesNoTls()
    {
        using var other = new WebOffice();
        other.UseKestrel(0);
        await other.Open();
        var answer = await new RawClient(other.ClientOptions.BaseAddress.Port)
            .Send(Request("/sign-in", "localhost", "X-Forwarded-Proto: https"));
        Assert.That(answer.All("Set-Cookie").Single(), Does.Not.Contain("secure"));
        Assert.That(answer.Header("Strict-Transport-Security"), Is.Null);
    }

    private Task<RawAnswer> Get(string address, string host, string header = "Accept: */*") => client.Send(Request(address, host, header));

    private static byte[] Request(string address, string host, string header, string method = "GET") =>
        Encoding.ASCII.GetBytes($"{method} {address} HTTP/1.1\r\nHost: {host}\r\n{header}\r\nConnection: close\r\n\r\n");
}
