using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Disclosure.Cases.EndToEnd;

/// <summary>
/// One application, from the counter to the archive, by the people who do it, in a browser. First, as it needs no invented
/// office: that is seeded meanwhile.
/// </summary>
[Order(1)]
[Parallelizable(ParallelScope.All)]
[TestFixtureSource(nameof(Kinds))]
internal sealed partial class ThreeRolesTests(string databaseKind)
{
    /// <summary>On a server, where there is one; on both in a long run: the pages' own tests have SQLite.</summary>
    public static IEnumerable<TestFixtureData> Kinds
    {
        get
        {
            if (LongAttribute.AreRun || !TestDatabases.IsNamed(TestDatabases.PostgreSql))
            {
                yield return new TestFixtureData(TestDatabases.Sqlite);
            }

            var server = new TestFixtureData(TestDatabases.PostgreSql);
            server.Properties.Add("Category", "PostgreSql");
            yield return server;
        }
    }

    private BegunOffice office = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = new BegunOffice(databaseKind);
        await office.Open();
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (office is not null)
        {
            await office.DisposeAsync();
        }
    }

    [Test]
    public async Task Application_FromCounterToArchive_PassesThroughThreeHands()
    {
        var clerk = await SignIn("zhou");
        var address = await Register(clerk);
        await AnswerTheQuestions(clerk);

        // 公开审查: by somebody else than the drafter.
        var reviewer = await SignIn("lin");
        await reviewer.GotoAsync(address);
        await reviewer.ClickAsync("#panel-ReviewDisclosure > summary");
        await reviewer.FillAsync("#panel-ReviewDisclosure textarea", "不涉及国家秘密和第三方权益，可以公开。");
        await reviewer.ClickAsync("#panel-ReviewDisclosure form button.btn");
        await Assertions.Expect(reviewer.Locator("p.done").First).ToContainTextAsync("已记录");

        await Draft(clerk, address);
        var number = await Approve(reviewer);
        await ServeAndArchive(clerk, address, number);

        var manager = await SignIn("sun");
        var row = manager.Locator("tbody tr:not(.sum)").First;
        Assert.Multiple(async () =>
        {
            Assert.That(await row.TextContentAsync(), Does.Contain("示范区人民政府").And.Contain("100.0%"));
            Assert.That(await manager.TextContentAsync(".kpi"), Does.Contain("100.0%"));
        });
        await manager.Locator(".kpi a").First.ClickAsync();
        Assert.That(await manager.TextContentAsync("main"), Does.Contain("按期"));
    }

    [Test]
    public async Task Draft_Preview_FollowsTyping()
    {
        var clerk = await SignIn("zhou");
        await Register(clerk);
        await clerk.CheckAsync("input[value=CorrectionNeeded]");
        await clerk.CheckAsync("[name='Elements.Who']");
        await clerk.ClickAsync("form.question button");
        await clerk.ClickAsync("#now .next .btn.go");
        await clerk.FillAsync("#fact-corrections", "请写明文件的名称𠮷。");
        await Assertions.Expect(clerk.Locator("#preview")).ToContainTextAsync("请写明文件的名称𠮷。");
    }

    [Test]
    public async Task Queue_WhoseRecordsFail_SaysSoUntilTheyAnswerAgain()
    {
        var clerk = await SignIn("zhou");
        await clerk.GotoAsync(office.Address + "/cases");
        var lists = new Regex("handler=List");
        await clerk.RouteAsync(lists, route => route.FulfillAsync(new()
        {
            Status = 503, ContentType = "text/html; charset=utf-8", Body = "<main><h1>记录目前不能读写</h1></main>",
        }));
        await clerk.FillAsync("form.find [name=q]", "预算");
        await Assertions.Expect(clerk.Locator("#queue > .failing")).ToHaveTextAsync("记录目前不能读写");
        await clerk.UnrouteAsync(lists);
        await clerk.FillAsync("form.find [name=q]", "预算报告");
        await Assertions.Expect(clerk.Locator("#queue > .failing")).ToHaveCountAsync(0);
    }

    private static async Task<string> Register(IPage page)
    {
        await page.ClickAsync("a[href='/cases/new'].btn");
        await page.SelectOptionAsync("[name=Channel]", "InPerson");
        await page.FillAsync("[name='Applicants[0].Name']", "李某某");
        await page.FillAsync("[name='Applicants[0].IdentityNumber']", "500103199001011232");
        await page.FillAsync("[name='Items[0]']", "2024年度政务公开培训计划");
        await page.ClickAsync("form button.go");
        await Assertions.Expect(page.Locator("p.done")).ToContainTextAsync("已登记");
        return page.Url;
    }

    private static async Task AnswerTheQuestions(IPage page)
    {
        foreach (var element in new[] { "Who", "What", "How" })
        {
            await page.CheckAsync($"[name='Elements.{element}']");
        }

        foreach (var answer in new[] { "Complete", "Ours", "Held", "Disclosed" })
        {
            await page.CheckAsync($"input[value={answer}]");
            await page.ClickAsync("form.question button");
            await Assertions.Expect(page.Locator("p.done").First).ToContainTextAsync("已记录");
        }
    }

    private static async Task Draft(IPage page, string address)
    {
        await page.GotoAsync(address);
        await page.ClickAsync("#now .next .btn.go");
        await page.ClickAsync("button[formaction*=Submit]");
        await Assertions.Expect(page.Locator(".findings")).ToBeVisibleAsync();
        await page.FillAsync("#fact-disclosed", "《2024年度政务公开培训计划》，共2页。");
        await page.FillAsync("#fact-provision", "以纸质复印件提供，随本告知书一并交付。");
        await page.ClickAsync("button[formaction*=Submit]");
        await Assertions.Expect(page.Locator("p.done").First).ToContainTextAsync("已提交");
    }

    private static async Task<string> Approve(IPage page)
    {
        await page.ClickAsync("nav a[href='/review']");
        await page.ClickAsync("tbody .cover");
        await page.ClickAsync("form[action*=Approve] button");
        await Assertions.Expect(page.Locator("p.done").First).ToContainTextAsync("已签发，文号：");
        return Number().Match((await page.TextContentAsync("p.done"))!).Value;
    }

    private static async Task ServeAndArchive(IPage page, string address, string number)
    {
        await page.GotoAsync(address);
        await page.ClickAsync("#panel-Serve > summary");
        await page.SelectOptionAsync("#panel-Serve [name=Way]", "HandedOver");
        await page.ClickAsync("#panel-Serve form button.btn");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("按期答复");
        await page.ClickAsync("#panel-Archive > summary");
        foreach (var box in await page.Locator("#panel-Archive input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.FillAsync("#panel-Archive [name=NoProofReason]", "送达回证为纸质，随案卷归档");
        await page.ClickAsync("#panel-Archive form button.btn");
        Assert.That(await page.TextContentAsync("main"), Does.Contain("归档").And.Contain(number));
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("a[href*='/files/']"));
        Assert.That(download.SuggestedFilename, Does.EndWith(".docx"));
    }

    private async Task<IPage> SignIn(string name)
    {
        var context = await SharedSetUp.Browsers.Browser.NewContextAsync(
            new() { ViewportSize = new() { Width = 1366, Height = 768 }, Locale = "zh-CN" });
        context.SetDefaultTimeout(20_000);
        var page = await context.NewPageAsync();
        page.PageError += (_, error) => Assert.Fail(error);
        await page.GotoAsync(office.Address + "/");
        await page.FillAsync("#name", name);
        await page.FillAsync("#password", BegunOffice.Password);
        await page.ClickAsync(".door button.go");
        await Assertions.Expect(page.Locator(".who")).ToBeVisibleAsync();
        return page;
    }

    [GeneratedRegex("示范府依申请复〔[0-9]{4}〕[0-9]+号")]
    private static partial Regex Number();
}
