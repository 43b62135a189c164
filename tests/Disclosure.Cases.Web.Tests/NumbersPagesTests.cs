using System.Net;
using System.Text;
using Disclosure.Cases.Agencies;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests;

/// <summary>编号台账: found by parts, taken along as a file, and masked.</summary>
internal sealed class NumbersPagesTests
{
    private WebOffice office = null!;

    private string Registers => $"/numbers?year={office.Today.Year}&series=Register";

    [SetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        await office.Case(item: "2024年度培训计划", applicant: "欧阳小明");
        await office.Case(item: "=道路照明预算", applicant: "李某某");
    }

    [TearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Ledger_Searched_HasWhatHasAllParts_WithMaskedNames()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get(Registers);
        Assert.That(clerk.Text, Does.Contain("本序列自 1 号起，找到 2 个号。").And.Contain("欧某某").And.Not.Contain("欧阳小明"));
        await clerk.Get($"{Registers}&q=培训 {office.Today.Year}〕1号");
        Assert.That(clerk.Page.QuerySelectorAll("tbody tr"), Has.Length.EqualTo(1));
        Assert.That(clerk.Text, Does.Contain("2024年度培训计划").And.Not.Contain("道路照明"));
        await clerk.Get($"{Registers}&q=没有这样的");
        Assert.That(clerk.Text, Does.Contain("没有编号。"));
    }

    [Test]
    public async Task Ledger_AsFiles_HasWhatWasFound_AndIsOnRecord()
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"{Registers}&q=照明");
        var links = clerk.Page.QuerySelectorAll(".act a").Select(link => link.GetAttribute("href")!).ToList();
        var text = Encoding.UTF8.GetString(await clerk.Download(links[1]));
        Assert.That(text, Does.Contain("\"'=道路照明预算\"").And.Not.Contain("培训计划"), "what would be a formula is a text");
        Assert.That(text.TrimEnd().Split("\r\n"), Has.Length.EqualTo(2));
        Assert.That(await clerk.Download(links[0]), Has.Length.GreaterThan(1000));
        Assert.That(office.Count("looks WHERE kind = 'Exported'"), Is.EqualTo(2));
    }

    [TestCase("ＣＡＤ", 1, Description = "width and case")]
    [TestCase("1号示范府", 0, Description = "the end of one and the beginning of the next")]
    public async Task Search_ComparesWithEachFieldByItself(string part, int found)
    {
        await office.Case(item: "cad图纸");
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"{Registers}&q={part}");
        Assert.That(clerk.Text, Does.Contain($"找到 {found} 个号。"));
    }

    [Test]
    public async Task Ledger_OfAnotherAgency_SaysNothingOfItsCasesToAnAdministratorWhoIsAClerkToo()
    {
        await office.Case("stranger", item: "外单位的事", applicant: "钱某某");
        await office.As(Actor.Application, async services =>
        {
            await services.GetRequiredService<IUsers>().Add(
                new User(Guid.NewGuid(), "both", "both某", Role.Clerk | Role.Administrator, office.AgencyId, true),
                WebOffice.Password, default);
            return true;
        });
        using var both = await office.SignedIn("both");
        await both.Get($"{Registers}&agency={office.OtherAgencyId}");
        Assert.That(both.Text, Does.Contain("找到 1 个号").And.Not.Contain("外单位的事").And.Not.Contain("钱"));
        Assert.That(both.Page.QuerySelector("tbody a"), Is.Null, "nor does anything lead there");
        var file = both.Page.QuerySelectorAll(".act a")[1].GetAttribute("href")!;
        Assert.That(Encoding.UTF8.GetString(await both.Download(file)), Does.Not.Contain("外单位的事").And.Not.Contain("钱"));
        await both.Get($"{Registers}&agency={office.AgencyId}");
        Assert.That(both.Text, Does.Contain("2024年度培训计划"), "of the own agency everything");
    }

    [Test]
    public async Task Ledger_OfAnAdministrator_SaysNothingOfTheCases()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get($"{Registers}&agency={office.AgencyId}");
        Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(admin.Text, Does.Not.Contain("欧").And.Not.Contain("培训计划").And.Contain("找到 2 个号"));
    }
}
