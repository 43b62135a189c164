using System.Net.Http.Headers;
using System.Text;

namespace Disclosure.Cases.Web.Tests;

/// <summary>What no form sends is answered with 400 and a page that names the rule, in the reader's language.</summary>
internal sealed class RefusedRequestTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private WebOffice office = null!;
    private string approval = "";

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        var (caseId, letter) = await office.ToApproval(office.Today);
        approval = $"/cases/{caseId}/documents/{letter}?handler=Approve";
    }

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase("/today", Form, "", "没有所请求的操作（handler）", "no such action (handler)")]
    [TestCase("/today?handler=NoSuch", Form, "", "没有所请求的操作（handler）", "no such action (handler)")]
    [TestCase(null, "text/plain", "Version=1", "提交的内容不是表单", "What was sent is no form (")]
    [TestCase(null, "application/json", "{}", "提交的内容不是表单", "What was sent is no form (")]
    [TestCase(null, Form + "; charset=utf-7", "Version=1", "不是能够读取的表单", "no form that can be read")]
    [TestCase(null, "multipart/form-data; boundary=here", "--there", "不是能够读取的表单", "no form that can be read")]
    [TestCase(
        null, "multipart/form-data; boundary=here",
        "--here\r\nContent-Disposition: form-data; name=\"Version\"\r\nContent-Type: x/y; charset=utf-7\r\n\r\n1\r\n--here--\r\n",
        "不是能够读取的表单", "no form that can be read")]
    [TestCase(
        null, Form, "Version=%E2%98%83", "字段 version 的值无法读取：应为整数。",
        "The value of the field version cannot be read: it must be a whole number.")]
    [TestCase(
        "/administration/calendar?handler=Preview", Form, "BasedOn=soon", "字段 BasedOn 的值无法读取：应为整数。",
        "The value of the field BasedOn cannot be read: it must be a whole number.")]
    public async Task Request_ThatNoFormSends_IsRefusedWithItsRule(
        string? address, string mediaType, string body, string chinese, string english)
    {
        using var browser = await office.SignedIn(
            address?.StartsWith("/administration", StringComparison.Ordinal) == true ? "admin" : "reviewer");
        foreach (var (language, title, reason) in new[] { ("zh-CN", "请求无效", chinese), ("en", "Invalid request", english) })
        {
            await browser.Get("/account");
            await browser.Press("form.language", $"button[value={language}]");
            await browser.Get("/account");
            using var answer = await browser.Send(Request(HttpMethod.Post, address ?? approval, mediaType, body, browser));
            Assert.That((int)answer.StatusCode, Is.EqualTo(400));
            Assert.That(
                await answer.Content.ReadAsStringAsync(),
                Does.Contain($"<h1>{title}</h1>").And.Contain(reason).And.Contain("site.css"));
        }
    }

    [TestCase(Form + "; charset=utf-7")]
    [TestCase("multipart/form-data; boundary=there")]
    public async Task Page_AskedForWithAFormThatCannotBeRead_Answers400(string mediaType)
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get("/account");
        using var answer = await admin.Send(Request(HttpMethod.Get, "/administration/templates/not-existing", mediaType, "x", admin));
        Assert.That((int)answer.StatusCode, Is.EqualTo(400));
    }

    [TestCase("/administration/templates/%0B")]
    [TestCase("/administration/templates/%20")]
    [TestCase("/problems/%E3%80%80")]
    public async Task Address_WithNothingToReadInAPart_Answers404(string address)
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get(address);
        Assert.That((int)admin.Answer.StatusCode, Is.EqualTo(404));
    }

    private static HttpRequestMessage Request(HttpMethod method, string address, string mediaType, string body, Browser browser)
    {
        var request = new HttpRequestMessage(method, new Uri(address, UriKind.Relative))
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)),
        };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        request.Headers.Add(
            "RequestVerificationToken", browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value"));
        return request;
    }
}
