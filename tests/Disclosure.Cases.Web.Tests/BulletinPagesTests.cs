using System.Net;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Reporting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace Disclosure.Cases.Web.Tests;

/// <summary>季度通报: prepared and issued by the manager, read by all, with the record of interviews.</summary>
internal sealed class BulletinPagesTests
{
    private WebOffice office = null!;
    private Quarter last;
    private Guid caseId;

    // One application, received when the quarter before this one began, and never answered.
    [SetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        last = Quarter.Of(office.Today).Previous();
        caseId = await office.CaseOf(last.From);
    }

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Bulletin_InPreparation_ShowsTheFiguresWithTheirCasesAndTheTextAround()
    {
        using var manager = await office.SignedIn("manager");
        await manager.Get("/reports/bulletin");
        Assert.That(Rows(manager, "按期答复排名"), Is.EqualTo(new[] { "1 示范区人民政府 1 0 0.0% — —" }));
        Assert.That(manager.Text, Does.Contain("本季度没有应答复申请的单位：示范区住房和城乡建设委员会。")
            .And.Contain("全区应答复政府信息公开申请1件，按期答复0件，按期答复率0.0%").And.Contain("按期答复率0.0%，低于90%"));
        Assert.That(Rows(manager, "逾期案件").Single(), Does.Contain((await office.Find(caseId)).RegisterNumber).And.Contain("未答复"));
        Assert.That(manager.Text, Does.Contain("制表人：manager某"));

        await manager.Submit("form[action*=Text]", ("Opening", "现将情况通报如下。"), ("Demands", "一周内答复。\n举一反三。"));
        Assert.That(manager.Text, Does.Contain("已保存。").And.Contain("现将情况通报如下。").And.Contain("工作要求").And.Contain("举一反三。"));
        Assert.That(manager.Text, Does.Not.Contain("全区应答复政府信息公开申请1件"));
        await manager.Submit("form[action*=Threshold]", ("RateBelow", "101"), ("LateFrom", "x"));
        Assert.That(manager.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        await manager.Submit("form[action*=Threshold]", ("RateBelow", "0"), ("LateFrom", "2"));
        Assert.That(manager.Text, Does.Contain("没有达到约谈标准的单位。").And.Contain("逾期2件以上"));

        await manager.Get(manager.Page.QuerySelector(".report-grid tbody td.number a")!.GetAttribute("href")!);
        Assert.That(manager.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1), "the figure opens to its case");
    }

    [Test]
    public async Task Bulletin_Issued_IsReadByEverybody_WhoOpensOnlyTheirOwnCases()
    {
        using var manager = await Issued();
        Assert.That(manager.Text, Does.Contain($"已印发{office.Today.Year}年第1期。").And.Contain("与今天的数字相同。"));
        await manager.Get("/reports/bulletin");
        await manager.Submit("form[action*=Issue]");
        Assert.That(manager.Text, Does.Contain($"与已印发的{office.Today.Year}年第1期相同"));

        using var stranger = await office.SignedIn("stranger");
        await stranger.Get("/reports/bulletins");
        await stranger.Get(stranger.Page.QuerySelector("a.cover")!.GetAttribute("href")!);
        var number = (await office.Find(caseId)).RegisterNumber;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(stranger.Text, Does.Contain(number).And.Not.Contain("李某某").And.Not.Contain("2024年度培训计划"));
            Assert.That(stranger.Page.QuerySelectorAll($"a[href='/cases/{caseId}']"), Is.Empty);
            Assert.That(stranger.Page.QuerySelectorAll("main form"), Is.Empty);
            Assert.That(stranger.Text, Does.Not.Contain("与今天的数字"));
        }

