using System.Net;

namespace Disclosure.Cases.Web.Tests;

/// <summary>The pages of the administration where it is divided between three people (<c>Administrators:Separated</c>).</summary>
internal sealed class SeparatedRoleMatrixTests
{
    private const HttpStatusCode Yes = HttpStatusCode.OK;
    private const HttpStatusCode No = HttpStatusCode.Forbidden;

    // Who was administrator before comes first.
    private static readonly string[] People = ["admin", "clerk", "manager", "system", "security", "audit"];

    private readonly List<Browser> browsers = [];

    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().With("Administrators:Separated", "true").Open();
        await office.HireTheThree();
        foreach (var person in People)
        {
            browsers.Add(await office.SignedIn(person));
        }
    }

    [OneTimeTearDown]
    public void Close()
    {
        browsers.ForEach(browser => browser.Dispose());
        office.Dispose();
    }

    [TestCase("/cases", new[] { No, Yes, Yes, No, No, No })]
    [TestCase("/cases/new", new[] { No, Yes, No, No, No, No })]
    [TestCase("/review", new[] { No, No, No, No, No, No })]
    [TestCase("/manager", new[] { No, No, Yes, No, No, No })]
    [TestCase("/exports", new[] { No, Yes, Yes, No, No, No })]
    [TestCase("/imports", new[] { No, Yes, Yes, No, No, No })]
    [TestCase("/reports/annual", new[] { No, Yes, Yes, No, No, No })]
    [TestCase("/reports/annual/outside?year=2025", new[] { No, Yes, Yes, No, No, No })]
    [TestCase("/reports/bulletin", new[] { No, No, Yes, No, No, No })]
    [TestCase("/reports/bulletins", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/numbers", new[] { No, Yes, Yes, Yes, No, No })]
    [TestCase("/account", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/account/sessions", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/administration", new[] { No, No, No, Yes, Yes, Yes })]
    [TestCase("/administration/agencies", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/agencies/new", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/agencies/{agency}", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/agencies/{agency}/change", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/users", new[] { No, No, No, No, Yes, No })]
    [TestCase("/administration/setup", new[] { No, No, No, Yes, Yes, No })]
    [TestCase("/administration/users/new", new[] { No, No, No, No, Yes, No })]
    [TestCase("/administration/users/{clerk}", new[] { No, No, No, No, Yes, No })]
    [TestCase("/administration/log", new[] { No, No, No, No, No, Yes })]
    [TestCase("/administration/log?handler=File", new[] { No, No, No, No, No, Yes })]
    [TestCase("/administration/sign-ins", new[] { No, No, No, No, No, Yes })]
    [TestCase("/administration/sign-ins?handler=File", new[] { No, No, No, No, No, Yes })]
    [TestCase("/administration/looks", new[] { No, No, No, No, No, Yes })]
    [TestCase("/administration/looks?handler=File", new[] { No, No, No, No, No, Yes })]
    [TestCase("/administration/persons", new[] { No, No, No, No, Yes, No })]
    [TestCase("/administration/retention", new[] { No, No, Yes, Yes, Yes, No })]
    [TestCase("/administration/settings", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/health", new[] { No, No, No, Yes, No, Yes })]
    [TestCase("/administration/jobs", new[] { No, No, No, Yes, No, Yes })]
    [TestCase("/hangfire", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/calendar", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/calendar/closures", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/notifications", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/templates", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/templates/not-existing", new[] { No, No, No, Yes, No, No })]
    [TestCase("/administration/systems", new[] { No, No, No, Yes, No, No })]
    public async Task Page_OpenedByEverybody_OpensToTheRolesItIsFor(string address, HttpStatusCode[] expected)
    {
        address = address.Replace("{agency}", office.AgencyId.ToString(), StringComparison.Ordinal)
            .Replace("{clerk}", (await office.ActorOf("clerk")).Id.ToString(), StringComparison.Ordinal);
        for (var person = 0; person < People.Length; person++)
        {
            var browser = browsers[person];
            await browser.Get(address);
            Assert.That(browser.Status, Is.EqualTo(expected[person]), $"{address} for '{People[person]}'");
        }
    }

    [TestCase("system")]
    [TestCase("security")]
    [TestCase("audit")]
    public async Task Links_OnThePagesThatSomebodyMayOpen_LeadToNoneThatTheyMayNot(string person)
    {
        var browser = browsers[Array.IndexOf(People, person)];
        foreach (var page in new[]
        {
            "/administration", "/administration/health", "/administration/jobs", "/administration/log", "/administration/sign-ins",
            $"/administration/agencies/{office.AgencyId}", $"/administration/users/{(await office.ActorOf("clerk")).Id}",
        })
        {
            await browser.Get(page);
            if (browser.Status == No)
            {
                continue;
            }

            var links = browser.Page.QuerySelectorAll("a[href^='/']").Select(link => link.GetAttribute("href")!).Distinct().ToList();
            foreach (var link in links)
            {
                await browser.Get(link);
                Assert.That(browser.Status, Is.Not.EqualTo(No), $"{link} on {page}");
            }
        }
    }
}
