using System.Net;
using System.Security.Cryptography;
using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Web.Tests;

/// <summary>A draft goes to Word and comes back; the reviewer sees what was changed; what was approved is served byte for byte.</summary>
internal sealed class FinishInWordPagesTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Draft_FinishedInWord_IsReviewedApprovedServedAndArchivedAsItCameBack()
    {
        var (clerk, page) = await Drafted();
        using var owned = clerk;
        var draft = await clerk.Download($"{page}?handler=Docx");
        var upload = InWord.WithParagraph(InWord.Replaced(InWord.Saved(draft), "请写明文件名称", "请写明文件全称"), "加的一段&lt;b&gt;𠮷");
        await clerk.Get(page);
        await clerk.Upload("#finish form[enctype]", "定稿.docx", upload);
        Assert.Multiple(async () =>
        {
            Assert.That(clerk.Text, Does.Contain("已上传 Word 定稿"));
            Assert.That(await clerk.Download($"{page}?handler=Docx"), Is.EqualTo(upload), "the draft to download is the upload");
        });

        var drafting = page.Replace("/documents/", "/draft/", StringComparison.Ordinal);
        await clerk.Get(drafting);
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Page.QuerySelector("#fact-corrections")!.Closest("fieldset[disabled]"), Is.Not.Null, "the facts are locked");
            Assert.That(clerk.Page.QuerySelector("#preview")!.TextContent, Does.Contain("加的一段<b>𠮷"));
            Assert.That(clerk.Page.QuerySelector("button[formaction*=Save]:not(.default)"), Is.Null);
        });
        await clerk.Press("main form", "button[formaction*=Submit]");
        Assert.That(clerk.Text, Does.Contain("已提交"));

        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get(page);
        Assert.Multiple(() =>
        {
            Assert.That(
                reviewer.Page.QuerySelectorAll("#changes ins").Select(ins => ins.TextContent),
                Is.EqualTo(new[] { "增加", "加的一段<b>𠮷", "全" }));
            Assert.That(reviewer.Page.QuerySelectorAll("#changes del").Select(del => del.TextContent), Is.EqualTo(new[] { "删去", "名" }));
            Assert.That(reviewer.Page.QuerySelector(".sheet")!.TextContent, Does.Contain("加的一段<b>𠮷").And.Contain("（编号待签发）"));
            Assert.That(reviewer.Page.QuerySelector("#finish"), Is.Null, "a reviewer does not upload");
        });
        await reviewer.Submit("form[action*=Approve]");
        await AssertSame(reviewer, page, null);

        var sha256 = Shown(reviewer);
        await clerk.Get(CaseOf(page));
        await clerk.Submit("#panel-Serve form", ("Way", "HandedOver"), ("DocumentId", page[^36..]));
        await AssertSame(clerk, page, sha256);
        await clerk.Upload("#signed form", "盖章件.pdf", "%PDF-1.7 one"u8.ToArray());
        await clerk.Upload("#signed form", "盖章件2.png", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 7]);
        Assert.That(
            clerk.Page.QuerySelectorAll("#signed a").Select(link => link.TextContent),
            Is.EqualTo(new[] { "签发的 DOCX", "盖章扫描件（第 2 份）", "盖章扫描件（第 1 份）" }));
        Assert.Multiple(async () =>
        {
            Assert.That(
                await clerk.Download(clerk.Page.QuerySelectorAll("#signed a")[2].GetAttribute("href")!),
                Is.EqualTo("%PDF-1.7 one"u8.ToArray()));
            Assert.That(clerk.Answer.Content.Headers.ContentDisposition!.FileNameStar, Is.EqualTo("盖章件.pdf"));
            Assert.That(clerk.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("application/pdf"));
        });

        await clerk.Get(CaseOf(page));
        using (var zip = new System.IO.Compression.ZipArchive(new MemoryStream(await clerk.Download($"{CaseOf(page)}/documents.zip"))))
        {
            Assert.That(
                zip.Entries.Count(entry => entry.Name.Contains("盖章", StringComparison.Ordinal)),
                Is.EqualTo(2),
                "the papers to archive have the scans");
        }

        Assert.That(clerk.Page.QuerySelectorAll(".paper a").Count(link => link.TextContent == "盖章扫描件"), Is.EqualTo(2));
        await clerk.Submit("#panel-Withdraw form");
        await clerk.Submit(
            "#panel-Archive form",
            ("Checklist.Application", "true"),
            ("Checklist.Documents", "true"),
            ("NoProofReason", "送达回证为纸质，随案卷归档"),
            ("Checklist.Working", "true"));
        Assert.That((await office.Find(Guid.Parse(CaseOf(page)[^36..]))).Stage, Is.EqualTo(CaseStage.Archived));
        await AssertSame(clerk, page, sha256);
        Assert.That(clerk.Page.QuerySelector("#signed form"), Is.Not.Null, "a scan may come in later");
    }

    [Test]
    public async Task Upload_ThatCannotBeUsed_IsRefusedInWords_AndNothingIsStored()
    {
        var (clerk, page) = await Drafted();
        using var owned = clerk;
        var draft = await clerk.Download($"{page}?handler=Docx");
        var before = (office.Count("case_contents"), office.Count("case_events"));
        foreach (var (name, bytes, said) in new (string, byte[], string)[]
        {
            ("定稿.pdf", "%PDF-1.7"u8.ToArray(), "另存为 .docx"),
            ("定稿.docx", new byte[21 * 1024 * 1024], "不能超过 20 MB"),
            ("定稿.docx", InWord.Changed(draft, _ => "<x/>", "word/vbaProject.bin"), "宏"),
            ("定稿.docx", InWord.Replaced(draft, "w:val=\"decidedOn\"", "w:val=\"x\""), "成文日期控件"),
            ("定稿.docx", [], "文件为空"),
        })
        {
            await clerk.Get(page);
            await clerk.Upload("#finish form[enctype]", name, bytes);
            Assert.Multiple(() =>
            {
                Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity), said);
                Assert.That(clerk.Page.QuerySelector("#finish .wrong")!.TextContent, Does.Contain(said));
                Assert.That(clerk.Page.QuerySelector(".findings a[href='#finished']"), Is.Not.Null);
            });
        }

        Assert.That((office.Count("case_contents"), office.Count("case_events")), Is.EqualTo(before));
    }

    [Test]
    public async Task Upload_ThatChangesTheRemedy_IsRefusedAtSubmission_AndCanBeDiscarded()
    {
        var (clerk, page) = await Drafted();
        using var owned = clerk;
        var draft = await clerk.Download($"{page}?handler=Docx");
        await clerk.Get(page);
        await clerk.Upload("#finish form[enctype]", "定稿.docx", InWord.WithParagraph(draft, "不服的，可以申请行政复议。"));
        await clerk.Get(page.Replace("/documents/", "/draft/", StringComparison.Ordinal));
        await clerk.Press("main form", "button[formaction*=Submit]");
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(clerk.Page.QuerySelector(".findings a[href='#finish']")!.TextContent, Does.Contain("救济告知"));
        });
        await clerk.Get(page);
        await clerk.Submit("#finish form[action*=Discard]");
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Text, Does.Contain("已放弃 Word 定稿"));
            Assert.That(clerk.Page.QuerySelector("#changes"), Is.Null);
        });
        await clerk.Get(page.Replace("/documents/", "/draft/", StringComparison.Ordinal));
        Assert.That(clerk.Page.QuerySelector("fieldset[disabled]"), Is.Null);
    }

    [TestCase("reviewer", "Finish")]
    [TestCase("manager", "Finish")]
    [TestCase("stranger", "Finish")]
    [TestCase("manager", "Signed")]
    [TestCase("stranger", "Signed")]
    [TestCase("manager", "Discard")]
    [TestCase("stranger", "Discard")]
    public async Task Upload_BySomebodyWhoMayNot_RecordsNothing(string person, string handler)
    {
        var (clerk, page) = await Drafted();
        using var owned = clerk;
        var draft = await clerk.Download($"{page}?handler=Docx");
        var version = (await office.Find(Guid.Parse(CaseOf(page)[^36..]))).Version;
        using var other = await office.SignedIn(person);
        await other.Get(person == "reviewer" ? "/review" : "/cases");
        using var content = new MultipartFormDataContent
        {
            { new StringContent($"{version}"), "Version" },
            {
                new StringContent(other.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
            { new ByteArrayContent(draft), "Content", "定稿.docx" },
        };
        using var answer = await other.Post($"{page}?handler={handler}", content);
        Assert.Multiple(async () =>
        {
            Assert.That(answer.StatusCode, Is.EqualTo(person == "stranger" ? HttpStatusCode.NotFound : HttpStatusCode.UnprocessableEntity));
            Assert.That((await office.Find(Guid.Parse(CaseOf(page)[^36..]))).Version, Is.EqualTo(version));
        });
    }

    // Whatever is downloaded of an approved document is the file that was frozen.
    private static async Task AssertSame(Browser browser, string page, string? sha256)
    {
        await browser.Get(page);
        sha256 ??= Shown(browser);
        var files = browser.Page.QuerySelector("#signed a")!.GetAttribute("href")!;
        foreach (var url in new[] { files, $"{page}?handler=Docx" })
        {
            var bytes = await browser.Download(url);
            Assert.Multiple(() =>
            {
                Assert.That(Convert.ToHexStringLower(SHA256.HashData(bytes)), Is.EqualTo(sha256));
                Assert.That(browser.Answer.Headers.ETag!.Tag, Is.EqualTo($"\"{sha256}\""));
                Assert.That(browser.Answer.Content.Headers.ContentDisposition!.FileNameStar, Does.EndWith("号.docx"));
            });
        }

        Assert.That(browser.Page.QuerySelector(".sheet")!.TextContent, Does.Contain("加的一段<b>𠮷").And.Not.Contain("待签发"));
    }

    private static string Shown(Browser browser) => browser.Page.QuerySelector("#signed .digest")!.TextContent.Split(' ')[^1];

    private static string CaseOf(string page) => page[..page.IndexOf("/documents/", StringComparison.Ordinal)];

    // A clerk with a complete draft of 01, and the page of that draft.
    private async Task<(Browser Clerk, string Page)> Drafted()
    {
        var caseId = await office.Case();
        var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        await clerk.Submit("form.question", ("Answer", "CorrectionNeeded"), ("Elements.Who", "true"), ("Elements.How", "true"));
        await clerk.Get($"/cases/{caseId}/draft?template=correction-notice");
        await clerk.Press("main form", "button[formaction*=Save]", ("facts.corrections", "请写明文件名称。"));
        return (clerk, $"/cases/{caseId}/documents/{(await office.Find(caseId)).Documents.Single().Id}");
    }
}
