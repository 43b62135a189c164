using System.Net;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using MediatR;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Web.Tests.Portals;

/// <summary>Who is let in, and to what.</summary>
internal sealed class TokenTests
{
    private WebOffice office = null!;

    [OneTimeSetUp]
    public async Task Open() => office = await new WebOffice().Open();

    [OneTimeTearDown]
    public void Close() => office.Dispose();

    [Test]
    public async Task Scopes_EachAlone_OpenWhatTheyAreForAndNothingElse()
    {
        foreach (var scope in ApiScopes.All)
        {
            using var portal = await office.Admit(scope);
            foreach (var (method, path, needed) in new[]
            {
                (HttpMethod.Get, "/agencies", ApiScope.None), (HttpMethod.Post, "/applications", ApiScope.WriteApplications),
                (HttpMethod.Get, "/applications/{id}", ApiScope.ReadApplications),
                (HttpMethod.Post, "/applications/{id}/receipt-confirmation", ApiScope.ConfirmReceipt),
                (HttpMethod.Post, "/applications/{id}/corrections", ApiScope.WriteApplications),
                (HttpMethod.Get, "/applications/{id}/documents/{id}", ApiScope.ReadDocuments),
            })
            {
                var reply = await portal.Send(
                    method,
                    "/api/v1" + path.Replace("{id}", Guid.NewGuid().ToString(), StringComparison.Ordinal),
                    method == HttpMethod.Post ? "{}" : null,
                    "en");
                var isAllowed = needed == ApiScope.None || needed == scope;
                Assert.That(reply.Status == HttpStatusCode.Forbidden, Is.EqualTo(!isAllowed), $"{scope}: {method} {path}");
                if (!isAllowed)
                {
                    Assert.That(
                        reply.Header("WWW-Authenticate"),
                        Is.EqualTo($"Bearer error=\"insufficient_scope\", scope=\"{needed.Code()}\""));
                    Assert.That(
                        (reply.Kind, reply.Json["detail"]!.GetValue<string>()),
                        Is.EqualTo(("/problems/scope-missing", $"This needs the scope {needed.Code()}.")));
                }
            }
        }
    }

    [Test]
    public async Task Token_UnknownWrongOrMissing_OpensNothing()
    {
        using var good = await office.Admit();
        foreach (var token in new[]
        {
            null, "", "x", "dc_000000000000_AAAA", good.Token[..^1], good.Token + "x", good.Token[..15], good.Token.ToUpperInvariant(),
        })
        {
            using var other = office.With(token);
            var reply = await other.Get("/api/v1/agencies");
            Assert.That(
                (reply.Status, reply.Kind),
                Is.EqualTo((HttpStatusCode.Unauthorized, "/problems/not-authenticated")),
                token ?? "none");
            Assert.That(reply.Header("WWW-Authenticate"), Does.StartWith("Bearer"));
        }

        using var nobody = office.With(null);
        Assert.That(
            (await nobody.Get($"/api/v1/agencies?access_token={good.Token}&token={good.Token}&Authorization=Bearer%20{good.Token}")).Status,
            Is.EqualTo(HttpStatusCode.Unauthorized), "addresses are logged by others");
        Assert.That((await good.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task Token_RevokedOrExpired_OpensNothing()
    {
        using var revoked = await office.Admit();
        using var expired = await office.Admit(expiresOn: office.Today);
        Assert.That((await revoked.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await expired.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK), "the last day");
        var admin = await office.ActorOf("admin");
        await office.As(admin, async services => await services.GetRequiredService<IMediator>().Send(
            new RevokeToken(
                (await services.GetRequiredService<IApiClients>().FindToken(new TokenSecret(revoked.Token).Prefix, default))!.Id)));
        await office.Tamper($"UPDATE api_tokens SET expires_on = '{office.Today.AddDays(-1):yyyy-MM-dd}' "
            + $"WHERE prefix = '{new TokenSecret(expired.Token).Prefix}'");
        Assert.That((await revoked.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        Assert.That((await expired.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [Test]
    public async Task Cookie_OfSomebodySignedIn_IsNoToken()
    {
        using var admin = await office.SignedIn("admin");
        await admin.Get("/api/v1/agencies");
        Assert.That(admin.Status, Is.EqualTo(HttpStatusCode.Unauthorized));
        using var portal = await office.Admit();
        using var page = office.With(portal.Token);
        Assert.That((await page.Get("/administration/systems")).Status, Is.EqualTo(HttpStatusCode.Redirect), "and a token is no cookie");
    }

    [Test]
    public async Task Portal_ByCommand_HandsInAndDecidesNothing()
    {
        using var portal = await office.Admit();
        var id = await portal.Filed(office.AgencyId);
        var client = await office.As(
            Actor.Application, async services => (await services.GetRequiredService<IApiClients>().All(default))[^1]);
        foreach (var command in new ICommand<Kernel.Unit>[]
        {
            new LogCall(id, 1, office.Today, "x"), new VoidRegistration(id, 1, "x"), new ReassignCase(id, 1, Guid.NewGuid(), "x"),
        })
        {
            var result = await office.As(client.At(office.AgencyId), services => services.GetRequiredService<IMediator>().Send(command));
            Assert.That(result.Refusals.Single().Code, Is.EqualTo("process.notYou"));
        }
    }

    [Test]
    public async Task Limit_Passed_SaysWhenToComeBack()
    {
        using var small = await new WebOffice().With("Api:RequestsPerMinute", "2").Open();
        using var portal = await small.Admit();
        using var other = await small.Admit();
        await portal.Get("/api/v1/agencies");
        await portal.Get("/api/v1/agencies");
        var reply = await portal.Get("/api/v1/agencies");
        Assert.Multiple(async () =>
        {
            Assert.That((reply.Status, reply.Kind), Is.EqualTo((HttpStatusCode.TooManyRequests, "/problems/too-many-requests")));
            Assert.That(int.Parse(reply.Header("Retry-After")!, System.Globalization.CultureInfo.InvariantCulture), Is.InRange(1, 60));
            Assert.That((await other.Get("/api/v1/agencies")).Status, Is.EqualTo(HttpStatusCode.OK), "each system has its own");
        });
    }
}
