using System.Net;

namespace Disclosure.Cases.Web.Tests;

/// <summary>Every page, opened by everybody.</summary>
internal sealed class RoleMatrixTests
{
    private const HttpStatusCode Yes = HttpStatusCode.OK;
    private const HttpStatusCode No = HttpStatusCode.Forbidden;
    private const HttpStatusCode Hidden = HttpStatusCode.NotFound;
    private const HttpStatusCode Door = HttpStatusCode.Redirect;

    private static readonly string[] People = ["", "clerk", "reviewer", "manager", "stranger", "admin"];

    private readonly List<Browser> browsers = [];

    private WebOffice office = null!;
    private Guid caseId;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        caseId = await office.Case();
        foreach (var person in People)
        {
            browsers.Add(person.Length == 0 ? office.Visitor() : await office.SignedIn(person));
        }
    }

    [OneTimeTearDown]
    public void Close()
    {
        browsers.ForEach(browser => browser.Dispose());
        office.Dispose();
    }

    [TestCase("/cases", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/cases?handler=List", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/cases/assign", new[] { Door, Yes, Yes, No, Yes, No })]
    [TestCase("/cases/serve-together", new[] { Door, Yes, Yes, No, Yes, No })]
    [TestCase("/cases/answer-together", new[] { Door, Yes, No, No, Yes, No })]
    [TestCase("/cases/new", new[] { Door, Yes, No, No, Yes, No })]
    [TestCase("/cases/new?draft=00000000-0000-0000-0000-000000000001", new[] { Door, Yes, No, No, Yes, No })]
    [TestCase("/cases/{case}", new[] { Door, Yes, Yes, Yes, Hidden, No })]
    [TestCase("/cases/{case}/draft", new[] { Door, Yes, No, No, Hidden, No })]
    [TestCase("/cases/{case}/documents/00000000-0000-0000-0000-000000000001", new[] { Door, Hidden, Hidden, Hidden, Hidden, No })]
    [TestCase("/cases/{case}/files/00000000-0000-0000-0000-000000000001", new[] { Door, Hidden, Hidden, Hidden, Hidden, No })]
    [TestCase("/cases/{case}/documents.zip", new[] { Door, Yes, Yes, Yes, Hidden, No })]
    [TestCase("/cases/00000000-0000-0000-0000-000000000001/documents.zip", new[] { Door, Hidden, Hidden, Hidden, Hidden, No })]
    [TestCase("/cases/{case}/evidence.zip", new[] { Door, Yes, Yes, Yes, Hidden, No })]
    [TestCase("/cases/00000000-0000-0000-0000-000000000001/evidence.zip", new[] { Door, Hidden, Hidden, Hidden, Hidden, No })]
    [TestCase("/verify-pack", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/cases/print", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/review", new[] { Door, No, Yes, No, Yes, No })]
    [TestCase("/review/several", new[] { Door, No, Yes, No, Yes, No })]
    [TestCase("/manager", new[] { Door, No, No, Yes, No, No })]
    [TestCase("/manager/cases", new[] { Door, No, No, Yes, No, No })]
    [TestCase("/practice", new[] { Door, Hidden, No, No, Hidden, No })]
    [TestCase("/today", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/inbox", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/numbers", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/numbers?handler=Xlsx", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/numbers?handler=Csv", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/account", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/account/sessions", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/account/second-factor", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/sign-in/code", new[] { Door, Door, Door, Door, Door, Door })]
    [TestCase("/sign-in/provider", new[] { Hidden, Hidden, Hidden, Hidden, Hidden, Hidden })]
    [TestCase("/exports", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/reports/annual", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/reports/annual?year=2025&handler=Docx", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/reports/annual/cases?year=2025&figure=%E4%B8%80.All", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/reports/annual/outside?year=2025", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/reports/bulletin", new[] { Door, No, No, Yes, No, No })]
    [TestCase("/reports/bulletin?handler=Docx", new[] { Door, No, No, Yes, No, No })]
    [TestCase("/reports/bulletins", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/reports/bulletins/issued?year=2026&number=1", new[] { Door, Hidden, Hidden, Hidden, Hidden, Hidden })]
    [TestCase("/reports/bulletins/issued?year=2026&number=1&handler=Docx", new[] { Door, Hidden, Hidden, Hidden, Hidden, Hidden })]
    [TestCase("/exports?handler=List", new[] { Door, Yes, Yes, Yes, Yes, No })]
    [TestCase("/imports", new[] { Door, Yes, No, Yes, Yes, No })]
    [TestCase("/imports?handler=Form", new[] { Door, Yes, No, Yes, Yes, No })]
    [TestCase("/imports/00000000-0000-0000-0000-000000000001", new[] { Door, Hidden, No, Hidden, Hidden, No })]
    [TestCase("/imports/00000000-0000-0000-0000-000000000001?handler=State", new[] { Door, Hidden, No, Hidden, Hidden, No })]
    [TestCase("/administration/setup", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/setup?handler=Form", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/exports/00000000-0000-0000-0000-000000000001", new[] { Door, Hidden, Hidden, Hidden, Hidden, No })]
    [TestCase("/calculator", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/administration", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/agencies", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/agencies/new", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/agencies/{agency}", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/agencies/{agency}/change", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/agencies/00000000-0000-0000-0000-000000000001", new[] { Door, No, No, No, No, Hidden })]
    [TestCase("/administration/users", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/users/new", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/users/{clerk}", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/users/00000000-0000-0000-0000-000000000001", new[] { Door, No, No, No, No, Hidden })]
    [TestCase("/administration/sign-ins", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/sign-ins?handler=File", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/log", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/log?handler=File", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/looks", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/looks?handler=File", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/persons", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/retention", new[] { Door, No, No, Yes, No, Yes })]
    [TestCase("/administration/settings", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/health", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/calendar", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/calendar/closures", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/notifications", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/templates", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/templates/not-existing", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/administration/templates/no-such", new[] { Door, No, No, No, No, Hidden })]
    [TestCase("/administration/templates/not-existing?handler=File&version=0", new[] { Door, No, No, No, No, Hidden })]
    [TestCase("/administration/systems", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/api/v1/openapi.json", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/problems/not-found", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/administration/jobs", new[] { Door, No, No, No, No, Yes })]
    [TestCase("/health/live", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/health/ready", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/sign-in", new[] { Yes, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/letter.css", new[] { Door, Yes, Yes, Yes, Yes, Yes })]
    [TestCase("/nowhere", new[] { Door, Hidden, Hidden, Hidden, Hidden, Hidden })]
    public async Task Page_OpenedByEverybody_OpensToTheRolesItIsFor(string address, HttpStatusCode[] expected)
    {
        address = address.Replace("{case}", caseId.ToString(), StringComparison.Ordinal)
            .Replace("{agency}", office.AgencyId.ToString(), StringComparison.Ordinal)
            .Replace("{clerk}", (await office.ActorOf("clerk")).Id.ToString(), StringComparison.Ordinal);
        for (var person = 0; person < People.Length; person++)
        {
            var browser = browsers[person];
            await browser.Get(address);
            Assert.That(browser.Status, Is.EqualTo(expected[person]), $"{address} for '{People[person]}'");
        }
    }

    [TestCase("manager")]
    [TestCase("stranger")]
    public async Task Case_ActedOnByOtherAgency_NothingIsRecorded(string person)
    {
        using var clerk = await office.SignedIn("clerk");
        await clerk.Get($"/cases/{caseId}");
        using var other = await office.SignedIn(person);
        await other.Get("/cases");
        var before = (await office.Find(caseId)).Version;
        using var content = new FormUrlEncodedContent([
            new("Form", "LogCall"), new("Version", $"{before}"), new("On", office.Today.ToString("yyyy-MM-dd")), new("Content", "x"),
            new("__RequestVerificationToken", other.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!)]);
        using var answer = await other.Post($"/cases/{caseId}", content);
        Assert.Multiple(async () =>
        {
            // The manager works in the same agency here, and still only looks: the command asks for another role.
            Assert.That(answer.StatusCode, Is.EqualTo(person == "stranger" ? HttpStatusCode.NotFound : HttpStatusCode.UnprocessableEntity));
            Assert.That((await office.Find(caseId)).Version, Is.EqualTo(before));
        });
    }

    [Test]
    public async Task Page_ThatFails_ShowsAReferenceAndNoDetail()
    {
        using var browser = await office.SignedIn("clerk");
        await browser.Get($"/cases/{caseId}/files/{FailingContents.Broken}");
        Assert.Multiple(() =>
        {
            Assert.That(browser.Status, Is.EqualTo(HttpStatusCode.InternalServerError));
            Assert.That(browser.Page.QuerySelector(".reference")!.TextContent, Does.Match("编号：.{6,}"));
            Assert.That(
                browser.Html,
                Does.Not.Contain(FailingContents.Detail).And.Not.Contain("InvalidOperationException").And.Not.Contain("   at "));
        });
    }
}
