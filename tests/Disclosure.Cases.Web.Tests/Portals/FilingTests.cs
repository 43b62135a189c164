using System.Net;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>One application however often it is sent.</summary>
internal sealed class FilingTests
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

    [Test]
    public async Task Application_SentAgain_IsAnsweredAlikeAndRegisteredOnce()
    {
        var (before, key, json) = (office.Count("case_files"), Guid.NewGuid().ToString(), Portal.Application(office.AgencyId));
        var first = await portal.File(json, key);
        var again = await portal.File(json.Replace(" ", "\n ", StringComparison.Ordinal), key);
        Assert.Multiple(() =>
        {
            Assert.That(
                (again.Status, again.Text, again.Header("Location")),
                Is.EqualTo((HttpStatusCode.Created, first.Text, first.Header("Location"))));
            Assert.That(office.Count("case_files"), Is.EqualTo(before + 1));
        });
    }

    [Test]
    public async Task Application_SentByTwinsAtOnce_IsRegisteredOnce()
    {
        var (before, numbers, key) = (office.Count("case_files"), office.Count("number_ledger"), Guid.NewGuid().ToString());
        var replies = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => Task.Run(() => portal.File(Portal.Application(office.AgencyId), key))));
        Assert.Multiple(() =>
        {
            Assert.That(replies.Select(reply => (reply.Status, reply.Text)).Distinct().Count(), Is.EqualTo(1), replies[0].Text);
            Assert.That(replies[0].Status, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((office.Count("case_files"), office.Count("number_ledger")), Is.EqualTo((before + 1, numbers + 1)));
        });
    }

    [Test]
    public async Task Key_UsedForAnotherApplication_IsRefused()
    {
        var key = Guid.NewGuid().ToString();
        await portal.File(Portal.Application(office.AgencyId), key);
        var before = office.Count("case_files");
        foreach (var other in new[] { Portal.Application(office.AgencyId, "别的"), Portal.Application(office.OtherAgencyId) })
        {
            var reply = await portal.File(other, key);
            Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.UnprocessableEntity, "/problems/idempotency-key-reused")));
        }

        using var elsewhere = await office.Admit();
        Assert.That(
            (await elsewhere.File(Portal.Application(office.AgencyId, "别的"), key)).Status,
            Is.EqualTo(HttpStatusCode.Created),
            "another system's key");
        Assert.That(office.Count("case_files"), Is.EqualTo(before + 1));
    }

    [Test]
    public async Task Application_Refused_LeavesItsKeyFree()
    {
        var key = Guid.NewGuid().ToString();
        var (rows, cases) = (office.Count("online_filings"), office.Count("case_files"));
        Assert.That(
            (await portal.File(Portal.Application(office.AgencyId, " "), key)).Status,
            Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That((office.Count("online_filings"), office.Count("case_files")), Is.EqualTo((rows, cases)));
        Assert.That((await portal.File(Portal.Application(office.AgencyId), key)).Status, Is.EqualTo(HttpStatusCode.Created));
    }

    [TestCase(null)]
    [TestCase("")]
    [TestCase("有空格 的键")]
    [TestCase("two words")]
    public async Task Key_MissingOrUnusable_IsAskedFor(string? key)
    {
        var reply = await portal.Post("/api/v1/applications", Portal.Application(office.AgencyId), key: key);
        Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.BadRequest, "/problems/idempotency-key-missing")));
    }
}
