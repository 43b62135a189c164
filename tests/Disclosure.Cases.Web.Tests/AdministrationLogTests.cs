using System.Net;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Pipeline;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>管理记录: who changed what, filtered, as a file, with the names of the day.</summary>
internal sealed class AdministrationLogTests
{
    private WebOffice office = null!;
    private Actor admin = null!;
    private Actor clerk = null!;

    [SetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        (admin, clerk) = (await office.ActorOf("admin"), await office.ActorOf("clerk"));
    }

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Page_ShowsFiltersAndExports_InWords()
    {
        await Do(new ChangeUser(clerk.Id, "王改名", clerk.AgencyId, Role.Clerk | Role.Reviewer, true));
        await Do(new SetContact(clerk.Id, null, "023-1"));
        await Do(new SetContact((await office.ActorOf("reviewer")).Id, null, "023-2"));
        await Do(new AddAgency(office.Today, AgencyParticulars.Of((await Agencies())[0]) with { Name = "东街街道", Code = "东街" }));
        using var browser = await office.SignedIn("admin");
        Assert.That(await Rows(""), Has.Count.EqualTo(4));
        Assert.That(
            (await Rows("?act=UserChanged")).Single(),
            Does.Contain(admin.Name).And.Contain("王改名").And.Contain($"姓名：{clerk.Name} → 王改名").And.Contain("角色：").And.Contain("、"));
        Assert.That(await Rows("?user=CLERK"), Has.Count.EqualTo(2), "the sign-in name, in large letters as well");
        Assert.That(await Rows("?user=" + Uri.EscapeDataString("改名")), Has.Count.EqualTo(2));
        Assert.That(await Rows("?q=" + Uri.EscapeDataString("没有此人")), Is.Empty);
        Assert.That(await Rows("?q=admin"), Has.Count.EqualTo(4));
        Assert.That(await Rows("?agency=" + clerk.AgencyId), Has.Count.EqualTo(3));
        Assert.That(await Rows($"?until={office.Today.AddDays(-1):yyyy-MM-dd}"), Is.Empty);
        await browser.Get("/administration/log?act=UserChanged&handler=File");
        Assert.That(browser.Answer.Content.Headers.ContentType!.MediaType, Is.EqualTo("text/csv"));
        Assert.That(browser.Html.Trim().Split('\n'), Has.Length.EqualTo(2));
        Assert.That(browser.Html, Does.Contain("王改名"));
        await browser.Get("/administration/looks?kind=Exported");
        Assert.That(browser.Page.QuerySelectorAll("tbody tr").Single().TextContent, Does.Contain("管理记录"));

        async Task<IReadOnlyList<string>> Rows(string query)
        {
            await browser.Get("/administration/log" + query);
            return [.. browser.Page.QuerySelectorAll("tbody tr").Select(row => row.TextContent)];
        }
    }

    [Test]
    public async Task People_OfOneName_AreToldApartByTheirSignInNames()
    {
        var reviewer = await office.ActorOf("reviewer");
        await Do(new ChangeUser(clerk.Id, reviewer.Name, clerk.AgencyId, Role.Clerk, true));
        await Do(new SetContact(reviewer.Id, null, "023-1"));
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/log");
        Assert.That(
            browser.Page.QuerySelectorAll("tbody tr").Select(row => row.TextContent),
            Has.One.Contains($"{reviewer.Name}（clerk）").And.One.Contains($"{reviewer.Name}（reviewer）"));
        Assert.That(browser.Text, Does.Not.Contain($"{admin.Name}（"));
    }

    [TestCase("0001-01-01")]
    [TestCase("9999-12-31")]
    public async Task Record_OfDaysThatNeverWere_IsThatOfTheUsualOnes(string day)
    {
        using var browser = await office.SignedIn("admin");
        foreach (var record in new[] { "log", "looks", "sign-ins" })
        {
            foreach (var query in new[] { $"from={day}", $"until={day}", $"handler=File&from={day}" })
            {
                await browser.Get($"/administration/{record}?{query}");
                Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.OK), $"{record}?{query}");
            }
        }
    }

    [Test]
    public async Task Names_AreThoseOfTheDay_AndWhereNoneWasWrittenDown_ThePageSaysSo()
    {
        await Do(new SetContact(clerk.Id, null, "023-1"));
        using (await office.SignedIn("clerk"))
        {
        }

        await Do(new ChangeUser(clerk.Id, "王改名", clerk.AgencyId, clerk.Roles, true));
        using var browser = await office.SignedIn("admin");
        await browser.Get("/administration/log?act=ContactSet");
        Assert.That(Row(), Does.Contain(clerk.Name).And.Contain(admin.Name).And.Not.Contain("王改名").And.Not.Contain("现名"));
        await browser.Get("/administration/sign-ins?q=clerk");
        Assert.That(Row(), Does.Contain(clerk.Name).And.Not.Contain("王改名"));
        await office.Tamper("UPDATE sign_ins SET user_name = NULL");
        await office.Tamper("DROP TRIGGER administration_log_stays_as_it_is");
        await office.Tamper("UPDATE administration_log SET user_name = NULL, recorded_name = NULL");
        await browser.Get("/administration/sign-ins?q=clerk");
        Assert.That(Row(), Does.Contain("王改名（现名）"));
        await browser.Get("/administration/log?act=ContactSet");
        Assert.That(Row(), Does.Contain("王改名（现名）").And.Contain(admin.Name + "（现名）"));

        string Row() => browser.Page.QuerySelectorAll("tbody tr").Single().TextContent;
    }

    private Task<IReadOnlyList<Agency>> Agencies() =>
        office.As(admin, services => services.GetRequiredService<IAgencies>().AllOn(office.Today, default));

    private async Task Do<T>(ICommand<T> command) => Assert.That(
        (await office.As(admin, services => services.GetRequiredService<IMediator>().Send(command))).Refusals, Is.Empty);
}
