using System.Net;
using AngleSharp.Html.Dom;
using Disclosure.Cases.Clock;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>期限计算器: the clock without a case, by the address alone.</summary>
internal sealed class CalculatorTests
{
    private const string Worked =
        "/calculator?receivedOn=2025-09-22&e=correctionNoticeServed~2025-09-25~respondBy~2025-10-20&e=correctionReceived~2025-10-11"
            + "&e=consultationSent~2025-10-14~id~c1~kind~thirdParty~deliveredOn~2025-10-15"
            + "&e=consultationAnswered~2025-10-22~id~c1&e=extensionServed~2025-11-10~workingDays~20";

    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Address_OfATimeline_ShowsWhatTheApiSays()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get(Worked);
        var json = browser.Page.QuerySelector("pre.source")!.TextContent;
        var (answer, refused) = ClockJson.Answer(json, office.Services.GetRequiredService<CalendarCache>().Now.Of(null));
        Assert.Multiple(() =>
        {
            Assert.That(refused, Is.False);
            Assert.That(answer, Does.Contain("\"replyDueOn\":\"2025-12-15\""));
            Assert.That(browser.Page.QuerySelector(".big")!.TextContent, Is.EqualTo("2025年12月15日 星期一"));
            Assert.That(
                browser.Page.QuerySelectorAll(".month h3").Select(month => month.TextContent),
                Is.EqualTo(new[] { "2025年9月", "2025年10月", "2025年11月", "2025年12月" }));
            Assert.That(
                browser.Page.QuerySelector(".daygrid .d")!.TextContent,
                Is.EqualTo("1540"),
                "the 15th, the 40th working day: 20, and 20 by extension");
            Assert.That(
                browser.Page.QuerySelectorAll(".daygrid .x").Length,
                Is.EqualTo(16 + 6),
                "standing 25 September to 10 October, consulting 15 to 22 October");
            Assert.That(((IHtmlInputElement)browser.Page.QuerySelector("#link")!).Value, Does.EndWith(Worked));
        });
    }

    [Test]
    public async Task Event_Added_StandsWhereItsDayBelongs_AndTheAddressSaysSo()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/calculator?receivedOn=2025-09-22&e=consultationSent~2025-10-14~id~1~kind~thirdParty");
        await browser.Get(browser.Page.QuerySelectorAll(".pills a")
            .Single(link => link.TextContent.Contains("送达补正告知书", StringComparison.Ordinal))
            .GetAttribute("href")!);
        var add = browser.Page.QuerySelectorAll(".adding input").OfType<IHtmlInputElement>()
            .Where(input => !string.IsNullOrEmpty(input.Name) && input.Name is not ("on" or "respondBy"))
            .Select(input => $"{input.Name}={Uri.EscapeDataString(input.Value)}");
        await browser.Get($"/calculator?{string.Join('&', add)}&on=2025-09-25&respondBy=2025-10-20");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.Redirect));
        await browser.Get(browser.Answer.Headers.Location!.ToString());
        Assert.That(
            browser.Page.QuerySelectorAll(".events b").Select(each => each.TextContent),
            Is.EqualTo(new[] { "送达补正告知书", "发出征求意见函" }));
    }

    [Test]
    public async Task Event_WithoutAFieldItNeeds_IsNotAdded_AndTheFieldIsNamed()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/calculator?receivedOn=2025-09-22&add=correctionNoticeServed&on=2025-10-20&respondBy=");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(browser.Page.QuerySelector("#add-respondBy-wrong")!.TextContent, Is.EqualTo("请填写“要求答复的日期”。"));
            Assert.That(((IHtmlInputElement)browser.Page.QuerySelector("#add-on")!).Value, Is.EqualTo("2025-10-20"));
            Assert.That(browser.Page.QuerySelector(".big"), Is.Not.Null, "what was there before is still reckoned");
        });
        await browser.Get("/calculator?receivedOn=2025-09-22&e=correctionNoticeServed~2025-10-20~respondBy~2025-11-03");
        Assert.That(
            browser.Page.QuerySelector("dl .text-late")!.TextContent.Trim(),
            Is.EqualTo("逾期"),
            "a late notice is accepted, and said to be late");
    }

    [TestCase("&e=extensionServed~2025-11-11~workingDays~20", "第二次延期", 5)]
    [TestCase("&e=extensionServed~2025-11-31~workingDays~20", "“on”", 5)]
    [TestCase("&e=nonsense~2025-11-11", "无法识别", 5)]
    [TestCase("&e=", "无法识别", 5)]
    public async Task Address_ThatTheClockRefuses_SaysWhyBesideTheEvent(string more, string message, int place)
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get(Worked + more);
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(browser.Page.QuerySelector(".findings")!.TextContent, Does.Contain(message));
            Assert.That(
                browser.Page.QuerySelectorAll(".events li").Index().Single(each => each.Item.ClassList.Contains("wrong")).Index,
                Is.EqualTo(place));
            Assert.That(browser.Page.QuerySelector(".big"), Is.Null);
        });
    }

    [TestCase("/calculator?receivedOn=<script>", "receivedOn")]
    [TestCase("/calculator?receivedOn=2007-01-01", "2007")]
    [TestCase("/calculator?receivedOn=9999-12-31", "9999")]
    public async Task Receipt_ThatCannotBe_IsRefusedInWords(string address, string message)
    {
        using var browser = await office.SignedIn("manager");
        await browser.Get(address);
        Assert.That(browser.Page.QuerySelector(".findings")!.TextContent, Does.Contain(message));
    }

    [Test]
    public async Task Ledger_OfCenturies_IsNotDrawn()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/calculator?receivedOn=2025-09-22&asOf=9000-01-01");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Page.QuerySelector(".big")!.TextContent, Does.StartWith("2025年10月"));
            Assert.That(browser.Page.QuerySelector(".month"), Is.Null);
        });
    }

    [Test]
    public async Task Case_LeadsToItsTimelineInTheCalculator()
    {
        var caseId = await office.Case();
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}");
        await browser.Get(browser.Page.QuerySelector("details.ledger > a[href^='/calculator']")!.GetAttribute("href")!);
        var due = (await office.Find(caseId)).Timeline is { } timeline
            ? StatutoryClock.Reckon(timeline, office.Services.GetRequiredService<CalendarCache>().Now.Of(null)).ReplyDueOn
            : null;
        Assert.That(
            browser.Page.QuerySelector(".big")!.TextContent,
            Does.StartWith($"{due!.Value.Year}年{due.Value.Month}月{due.Value.Day}日"));
    }
}