        using var clerk = await office.SignedIn("clerk");
        await clerk.Get(stranger.Address);
        Assert.That(clerk.Page.QuerySelectorAll($"a[href='/cases/{caseId}']"), Has.Length.EqualTo(1));
        Assert.That((await clerk.Get("/reports/bulletins/issued?year=2026&number=99")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Bulletin_AsADocument_HasHeadNumberTableAndWhoMadeIt()
    {
        using var manager = await office.SignedIn("manager");
        var draft = await Text(manager, "/reports/bulletin?handler=Docx");
        Assert.That(draft, Does.Contain("（印发时编号）").And.Contain("各镇人民政府、街道办事处，区人民政府各部门："));
        using var issued = await Issued();
        var text = await Text(issued, $"{issued.Address}&handler=Docx");
        Assert.That(text, Does.Contain($"{office.Today.Year}年第1期").And.Not.Contain("（印发时编号）")
            .And.Contain("政府信息公开申请办理情况的通报").And.Contain("一、按期答复排名").And.Contain("较上季度")
            .And.Contain((await office.Find(caseId)).RegisterNumber).And.Contain("四、拟约谈单位")
            .And.Contain($"制表人：manager某　　制表日期：{office.Today.Year}年"));
    }

    [Test]
    public async Task Interview_OfAProposal_IsRecordedWithTheBulletin_AndStandsWithTheAgency()
    {
        using var manager = await Issued();
        var address = manager.Address;
        await manager.Submit($"form:has([value={nameof(InterviewStep.Invited)}])", ("Place", "第一会议室"), ("Whom", "分管负责人"));
        Assert.That(manager.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(manager.Text, Does.Contain("请填写日期。"));
        Assert.That(manager.Page.QuerySelector("details[open] input[name=Place]")!.GetAttribute("value"), Is.EqualTo("第一会议室"));
        await manager.Submit("details[open] form", ("On", "2020-01-01"));
        Assert.That(manager.Text, Does.Contain("日期不能早于"));
        await manager.Submit("details[open] form", ("On", Iso(office.Today)));
        Assert.That(manager.Text, Does.Contain("已记录。").And.Contain("第一会议室 · 分管负责人"));

        using (var second = await office.SignedIn("manager"))
        {
            await second.Get(address);
            await manager.Submit($"form:has([value={nameof(InterviewStep.Held)}])", ("On", Iso(office.Today)), ("Text", "约谈了逾期的情况。"));
            await second.Submit($"form:has([value={nameof(InterviewStep.NotHeld)}])", ("Text", "不必"));
            Assert.That(second.Text, Does.Contain("同事刚刚作了记录"));
        }

        await manager.Get($"/manager?Agency={office.AgencyId}");
        Assert.That(manager.Text, Does.Contain("约谈了逾期的情况。").And.Contain($"{office.Today.Year}年第1期"));
        using var clerk = await office.SignedIn("clerk");
        Assert.That((await clerk.Get(address)).Text, Does.Contain("约谈了逾期的情况。"), "the agency itself");
        using var stranger = await office.SignedIn("stranger");
        Assert.That((await stranger.Get(address)).Text, Does.Not.Contain("约谈了逾期的情况。"), "another agency");
    }

    [TestCase("?year=2007&quarter=1")]
    [TestCase("?year=2026&quarter=5")]
    [TestCase("?year=2199&quarter=1")]
    [TestCase("?year=2012&quarter=2", Description = "before the first figures")]
    public async Task Bulletin_OfNoQuarter_IsNotThere(string query)
    {
        using var manager = await office.SignedIn("manager");
        Assert.That((await manager.Get($"/reports/bulletin{query}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Bulletin_OfTheQuarterThatRuns_CannotBeIssued()
    {
        using var manager = await office.SignedIn("manager");
        await manager.Get($"/reports/bulletin?year={office.Today.Year}&quarter={Quarter.Of(office.Today).Number}");
        Assert.That(manager.Text, Does.Contain("季度结束以后可以印发。"));
        await manager.Submit("form[action*=Issue]", ("Seen", "x"));
        Assert.That(manager.Text, Does.Contain("季度结束以后才能印发通报。"));
        Assert.That(office.Count("bulletins"), Is.Zero);
    }

    private async Task<Browser> Issued()
    {
        var manager = await office.SignedIn("manager");
        await manager.Get("/reports/bulletin");
        return await manager.Submit("form[action*=Issue]");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static string[] Rows(Browser browser, string table) =>
    [
        .. browser.Page.QuerySelectorAll($"[aria-label='{table}'] tbody tr")
            .Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))),
    ];

    private static async Task<string> Text(Browser browser, string address)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(await browser.Download(address)), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
        return document.MainDocumentPart!.Document.Body!.InnerText;
    }
}
