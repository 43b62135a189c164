using System.Net;
using System.Text.Json.Nodes;
using Disclosure.Cases.Web.Api;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>Refusals, whatever goes wrong: in the caller's language, at the field, never in HTML, nothing kept.</summary>
internal sealed class ProblemTests
{
    private WebOffice office = null!;
    private Portal portal = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        portal = await office.Admit();
    }

    [OneTimeTearDown]
    public void Close()
    {
        portal.Dispose();
        office.Dispose();
    }

    [TestCase(
        """{"agencyId": "{a}", "applicants": [{"kind": "naturalPerson", "name": ""}], "items": ["x", " "]}""",
        "#/applicants/0/name|text.empty #/items/1|text.empty")]
    [TestCase(
        """{"agencyId": "{a}", "applicants": [{"name": "某", "contact": "1"}], "items": ["x"]}""", "#/applicants/0/kind|choice.unknown")]
    [TestCase("""{"agencyId": "{a}", "applicants": [], "items": []}""", "#/applicants|applicants.none #/items|items.none")]
    [TestCase(
        """{"agencyId": "{a}", "applicants": [{"kind": "other", "name": "某", "representative": {}}], "items": ["x"]}""",
        "#/applicants/0/representative/name|text.empty #/applicants/0/representative/authority|text.empty")]
    [TestCase(
        """{"agencyId": "{a}", "applicants": [{"kind": "other", "name": "某"}], "items": ["x"], "agreesToNotices": true}""",
        "#/agreesToNotices|notices.noContact")]
    [TestCase(
        """{"agencyId": "{a}", "applicants": [{"kind": "emperor", "name": "某"}], "items": ["x"]}""", "#/applicants/0/kind|json.field")]
    [TestCase("""{"agencyId": "{a}", "applicants": [{"kind": 1, "name": "某"}], "items": ["x"]}""", "#/applicants/0/kind|json.field")]
    [TestCase(
        """{"agencyId": "{a}", "applicants": [{"name": "某", "shoeSize": 42}], "items": ["x"]}""", "#/applicants/0/shoeSize|json.field")]
    [TestCase("""{"agencyId": "{a}", "applicants": "某", "items": ["x"]}""", "#/applicants|json.field")]
    [TestCase(
        """{"agencyId": "{a}", "applicants": [null], "items": ["x"]}""",
        "#/applicants/0/kind|choice.unknown #/applicants/0/name|text.empty")]
    [TestCase("""{"agencyId": "{a}", "applicants": [{"kind": "other", "name": "某"}], "items": [null]}""", "#/items/0|text.empty")]
    [TestCase("""{"agencyId": "{a}", "applicants": [{"name": null}], "items": ["x"]}""", "#/applicants/0/name|json.field")]
    [TestCase("""{"agencyId": "{a}", "applicants": [{"name": "\ud800"}], "items": ["x"]}""", "#/applicants/0/name|json.field")]
    [TestCase("""{"agencyId": "nowhere"}""", "#/agencyId|json.field")]
    [TestCase(
        """{"agencyId": "00000000-0000-0000-0000-000000000001", "applicants": [{"name": "某"}], "items": ["x"]}""",
        "#/agencyId|choice.unknown")]
    [TestCase("""{"applicants": [{"name": "某"}], "items": ["x"]}""", "#/agencyId|choice.unknown")]
    public async Task Field_ThatIsWrong_IsNamedWithItsRule(string json, string errors)
    {
        var before = office.Count("case_files");
        var reply = await portal.File(json.Replace("{a}", office.AgencyId.ToString(), StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That(
                (reply.Status, reply.Kind),
                Is.EqualTo((HttpStatusCode.UnprocessableEntity, "/problems/invalid-fields")),
                reply.Text);
            Assert.That(
                string.Join(' ', reply.Json["errors"]?.AsArray().Select(error => $"{error!["pointer"]}|{error["code"]}") ?? []),
                Is.EqualTo(errors));
            Assert.That(office.Count("case_files"), Is.EqualTo(before));
        });
    }

    [TestCase("applicants", "{}", 20_000, "applicants.tooMany", 1)]
    [TestCase("applicants", "{}", 101, "applicants.tooMany", 1)]
    [TestCase("applicants", "{}", 100, "choice.unknown", 200, Description = "each of those that there may be is judged")]
    [TestCase("items", "\"\"", 20_000, "items.tooMany", 2)]
    [TestCase("items", "\"\\ufffe\"", 20_000, "text.unprintable", 1_000, Description = "and not every one of thousands")]
    public async Task List_OfThousands_IsRefusedAsAWhole(string list, string member, int count, string code, int findings)
    {
        var json = JsonNode.Parse(Portal.Application(office.AgencyId))!.AsObject();
        json[list] = JsonNode.Parse($"[{string.Join(',', Enumerable.Repeat(member, count))}]");
        var reply = await portal.File(json.ToJsonString());
        var errors = reply.Json["errors"]!.AsArray();
        Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(errors.Select(error => (string?)error!["code"]), Has.Some.EqualTo(code).And.Exactly(findings).Items);
    }

    [TestCase("")]
    [TestCase("{")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("\"x\"")]
    [TestCase("{} {}")]
    [TestCase("{'items': []}")]
    [TestCase("""{"items": ["a"], "items": ["b"]}""")]
    [TestCase("""{"items": ["a"],}""")]
    public async Task Body_ThatIsNoJsonObject_IsRefused(string json)
    {
        var reply = await portal.File(json);
        Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.BadRequest, "/problems/malformed-json")), reply.Text);
    }

    [TestCase("POST", "/api/v1/applications", "text/plain", HttpStatusCode.UnsupportedMediaType, "/problems/unsupported-media-type")]
    [TestCase(
        "POST", "/api/v1/applications", "application/x-www-form-urlencoded",
        HttpStatusCode.UnsupportedMediaType, "/problems/unsupported-media-type")]
    [TestCase("DELETE", "/api/v1/applications", "application/json", HttpStatusCode.MethodNotAllowed, "/problems/method-not-allowed")]
    [TestCase("GET", "/api/v1/nowhere", "application/json", HttpStatusCode.NotFound, "/problems/not-found")]
    [TestCase("GET", "/api/v1/applications/no-id", "application/json", HttpStatusCode.NotFound, "/problems/not-found")]
    [TestCase("GET", "/api", "application/json", HttpStatusCode.NotFound, "/problems/not-found")]
    public async Task Request_ThatNoAddressAnswers_IsRefusedInJsonWhoeverAsks(
        string method, string path, string mediaType, HttpStatusCode status, string kind)
    {
        using var nobody = office.With(null);
        foreach (var caller in new[] { portal, nobody })
        {
            var reply = await caller.Send(new HttpMethod(method), path, method == "GET" ? null : "{}", key: "k", mediaType: mediaType);
            Assert.That(
                (reply.Status, reply.Kind, reply.Message.Content.Headers.ContentType?.MediaType),
                Is.EqualTo((status, kind, "application/problem+json")),
                reply.Text);
        }
    }

    [Test]
    public async Task Body_TooLarge_IsRefused()
    {
        var reply = await portal.File(Portal.Application(office.AgencyId, new string('x', JsonBody.LargestInKilobytes * 1024)));
        Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.RequestEntityTooLarge, "/problems/body-too-large")));
    }

    [TestCase(null, "zh-CN", "字段有误", "至少填写一名申请人。")]
    [TestCase("en", "en", "Fields are wrong", "Name at least one applicant.")]
    [TestCase("en-GB,zh;q=0.5", "en", "Fields are wrong", "Name at least one applicant.")]
    [TestCase("zh,en;q=0.5", "zh-CN", "字段有误", "至少填写一名申请人。")]
    [TestCase("fr, de;q=0.9", "zh-CN", "字段有误", "至少填写一名申请人。")]
    [TestCase("fr, en;q=0.1", "en", "Fields are wrong", "Name at least one applicant.")]
    public async Task Refusal_InTheCallersLanguage_IsWhateverComesFirst(string? accepted, string language, string title, string sentence)
    {
        var reply = await portal.Post("/api/v1/applications", $$"""{"agencyId": "{{office.AgencyId}}", "items": ["x"]}""", accepted, "k");
        Assert.Multiple(() =>
        {
            Assert.That(reply.Header("Content-Language"), Is.EqualTo(language));
            Assert.That(
                (
                    reply.Json["title"]!.GetValue<string>(),
                    reply.Json["errors"]![0]!["detail"]!.GetValue<string>(),
                    reply.Json["status"]!.GetValue<int>()),
                Is.EqualTo((title, sentence, 422)));
        });
    }

    [Test]
    public async Task Failure_OfTheServer_TellsAReferenceAndNothingElse()
    {
        await office.Tamper("ALTER TABLE online_filings RENAME TO elsewhere");
        var reply = await portal.File(Portal.Application(office.AgencyId));
        await office.Tamper("ALTER TABLE elsewhere RENAME TO online_filings");
        Assert.Multiple(() =>
        {
            Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.InternalServerError, "/problems/internal-error")));
            Assert.That(reply.Json["reference"]!.GetValue<string>(), Has.Length.GreaterThan(5));
            Assert.That(reply.Text, Does.Not.Contain("online_filings").And.Not.Contain("Exception").And.Not.Contain("   at "));
        });
    }

    [Test]
    public async Task Kind_OfEachProblem_HasItsPage()
    {
        using var visitor = office.Visitor();
        foreach (var kind in Enum.GetValues<ProblemKind>())
        {
            await visitor.Get(ProblemKinds.Folder + kind.Code());
            Assert.That(
                (visitor.Status, visitor.Page.QuerySelector("h1")?.TextContent.Length > 0),
                Is.EqualTo((HttpStatusCode.OK, true)),
                kind.ToString());
        }

        Assert.That((await visitor.Get("/problems/no-such-kind")).Status, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
