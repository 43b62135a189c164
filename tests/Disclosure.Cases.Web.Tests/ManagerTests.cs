using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Cases.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

internal sealed class ManagerTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [TestCase("From=0001-01-01&Until=2026-01-01", "日期须在2008年至")]
    [TestCase("From=2008-01-01&Until=9999-12-31", "日期须在2008年至")]
    [TestCase("From=2025-02-30&Until=2025-03-01", "所填日期不存在")]
    [TestCase("From=2026-02-01&Until=2026-01-01", "开始日期不能晚于结束日期")]
    [TestCase("From=2026-02-01", "请同时填写开始日期和结束日期")]
    [TestCase("Year=2007", "年度须在2008年至")]
    [TestCase("Year=9999", "年度须在2008年至")]
    [TestCase("Year=x", "年度须在2008年至")]
    [TestCase("Year=2026&Quarter=9", "季度须为1至4")]
    [TestCase("Year=2026&Quarter=0", "季度须为1至4")]
    [TestCase("Year=2026&Month=13", "月份须为1至12")]
    [TestCase("Year=2026&Quarter=1&Month=12", "所选月份不在所选季度内")]
    public async Task Period_ThatIsNone_IsSaidBesideTheChooser_AndThePresentYearShown(string asked, string sentence)
    {
        using var browser = await office.SignedIn("manager");
        await browser.Get($"/manager?{asked}");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(browser.Page.QuerySelector("form.period .wrong")!.TextContent, Does.Contain(sentence).And.Contain("现显示本年度"));
            Assert.That(browser.Text, Does.Contain($"{office.Today.Year}年1月1日至{office.Today.Year}年12月31日"));
        });
    }

    [TestCase("From=2008-01-01&Until=2009-01-01", "2008年1月1日至2009年1月1日")]
    [TestCase("Year=2024&Quarter=1&Month=", "2024年1月1日至2024年3月31日")]
    [TestCase("Year=2024&Quarter=&Month=2&From=&Until=", "2024年2月1日至2024年2月29日")]
    public async Task Period_ThatIsOne_IsShown(string asked, string period)
    {
        using var browser = await office.SignedIn("manager");
        await browser.Get($"/manager?{asked}");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Page.QuerySelector("form.period .wrong"), Is.Null);
            Assert.That(browser.Text, Does.Contain(period));
        });
    }

    [Test]
    public async Task Cases_BehindAPeriodThatIsNone_SayWhy()
    {
        using var browser = await office.SignedIn("manager");
        await browser.Get("/manager/cases?From=0001-01-01&Until=0001-02-01&Figure=served");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(browser.Text, Does.Contain("日期须在2008年至"));
        });
    }

    [TestCase("Figure=nonsense", "网址中的“nonsense”不是本系统的数字")]
    [TestCase("Figure=open&Agency=nonsense", "网址中的单位不存在")]
    [TestCase("Figure=open&Agency=00000000-0000-0000-0000-000000000001", "网址中的单位不存在")]
    [TestCase("Figure=served&Officer=nonsense", "网址中的承办人不存在")]
    [TestCase("Figure=served&Officer=00000000-0000-0000-0000-000000000001", "网址中的承办人不存在")]
    public async Task Cases_OfAnAddressThatNamesNothing_AreRefusedInWords_AndNoneAreListed(string asked, string sentence)
    {
        await office.Case();
        using var browser = await office.SignedIn("manager");
        await browser.Get($"/manager/cases?{asked}");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.NotFound));
            Assert.That(browser.Page.QuerySelector("[role=alert]")!.TextContent, Does.Contain(sentence));
            Assert.That(browser.Page.QuerySelector("table"), Is.Null);
        });
    }

    [Test]
    public async Task Overview_OfAnAgencyThatIsNone_SaysSo_AndShowsTheDistrict()
    {
        using var browser = await office.SignedIn("manager");
        await browser.Get("/manager?Agency=nonsense");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Page.QuerySelector("[role=alert]")!.TextContent, Is.EqualTo("网址中的单位不存在。现显示全区。"));
            Assert.That(browser.Page.QuerySelector("h1")!.TextContent, Is.EqualTo("全区按期答复"));
        });
    }

    [Test]
    public async Task Figures_OfTheDistrictAndOfAnAgency_OpenToListsOfAsManyCases()
    {
        await office.Case("stranger");
        await office.CaseOf(office.Today.AddDays(-70), "stranger");
        await office.CaseOf(office.Today.AddDays(-400), "clerk");
        await office.Case("clerk2");
        using var browser = await office.SignedIn("manager");
        foreach (var overview in new[] { "/manager", $"/manager?Year={office.Today.Year - 1}", $"/manager?Agency={office.OtherAgencyId}" })
        {
            await browser.Get(overview);
            var figures = browser.Page.QuerySelectorAll("main a[href^='/manager/cases?']")
                .Select(link => (Address: link.GetAttribute("href")!, Text: link.TextContent.Trim()))
                .Where(link => !link.Text.Contains('%', StringComparison.Ordinal)).Distinct().ToList();
            Assert.That(figures, Has.Count.GreaterThan(10), overview);
            foreach (var (address, text) in figures)
            {
                await browser.Get(address);
                Assert.That(browser.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(NumberIn(text)), $"{text}: {address}");
            }
        }
    }

    [Test]
    public async Task Drilling_FromTheDistrictToAnOfficer_KeepsThePeriod_AndTheAddressAloneShowsItToAnotherManager()
    {
        var caseId = await office.CaseOf(office.Today.AddDays(-60), "stranger", "2023年度采购清单");
        using var browser = await office.SignedIn("manager");
        await browser.Get("/manager?From=2024-02-01&Until=2030-01-01".Replace(
            "2030", $"{office.Today.Year + 1}", StringComparison.Ordinal));
        await browser.Get(browser.Page.QuerySelector($"a[href*='/manager?'][href*='{office.OtherAgencyId}']")!.GetAttribute("href")!);
        Assert.That(browser.Page.QuerySelector("h1")!.TextContent, Is.EqualTo("示范区住房和城乡建设委员会 · 按期答复"));
        var officer = browser.Page.QuerySelector("a[href*='Figure=overdue'][href*='Officer=']")!.GetAttribute("href")!;
        Assert.That(officer, Does.Contain("From=2024-02-01").And.Contain($"Agency={office.OtherAgencyId}"));

        using var other = await office.SignedIn("manager");
        await other.Get(officer);
        Assert.Multiple(() =>
        {
            Assert.That(other.Page.QuerySelector("h1")!.TextContent, Does.StartWith("stranger某 · 逾期未答复"));
            Assert.That(
                other.Page.QuerySelectorAll("tbody .cover").Select(link => link.GetAttribute("href")),
                Has.Member($"/cases/{caseId}"));
        });
    }

    [Test]
    public async Task Trend_IsDrawnWithoutScript_AndItsTableOpensToTheCasesOfAMonth()
    {
        var due = await DueOn(await office.CaseOf(office.Today.AddDays(-75), "clerk2"));
        using var browser = await office.SignedIn("manager");
        await browser.Get($"/manager?Year={due.Year}");
        var svg = browser.Page.QuerySelector("svg.trend[role=img]")!;
        var row = browser.Page.QuerySelectorAll(".behind tbody tr")[due.Month - 1];
        Assert.Multiple(() =>
        {
            Assert.That(svg.QuerySelector("title")!.TextContent, Does.Contain($"{due.Year}年各月按期答复率"));
            Assert.That(svg.QuerySelector("desc")!.TextContent, Does.Contain("纵轴自 0% 起"));
            Assert.That(svg.QuerySelectorAll("circle.year"), Is.Not.Empty);
            Assert.That(browser.Page.QuerySelectorAll(".behind tbody tr"), Has.Length.EqualTo(12));
            Assert.That(browser.Html, Does.Not.Contain(" style="));
        });
        await browser.Get(row.QuerySelectorAll("a")[1].GetAttribute("href")!);
        Assert.That(browser.Page.QuerySelectorAll("tbody tr .late"), Is.Not.Empty);
    }

    [Test]
    public async Task Ledger_OfThePeriodLookedAt_IsSuggestedToTheExport()
    {
        using var browser = await office.SignedIn("manager");
        await browser.Get($"/manager?From=2024-02-01&Until=2024-02-29&Agency={office.OtherAgencyId}");
        await browser.Get(browser.Page.QuerySelector(".act a")!.GetAttribute("href")!);
        Assert.That(
            (
                (
                    browser.Page.QuerySelector("[name=From]")!.GetAttribute("value"),
                    browser.Page.QuerySelector("[name=Until]")!.GetAttribute("value")),
                browser.Page.QuerySelector("[name=AgencyId] option[selected]")!.TextContent),
            Is.EqualTo((("2024-02-01", "2024-02-29"), "示范区住房和城乡建设委员会")));
    }

    private async Task<DateOnly> DueOn(Guid caseId)
    {
        var rows = await office.As(Actor.Application, services => services.GetRequiredService<IOpenCases>().Of(null, default));
        return rows.Single(row => row.CaseId == caseId).ReplyDueOn!.Value;
    }

    // "12", "按期 12", "/ 12", "另有 12 件三个工作日内到期": the first number.
    private static int NumberIn(string text) => int.Parse(Regex.Match(text, "[0-9]+").Value, CultureInfo.InvariantCulture);
}
