using System.Net;
using System.Text.Json.Nodes;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>What a portal does for citizens, from filing to the reply.</summary>
internal sealed class PortalApiTests
{
    private WebOffice office = null!;
    private Portal portal = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        office = await new WebOffice().Open();
        portal = await office.Admit(name: "示范区政务服务网");
    }

    [OneTimeTearDown]
    public void Close()
    {
        portal.Dispose();
        office.Dispose();
    }

    [Test]
    public async Task Agencies_Listed_AreThoseToFileAt()
    {
        using var bound = await office.Admit(ApiScope.WriteApplications, office.OtherAgencyId);
        var (all, one) = (await portal.Get("/api/v1/agencies"), await bound.Get("/api/v1/agencies"));
        Assert.That(all.Json.AsArray().Select(agency => agency!["code"]!.GetValue<string>()), Is.EqualTo(new[] { "示范府", "示范建" }));
        Assert.That(one.Json.AsArray().Select(agency => agency!["code"]!.GetValue<string>()), Is.EqualTo(new[] { "示范建" }));
        Assert.That(
            (await bound.File(Portal.Application(office.AgencyId))).Json["errors"]![0]!["pointer"]!.GetValue<string>(),
            Is.EqualTo("#/agencyId"));
    }

    [Test]
    public async Task Application_Filed_IsRegisteredAsOverTheInternet()
    {
        var reply = await portal.File(Portal.Application(office.AgencyId));
        var file = await office.Find(Guid.Parse(reply.Json["id"]!.GetValue<string>()));
        var history = await office.As(Actor.Application, services => services.GetRequiredService<ICaseQueries>().History(file.Id, default));
        var applicant =
            (await office.As(Actor.Application, services => services.GetRequiredService<IApplicants>().OfCase(file.Id, default))).Single();
        Assert.Multiple(() =>
        {
            Assert.That(reply.Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That(reply.Header("Location"), Is.EqualTo($"/api/v1/applications/{file.Id}"));
            Assert.That(reply.Json["registerNumber"]!.GetValue<string>(), Is.EqualTo(file.RegisterNumber));
            Assert.That(
                (file.Channel, file.ArrivedOn, file.ReceivedOn, file.AgencyId),
                Is.EqualTo((Channel.Internet, office.Today, (DateOnly?)null, office.AgencyId)));
            Assert.That(history.Single().ActorName, Is.EqualTo("示范区政务服务网"));
            Assert.That((applicant.Name, applicant.IdentityNumber, applicant.ProofSeen), Is.EqualTo(("李某某", "500103199001011232", true)));
        });
    }

    [TestCase("\\ufffe", "text.unprintable", "U+FFFE")]
    [TestCase("\\u200b", "text.unprintable", "U+200B")]
    [TestCase("\\u202e", "text.unprintable", "U+202E")]
    [TestCase("\\u0000", "text.unprintable", "U+0000")]
    [TestCase("\\n", "text.notOneLine", "")]
    [TestCase("\\t", "text.notOneLine", "")]
    [TestCase("\\ud800", "json.field", "")]
    public async Task Name_WithWhatNoLetterCarries_IsRefusedWithItsField(string escaped, string code, string named)
    {
        var reply = await portal.File(Portal.Application(office.AgencyId, name: $"李{escaped}某"));
        Assert.That(
            (reply.Status, reply.Json["errors"]?[0]?["pointer"]?.GetValue<string>(), reply.Json["errors"]?[0]?["code"]?.GetValue<string>()),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, "#/applicants/0/name", code)));
        Assert.That(reply.Json["errors"]![0]!["detail"]!.GetValue<string>(), Does.Contain(named));
    }

    [Test]
    public async Task Number_WithAWrongCheckDigit_IsRefusedUnlessConfirmed()
    {
        var wrong = Portal.Application(office.AgencyId).Replace("011232", "011234", StringComparison.Ordinal);
        var reply = await portal.File(wrong);
        Assert.That(
            (reply.Status, reply.Json["errors"]?[0]?["pointer"]?.GetValue<string>(), reply.Json["errors"]?[0]?["code"]?.GetValue<string>()),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, "#/applicants/0/identityNumber", "identity.checkDigit")));
        Assert.That(reply.Json["errors"]![0]!["detail"]!.GetValue<string>(), Does.Contain("numberConfirmed").And.Not.Contain("勾选"));
        foreach (var said in new[] { "\"numberConfirmed\": true", "\"document\": \"passport\"" })
        {
            var filed = await portal.File(wrong.Replace("\"proofSeen\"", said + ", \"proofSeen\"", StringComparison.Ordinal));
            Assert.That(filed.Status, Is.EqualTo(HttpStatusCode.Created), filed.Text);
        }
    }

    [Test]
    public async Task Name_WithBlanksAsTheyArePasted_IsFiledWithPlainOnes()
    {
        var reply = await portal.File(Portal.Application(office.AgencyId, name: "\u3000买买提\u00A0艾力 "));
        var id = Guid.Parse(reply.Json["id"]!.GetValue<string>());
        var kept = await office.As(Actor.Application, services => services.GetRequiredService<IApplicants>().OfCase(id, default));
        Assert.That(kept.Single().Name, Is.EqualTo("买买提 艾力"));
    }

    [Test]
    public async Task Applications_Filed_GoToTheClerkWithTheFewestOpenCases()
    {
        var before = await Burdens();
        await portal.Filed(office.AgencyId);
        await portal.Filed(office.AgencyId);
        var after = await Burdens();
        Assert.That(after.Values.Max() - after.Values.Min(), Is.LessThanOrEqualTo(Math.Max(1, before.Values.Max() - before.Values.Min())));
        Assert.That(after.Values.Sum(), Is.EqualTo(before.Values.Sum() + 2));
    }

    [Test]
    public async Task Application_FromFilingToReply_IsToldInTheCitizensWords()
    {
        var id = await portal.Filed(office.AgencyId);
        var address = $"/api/v1/applications/{id}";
        Assert.That(
            Told(await portal.Get(address)),
            Is.EqualTo(("awaitingConfirmation", "待确认收到", "awaitingConfirmation", (string?)null, false)));

        var confirmed = await portal.Post($"{address}/receipt-confirmation", """{ "confirmedOn": null }""");
        Assert.That(Told(confirmed), Is.EqualTo(("inProgress", "办理中", (string?)null, (string?)null, false)));
        Assert.That(confirmed.Json["receivedOn"]!.GetValue<string>(), Is.EqualTo($"{office.Today:yyyy-MM-dd}"));
        Assert.That(confirmed.Json["reply"]!["dueOn"]!.GetValue<string>(), Does.Match(@"^\d{4}-\d\d-\d\d$"));
        Assert.That((await portal.Post($"{address}/receipt-confirmation", null)).Text, Is.EqualTo(confirmed.Text), "once more");

        var until = office.WorkingDayIn(20);
        var notice = await office.AskForCorrection(id, until);
        var awaiting = await portal.Get(address, "en");
        Assert.That(
            Told(awaiting),
            Is.EqualTo(("awaitingCorrection", "Awaiting your correction", "awaitingCorrection", $"{until:yyyy-MM-dd}", true)));
        Assert.That(
            awaiting.Json["awaited"]!["sentence"]!.GetValue<string>(),
            Is.EqualTo($"Please correct the application by {until:yyyy-MM-dd} (art. 30)."));

        var corrected = await portal.Post($"{address}/corrections", """{ "content": "由示范区委组织部制定" }""");
        Assert.That(Told(corrected), Is.EqualTo(("inProgress", "办理中", (string?)null, (string?)null, false)), corrected.Text);

        var letter = await office.Decide(id);
        await office.Approve(id, letter);
        Assert.That(Documents(await portal.Get(address)), Is.EqualTo(new[] { notice.ToString() }), "approved is not served");
        Assert.That((await portal.Get($"{address}/documents/{letter}")).Status, Is.EqualTo(HttpStatusCode.NotFound));

        await office.Serve(id, letter);
        var answered = await portal.Get(address);
        var served = (await office.Find(id)).Document(letter);
        Assert.Multiple(async () =>
        {
            Assert.That(Told(answered).Stage, Is.EqualTo("answered"));
            Assert.That(answered.Json["reply"]!["servedOn"]!.GetValue<string>(), Is.EqualTo($"{office.Today:yyyy-MM-dd}"));
            Assert.That(Documents(answered), Is.EqualTo(new[] { notice.ToString(), letter.ToString() }));
            Assert.That(answered.Json["documents"]![1]!["number"]!.GetValue<string>(), Is.EqualTo(served.Number));
            Assert.That(
                await portal.Download(answered.Json["documents"]![1]!["href"]!.GetValue<string>()),
                Is.EqualTo((await office.Content(served.FileId!.Value)).Content));
        });
    }

    [Test]
    public async Task Application_OfAnotherSystem_IsNotThere()
    {
        var id = await portal.Filed(office.AgencyId);
        var clerks = await office.Case();
        using var other = await office.Admit();
        foreach (var (method, path, body) in new[]
        {
            (HttpMethod.Get, "", null),
            (HttpMethod.Post, "/receipt-confirmation", "{}"),
            (HttpMethod.Post, "/corrections", """{"content": "x"}"""),
            (HttpMethod.Get, $"/documents/{Guid.NewGuid()}", null),
        })
        {
            foreach (var which in new[] { id, clerks, Guid.NewGuid() })
            {
                var reply = await other.Send(method, $"/api/v1/applications/{which}{path}", body);
                Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.NotFound, "/problems/not-found")), path);
            }
        }

        Assert.That((await office.Find(id)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Application_Split_StaysItsSystems()
    {
        var filed = await portal.File(Portal.Application(office.AgencyId).Replace("[\"2024", "[\"另一项\", \"2024", StringComparison.Ordinal));
        var id = Guid.Parse(filed.Json["id"]!.GetValue<string>());
        var file = await office.Find(id);
        var clerk = await office.ActorOf("clerk");
        var split = await office.As(
            clerk, services => services.GetRequiredService<IMediator>().Send(new SplitCase(id, file.Version, [file.Items[1].Id])));
        var state = await portal.Get($"/api/v1/applications/{id}");
        Assert.That(
            state.Json["splitInto"]!.AsArray().Select(each => each!.GetValue<string>()),
            Is.EqualTo(new[] { split.Value[0].CaseId.ToString() }));
        Assert.That((await portal.Get($"/api/v1/applications/{split.Value[0].CaseId}")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Correction_ThatNobodyAskedFor_IsRefusedAndNothingKept()
    {
        var id = await portal.Filed(office.AgencyId);
        var reply = await portal.Post($"/api/v1/applications/{id}/corrections", """{ "content": "补正" }""");
        Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.Conflict, "/problems/not-possible")));
        Assert.That((await office.Find(id)).Version, Is.EqualTo(1));
    }

    [Test]
    public async Task Receipt_ConfirmedBeforeArrival_IsRefusedAtItsField()
    {
        var id = await portal.Filed(office.AgencyId);
        var reply = await portal.Post($"/api/v1/applications/{id}/receipt-confirmation", """{ "confirmedOn": "2020-01-01" }""", "en");
        Assert.That(
            (reply.Status, reply.Json["errors"]![0]!["pointer"]!.GetValue<string>()),
            Is.EqualTo((HttpStatusCode.UnprocessableEntity, "#/confirmedOn")));
    }

    private async Task<Dictionary<Guid, int>> Burdens()
    {
        var clerks = await office.As(Actor.Application, async services =>
            (await services.GetRequiredService<IUsers>().OfAgency(office.AgencyId, default))
                .Where(user => user.Roles.HasFlag(Role.Clerk)).ToList());
        var open = await office.As(Actor.Application, async services =>
        {
            var all = new List<CaseFile>();
            await foreach (var file in services.GetRequiredService<ICaseFiles>().Open(office.AgencyId, default))
            {
                all.Add(file);
            }

            return all;
        });
        return clerks.ToDictionary(clerk => clerk.Id, clerk => open.Count(file => file.OfficerId == clerk.Id));
    }

    private static (string Stage, string Name, string? Awaited, string? Until, bool Standing) Told(Reply reply) => (
        reply.Json["stage"]!.GetValue<string>(), reply.Json["stageName"]!.GetValue<string>(), (string?)reply.Json["awaited"]?["for"],
        (string?)reply.Json["awaited"]?["until"], reply.Json["reply"]!["standing"]!.GetValue<bool>());

    private static IEnumerable<string> Documents(Reply reply) =>
        reply.Json["documents"]!.AsArray().Select((JsonNode? document) => document!["id"]!.GetValue<string>());
}
