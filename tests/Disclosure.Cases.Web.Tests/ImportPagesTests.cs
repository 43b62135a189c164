using System.Net;
using System.Text;
using Disclosure.Cases.Importing;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>导入以往案件: a ledger is uploaded, explained, tried and imported.</summary>
internal sealed class ImportPagesTests
{
    private const string Head = "编号,申请方式,收到日期,申请人,事由,办理结果,答复文号,送达日期";

    private WebOffice office = null!;
    private string address = "";

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Ledger_Uploaded_IsExplainedTriedAndImported()
    {
        using var clerk = await office.SignedIn("clerk");
        await Upload(
            clerk, "1,当面,2025/3/3,张某,甲文件,信息不存在,1,2025/3/20", "2,飞鸽,2025/3/3,张某,乙文件,不予公开,2,2025/3/20",
            "3,当面,去年,赵某,丙文件,,,");
        Assert.That(clerk.Text, Does.Contain("没有一栏对应“申请内容”").And.Contain("请选择台账没有写明"));

        await Explain(clerk, ("Column[4]", "Request"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(clerk.Text, Does.Contain("1 件可以导入，3 处错误，1 处提示"));
            Assert.That(Problem(clerk, "B 申请方式"), Does.StartWith("不明白“飞鸽”").And.EndsWith(" 3"));
            Assert.That(Problem(clerk, "F 办理结果"), Does.StartWith("不明白办理结果“不予公开”").And.EndsWith(" 3"));
            Assert.That(Problem(clerk, "C 收到日期"), Does.StartWith("“去年”不是日期").And.EndsWith(" 4"));
            Assert.That(clerk.Page.QuerySelector("form[action*=Import]"), Is.Null, "nothing is imported with an error in it");
        }

        await clerk.Submit("form[action*=Discard]");
        Assert.That(clerk.Text, Does.Contain("文件已删除，没有导入。"));

        await Upload(clerk, "1,当面,2025/3/3,张某,甲文件,信息不存在,1,2025/4/20", "2,当面,2025/3/3,张某,乙文件,信息不存在,2,2025/3/20");
        await Explain(clerk, ("Column[4]", "Request"));
        await clerk.Submit("form[action*=Import]");
        Assert.That(clerk.Text, Does.Contain("等待导入"));
        await Carry();
        await clerk.Get(address);
        Assert.That(clerk.Text, Does.Contain("已导入 2 件"));

        await clerk.Get("/cases?stage=all");
        await clerk.Get(clerk.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!)
            .First(link => link.StartsWith("/cases/", StringComparison.Ordinal) && Guid.TryParse(link[7..], out _)));
        Assert.That(clerk.Text, Does.Contain("本案由以往台账“台账.csv”第 2 行导入").Or.Contain("第 3 行导入"));
        await clerk.Get(clerk.Page.QuerySelector("a[href*='/documents/']")!.GetAttribute("href")!);
        Assert.That(clerk.Text, Does.Contain("正文不在本系统中").And.Not.Contain("下载草稿"));
        await clerk.Get(clerk.Page.QuerySelector("main a[href^='/cases/']")!.GetAttribute("href") + "/documents.zip");
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.OK));
        await clerk.Get("/numbers");
        Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Ledger_OfSomebodyElse_IsNotThere()
    {
        using var clerk = await office.SignedIn("clerk");
        await Upload(clerk, "1,当面,2025/3/3,张某,甲文件,信息不存在,1,2025/4/20");
        foreach (var person in new[] { "clerk2", "manager", "stranger" })
        {
            using var other = await office.SignedIn(person);
            await other.Get(address);
            Assert.That(other.Status, Is.EqualTo(HttpStatusCode.NotFound), person);
        }
    }

    [Test]
    public async Task File_ThatIsNone_IsRefusedInWords_AndNothingIsStored()
    {
        using var clerk = await office.SignedIn("clerk");
        foreach (var (content, sentence) in new (byte[], string)[]
        {
            ([], "文件为空"), ([0xD0, 0xCF, 0x11, 0xE0], "另存为不加密码的 .xlsx"), ([0x50, 0x4B, 3, 4, 0], "文件已损坏"), ([0x89, 0, 0xFF], "读不出文字"),
        })
        {
            await clerk.Get("/imports");
            await clerk.Upload("form[enctype]", "台账.xlsx", content);
            Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(clerk.Text, Does.Contain(sentence));
        }

        Assert.That(office.Count("imports"), Is.Zero);
    }

    [Test]
    public async Task Form_ToFillIn_IsReadAsItIs()
    {
        using var clerk = await office.SignedIn("clerk");
        var form = await clerk.Download("/imports?handler=Form");
        await clerk.Get("/imports");
        await clerk.Upload("form[enctype]", "台账.xlsx", form);
        Assert.That(
            clerk.Page.QuerySelectorAll(".columns-read option[selected]").Select(option => option.GetAttribute("value")),
            Is.EqualTo(Enum.GetValues<LedgerColumn>().Select(column => StoredNames.Of(column))));
    }

    private async Task Upload(Browser browser, params string[] lines)
    {
        await browser.Get("/imports");
        await browser.Upload("form[enctype]", "台账.csv", Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend(Head))));
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK), browser.Text);
        await browser.Get("/imports");
        address = browser.Page.QuerySelector("tbody a")!.GetAttribute("href")!;
        await browser.Get(address);
    }

    private async Task Explain(Browser browser, params (string, string?)[] typed)
    {
        var officer = (await office.ActorOf("clerk")).Id.ToString();
        await browser.Submit("form[action*=Read]", [("OfficerId", officer), .. typed]);
    }

    private static string Problem(Browser browser, string column)
    {
        var rows = browser.Page.QuerySelectorAll("tbody tr")
            .Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToList());
        return string.Join(' ', rows.First(row => row is ["错误", var named, ..] && named == column).Skip(2));
    }

    private Task<bool> Carry() => office.As(Actor.Application, async services =>
    {
        var import = (await services.GetRequiredService<IImports>().Waiting(1, default))[0];
        Result<ImportState> carried = await services.GetRequiredService<IMediator>().Send(new CarryOutImport(import.Id));
        return carried.Value == ImportState.Done;
    });
}
