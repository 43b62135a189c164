using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Hosting.Jobs;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>格式文本: the administrator reads, checks, adopts and goes back; the clerk's draft is not changed under their hands.</summary>
internal sealed class TemplatePagesTests
{
    private const string Page = "/administration/templates/correction-notice";
    private const string Closing = "答复期限自本机关收到补正的申请之日起计算。";
    private const string OwnClosing = "答复期限自本机关收到补正后的申请之日起计算。";

    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task List_OfAFreshOffice_ShowsAll32AsComingWithTheSoftware()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/templates");
        var rows = browser.Page.QuerySelectorAll("tbody tr").ToList();
        Assert.Multiple(() =>
        {
            Assert.That(rows, Has.Count.EqualTo(34));
            Assert.That(rows.Select(row => row.Children[3].TextContent), Is.All.EqualTo("软件自带"));
            Assert.That(rows[0].QuerySelector("a")!.GetAttribute("href"), Is.EqualTo(Page));
            Assert.That(office.Count("template_texts"), Is.EqualTo(34), "kept at the start");
        });
    }

    [Test]
    public async Task EveryTemplate_WithEveryVariant_OpensWithItsPreview()
    {
        using var browser = await office.SignedIn("admin");
        foreach (var template in new EmbeddedReplyTemplates().All)
        {
            foreach (var variant in template.Variants.Select(variant => variant.Code).DefaultIfEmpty(""))
            {
                await browser.Get($"/administration/templates/{template.Code}?variant={variant}");
                Assert.That(
                    (browser.Status, browser.Page.QuerySelector(".preview .letter-title")?.TextContent),
                    Is.EqualTo((HttpStatusCode.OK, template.Title)),
                    $"{template.Code} {variant}");
            }
        }
    }

    [Test]
    public async Task FaultyText_Checked_IsToldWithLines_AndNothingIsAdopted()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get(Page);
        await browser.Press(
            "main form",
            "button[formaction*=Check]",
            ("Content", Content(browser).Replace("{{paragraphs corrections}}", "{{paragraphs corections}}", StringComparison.Ordinal)));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(
                browser.Page.QuerySelectorAll(".findings li").Select(line => line.TextContent),
                Has.Some.Match("第 [0-9]+ 行：占位符“corections”"));
            Assert.That(browser.Page.QuerySelector("button[formaction*=Adopt]"), Is.Null);
            Assert.That(Content(browser), Does.Contain("corections"), "what was typed stays");
            Assert.That(browser.Page.QuerySelector(".diff ins")!.TextContent, Does.Contain("corections"));
        });
        await browser.Press(
            "main form",
            "button[formaction*=Check]",
            ("Content", Content(browser).Replace("corections", "corrections", StringComparison.Ordinal)));
        Assert.That(browser.Page.QuerySelector(".findings")!.TextContent, Does.Contain("正在使用"));
    }

    [Test]
    public async Task OwnText_CheckedAndAdopted_IsInForce_AndCanBeGoneBackFrom()
    {
        using var browser = await office.SignedIn("admin");
        await Check(browser, OwnClosing);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Page.QuerySelector(".diff ins")!.TextContent, Does.Contain(OwnClosing));
            Assert.That(browser.Page.QuerySelector(".diff ins mark")!.TextContent, Is.EqualTo("后"));
            Assert.That(browser.Page.QuerySelector(".diff del")!.TextContent, Does.Contain(Closing));
            Assert.That(browser.Page.QuerySelector(".preview")!.TextContent, Does.Contain(OwnClosing));
        });
        await browser.Press("main form", "button[formaction*=Adopt]", ("Note", ""));
        Assert.That(browser.Page.QuerySelector("#note")!.GetAttribute("aria-invalid"), Is.EqualTo("true"), "a reason is needed");
        await browser.Press("main form", "button[formaction*=Adopt]", ("Note", "办公会议定"));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Address, Is.EqualTo(Page));
            Assert.That(browser.Text, Does.Contain("已采用新的文本。").And.Contain("办公会议定").And.Contain("本机关采用"));
            Assert.That(browser.Page.QuerySelector(".preview")!.TextContent, Does.Contain(OwnClosing));
        });

        var earlier = browser.Page.QuerySelectorAll("a").Single(link => link.TextContent == "查看差异").GetAttribute("href")!;
        await browser.Get(earlier);
        Assert.That(browser.Page.QuerySelector(".preview")!.TextContent, Does.Contain(Closing));
        await browser.Submit("main form", ("Note", "沿用原文"));
        Assert.That(browser.Text, Does.Contain("已恢复采用先前的文本。").And.Contain("沿用原文"));
        await browser.Get("/administration/templates");
        Assert.That(browser.Page.QuerySelectorAll("tbody tr")[0].Children[3].TextContent, Is.EqualTo("软件自带"));
    }

    [Test]
    public async Task Adoption_AfterAColleagueAdopted_IsAConflict_AndTheTextStays()
    {
        using var browser = await office.SignedIn("admin");
        await Check(browser, OwnClosing);
        using var colleague = await office.SignedIn("admin");
        await Check(colleague, "答复期限自收到补正之日起计算。");
        await colleague.Press("main form", "button[formaction*=Adopt]", ("Note", "先到"));
        await browser.Press("main form", "button[formaction*=Adopt]", ("Note", "后到"));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Conflict));
            Assert.That(browser.Page.QuerySelector(".findings")!.TextContent, Does.Contain("已有新的版本生效"));
            Assert.That(
                browser.Page.QuerySelector(".diff del")!.TextContent,
                Does.Contain("答复期限自收到补正之日起计算。"),
                "compared with what is in force now");
            Assert.That(browser.Page.QuerySelector("#note")!.TextContent, Does.Contain("后到"));
        });
        await browser.Press("main form", "button[formaction*=Adopt]");
        Assert.That(browser.Text, Does.Contain("已采用新的文本。"));
    }

    [Test]
    public async Task UploadedFile_GoesBeforeTheEditor_AndOneThatIsNoTextIsRefused()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get(Page);
        var own = new EmbeddedReplyTemplates().Find(TemplateCodes.CorrectionNotice)!
            .Source.Replace(Closing, OwnClosing, StringComparison.Ordinal).Replace("\n", "\r\n", StringComparison.Ordinal);
        Assert.That(
            await Upload(browser, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(own)]),
            Does.Contain("采用新的文本").And.Contain(OwnClosing));
        Assert.That(await Upload(browser, [0xD2, 0xBB, 0xFF]), Does.Contain("文件不是 UTF-8 编码。"));
        Assert.That(await Upload(browser, new byte[1024 * 1024 + 1]), Does.Contain("文本过长"));
    }

    [Test]
    public async Task Text_InForceAndEarlier_CanBeDownloaded_AndAStrangeVersionCannot()
    {
        using var browser = await office.SignedIn("admin");
        var original = new EmbeddedReplyTemplates().Find(TemplateCodes.CorrectionNotice)!;
        await browser.Get($"{Page}?handler=File&version={original.Version}");
        Assert.That(browser.Html, Is.EqualTo(original.Source));
        await browser.Get($"{Page}?handler=File&version={new EmbeddedReplyTemplates().Find(TemplateCodes.Disclosed)!.Version}");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
        await browser.Get($"{Page}?version={new string('0', 64)}");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Draft_FromBeforeAnAdoption_KeepsItsWordingUntilItsClerkChooses()
    {
        using var clerk = await office.SignedIn("clerk");
        await Incomplete(clerk);
        await clerk.Press("main form", "button[formaction*=Save]", ("facts.corrections", "请写明文件名称。"));
        var draft = clerk.Address;
        Assert.That(clerk.Page.QuerySelector("button[formaction*=Rebase]"), Is.Null);

        using var admin = await office.SignedIn("admin");
        await Check(admin, OwnClosing);
        await admin.Press("main form", "button[formaction*=Adopt]", ("Note", "办公会议定"));

        await clerk.Get(draft);
        Assert.That(clerk.Page.QuerySelector("#preview")!.TextContent, Does.Contain(Closing).And.Not.Contain(OwnClosing));
        await clerk.Press("main form", "button[formaction*=Rebase]", ("facts.corrections", "请写明文件名称和年度。"));
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Address, Is.EqualTo(draft));
            Assert.That(clerk.Text, Does.Contain("已改用现行文本。"));
            Assert.That(clerk.Page.QuerySelector("#preview")!.TextContent, Does.Contain(OwnClosing).And.Contain("请写明文件名称和年度。"));
            Assert.That(clerk.Page.QuerySelector("button[formaction*=Rebase]"), Is.Null);
        });
        await clerk.Get(draft[..draft.IndexOf("/draft", StringComparison.Ordinal)]);
        Assert.That(clerk.Text, Does.Contain("改用现行文本"));
    }

    [Test]
    public async Task AnotherServer_LearnsOfAnAdoption_ByTheRecurringLook()
    {
        using var other = new WebOffice().With("ConnectionStrings:Disclosure", $"Data Source={office.Database}");
        using var visitor = other.Visitor();
        await visitor.Get("/health/ready");
        using var admin = await office.SignedIn("admin");
        await Check(admin, OwnClosing);
        await admin.Press("main form", "button[formaction*=Adopt]", ("Note", "办公会议定"));

        string Wording(WebOffice host) => host.Services.GetRequiredService<IReplyTemplates>().Find(TemplateCodes.CorrectionNotice)!.Body;
        Assert.That(Wording(other), Does.Not.Contain(OwnClosing));
        var version = office.Services.GetRequiredService<IReplyTemplates>().Find(TemplateCodes.CorrectionNotice)!.Version;
        Assert.That(
            other.Services.GetRequiredService<IReplyTemplates>().Find(TemplateCodes.CorrectionNotice, version)!.Body,
            Does.Contain(OwnClosing),
            "a document of that version can be shown at once");
        await other.Services.GetRequiredService<JobRunner>().Run("templates.refresh", null, null, default);
        Assert.That(Wording(other), Does.Contain(OwnClosing));
    }

    private static string Content(Browser browser) => ((IHtmlTextAreaElement)browser.Page.QuerySelector("textarea[name=Content]")!).Value;

    private static async Task Check(Browser browser, string closing)
    {
        await browser.Get(Page);
        await browser.Press(
            "main form", "button[formaction*=Check]", ("Content", Content(browser).Replace(Closing, closing, StringComparison.Ordinal)));
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK), browser.Text);
    }

    private static async Task<string> Upload(Browser browser, byte[] file)
    {
        using var form = new MultipartFormDataContent
        {
            {
                new StringContent(browser.Page.QuerySelector("main input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
            { new StringContent("nonsense"), "Content" },
            { new ByteArrayContent(file), "File", "own.md" },
        };
        using var answer = await browser.Post(Page + "?handler=Check", form);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private async Task Incomplete(Browser browser)
    {
        var caseId = await office.Case();
        var clerk = await office.ActorOf("clerk");
        await office.As(clerk, async services => await services.GetRequiredService<IMediator>().Send(
            new AnswerStep(
                caseId,
                (await office.Find(caseId)).Version,
                StepAnswer.CorrectionNeeded,
                Elements: new ApplicationElements(false, true, true))));
        await browser.Get($"/cases/{caseId}/draft?template=correction-notice");
    }
}
