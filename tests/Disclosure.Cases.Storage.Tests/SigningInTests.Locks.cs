using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;

namespace Disclosure.Cases.Storage.Tests;

/// <content>What too many wrong passwords lock, and what not.</content>
internal sealed partial class SigningInTests
{
    private const string Own = "the clerk's own browser";

    [Test]
    public async Task Lock_AfterFiveWrongInARow_HoldsTwiceAsLongEachTime()
    {
        await Wrong(4);
        Assert.That(await Try("clerk", TestOffice.Password), Is.True, "four are not too many");
        await Wrong(5);
        Assert.That(await Try("clerk", TestOffice.Password), Is.False);
        Office.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.That(await Try("clerk", TestOffice.Password), Is.False);
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        await Wrong(1);
        Office.Clock.Advance(TimeSpan.FromSeconds(119));
        Assert.That(await Try("clerk", TestOffice.Password), Is.False);
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await Try("clerk", TestOffice.Password), Is.True);
        Assert.That((await Lines()).Where(line => line.Outcome == SignInOutcome.Locked).Sum(line => line.Times), Is.EqualTo(3));
        await Wrong(4);
        Assert.That(await Try("clerk", TestOffice.Password), Is.True, "the right one begins the count anew");
    }

    [Test]
    public async Task Lock_OfTriesElsewhere_KeepsNobodyOutOfTheOwnBrowser()
    {
        Assert.That(await Try("clerk", TestOffice.Password, browser: Own), Is.True);
        await Wrong(20);
        Assert.That(await Try("clerk", TestOffice.Password), Is.False);
        Assert.That(await Try("clerk", TestOffice.Password, browser: Own), Is.True);
        Assert.That(await Try("clerk", TestOffice.Password), Is.False, "the right one from there is none for the others");
        Assert.That(await Try("reviewer", TestOffice.Password), Is.True, "another account");
        await Wrong(5, Own);
        Assert.That(await Try("clerk", TestOffice.Password, browser: Own), Is.False, "it has a count of its own");
        Assert.That(await Try("reviewer", TestOffice.Password, browser: Own), Is.True, "for each account");
    }

    [Test]
    public async Task Lock_ManyAtOnce_AreNotOneTooMany()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => Task.Run(() => Try("clerk", "wrong"))));
        var lines = (await Lines()).ToLookup(line => line.Outcome, line => line.Times);
        Assert.That(lines[SignInOutcome.WrongPassword].Sum(), Is.EqualTo(new SignInRules().WrongBeforeLock));
        Assert.That(lines[SignInOutcome.Locked].Sum(), Is.EqualTo(12 - new SignInRules().WrongBeforeLock));
    }

    [Test]
    public async Task Lock_ByAnAdministratorOrWithANewPassword_Ends()
    {
        await Wrong(5);
        Assert.That(await LockedUntil(), Is.EqualTo(Office.Clock.GetUtcNow().AddMinutes(1)));
        Assert.That((await Office.Send(Office.Clerk, new UnlockUser(Office.Clerk.Id))).Succeeded, Is.False);
        await Office.Do(Office.Administrator, new UnlockUser(Office.Clerk.Id));
        Assert.That(await LockedUntil(), Is.Null);
        var again = await Office.Send(Office.Administrator, new UnlockUser(Office.Clerk.Id));
        Assert.That(again.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "user.notLocked" }));
        Assert.That(await Try("clerk", TestOffice.Password), Is.True);
        await Wrong(5);
        await Office.Do(Office.Administrator, new SetPassword(Office.Clerk.Id, "lanterns afloat"));
        Assert.That(await Try("clerk", "lanterns afloat"), Is.True);
        var log = await Office.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(
            all => all.Find(AdministrationFilter.All, 0, 9, default));
        Assert.That(log.Select(entry => entry.Act), Does.Contain(AdministrativeAct.UserUnlocked));
    }

    [Test]
    public async Task Browser_LeftAloneForNinetyDays_IsForgotten()
    {
        await Try("clerk", TestOffice.Password, browser: Own);
        Office.Clock.Advance(TimeSpan.FromDays(SignInRules.BrowserKnownDays));
        await Office.Do(Actor.Application, new DeleteOldSignIns());
        Assert.That(await Knows(), Is.True);
        Office.Clock.Advance(TimeSpan.FromSeconds(1));
        await Office.Do(Actor.Application, new DeleteOldSignIns());
        Assert.That(await Knows(), Is.False);

        Task<bool> Knows() => Office.With<SigningIn, bool>(signingIn => signingIn.Knows("clerk", Own, default));
    }

    private async Task Wrong(int times, string? browser = null)
    {
        for (var time = 0; time < times; time++)
        {
            Assert.That(await Try("clerk", "wrong", browser: browser), Is.False);
        }
    }

    private Task<DateTimeOffset?> LockedUntil() =>
        Office.With<ISignInLocks, DateTimeOffset?>(locks => locks.LockedUntil(Office.Clerk.Id, default));
}
