using System.Net;

namespace Disclosure.Cases.Web.Tests;

internal sealed class ManagerTests
{
    private Office office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new Office().Open();

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
}
