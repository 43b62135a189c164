using System.IO.Compression;
using System.Net;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Parties;

namespace Disclosure.Cases.Web.Tests;

/// <summary>个人信息查询: what is held of somebody who asks (《个人信息保护法》 art. 45).</summary>
internal sealed class PersonsPageTests
{
    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [TestCase("500103199001011232")]
    [TestCase("500103 19900101 1232")]
    [TestCase("023-1")]
    public async Task Person_FoundByNumberOrContact_IsListedWithAllThatIsHeld_AndThatIsOnRecord(string number)
    {
        var (id, letter) = await office.Issued();
        await office.Serve(id, letter.Id);
        await office.Attach(id, "申请书.pdf", "%PDF-1.4 x"u8.ToArray());
        var applicant = (await office.Find(id)).Applicants[0].Id;
        await office.Next(await office.ActorOf("clerk"), id, version => new ChangeApplicant(
            id, version, applicant,
            new Applicant(ApplicantKind.NaturalPerson, "李某某", "500103199001011232", "023-1", "示范路8号", true, null), "搬家"));
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{id}");
        await clerk.Submit("form[action*='handler=Numbers']");

        using var admin = await office.SignedIn("admin");
        await admin.Get("/administration/persons");
        await admin.Submit("form[action*='handler=Find']", ("Number", number));
        Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(admin.Address, Does.Not.Contain("500103"));
        var lines = admin.Page.QuerySelectorAll("section tbody tr")
            .Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent))).ToList();
        foreach (var held in new[]
        {
            "姓名或者名称|李某某", "证件号码|500103199001011232", "联系方式|023-1", "地址|示范路3号", "地址|示范路8号",
            "申请内容|2024年度培训计划", $"文书|政府信息不存在告知书 {letter.Number}", "送达|直接送达", "附件|申请书 申请书.pdf", "查阅|显示完整号码",
        })
        {
            Assert.That(lines, Has.Some.StartWith(held));
        }

        var (looksBefore, form) = (office.Count("looks"), "form[action*='handler=File']");
        await admin.Submit(form);
        Assert.That(admin.Answer.Content.Headers.ContentType!.MediaType, Does.EndWith("spreadsheetml.sheet"));
        using var sheet = new ZipArchive(await admin.Answer.Content.ReadAsStreamAsync());
        using var reader = new StreamReader(sheet.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.That(await reader.ReadToEndAsync(), Does.Contain("示范路8号").And.Contain("2024年度培训计划"));
        Assert.That(office.Count("looks"), Is.EqualTo(looksBefore + 1));
        await admin.Get("/administration/looks");
        Assert.That(admin.Page.QuerySelectorAll("tbody tr").Take(2).Select(row => row.TextContent), Has.All.Contains("依申请"));
    }

    [Test]
    public async Task Person_WithOthersNumberOrNone_FindsNothing_AndThatIsOnRecordToo()
    {
        await office.Case();
        using var admin = await office.SignedIn("admin");
        await admin.Get("/administration/persons");
        await admin.Submit("form[action*='handler=Find']", ("Number", ""));
        Assert.That((admin.Status, office.Count("looks")), Is.EqualTo((HttpStatusCode.UnprocessableEntity, 0L)));
        await admin.Submit("form[action*='handler=Find']", ("Number", "李某某"));
        Assert.That(admin.Text, Does.Contain("没有保存该申请人的信息"));
        Assert.That(office.Count("looks"), Is.EqualTo(1));
    }
}
