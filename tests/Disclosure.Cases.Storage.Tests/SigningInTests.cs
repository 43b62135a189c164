using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>Signing in, and the record of it.</summary>
internal sealed partial class SigningInTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const string Desk = "10.0.0.1";

    [Test]
    public async Task SignIn_WhateverBecomesOfIt_IsOnRecord_AndNoNameThatNobodyHas()
    {
        await Office.With<IUsers>(users => users.Add(
            new User(Guid.NewGuid(), "former", "离职", Role.Clerk, Office.Agency.Id, false), TestOffice.Password, default));
        Assert.That(await Try("clerk", TestOffice.Password), Is.True);
        Assert.That(await Try("clerk", "wrong"), Is.False);
        Assert.That(await Try("former", TestOffice.Password), Is.False);
        Assert.That(await Try("my secret phrase", TestOffice.Password), Is.False);
        var lines = await Lines();
        Assert.That(lines.Select(line => line.Outcome), Is.EquivalentTo(new[]
        {
            SignInOutcome.SignedIn, SignInOutcome.WrongPassword, SignInOutcome.Deactivated, SignInOutcome.UnknownName,
        }));
        Assert.That(lines.Select(line => line.Address), Is.All.EqualTo(Desk));
        Assert.That(
            lines.Single(line => line.Outcome == SignInOutcome.UnknownName).UserId, Is.EqualTo(ISignIns.Nobody));
        Assert.That(lines.Single(line => line.Outcome == SignInOutcome.SignedIn).UserId, Is.EqualTo(Office.Clerk.Id));
    }

    [Test]
    public async Task Failures_OfAnHour_AreOneRow_AndOneSeal()
    {
        await Try("nobody", "wrong");
        var seals = await Seals();
        for (var again = 0; again < 9; again++)
        {
            Office.Clock.Advance(TimeSpan.FromMinutes(6));
            await Try("nobody", "wrong");
        }

        var line = (await Lines()).Where(each => each.Outcome == SignInOutcome.UnknownName).ToList();
        Assert.That(line.Select(each => each.Times), Is.EqualTo(new[] { 10 }));
        Assert.That(line[0].LastAt - line[0].FirstAt, Is.EqualTo(TimeSpan.FromMinutes(54)));
        Assert.That(await Seals(), Is.EqualTo(seals));
        Office.Clock.Advance(TimeSpan.FromMinutes(6));
        await Try("nobody", "wrong");
        Assert.That(await Lines(), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Failures_FromMoreAddressesThanOneLooksAt_ShareARow()
    {
        for (var address = 0; address < ISignIns.MostAddresses + 20; address++)
        {
            await Try("nobody", "wrong", $"10.1.{address / 250}.{address % 250}");
        }

        var lines = await Lines();
        Assert.That(lines, Has.Count.EqualTo(ISignIns.MostAddresses + 1));
        Assert.That(lines.Single(line => line.Address == ISignIns.OtherAddresses).Times, Is.EqualTo(20));
    }

    [Test]
    public async Task OldLines_AreDeletedWithTheirSeals()
    {
        await Try("clerk", TestOffice.Password);
        var begun = Office.Clock.GetUtcNow();
        await Office.With<ISessions>(sessions => sessions.Begin(
            new Session(new string('a', 64), Office.Clerk.Id, begun, begun, Desk, ""), default));
        Office.Clock.Advance(TimeSpan.FromDays(new SignInRules().KeepDays));
        await Try("clerk", TestOffice.Password);
        Assert.That(await Office.Do(Actor.Application, new DeleteOldSignIns()), Is.Zero, "to the second not older");
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await Office.Do(Actor.Application, new DeleteOldSignIns()), Is.EqualTo(2));
        Assert.That(await Office.With<ISessions, int>(async all => (await all.Of(Office.Clerk.Id, 9, default)).Count), Is.Zero);
        Assert.That(await Lines(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Lines_AreFoundByAccountOutcomeAddressAndTime()
    {
        await Try("clerk", TestOffice.Password);
        await Try("clerk", "wrong", "10.0.0.2");
        await Try("reviewer", TestOffice.Password);
        Office.Clock.Advance(TimeSpan.FromDays(1));
        await Try("clerk", TestOffice.Password);
        var all = new SignInFilter(Office.Clock.GetUtcNow().AddDays(-2), Office.Clock.GetUtcNow().AddDays(1));
        Assert.That(await Count(all), Is.EqualTo(4));
        Assert.That(await Count(all with { Name = "CLERK" }), Is.EqualTo(3));
        Assert.That(await Count(all with { UserId = Office.Reviewer.Id }), Is.EqualTo(1));
        Assert.That(await Count(all with { Name = Office.Clerk.Name }), Is.EqualTo(3));
        Assert.That(await Count(all with { Name = "没有此人" }), Is.Zero);
        Assert.That(await Count(all with { Outcome = SignInOutcome.WrongPassword }), Is.EqualTo(1));
        Assert.That(await Count(all with { Address = "10.0.0.2" }), Is.EqualTo(1));
        Assert.That(await Count(all with { From = Office.Clock.GetUtcNow() }), Is.EqualTo(1));
        Assert.That(await Count(all with { Until = Office.Clock.GetUtcNow() }), Is.EqualTo(3));

        Task<int> Count(SignInFilter filter) => Office.With<ISignIns, int>(async signIns =>
        {
            var count = await signIns.Count(filter, default);
            Assert.That(await signIns.Find(filter, 0, 100, default), Has.Count.EqualTo(count));
            return count;
        });
    }

    private Task<bool> Try(string name, string password, string address = Desk, string? browser = null) =>
        Office.With<SigningIn, bool>(async signingIn =>
            await signingIn.Try(new SignInAttempt(
                name, password, new SignInPlace(address, browser, browser ?? "new")), default) is not null);

    private Task<IReadOnlyList<SignInLine>> Lines() => Office.With<ISignIns, IReadOnlyList<SignInLine>>(signIns => signIns.Find(
        new SignInFilter(DateTimeOffset.MinValue, DateTimeOffset.MaxValue.AddDays(-1)), 0, 1000, default));

    private Task<int> Seals() => Office.With<UnitOfWork, int>(work => work.Single<int>("SELECT COUNT(*) FROM row_seals", null, default));
}
