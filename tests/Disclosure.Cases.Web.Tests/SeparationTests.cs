using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>三员分立: the way there and back, what nobody may do to themselves, and what is on record of the auditor.</summary>
internal sealed class SeparationTests
{
    private const string Setting = "Administrators:Separated";

    [Test]
    public async Task WayThere_AdministratorAppoints_AndIsOneOfThem()
    {
        using var office = await new WebOffice().With(Setting, "true").Open();
        using var admin = await office.SignedIn("admin");
        await admin.Get("/administration");
        Assert.That(admin.Text, Does.Contain("尚未指定系统管理员（三员）、安全保密管理员、安全审计员；指定之前，原系统管理员只能管理人员"));
        Assert.That(await StatusOf(admin, "/administration/agencies"), Is.EqualTo(HttpStatusCode.Forbidden));
        await admin.Get("/administration/users/new");
        Assert.That(
            admin.Page.QuerySelectorAll("input[name=Roles]").Select(tick => tick.GetAttribute("value")),
            Is.EqualTo(new[] { "Clerk", "Reviewer", "Manager", "SystemAdministrator", "SecurityAdministrator", "AuditAdministrator" }));
        foreach (var (name, role) in new[] { ("security", Role.SecurityAdministrator), ("audit", Role.AuditAdministrator) })
        {
            await admin.Get("/administration/users/new");
            await admin.Submit(
                "main form", ("SignInName", name), ("Name", name + "某"), ("Password", "lanterns afloat"),
                ("AgencyId", office.AgencyId.ToString()), ("Roles", StoredNames.Of(role)));
            Assert.That(admin.Text, Does.Contain("已添加"));
        }

        var before = await office.ActorOf("admin");
        Assert.That(await Refused(office, "security", Change(before, Role.SystemAdministrator)), Is.Empty);
        using var system = await office.SignedIn("admin");
        Assert.That(await StatusOf(system, "/administration/agencies"), Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await StatusOf(system, "/administration/users"), Is.EqualTo(HttpStatusCode.Forbidden));
        await system.Get("/administration/health");
        Assert.That(system.Text, Does.Contain("三名管理员都已指定"));
    }

    [Test]
    public async Task Switch_ThatWasTurned_IsOnRecordAtTheNextStart_Once()
    {
        using var office = await new WebOffice().With(Setting, "true").Open();
        var admin = await office.ActorOf("admin");
        Assert.That((await Recorded()).Single().Changes.Single(), Is.EqualTo(new FieldChange(JournalFields.IsOn, "False", "True")));
        await office.As(Actor.Application, services => services.GetRequiredService<IMediator>().Send(new RecordSeparation()));
        Assert.That(await Recorded(), Has.Count.EqualTo(1), "nobody turned it");

        Task<IReadOnlyList<AdministrationEntry>> Recorded() => office.As(admin, services => services
            .GetRequiredService<IAdministrationLog>()
            .Find(AdministrationFilter.All with { Act = AdministrativeAct.SeparationSet }, 0, 9, default));
    }

