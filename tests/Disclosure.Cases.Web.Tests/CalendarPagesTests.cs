using System.Net;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Presentation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Tests;

/// <summary>工作日历: a notice is typed or pressed together, its effect is seen, then it is imported; closures likewise.</summary>
internal sealed class CalendarPagesTests
{
    private const string Address = "/administration/calendar";
    private const string Preview = "button.go[formaction*=Preview]";

    private WebOffice office = null!;
    private Guid caseId;

    [SetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        caseId = await office.Case();
    }

    [TearDown]
    public void Close() => office.Dispose();

    private int Year => office.Today.Year;

    private CalendarSnapshot InForce => office.Services.GetRequiredService<CalendarCache>().Now;

    // The first working day that counts for the case: taken away, everything moves.
    private DateOnly FirstDay => InForce.Of(null).AddWorkingDays(office.Today, 1);

    [Test]
    public async Task Notice_TypedPreviewedAndConfirmed_MovesTheCaseThatThePreviewNamed()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"{Address}?year={FirstDay.Year}");
        var notice = NoticeFile.Write([
            .. NoticeFile.Check(ContentOf(admin), FirstDay.Year, out _).Where(day => day.Date != FirstDay),
            new DayException(FirstDay, DayExceptionKind.Off, "国庆节"),
        ]);
        await admin.Press("form.two", Preview, ("Content", notice), ("Note", "国办发明电〔2026〕7号"));
        var number = (await office.Find(caseId)).RegisterNumber;
        var due = (await Case()).ReplyDueOn!.Value;
        Assert.Multiple(() =>
        {
            Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(
                admin.Page.QuerySelector("#moved")!.TextContent,
                Does.Contain(number).And.Contain($"{due.Year}年{due.Month}月{due.Day}日"));
            Assert.That(InForce.Edition, Is.Zero);
        });

        await admin.Press("#moved", "button");
        Assert.That(admin.Text, Does.Contain("1 件在办案卷的期限随之变动").And.Contain("国办发明电〔2026〕7号").And.Contain("现行"));
        Assert.That((await Case()).ReplyDueOn, Is.GreaterThan(due));

        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/inbox");
        Assert.That(clerk.Page.QuerySelector("#moved")!.TextContent, Does.Contain(number));
        await clerk.Press("#moved form", "button");
        Assert.That(clerk.Page.QuerySelector("#moved"), Is.Null);
        await clerk.Get($"/cases/{caseId}");
        Assert.That(clerk.Text, Does.Contain("日历变更，期限随之变动").And.Contain("国办发明电〔2026〕7号"));
    }

    [Test]
    public async Task Notice_WithFaults_NamesEveryOneBesideItsLine_AndKeepsWhatWasTyped()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"{Address}?year={Year}");
        await admin.Press(
            "form.two", Preview, ("Content", $"date,kind,holiday\n{Year}-02-30,off,春节\n{Year}-02-03,rest,春节\n"), ("Note", ""));
        Assert.Multiple(() =>
        {
            Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(admin.Page.QuerySelector("#moved"), Is.Null);
            Assert.That(ContentOf(admin), Does.Contain("rest"));
        });
        await admin.Press("form.two", Preview, ("Note", "国办"));
        Assert.That(admin.Page.QuerySelector(".findings")!.TextContent, Does.Contain("第2行").And.Contain("第3行"));
    }

    [Test]
    public async Task Day_PressedAndPressedAgain_GoesIntoTheListAndOutOfIt()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"{Address}?year={Year}");
        var before = ContentOf(admin);
        var day = Enumerable.Range(0, 30).Select(new DateOnly(Year, 3, 1).AddDays)
            .First(each => InForce.Of(null).IsWorkingDay(each) && each.DayOfWeek == DayOfWeek.Tuesday);
        var button = $"button[value='{day:yyyy-MM-dd}']";
        await admin.Press("form.two", button, ("Holiday", "春节"));
        Assert.That(ContentOf(admin), Does.Contain($"{day:yyyy-MM-dd},off,春节"));
        Assert.That(admin.Page.QuerySelector(button)!.ClassName, Is.EqualTo("off"));
        await admin.Press("form.two", button);
        Assert.That(ContentOf(admin), Is.EqualTo(before));
    }

    [Test]
    public async Task Closure_OfOneAgency_IsRecordedAndRevokedAfterAPreview()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"{Address}/closures");
        var before = (await Case()).ReplyDueOn;
        await admin.Press(
            "form.card:last-of-type",
            "button",
            ("AgencyId", office.AgencyId.ToString()),
            ("From", $"{FirstDay:yyyy-MM-dd}"),
            ("Reason", "洪水停办"));
        Assert.That(InForce.Edition, Is.Zero);
        await admin.Press("#moved", "button");
        Assert.That((await Case()).ReplyDueOn, Is.GreaterThan(before!.Value));
        Assert.That(admin.Text, Does.Contain("洪水停办").And.Contain("示范区人民政府"));

        await admin.Press("details.panel form", "button", ("Why", "误录"));
        await admin.Press("#moved", "button");
        Assert.That((await Case()).ReplyDueOn, Is.EqualTo(before));
        Assert.That(admin.Text, Does.Contain("已撤销"));
    }

    [Test]
    public async Task Closure_WithoutDayOrReason_IsSaidBesideTheFields()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"{Address}/closures");
        await admin.Press("form.card:last-of-type", "button", ("AgencyId", "district"), ("From", ""), ("Reason", ""));
        Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await admin.Press("form.card:last-of-type", "button", ("AgencyId", "district"), ("From", $"{FirstDay:yyyy-MM-dd}"), ("Reason", ""));
        Assert.That(admin.Page.QuerySelector("#closure-Reason-wrong"), Is.Not.Null);
    }

    [Test]
    public async Task YearWithoutANotice_IsMarkedProvisional_AndTheAdministratorIsReminded()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get("/administration/agencies");
        var wanted = NextNotice.Wanted(InForce.Of(null), office.Today);
        Assert.That(admin.Page.QuerySelector(".advice") is not null, Is.EqualTo(wanted is not null));
        await admin.Get($"{Address}?year={Year + 1}");
        Assert.That(
            admin.Page.QuerySelector(".pills [aria-current]")!.TextContent,
            InForce.Of(null).IsProvisional(Year + 1) ? Does.Contain("暂定") : Does.Not.Contain("暂定"));
    }

    [Test]
    public async Task Notice_Uploaded_IsPreviewedAsIfTyped()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"{Address}?year={Year + 1}");
        using var content = new MultipartFormDataContent
        {
            { new StringContent($"{Year + 1}"), "year" },
            { new StringContent("国办"), "Note" },
            {
                new StringContent(admin.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!),
                "__RequestVerificationToken"
            },
            { new StringContent($"\uFEFF{NoticeFile.Draft(Year + 1)}"), "file", "notice.csv" },
        };
        using var answer = await admin.Post($"{Address}?handler=Preview", content);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(page, Does.Contain("id=\"moved\"").And.Contain($"{Year + 1}-01-01,off,元旦"));
        Assert.That(InForce.Edition, Is.Zero);
    }

    [TestCase(0, false)]
    [TestCase(2, true)]
    public void Pill_OfADueDateInAYearWithoutANotice_SaysThatItIsProvisional(int yearsAhead, bool marked)
    {
        var words = office.Services.GetRequiredService<IStringLocalizer<Words>>();
        var day = new DateOnly(2026 + yearsAhead, 6, 1);
        var pill = Urgency.Of(day, day.AddDays(-5), WorkingDayCalendar.Official, words);
        Assert.That(pill.Text.EndsWith("暂定", StringComparison.Ordinal), Is.EqualTo(marked));
    }

    private static string ContentOf(Browser browser) => browser.Page.QuerySelector("#notice-content")!.TextContent.ReplaceLineEndings("\n");

    private async Task<QueueRow> Case() =>
        (await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().Queue(new QueueFilter(null), default)))
            .Rows.Single(row => row.CaseId == caseId);
}
