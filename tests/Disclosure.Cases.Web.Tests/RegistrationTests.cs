using System.Net;

namespace Disclosure.Cases.Web.Tests;

internal sealed class RegistrationTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    private string Today => office.Today.ToString("yyyy-MM-dd");

    [Test]
    public async Task Register_InPerson_MakesACaseWithNumberAndClock()
    {
        using var browser = await office.SignedIn("clerk");
        await Fill(browser, ("Channel", "InPerson"));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Address, Does.Match("^/cases/[0-9a-f-]{36}$"));
            Assert.That(browser.Text, Does.Match($"示范府依申请〔{office.Today.Year}〕\\d+号").And.Contain("某小区加装电梯会议纪要").And.Contain("现在可以做：补不补"));
            Assert.That(browser.Text, Does.Contain("5001··········1232"), "the identity number is masked");
        });
    }

    [Test]
    public async Task Register_Internet_WaitsForConfirmation_ThenRuns()
    {
        using var browser = await office.SignedIn("clerk");
        await Fill(browser, ("Channel", "Internet"));
        Assert.That(browser.Text, Does.Contain("收到申请之日待确认，期限尚未起算。"));
        await browser.Submit("#panel-ConfirmReceipt form");
        Assert.That(browser.Text, Does.Contain("已计 0 个工作日").And.Contain("为什么是这一天？"));
    }

    [Test]
    public async Task Register_ArticleBehindAField_IsThereWithItsWords()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/cases/new");
        var button = browser.Page.QuerySelector("[name=ArrivedOn]")!.Closest(".field")!.QuerySelector(".article button")!;
        var words = browser.Page.GetElementById(button.GetAttribute("aria-describedby")!)!;
        Assert.That(button.TextContent, Is.EqualTo("第三十一条"));
        Assert.That(words.GetAttribute("role"), Is.EqualTo("tooltip"));
        Assert.That(words.TextContent, Does.Contain("以提交之日为收到申请之日").And.Contain("以双方确认之日为收到申请之日"));
    }

    [Test]
    public async Task Register_MoreRows_KeepsWhatWasTyped()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/cases/new");
        await browser.Press("main form", "button[value=applicant]", ("Applicants[0].Name", "李某某"), ("Items[0]", "第一项"));
        await browser.Press("main form", "button[value=item]");
        await browser.Submit("main form", ("Channel", "Oral"), ("Applicants[1].Name", "王某"), ("Items[1]", "第二项"));
        var file = await office.Find(Guid.Parse(browser.Address[^36..]));
        Assert.Multiple(() =>
        {
            Assert.That(file.Applicants, Has.Count.EqualTo(2));
            Assert.That(file.Items, Has.Count.EqualTo(2));
            Assert.That(browser.Text, Does.Contain("李某某").And.Contain("王某").And.Contain("第二项"));
        });
    }

    [TestCase("ArrivedOn", "2026-02-30", "不是存在的日期")]
    [TestCase("ArrivedOn", "yesterday", "不是存在的日期")]
    [TestCase("ArrivedOn", "", "请填写日期。")]
    [TestCase("ArrivedOn", "2999-01-01", "日期不能晚于今天")]
    [TestCase("ArrivedOn", "2008-04-30", "日期不能早于")]
    [TestCase("ConfirmedOn", "2008-05-02", "确认日期不能早于到达日期")]
    [TestCase("Channel", "Pigeon", "请从所列选项中选择。")]
    [TestCase("Channel", "", "请从所列选项中选择。")]
    [TestCase("Items[0]", "", "请填写此项。")]
    [TestCase("Items[0]", " 　\u200B ", "U+200B")]
    [TestCase("Items[0]", "#100000", "内容过长")]
    [TestCase("Applicants[0].Name", "", "请填写此项。")]
    [TestCase("Applicants[0].Name", "\u0007", "不能打印")]
    [TestCase("OfficerId", "00000000-0000-0000-0000-000000000001", "承办人须为本机关在用的承办人员")]
    public async Task Register_BadInput_SaysWhatIsWrongBesideTheField_AndStoresNothing(string field, string value, string sentence)
    {
        var typed = value == "#100000" ? new string('长', 100_000) : value;
        using var browser = await office.SignedIn("clerk");
        var (cases, numbers) = (office.Count("case_files"), office.Count("case_texts"));
        await Fill(browser, ("Channel", "Internet"), (field, typed), ("Applicants[0].Contact", "李某的电话"));
        var input = browser.Page.QuerySelector($"[name='{field}']")!;
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(browser.Page.QuerySelector(".findings")!.TextContent, Does.Contain(sentence));
            Assert.That(input.GetAttribute("aria-invalid"), Is.EqualTo("true"));
            Assert.That(input.Closest(".field")!.QuerySelector(".wrong")!.TextContent, Does.Contain(sentence));
            Assert.That(
                browser.Page.QuerySelector("[name='Applicants[0].Contact']")!.GetAttribute("value"),
                Is.EqualTo("李某的电话"),
                "what was typed is there still");
            Assert.That(browser.Html, Does.Not.Contain("Exception"));
            Assert.That((office.Count("case_files"), office.Count("case_texts")), Is.EqualTo((cases, numbers)), "nothing is stored");
        });
    }

    [TestCase("𠮷田㐂子")]
    [TestCase("张😀三")]
    public async Task Register_RareCharacters_ComeBackAsTheyWere(string name)
    {
        using var browser = await office.SignedIn("clerk");
        await Fill(browser, ("Channel", "InPerson"), ("Applicants[0].Name", name), ("Items[0]", $"关于{name}的文件"));
        Assert.That(browser.Text, Does.Contain($"关于{name}的文件").And.Contain(name));
    }

    [Test]
    public async Task Register_Markup_IsShownAsText()
    {
        const string Attack = "<script>alert(1)</script>\"'><img src=x onerror=alert(2)>";
        using var browser = await office.SignedIn("clerk");
        await Fill(browser, ("Channel", "InPerson"), ("Applicants[0].Name", Attack), ("Items[0]", Attack));
        foreach (var page in new[]
        {
            browser.Address, "/cases", "/cases?q=" + Uri.EscapeDataString(Attack), browser.Address + "/draft?template=registration-receipt",
        })
        {
            await browser.Get(page);
            Assert.Multiple(() =>
            {
                Assert.That(browser.Page.QuerySelectorAll("script:not([src]), img, [onerror]"), Is.Empty, page);
                Assert.That(browser.Text, Does.Contain("<script>alert(1)</script>"), page);
            });
        }
    }

    private async Task Fill(Browser browser, params (string Name, string? Value)[] typed)
    {
        await browser.Get("/cases/new");
        var defaults = new (string Name, string? Value)[]
        {
            ("ArrivedOn", Today), ("Applicants[0].Name", "李某某"),
            ("Applicants[0].IdentityNumber", "500103199001011232"), ("Items[0]", "某小区加装电梯会议纪要"),
        };
        var last = typed.Reverse().DistinctBy(each => each.Name).ToList();
        await browser.Submit("main form", [.. last, .. defaults.Where(value => last.TrueForAll(each => each.Name != value.Name))]);
    }
}