    [Test]
    public async Task WayBack_SecurityAdministrator_AppointsAnAdministrator()
    {
        using var office = await new WebOffice().Open();
        await office.HireTheThree();
        var (admin, clerk) = (await office.ActorOf("admin"), await office.ActorOf("clerk"));
        Assert.That(await Refused(office, "admin", Change(clerk, Role.AuditAdministrator)), Is.EqualTo(new[] { "user.roleNotGiven" }));
        Assert.That(await Refused(office, "admin", Change(admin, Role.Clerk)), Is.Empty, "there is a security administrator left");
        var security = await office.ActorOf("security");
        Assert.That(await Refused(office, "security", Change(security, Role.Clerk)), Is.EqualTo(new[] { "user.lastAdministrator" }));
        Assert.That(await Refused(office, "security", Change(clerk, Role.Administrator)), Is.Empty);
        using var browser = await office.SignedIn("clerk");
        Assert.That(await StatusOf(browser, "/administration/agencies"), Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Roles_ThatWouldJoinWhatIsDivided_AreRefused()
    {
        using var office = await new WebOffice().With(Setting, "true").Open();
        await office.HireTheThree();
        var (admin, clerk, security, audit) = (
            await office.ActorOf("admin"), await office.ActorOf("clerk"), await office.ActorOf("security"), await office.ActorOf("audit"));
        Assert.Multiple(async () =>
        {
            Assert.That(
                await Refused(office, "security", Change(clerk, Role.Clerk | Role.AuditAdministrator)),
                Is.EqualTo(new[] { "user.rolesApart" }));
            Assert.That(
                await Refused(office, "security", Change(clerk, Role.SystemAdministrator | Role.AuditAdministrator)),
                Is.EqualTo(new[] { "user.rolesApart" }));
            Assert.That(
                await Refused(office, "security", Change(clerk, Role.Administrator)), Is.EqualTo(new[] { "user.roleNotGiven" }));
            Assert.That(
                await Refused(office, "security", new AddUser("third", "第三", "lanterns afloat", office.AgencyId, Role.Administrator)),
                Is.EqualTo(new[] { "user.roleNotGiven" }));
            Assert.That(
                await Refused(office, "security", Change(admin, Role.Administrator) with { IsActive = false }), Is.Empty,
                "who was administrator leaves");
            Assert.That(
                await Refused(office, "security", Change(audit, Role.Clerk)), Is.EqualTo(new[] { "user.lastAdministrator" }));
            Assert.That(
                await Refused(office, "security", Change(audit, Role.AuditAdministrator) with { IsActive = false }),
                Is.EqualTo(new[] { "user.lastAdministrator" }));
            foreach (var own in new ICommand<Kernel.Unit>[]
            {
                Change(security, Role.SecurityAdministrator) with { Name = "另一名" }, new SetPassword(security.Id, "lanterns afloat"),
                new SetContact(security.Id, null, "023-1"), new SignIns.UnlockUser(security.Id),
            })
            {
                Assert.That(await Refused(office, "security", own), Is.EqualTo(new[] { "user.ownAccount" }), own.ToString());
            }
        });
    }

    [Test]
    public async Task Deputy_WhoIsOneOfTheThree_IsRefused()
    {
        using var office = await new WebOffice().With(Setting, "true").Open();
        await office.HireTheThree();
        var audit = await office.ActorOf("audit");
        Assert.That(
            await Refused(office, "reviewer", new NameDeputy(audit.Id, office.Today, office.Today)),
            Is.EqualTo(new[] { "deputy.notAColleague" }));
    }

    [TestCase(true, 1)]
    [TestCase(false, 0)]
    public async Task Reading_OfARecord_IsOnRecordWhereTheAdministrationIsDivided(bool isOn, int expected)
    {
        using var office = await new WebOffice().With(Setting, isOn.ToString()).Open();
        await office.HireTheThree();
        using var browser = await office.SignedIn("audit");
        await browser.Get("/administration/log");
        Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK));
        await browser.Get("/administration/looks?kind=Read&q=" + Uri.EscapeDataString("audit某"));
        Assert.That(
            browser.Page.QuerySelectorAll("tbody tr").Count(row => row.TextContent.Contains("管理记录", StringComparison.Ordinal)),
            Is.EqualTo(expected));
    }

    [Test]
    public async Task Refusal_WhereNothingIsDivided_NamesTheAdministrator()
    {
        using var office = await new WebOffice().Open();
        var clerk = await office.ActorOf("clerk");
        var command = new SetContact(clerk.Id, null, null);
        var refused = await office.As(clerk, services => services.GetRequiredService<IMediator>().Send(command));
        Assert.That(refused.Refusals.Single().Say(), Does.Contain("系统管理员").And.Not.Contain("三员").And.Not.Contain("安全"));
    }

    private static ChangeUser Change(Actor user, Role roles) => new(user.Id, user.Name, user.AgencyId, roles, true);

    private static async Task<HttpStatusCode> StatusOf(Browser browser, string address)
    {
        await browser.Get(address);
        return browser.Status;
    }

    private static async Task<IEnumerable<string>> Refused<T>(WebOffice office, string by, ICommand<T> command) =>
        [.. (await office.As(await office.ActorOf(by), services => services.GetRequiredService<IMediator>().Send(command)))
            .Refusals.Select(refusal => refusal.Code)];
}
