using Disclosure.Cases.ApiClients;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Registration;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class ApiClientTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Token_Issued_IsFoundByItsPrefixAndGoodUntilItIsRevoked()
    {
        var secret = await Office.Do(Office.Administrator, new AdmitApiClient("政务服务网", null, ApiScope.ReadApplications, null));
        var client = await Check(secret);
        Assert.That(
            (client!.Name, client.Scopes, client.AgencyId, client.AdmittedBy),
            Is.EqualTo(("政务服务网", ApiScope.ReadApplications, (Guid?)null, Office.Administrator.Id)));
        var token = await Token(secret);
        Assert.That(token.LastUsedOn, Is.EqualTo(ChinaTime.DayOf(Office.Clock.Now)));

        await Office.Do(Office.Administrator, new RevokeToken(token.Id));
        Assert.That(await Check(secret), Is.Null);
        token = await Token(secret);
        Assert.That((token.RevokedBy, token.RevokedAt), Is.EqualTo(((Guid?)Office.Administrator.Id, (DateTimeOffset?)Office.Clock.Now)));
    }

    [Test]
    public async Task Filing_OfTwinsAtOnce_IsRegisteredOnce()
    {
        await Office.Do(Office.Administrator, new AdmitApiClient("政务服务网", null, ApiScope.WriteApplications, null));
        var client = (await Office.With<IApiClients, IReadOnlyList<ApiClient>>(clients => clients.All(default))).Single();
        var portal = client.At(Office.Agency.Id);
        var command = new FileOnline(
            "key", [new Applicant(ApplicantKind.NaturalPerson, "李某某", null, "023-1", null, true, null)], ["2024年度培训计划"], null, null, false);
        var filed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Office.Do(portal, command))));
        Assert.That(filed.Distinct().Count(), Is.EqualTo(1));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Office.Case(filed[0].CaseId)).RegisterNumber, Is.EqualTo(filed[0].RegisterNumber));
            Assert.That(await Office.With<IOnlineFilings, bool>(filings => filings.IsOf(client.Id, filed[0].CaseId, default)));
            Assert.That(
                await Office.With<IOnlineFilings, bool>(filings => filings.IsOf(Guid.NewGuid(), filed[0].CaseId, default)),
                Is.False);
        }

        var other = await Office.Send(portal, command with { Items = ["别的"] });
        Assert.That(other.Refusals.Single().Code, Is.EqualTo("filing.keyReused"));
    }

    private Task<ApiClient?> Check(TokenSecret secret) => Office.With<TokenCheck, ApiClient?>(tokens => tokens.Check(secret, default));

    private async Task<ApiToken> Token(TokenSecret secret) =>
        (await Office.With<IApiClients, ApiToken?>(clients => clients.FindToken(secret.Prefix, default)))!;
}
