using System.Net;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;

namespace Disclosure.Cases.Web.Tests;

/// <summary>年度报告: figures that open to their cases, files, what was handled outside, and versions that stay.</summary>
internal sealed class AnnualReportPagesTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Report_OfThisYear_OpensEachFigureToItsCases()
    {
        await office.Case();
        await office.Case();
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/reports/annual?year={office.Today.Year}");
        Assert.That(Row(clerk, "一、本年新收"), Is.EqualTo("2 0 0 0 0 0 2"));
        await clerk.Get(clerk.Page.QuerySelectorAll(".report-grid td a")[1].GetAttribute("href")!);
        Assert.That(clerk.Text, Does.Contain("一、本年新收政府信息公开申请数量 · 总计 · 2 件"));
        Assert.That(clerk.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Report_AsFiles_HasTheFiguresOfThePage()
    {
        await office.Case();
        using var clerk = await office.SignedIn("clerk");
        var year = office.Today.Year;
        using var sheet = SpreadsheetDocument.Open(
            new MemoryStream(await clerk.Download($"/reports/annual?year={year}&handler=Xlsx")), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(sheet).Select(error => error.Description), Is.Empty);
        var sheets = sheet.WorkbookPart!.Workbook.Descendants<Sheet>().ToList();
        Assert.That(sheets.Select(each => each.Name!.Value), Is.EqualTo(new[] { "表三", "表四", "收费" }));
        var cells = ((WorksheetPart)sheet.WorkbookPart.GetPartById(sheets[0].Id!.Value!)).Worksheet.Descendants<Cell>()
            .ToDictionary(cell => cell.CellReference!.Value!, cell => cell.InnerText);
        Assert.That(
            (cells["A5"], cells["D5"], cells["J5"]), Is.EqualTo(("一、本年新收政府信息公开申请数量", "1", "1")));

        var csv = await clerk.Download($"/reports/annual?year={year}&handler=Csv");
        Assert.That(csv.AsSpan(0, 3).ToArray(), Is.EqualTo(Encoding.UTF8.GetPreamble()), "Chinese Excel needs the mark");
        Assert.That(Encoding.UTF8.GetString(csv), Does.Contain("\"一、本年新收政府信息公开申请数量\",,,1,0,0,0,0,0,1\r\n"));

        using var document = WordprocessingDocument.Open(
            new MemoryStream(await clerk.Download($"/reports/annual?year={year}&handler=Docx")), isEditable: false);
        Assert.That(new OpenXmlValidator().Validate(document).Select(error => error.Description), Is.Empty);
        var text = document.MainDocumentPart!.Document.Body!.InnerText;
        Assert.That(text, Does.Contain("一、总体情况").And.Contain("新收政府信息公开申请1件").And.Contain("六、其他需要报告的事项"));
    }

    [Test]
    public async Task Report_HandedIn_StaysAsItWasAndTellsWhatDiffersLater()
    {
        var year = office.Today.Year - 1;
        using var reviewer = await office.SignedIn("reviewer");
        await Outside(reviewer, year, ("二.NaturalPerson", "3"), ("(一).NaturalPerson", "1"));
        await reviewer.Get($"/reports/annual?year={year}");
        Assert.That(Row(reviewer, "四、结转下年度"), Does.StartWith("2"));
        await reviewer.Submit("form[action*=Text]", ("Problems", "人手不足。"));
        Assert.That(reviewer.Text, Does.Contain("已保存。"));
        await reviewer.Submit("form[action*=HandIn]");
        Assert.That(reviewer.Text, Does.Contain("已上报第 1 版。"));
        await reviewer.Submit("form[action*=HandIn]");
        Assert.That(reviewer.Text, Does.Contain("与已上报的第 1 版相同"));

        await Outside(reviewer, year, ("二.NaturalPerson", "4"), ("(一).NaturalPerson", "1"));
        await reviewer.Get($"/reports/annual?year={year}");
        Assert.That(reviewer.Text, Does.Contain("2 处不同"));
        await reviewer.Get($"/reports/annual?year={year}&version=1");
        Assert.That(Row(reviewer, "二、上年结转"), Does.StartWith("3"), "frozen");
        Assert.That(reviewer.Text, Does.Contain("与今天的数字有 2 处不同").And.Contain("二、上年结转政府信息公开申请数量 · 自然人"));

        using var manager = await office.SignedIn("manager");
        await manager.Get($"/reports/annual?year={year}");
        Assert.That(manager.Text, Does.Contain("1 个已上报，1 个未上报"));
    }

    [Test]
    public async Task Report_WhoseFiguresMovedSinceItWasSeen_IsNotHandedIn()
    {
        var year = office.Today.Year - 1;
        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get($"/reports/annual?year={year}");
        using var colleague = await office.SignedIn("reviewer");
        await Outside(colleague, year, ("一.NaturalPerson", "1"));
        await reviewer.Submit("form[action*=HandIn]");
        Assert.That(reviewer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(reviewer.Text, Does.Contain("数字在您查看以后有变化"));
        Assert.That(office.Count("report_versions"), Is.Zero);
    }

    [TestCase("一.NaturalPerson", "-1")]
    [TestCase("一.NaturalPerson", "100001")]
    [TestCase("一.NaturalPerson", "两件")]
    [TestCase("(一).NaturalPerson", "1")]
    public async Task Outside_ThatCannotBe_IsRefusedAndKeepsWhatWasTyped(string field, string typed)
    {
        using var reviewer = await office.SignedIn("reviewer");
        var year = office.Today.Year;
        await Outside(reviewer, year, (field, typed));
        Assert.That(reviewer.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(reviewer.Page.QuerySelector($"[name='{field}']")!.GetAttribute("value"), Is.EqualTo(typed));
        Assert.That(office.Count("report_outside"), Is.Zero);
    }

    [Test]
    public async Task Report_OfThisYearOrByAClerk_CannotBeHandedIn()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/reports/annual?year={office.Today.Year - 1}");
        Assert.That(clerk.Page.QuerySelector("form[action*=HandIn]"), Is.Null);
        using var reviewer = await office.SignedIn("reviewer");
        await reviewer.Get($"/reports/annual?year={office.Today.Year}");
        Assert.That(reviewer.Page.QuerySelector("form[action*=HandIn]"), Is.Null);
        Assert.That((await reviewer.Get("/reports/annual?year=2007")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await reviewer.Get($"/reports/annual?year={office.Today.Year + 1}")).Status, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That((await reviewer.Get("/reports/annual/cases?year=2025&figure=x")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private static async Task Outside(Browser browser, int year, params (string Name, string? Value)[] fields)
    {
        await browser.Get($"/reports/annual/outside?year={year}");
        await browser.Submit("main form", fields);
    }

    private static string Row(Browser browser, string heading) => string.Join(' ', browser.Page.QuerySelectorAll(".report-grid tr")
        .Single(row => row.TextContent.Contains(heading, StringComparison.Ordinal)).QuerySelectorAll("td")
        .Select(cell => cell.TextContent.Trim()));
}
