using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Web.Localisation;
using Disclosure.Cases.Web.Pages.Administration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace Disclosure.Cases.Web.Tests;

/// <summary>机关、人员、我的账户、运行状况: what an administrator finds and does.</summary>
internal sealed class AdministrationPagesTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().With("Numbers:Letter", "{agency}公开函〔{year}〕{n}号").Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Agency_ChangedFromADay_StandsInItsVersionsAndIsWithdrawn()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get($"/administration/agencies/{office.OtherAgencyId}/change");
        var day = office.Today.AddDays(20);
        await browser.Submit("main form", ("From", day.Iso()), ("Particulars.Name", "示范区住房建设局"), ("Particulars.Court", ""));
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
            Assert.That(browser.Page.QuerySelector("#agency-Particulars-Court-wrong"), Is.Not.Null);
            Assert.That(
                browser.Page.QuerySelector("[name='Particulars.Name']")!.GetAttribute("value"),
                Is.EqualTo("示范区住房建设局"),
                "nothing typed is lost");
        });
        await browser.Submit("main form", ("From", day.Iso()), ("Particulars.Court", "示范区人民法院"));
        Assert.That(
            browser.Page.QuerySelector("ol.line li")!.TextContent,
            Does.Contain("尚未生效").And.Contain("机关名称：示范区住房和城乡建设委员会 → 示范区住房建设局"));
        await browser.Submit("ol.line form");
        Assert.That(browser.Page.QuerySelectorAll("ol.line li"), Has.Length.EqualTo(1));
        await browser.Get("/administration/log?act=AgencyVersionWithdrawn");
        Assert.That(browser.Page.QuerySelectorAll("tbody tr").Single().TextContent, Does.Contain("撤回未生效的变更"));
    }

    [Test]
    public async Task Agency_ApprovalChainSet_WarnsWhereReviewersAreTooFew()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get($"/administration/agencies/{office.AgencyId}");
        await browser.Submit("form[action*=Chain]", ("Template", TemplateCodes.NotExisting), ("Links", "3"));
        Assert.That(Chains(browser), Does.Contain("政府信息不存在告知书").And.Contain("3 级审签"));
        Assert.That(browser.Page.QuerySelector("section .advice")!.TextContent, Does.Contain("审核人只有 1 名"));
        await browser.Submit("form[action*=Chain]", ("Template", TemplateCodes.NotExisting), ("Links", "0"));
        Assert.That(Chains(browser), Does.Contain("全部文书").And.Not.Contain("3 级审签"));

        static string Chains(Browser browser) => browser.Page.QuerySelector("#chains ~ table")!.TextContent;
    }

    [Test]
    public async Task User_AddedFoundAndChanged_WithContactAndPassword()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get($"/administration/users/new?agency={office.AgencyId}");
        await browser.Submit("main form", ("SignInName", "newcomer"), ("Name", "新来的"), ("Password", "short"), ("Roles", "Clerk"));
        Assert.That(browser.Page.QuerySelector("#user-Password-wrong")!.TextContent, Does.Contain("12"));
        Assert.That(browser.Html, Does.Not.Contain("value=\"short\""), "a password is never shown again");
        await browser.Submit("main form", ("Password", "lanterns on the lake"), ("Roles", "Clerk"));
        Assert.That(browser.Page.QuerySelector("h1")!.TextContent, Is.EqualTo("新来的"));
        await browser.Submit("form[action*=Contact]", ("Email", "new at example"));
        Assert.That(browser.Text, Does.Contain("请填写正确的电子邮件地址。"));
        await browser.Submit("form[action*=Contact]", ("Email", "new@example.gov.cn"));
        await browser.Submit("form[action*=Person]", ("Roles", "Clerk"), ("IsActive", null));
        await browser.Get("/administration/users?q=NEWCOMER");
        Assert.That(browser.Page.QuerySelector(".empty"), Is.Not.Null);
        await browser.Get("/administration/users?q=NEWCOMER&state=former");
        Assert.That(browser.Page.QuerySelector("tbody tr")!.TextContent, Does.Contain("new@example.gov.cn"));
    }

    [Test]
    public async Task Administrator_TheLastOne_CannotTakeTheRoleAway()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get($"/administration/users/{(await office.ActorOf("admin")).Id}");
        await browser.Submit("form[action*=Person]", ("Roles", "Clerk"));
        Assert.That(browser.Page.QuerySelector("#person-Roles-wrong")!.TextContent, Does.Contain("最后一名"));
    }

    [Test]
    public async Task Account_OfAReviewer_NamesADeputyAndEndsIt()
    {
        using var browser = await office.SignedIn("reviewer");
        await browser.Get("/account");
        var clerk = await office.ActorOf("clerk");
        await browser.Submit("form[action*=NameDeputy]", ("DeputyId", clerk.Id.ToString()), ("Until", office.Today.AddDays(3).Iso()));
        Assert.That(browser.Page.QuerySelector(".with-act")!.TextContent, Does.Contain("clerk某").And.Contain("代理中"));
        Assert.That(await Roles(), Is.EqualTo(Role.Clerk | Role.Reviewer));
        await browser.Submit(".with-act form");
        Assert.That(await Roles(), Is.EqualTo(Role.Clerk));

        Task<Role> Roles() =>
            office.As(Actor.Application, services => services.GetRequiredService<IUsers>().RolesOn(clerk.Id, office.Today, default));
    }

    [Test]
    public async Task Account_PasswordChanged_OpensTheDoor()
    {
        using var browser = await office.SignedIn("clerk2");
        await browser.Get("/account");
        Assert.That(browser.Page.QuerySelector("form[action*=NameDeputy]"), Is.Null);
        await browser.Submit(
            "form[action*=Password]", ("Current", "wrong one"), ("Password", "another password"), ("Again", "another password"));
        Assert.That(browser.Page.QuerySelector("#password-Current-wrong"), Is.Not.Null);
        await browser.Submit(
            "form[action*=Password]", ("Current", WebOffice.Password), ("Password", "another password"), ("Again", "another password"));
        using var again = await office.SignedIn("clerk2", "another password");
        Assert.That(again.Address, Is.EqualTo("/cases"));
    }

    [Test]
    public async Task Account_PasswordFields_AreOpenToPasswordManagers()
    {
        using var visitor = office.Visitor();
        await visitor.Get("/sign-in");
        using var browser = await office.SignedIn("clerk");
        await browser.Get("/account");
        Assert.That(
            new[] { visitor, browser }.SelectMany(each => each.Page.QuerySelectorAll("input[type=password]"))
                .Select(field => field.GetAttribute("autocomplete")),
            Is.EqualTo(new[] { "current-password", "current-password", "new-password", "new-password" }));
    }

    [Test]
    public async Task Numbers_OfASeriesNotBegun_TakeAnOpeningNumber()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get($"/numbers?agency={office.OtherAgencyId}&year={office.Today.Year}&series=Letter");
        await browser.Submit("main form[method=post]", ("FirstOrdinal", "0"));
        Assert.That(browser.Page.QuerySelector("#opening-FirstOrdinal-wrong"), Is.Not.Null);
        await browser.Submit("main form[method=post]", ("FirstOrdinal", "41"));
        Assert.That(browser.Text, Does.Contain("起始号已设置。"));
        await browser.Get($"/administration/log?agency={office.OtherAgencyId}");
        Assert.That(browser.Text, Does.Contain($"函 {office.Today.Year}：41"));
    }

    [Test]
    public async Task Health_OfAnOfficeThatNothingRuns_SaysWhatIsMissing()
    {
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/health");
        var rows = browser.Page.QuerySelectorAll("tbody tr")
            .ToDictionary(row => row.Children[0].TextContent.Trim(), row => row.TextContent);
        Assert.Multiple(() =>
        {
            Assert.That(rows["数据与封印密钥"], Does.Contain("正常").And.Contain("可以工作"));
            Assert.That(rows["数据库"], Does.Contain(office.Database));
            Assert.That(rows["记录校验"], Does.Contain("注意").And.Contain("还没有校验过"));
            Assert.That(rows["定时任务"], Does.Contain("未按时运行"));
        });
        await browser.Get("/administration/settings");
        Assert.That(
            browser.Text,
            Does.Contain($"示范府依申请复〔{office.Today.Year}〕31号").And.Contain("补正告知书：还剩 10 日").And.Contain($"示范府公开函〔{office.Today.Year}〕"),
            "the letters' pattern is configured");
    }

    [Test]
    public async Task Health_AfterAnExportWasGivenUp_SaysSoForAsLongAsItsFileWouldHaveBeenKept()
    {
        using var own = await new WebOffice().Open();
        using var browser = await own.SignedIn("admin");
        await browser.Get("/administration/health");
        Assert.That(browser.Text, Does.Contain("最近 7 天没有失败的导出"));
        foreach (var day in new[] { 1, 8 })
        {
            await own.Tamper(
                $"""
                insert into exports (id, kind, from_on, until_on, requested_by, requested_at, state, done, attempts, problem, finished_at)
                select '{Guid.NewGuid()}', 'CaseLedger', '2025-01-01', '2025-12-31', id, '2025-01-01T00:00:00.0000000Z', 'Failed', 0, 4, 'IOException',
                       strftime('%Y-%m-%dT%H:%M:%f0000Z', 'now', '-{day} days')
                from users limit 1
                """);
        }

        await browser.Get("/administration");
        Assert.That(browser.Page.QuerySelector(".attention")!.TextContent, Does.Contain("最近 7 天有 1 个导出最终失败"));
    }

    [Test]
    public void Health_WhereTheServerDoesNotTellTheSize_SaysSo()
    {
        var words = office.Services.GetRequiredService<IStringLocalizer<Words>>();
        var lines = HealthPageQuery.OfDatabase(
            new DatabaseFacts("SQL Server", null, null, null, 13, "0013_practice.sql", DateTimeOffset.UnixEpoch), words);
        Assert.That(lines[0].Text, Is.EqualTo("SQL Server，大小未知"));
    }

    [Test]
    public async Task Agency_Merged_ItsCasesAreWorkedOnByTheSuccessorAfterASwitch()
    {
        using var merged = await new WebOffice().Open();
        var caseId = await merged.Case();
        using var admin = await merged.SignedIn("admin");
        await admin.Get($"/administration/agencies/{merged.AgencyId}");
        await admin.Submit("form[action*=Succeed]", ("SuccessorId", merged.OtherAgencyId.ToString()), ("From", merged.Today.Iso()));
        Assert.That(admin.Page.QuerySelector("#succession")!.ParentElement!.TextContent, Does.Contain("由示范区住房和城乡建设委员会承继"));

        using var heir = await merged.SignedIn("stranger");
        await heir.Get($"/cases/{caseId}");
        Assert.That(heir.Status, Is.EqualTo(HttpStatusCode.NotFound));
        await heir.Get("/account");
        await heir.Submit("form[action*=Work]");
        await heir.Get($"/cases/{caseId}");
        Assert.Multiple(() =>
        {
            Assert.That(heir.Status, Is.EqualTo(HttpStatusCode.OK));
            Assert.That(heir.Page.QuerySelector("main > .advice")!.TextContent, Does.Contain("原示范区人民政府的案卷，以示范区住房和城乡建设委员会的名义答复"));
        });

        using var other = await merged.SignedIn("clerk");
        await other.Get("/account");
        Assert.That(other.Page.QuerySelector("form[action*=Work]"), Is.Null, "only the successor's people are asked");
    }
}
