using System.Net;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Retention;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>保管期限: the page on which two people have cases emptied, and the pages of the cases after that.</summary>
internal sealed class RetentionPagesTests
{
    private const string Applicant = "李某某";
    private const string Requested = "2024年度培训计划";

    private WebOffice office = null!;

    [SetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Proposal_AskedForAndConfirmed_IsCarriedOut_AndNobodyConfirmsTheOwn()
    {
        var id = await ClosedYearsAgo(4);
        using var admin = await office.SignedIn("admin");
        await admin.Get("/administration/retention");
        await admin.Press("form.col", "button[formaction*='Request']");
        Assert.That(admin.Text, Does.Contain("请先勾选"));
        await admin.Press("form.col", "button[formaction*='Request']", ("proposal", Box(admin)));
        Assert.That(admin.Text, Does.Contain("已提出清除 1 项"));
        await admin.Get("/administration/retention?state=Requested");
        await admin.Press("form.col", "button[formaction*='Erase']", ("proposal", Box(admin)));
        Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(admin.Text, Does.Contain("提出人不能确认自己提出的清除"));

        using var manager = await office.SignedIn("manager");
        await manager.Get("/administration/retention");
        Assert.That(manager.Text, Does.Contain("没有记录"));
        await manager.Get("/administration/retention?state=Requested");
        await manager.Press("form.col", "button[formaction*='Decline']", ("proposal", Box(manager)));
        Assert.That(manager.Text, Does.Contain("不予清除的理由："));
        await manager.Press("form.col", "button[formaction*='Decline']", ("proposal", Box(manager)), ("Reason", "审计尚未结束"));
        Assert.That(manager.Text, Does.Contain("1 项不予清除"));
        Assert.That((await office.Find(id)).IsApplicantErased, Is.False);
        await admin.Get("/administration/log");
        Assert.That(admin.Text, Does.Contain("保管期满不予清除").And.Contain("审计尚未结束"));

        await admin.Get("/administration/retention?agency=" + office.OtherAgencyId);
        Assert.That(admin.Page.QuerySelector("input[name=proposal]"), Is.Null);
        await admin.Get("/administration/retention?agency=" + office.AgencyId);
        await admin.Press("form.col", "button[formaction*='Request']", ("proposal", Box(admin)));
        await manager.Get("/administration/retention?state=Requested");
        await manager.Press("form.col", "button[formaction*='Erase']", ("proposal", Box(manager)));
        Assert.That(manager.Text, Does.Contain("已清除 1 项"));
        Assert.That((await office.Find(id)).IsApplicantErased);
        await manager.Get("/administration/retention?state=Erased");
        Assert.That(manager.Page.QuerySelector("tbody tr")!.TextContent, Does.Contain("身份信息").And.Contain("manager某"));
    }

    [TestCase(4)]
    [TestCase(11)]
    public async Task Pages_OfAnErasedCase_SayWhoEmptiedIt_AndAllOpen(int yearsAgo)
    {
        var id = await ClosedYearsAgo(yearsAgo);
        var wholly = yearsAgo > 10;
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{id}");
        Assert.That(clerk.Text, Does.Contain(Applicant).And.Contain(Requested).And.Not.Contain("清除"));
        var (before, letter) = (Links(clerk, id), (await office.Find(id)).Documents[0].FileId);
        await EraseAll();

        await clerk.Get($"/cases/{id}");
        Assert.That(clerk.Text, Does.Not.Contain(Applicant).And.Contain(CaseFile.ErasedWords));
        Assert.That(clerk.Text.Contains(Requested, StringComparison.Ordinal), Is.Not.EqualTo(wholly));
        Assert.That(
            clerk.Page.QuerySelector("p.erased")!.TextContent,
            Does.Contain(wholly ? "保管期满，清除全部案卷" : "保管期满，清除身份信息").And.Contain("manager某确认"));
        var after = Links(clerk, id);
        Assert.That(before.Except(after), wholly ? Has.Some.Contains("/files/") : Has.None.Contains($"/files/{letter}"));
        foreach (var address in after.Append($"/cases?stage=all&q={Uri.EscapeDataString("依申请")}").Append("/exports"))
        {
            await clerk.Get(address);
            Assert.That(clerk.Status, Is.EqualTo(HttpStatusCode.OK), address);
            Assert.That(clerk.Html.Contains(Applicant, StringComparison.Ordinal) && wholly, Is.False, address);
        }

        await clerk.Get($"/cases/{id}/files/{letter}");
        Assert.That(clerk.Status, Is.EqualTo(wholly ? HttpStatusCode.NotFound : HttpStatusCode.OK));
        await clerk.Get($"/cases/{id}/documents/{(await office.Find(id)).Documents[0].Id}?handler=Docx");
        Assert.That(clerk.Status, Is.EqualTo(wholly ? HttpStatusCode.NotFound : HttpStatusCode.Redirect));
        using var english = await office.SignedIn("manager");
        await english.Get("/language?language=en&back=/");
        await english.Get($"/cases/{id}");
        Assert.That(english.Status, Is.EqualTo(HttpStatusCode.OK));
    }

    private static string Box(Browser browser) => browser.Page.QuerySelector("input[name=proposal]")!.GetAttribute("value")!;

    // Everything of the case that its page leads to.
    private static IReadOnlyList<string> Links(Browser browser, Guid id) =>
    [
        .. browser.Page.QuerySelectorAll("a[href], img[src], iframe[src]")
            .Select(link => link.GetAttribute("href") ?? link.GetAttribute("src")!)
            .Where(address => address.StartsWith($"/cases/{id}/", StringComparison.Ordinal)).Distinct(),
    ];

    private async Task<Guid> ClosedYearsAgo(int years)
    {
        var (id, letter) = await office.Issued();
        await office.Serve(id, letter.Id);
        await office.Attach(id, "申请书.pdf", "%PDF-1.4 x"u8.ToArray());
        var clerk = await office.ActorOf("clerk");
        await office.Next(clerk, id, version => new AttachFile(
            id, version, AttachmentKind.Identity, "李某某身份证.png", "image/png",
            [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 0]));
        await office.Next(clerk, id, version => new AttachSignedCopy(id, version, letter.Id, "盖章.pdf", "%PDF-1.4 y"u8.ToArray()));
        await office.Next(clerk, id, version => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "纸质随卷"));
        var day = office.Today.AddYears(-years).ToString("yyyy-MM-dd");
        await office.Tamper("DROP TRIGGER case_events_stay_as_they_are");
        await office.Tamper($"UPDATE case_events SET occurred_at = '{day}T01:00:00.0000000Z' WHERE type = 'CaseArchived'");
        await office.Tamper($"UPDATE case_files SET arrived_on = '{day}'");
        await office.As(Actor.Application, services => services.GetRequiredService<IMediator>().Send(new ProposeErasures()));
        return id;
    }

    private async Task EraseAll()
    {
        var (admin, manager) = (await office.ActorOf("admin"), await office.ActorOf("manager"));
        Task<Result<Kernel.Unit>> Send(Actor actor, ICommand<Kernel.Unit> command) =>
            office.As(actor, services => services.GetRequiredService<IMediator>().Send(command));
        var rows = await office.As(admin, services => services.GetRequiredService<IRetentionProposals>()
            .Find(new RetentionFilter(RetentionState.Proposed), 0, 10, default));
        Assert.That(rows, Has.Count.EqualTo(1));
        await Send(admin, new RequestErasure(rows[0].Proposal.Id));
        Assert.That((await Send(manager, new EraseRecords(rows[0].Proposal.Id))).Refusals, Is.Empty);
    }
}
