using System.Net;
using Disclosure.Cases.Exporting;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>导出: asked for, made, downloaded by whoever asked and by nobody else.</summary>
internal sealed class ExportPagesTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Export_AskedForAndMade_IsDownloadedByWhoeverAskedAndNobodyElse()
    {
        await office.Case(item: "=2024年度培训计划", applicant: "李某某");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/exports");
        Assert.That(clerk.Text, Does.Contain("还没有申请过导出。"));
        await clerk.Submit("main form");
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Text, Does.Contain("已申请，生成后在本页下载。").And.Contain("等待生成"));
            Assert.That(clerk.Page.QuerySelectorAll("tbody progress"), Has.Length.EqualTo(1));
            Assert.That(clerk.Page.QuerySelector("tbody a"), Is.Null);
        });

        await Make();
        await clerk.Get("/exports?handler=List");
        Assert.That(clerk.Text, Does.Contain("1 件").And.Contain("保留至").And.Not.Contain("退出"), "the list alone, for the open page");
        Assert.That(clerk.Page.QuerySelector("progress"), Is.Null);
        var address = clerk.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        var bytes = await clerk.Download(address);
        Assert.Multiple(() =>
        {
            Assert.That(
                clerk.Answer.Content.Headers.ContentType!.MediaType,
                Is.EqualTo("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));
            Assert.That(
                clerk.Answer.Content.Headers.ContentDisposition!.FileNameStar,
                Does.StartWith("依申请公开台账 示范区人民政府 ").And.EndsWith(".xlsx"));
            Assert.That(clerk.Answer.Headers.CacheControl!.NoStore, Is.True);
        });
        using var sheet = SpreadsheetDocument.Open(new MemoryStream(bytes), isEditable: false);
        var cells = sheet.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<Row>().ElementAt(1).Elements<Cell>()
            .Select(cell => cell.InnerText).ToList();
        Assert.That(cells, Does.Contain("李某某").And.Contain("=2024年度培训计划"));

        foreach (var (person, status) in new[]
        {
            ("clerk2", HttpStatusCode.NotFound), ("reviewer", HttpStatusCode.NotFound), ("manager", HttpStatusCode.NotFound),
            ("stranger", HttpStatusCode.NotFound), ("admin", HttpStatusCode.Forbidden),
        })
        {
            using var other = await office.SignedIn(person);
            await other.Get(address);
            Assert.That(other.Status, Is.EqualTo(status), person);
            if (person != "admin")
            {
                Assert.That((await other.Get("/exports")).Text, Does.Contain("还没有申请过导出。"), person);
            }
        }
    }

    [Test]
    public async Task Export_OfAManager_IsOfTheDistrictOrOfTheAgencyChosen()
    {
        await office.Case("clerk");
        await office.Case("stranger");
        using var manager = await office.SignedIn("manager");
        await manager.Get("/exports");
        await manager.Submit("main form");
        await manager.Submit("main form", ("AgencyId", office.OtherAgencyId.ToString()));
        await Make();
        await manager.Get("/exports");
        Assert.That(Lines(manager), Is.EqualTo(new[] { ("示范区住房和城乡建设委员会", "1 件"), ("全区", "2 件") }));
    }

    [Test]
    public async Task Export_OfAClerk_IsOfTheOwnAgencyWhateverTheFormSays()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/exports");
        Assert.That(clerk.Page.QuerySelector("main form [name=AgencyId]"), Is.Null);
        await clerk.Submit("main form", ("AgencyId", office.OtherAgencyId.ToString()));
        Assert.That(clerk.Page.QuerySelector("tbody td")!.TextContent, Does.StartWith("示范区人民政府"));
    }

    [Test]
    public async Task Export_OfWhoeverIsNoLongerManager_CannotBeDownloadedAnyMore()
    {
        using var manager = await office.SignedIn("manager");
        await manager.Get("/exports");
        await manager.Submit("main form");
        await Make();
        await manager.Get("/exports");
        var address = manager.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        await office.Tamper("UPDATE users SET roles = 1 WHERE sign_in_name = 'manager'");
        await manager.Get("/exports");
        Assert.That(manager.Page.QuerySelector("tbody a"), Is.Null);
        Assert.That((await manager.Get(address)).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("2025-02-30", "2025-12-31", "“2025-02-30”不是存在的日期")]
    [TestCase("", "2025-12-31", "请填写日期。")]
    [TestCase("2025-12-31", "2025-01-01", "结束日期不能早于开始日期。")]
    [TestCase("2010-01-01", "2020-01-01", "一次最多导出 10 年。")]
    [TestCase("2007-01-01", "2010-01-01", "日期不能早于")]
    public async Task Export_OfNoPeriod_IsRefusedBesideTheField(string from, string until, string sentence)
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/exports");
        await clerk.Submit("main form", ("From", from), ("Until", until));
        Assert.Multiple(() =>
        {
            Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(clerk.Page.QuerySelector(".field .wrong")!.TextContent, Does.Contain(sentence));
            Assert.That(clerk.Page.QuerySelector("input[name=From]")!.GetAttribute("value"), Is.EqualTo(from));
            Assert.That(office.Count("exports"), Is.Zero);
        });
    }

    [Test]
    public async Task Export_AFourthAtOnce_IsRefused()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/exports");
        for (var turn = 0; turn < RequestExport.MostUnfinished; turn++)
        {
            await clerk.Submit("main form");
        }

        await clerk.Submit("main form");
        Assert.That(clerk.Text, Does.Contain("您已有 3 项导出还没有生成"));
        Assert.That(office.Count("exports"), Is.EqualTo(RequestExport.MostUnfinished));
    }

    [TestCase("state = 'Running', done = 120, total = 450", "生成中：120 / 450 件")]
    [TestCase("state = 'Running'", "生成中")]
    [TestCase("attempts = 2, problem = 'IOException'", "等待再次生成（已失败 2 次）")]
    [TestCase("state = 'Failed', problem = 'IOException'", "生成失败 系统出错（IOException）。可以再次申请")]
    [TestCase("state = 'Failed', problem = 'interrupted'", "生成失败 服务器几次中断。可以再次申请")]
    [TestCase("state = 'Deleted', finished_at = requested_at", "已到期删除")]
    public async Task Export_InEachState_SaysHowItStands(string columns, string words)
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get("/exports");
        await clerk.Submit("main form");
        await office.Tamper($"UPDATE exports SET {columns}");
        await clerk.Get("/exports");
        var cell = clerk.Page.QuerySelector("tbody td:nth-child(3)")!;
        var progress = cell.QuerySelector("progress");
        Assert.Multiple(() =>
        {
            Assert.That(
                string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)),
                Does.StartWith(words));
            Assert.That(
                (progress?.GetAttribute("value"), progress?.GetAttribute("max")),
                Is.EqualTo(columns.Contains("450", StringComparison.Ordinal) ? ("120", "450") : (null, null)));
            Assert.That(
                progress?.GetAttribute("aria-label"),
                Is.EqualTo(columns.Contains("Failed", StringComparison.Ordinal) || columns.Contains("Deleted", StringComparison.Ordinal)
                    ? null
                    : "示范区人民政府"));
            Assert.That(clerk.Page.QuerySelector("tbody a"), Is.Null);
        });
    }

    // As Hangfire does once the request is committed.
    private Task<bool> Make() => office.As(Actor.Application, async services =>
    {
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        foreach (var export in await services.GetRequiredService<IExports>().Unfinished(now, 10, default))
        {
            Assert.That(
                (await services.GetRequiredService<IMediator>().Send(new MakeExport(export.Id))).Value,
                Is.EqualTo(ExportState.Done));
        }

        return true;
    });

    private static IEnumerable<(string, string)> Lines(Browser browser) => browser.Page.QuerySelectorAll("tbody tr").Select(row => (
        row.QuerySelector("td")!.ChildNodes[0].TextContent.Trim(), row.QuerySelector("td:nth-child(3)")!.ChildNodes[0].TextContent.Trim()));
}
