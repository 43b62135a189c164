using System.Net;
using System.Text.Json;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Scans and files of a case: several at once, shown where that is safe, refused in words where they are too large.</summary>
internal sealed class AttachmentTests
{
    private static readonly byte[] Png = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 7];

    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Files_SentTogether_AreAllAttached_AndOnlyPdfAndPicturesAreShown()
    {
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        using var answer = await Send(
            clerk, caseId, false, ("申请书.pdf", "%PDF-1.7 x"u8.ToArray()), ("信封.png", Png),
            ("网页.pdf", "<script>alert(1)</script>"u8.ToArray()), ("图.svg", "<svg onload='x'/>"u8.ToArray()), ("空.txt", []));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(
            WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()),
            Does.Contain("空.txt：文件为空").And.Contain("已添加 4 个附件"),
            "what is refused is named, the others stay");

        await clerk.Get($"/cases/{caseId}");
        Assert.Multiple(() =>
        {
            Assert.That(
                clerk.Page.QuerySelectorAll("#attachments .paper > a").Select(link => link.TextContent),
                Is.EqualTo(new[] { "图.svg", "网页.pdf", "信封.png", "申请书.pdf" }));
            Assert.That(
                clerk.Page.QuerySelectorAll("#attachments .look img").Select(shown => shown.GetAttribute("alt")),
                Is.EqualTo(new[] { "信封.png" }));
            Assert.That(
                clerk.Page.QuerySelectorAll("#attachments .look iframe").Select(shown => shown.GetAttribute("title")),
                Is.EqualTo(new[] { "申请书.pdf" }));
        });
        var files = clerk.Page.QuerySelectorAll("#attachments .paper > a").Select(link => link.GetAttribute("href")!).ToList();
        foreach (var (file, type, disposition) in new[]
        {
            (files[0], "application/octet-stream", "attachment"),
            (files[1], "application/octet-stream", "attachment"),
            (files[2], "image/png", null),
            (files[3], "application/pdf", null),
        })
        {
            await clerk.Get($"{file}?show=true");
            var headers = clerk.Answer.Content.Headers;
            Assert.Multiple(() =>
            {
                Assert.That((headers.ContentType!.MediaType, headers.ContentDisposition?.DispositionType), Is.EqualTo((type, disposition)));
                Assert.That(clerk.Answer.Headers.GetValues("X-Content-Type-Options"), Is.EqualTo(new[] { "nosniff" }));
                Assert.That(
                    clerk.Answer.Headers.GetValues("Content-Security-Policy").Single(),
                    Does.StartWith("default-src 'none'")
                        .And.Contain(disposition is null ? "frame-ancestors 'self'" : "frame-ancestors 'none'"));
            });
        }

        using var stranger = await office.SignedIn("stranger");
        await stranger.Get($"{files[3]}?show=true");
        Assert.That(stranger.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task File_SentByScript_IsAnsweredWithTheNextVersion()
    {
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        using var answer = await Send(clerk, caseId, true, ("甲.png", Png));
        using var told = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Multiple(async () =>
        {
            Assert.That(told.RootElement.GetProperty("refused").GetString(), Is.Empty);
            Assert.That(told.RootElement.GetProperty("version").GetInt32(), Is.EqualTo((await office.Find(caseId)).Version));
        });
    }

    [Test]
    public async Task Form_OfAPageThatShowsARefusedFile_IsSentToItsOwnPage()
    {
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        await clerk.Upload("form.drop", "甲.exe", Png);
        Assert.That((clerk.Status, clerk.Address), Is.EqualTo((HttpStatusCode.UnprocessableEntity, $"/cases/{caseId}?handler=Attach")));
        await clerk.Submit("#panel-LogCall form", ("Content", "来电询问进度"));
        Assert.That((await office.Find(caseId)).Version, Is.EqualTo(2), clerk.Text);
    }

    [TestCase("manager")]
    [TestCase("stranger")]
    public async Task File_OfSomebodyWhoMayNot_IsNotAttached(string person)
    {
        var caseId = await office.Case();
        using var other = await office.SignedIn(person);
        await other.Get("/cases");
        using var answer = await Send(other, caseId, false, ("甲.png", Png));
        Assert.Multiple(async () =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(person == "stranger" ? HttpStatusCode.NotFound : HttpStatusCode.UnprocessableEntity));
            Assert.That((await office.Find(caseId)).Version, Is.EqualTo(1));
        });
    }

    [TestCase("/cases/{0}?handler=Attach", 261, HttpStatusCode.RequestEntityTooLarge)]
    [TestCase("/cases", 61, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Request_ThatIsTooLarge_IsRefusedInWordsBeforeItIsRead(string address, int megabytes, HttpStatusCode expected)
    {
        var caseId = await office.Case();
        using var clerk = await office.SignedIn("clerk");
        using var content = new StreamContent(new MemoryStream("x"u8.ToArray()));
        content.Headers.ContentLength = megabytes * 1024L * 1024;
        using var answer = await clerk.Post(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, caseId), content);
        Assert.Multiple(async () =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(expected));
            Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain("每个文件不能超过 50 MB"));
        });
    }

    private static async Task<HttpResponseMessage> Send(
        Browser browser, Guid caseId, bool byScript, params (string Name, byte[] Content)[] files)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("1"), "Version" }, { new StringContent("Application"), "Kind" },
            {
                new StringContent(browser.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
        };
        if (byScript)
        {
            form.Headers.Add("X-Requested-With", "fetch");
        }

        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "Content", name);
        }

        return await browser.Post($"/cases/{caseId}?handler=Attach", form);
    }
}
