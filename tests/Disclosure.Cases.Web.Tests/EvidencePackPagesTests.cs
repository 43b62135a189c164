using System.IO.Compression;
using System.Net;
using System.Text;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.Agencies;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>证据包: downloaded from a case, and checked by whoever has no account.</summary>
internal sealed class EvidencePackPagesTests
{
    private WebOffice office = null!;
    private Guid caseId;
    private byte[] pack = [];

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().With("Notifications:Address", "http://localhost").Open();

        // Another case lies between the events of this one in the agency's chain.
        await office.Case(item: "别的案卷", applicant: "王某某");
        var day = office.Today;
        var (reviewer, clerk2) = (await office.ActorOf("reviewer"), await office.ActorOf("clerk2"));
        await office.As(Actor.Application, async services =>
        {
            await services.GetRequiredService<IUsers>().NameDeputy(reviewer.Id, clerk2.Id, day, day.AddDays(1), default);
            return true;
        });
        (caseId, var letter) = await office.ToApproval(day);
        await office.Case(item: "第三个案卷", applicant: "赵某某");
        await office.Next(
            clerk2 with { Roles = Role.Clerk | Role.Reviewer }, caseId, version => new ApproveDocument(caseId, version, letter));
        await office.Serve(caseId, letter);
        await office.Attach(caseId, "申请书.pdf", "%PDF-1.7 scan"u8.ToArray());
        await office.Next(await office.ActorOf("clerk"), caseId, version => new RecordDispute(
            caseId, version, DisputeKind.Reconsideration, false, day, day, "示范市人民政府 3号", "不服答复"));
        using var clerk = await office.SignedIn("clerk");
        pack = await clerk.Download($"/cases/{caseId}/evidence.zip");
    }

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Pack_OfADispute_IsAClickAway_HoldsTheFrozenBytes_AndIsOnRecord()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        Assert.That(clerk.Page.QuerySelector($"#disputes a[href='/cases/{caseId}/evidence.zip']"), Is.Not.Null);
        var looks = office.Count("looks");
        await clerk.Download($"/cases/{caseId}/evidence.zip");
        Assert.That(office.Count("looks"), Is.EqualTo(looks + 1));
        Assert.That(clerk.Answer.Content.Headers.ContentDisposition!.FileNameStar, Does.EndWith("证据包.zip"));
        using var admin = await office.SignedIn("admin");
        await admin.Get("/administration/looks?kind=Downloaded");
        Assert.That(admin.Page.QuerySelector("tbody tr")!.TextContent, Does.Contain("证据包.zip").And.Contain("clerk某"));

        var letter = (await office.Find(caseId)).Documents.Single();
        Assert.That(
            Content($"letters/01 {letter.Number} 政府信息不存在告知书.docx"),
            Is.EqualTo((await office.Content(letter.FileId!.Value)).Content));
        Assert.That(Content("application/01 申请书 申请书.pdf"), Is.EqualTo("%PDF-1.7 scan"u8.ToArray()));
        var events = Encoding.UTF8.GetString(Content("events.json"));
        Assert.That(events, Does.Contain("DisputeRecorded").And.Contain("ApplicationRegistered"));
        Assert.That(Encoding.UTF8.GetString(Content("texts.json")), Does.Not.Contain("别的案卷").And.Not.Contain("王某某"), "another case");
    }

    [TestCase("clerk")]
    [TestCase("manager")]
    public async Task IndexPage_IsChinese_AndSaysWhoApprovedInWhosePlace(string reader)
    {
        using var browser = await office.SignedIn(reader);
        await browser.Submit("form.language", ("culture", "en"));
        using var zip = new ZipArchive(new MemoryStream(await browser.Download($"/cases/{caseId}/evidence.zip")));
        using var text = new StreamReader(zip.GetEntry("index.html")!.Open());
        var page = WebUtility.HtmlDecode(await text.ReadToEndAsync());
        Assert.That(
            page,
            Does.Contain("clerk2某").And.Contain("当日被指定代理：reviewer某").And.Contain("五步办理").And.Contain("不服答复")
                .And.Contain("补不补：").And.Contain("500103199001011232").And.Contain("直接送达").And.Contain("http://localhost/verify-pack")
                .And.Contain("not-existing").And.Contain("没有发现问题").And.Contain("：没有问题"));
        Assert.That(page, Does.Not.Contain("registered"));
    }

    [Test]
    public async Task CheckPage_WithoutAnAccount_TellsWhatIsProved()
    {
        using var court = office.Visitor();
        await court.Get("/verify-pack");
        Assert.That(court.Status, Is.EqualTo(HttpStatusCode.OK));
        var fingerprint = court.Page.QuerySelector("code")!.TextContent;
        Assert.That(Encoding.UTF8.GetString(Content("index.html")), Does.Contain(fingerprint));
        await court.Upload("form.door", "证据包.zip", pack);
        Assert.That(court.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(
            court.Page.QuerySelector("#verdict")!.TextContent,
            Does.Contain("核验通过").And.Contain("没有一个字节被改动").And.Contain("由本机关的密钥签名").And.Contain("重新计算，全部相符")
                .And.Contain("不能证明"));
        Assert.That(court.Page.QuerySelector("#verdict")!.TextContent, Does.Not.Contain("别的案卷").And.Not.Contain("李某某"));
    }

    [Test]
    public async Task CheckPage_OfWhatIsNoPackAsIssued_SaysSo()
    {
        using var court = office.Visitor();
        await court.Get("/verify-pack");
        var flipped = pack.ToArray();
        flipped[pack.Length / 2] ^= 4;
        foreach (var (name, bytes) in new[] { ("改.zip", flipped), ("不是.zip", "hello"u8.ToArray()), ("空.zip", []), ("长.zip", [.. pack, 0]) })
        {
            await court.Upload("form.door", name, bytes);
            Assert.That(court.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(court.Page.QuerySelector("#verdict")!.TextContent, Does.Contain("核验未通过").And.Contain(name));
        }

        await court.Submit("form.door");
        Assert.That(court.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(court.Page.QuerySelector("[role=alert]")!.TextContent, Does.Contain("请选择证据包"));
        using var large = new StreamContent(new MemoryStream([1]));
        large.Headers.ContentLength = 61L * 1024 * 1024;
        using var answer = await court.Post("/verify-pack", large);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.RequestEntityTooLarge));
    }

    [Test]
    public async Task CheckPage_AskedAllTheTime_HasEnough_ButCanBeLookedAt()
    {
        using var another = await new WebOffice().Open();
        using var court = another.Visitor();
        await court.Get("/verify-pack");
        for (var each = 0; each < 10; each++)
        {
            using var content = new FormUrlEncodedContent([]);
            using var refused = await court.Post("/verify-pack", content);
            Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest), "no token");
        }

        using var more = new FormUrlEncodedContent([]);
        using var answer = await court.Post("/verify-pack", more);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.TooManyRequests));
        await court.Get("/verify-pack");
        Assert.That(court.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Record_ChangedInTheDatabase_IsFoundByItsSeal_ThoughTheOfficeSignedThePack()
    {
        using var another = await new WebOffice().Open();
        var id = await another.Case();
        await another.Attach(id, "a.txt", [1, 2, 3]);
        await another.Tamper("DROP TRIGGER case_events_stay_as_they_are");
        await another.Tamper("UPDATE case_events SET occurred_at = '2020-01-01T00:00:00.0000000Z' WHERE seq = 1");
        using var clerk = await another.SignedIn("clerk");
        var changed = await clerk.Download($"/cases/{id}/evidence.zip");
        await clerk.Get("/verify-pack");
        await clerk.Upload("form.door", "a.zip", changed);
        Assert.That(clerk.Page.QuerySelectorAll("#verdict li").Select(line => line.TextContent), Is.EqualTo(new[]
        {
            "事件 1 的封印与密钥不符：数据库中的事件被改动过。",
        }));
    }

    private byte[] Content(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(pack));
        using var stream = (zip.GetEntry(name) ?? throw new InvalidOperationException(
            $"No {name} in {string.Join(", ", zip.Entries.Select(entry => entry.FullName))}")).Open();
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return content.ToArray();
    }
}
