using Disclosure.Cases.Agencies;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Tests;

/// <content>Passwords that users choose and that are given to them.</content>
internal sealed partial class AdministrationTests
{
    private static readonly SignInPlace Desk = new("10.0.0.1", null, "new");

    [Test]
    public async Task Password_Changed_ByTheUserWithTheCurrentOneOnly()
    {
        Assert.That(
            await Refused(new ChangeOwnPassword("wrong", "another long one", "another long one", Desk), Office.Clerk),
            Is.EqualTo("user.passwordWrong"));
        Assert.That(
            await Refused(new ChangeOwnPassword(TestOffice.Password, "another long one", "another long two", Desk), Office.Clerk),
            Is.EqualTo("user.passwordsDiffer"));
        Assert.That(
            await Refused(new ChangeOwnPassword(TestOffice.Password, TestOffice.Password, TestOffice.Password, Desk), Office.Clerk),
            Is.EqualTo("user.passwordSame"));
        var named = $"lanterns of {Office.Agency.Name}";
        Assert.That(
            await Refused(new ChangeOwnPassword(TestOffice.Password, named, named, Desk), Office.Clerk),
            Is.EqualTo("user.passwordHasName"));
        Assert.That(
            await Refused(new SetPassword(Office.Colleague.Id, "lanterns of Colleague"), Actor.Application),
            Is.EqualTo("user.passwordHasName"),
            "nor by the command line");
        await Office.Do(Office.Clerk, new ChangeOwnPassword(TestOffice.Password, "another long one", "another long one", Desk));
        await Office.Do(Office.Administrator, new SetPassword(Office.Colleague.Id, "given by the admin"));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Office.With<IUsers, User?>(users => users.SignIn("clerk", "another long one", default)), Is.Not.Null);
            Assert.That(await Office.With<IUsers, User?>(users => users.SignIn("colleague", "given by the admin", default)), Is.Not.Null);
            Assert.That(
                (await Log()).Select(entry => entry.Act),
                Is.EquivalentTo(new[] { AdministrativeAct.PasswordChanged, AdministrativeAct.PasswordSet }));
            Assert.That(
                await Office.With<UnitOfWork, IReadOnlyList<string>>(work => work.Query<string>(
                    "SELECT changes FROM administration_log", null, default)),
                Is.All.EqualTo("[]"));
        }
    }

    [Test]
    public async Task Password_GivenByAnother_IsMarkedUntilTheUserChangesIt()
    {
        var added = await Office.Do(
            Office.Administrator, new AddUser("second", "第二", "lanterns afloat", Office.Agency.Id, Role.Clerk));
        Assert.That(await GivenAt(added), Is.Not.Null, "the first one");
        Assert.That(await GivenAt(Office.Clerk.Id), Is.Null);
        await Office.Do(Actor.Application, new SetPassword(Office.Clerk.Id, "lanterns ashore"));
        Assert.That(await GivenAt(Office.Clerk.Id), Is.Not.Null, "by the command line");
        await Office.Do(Office.Clerk, new ChangeOwnPassword("lanterns ashore", "another long one", "another long one", Desk));
        Assert.That(await GivenAt(Office.Clerk.Id), Is.Null);

        Task<DateTimeOffset?> GivenAt(Guid userId) =>
            Office.With<IUsers, DateTimeOffset?>(async users => (await users.Find(userId, default))!.PasswordGivenAt);
    }

    [Test]
    public async Task Password_GuessedInAnOpenSession_CountsAsAtTheSignIn()
    {
        var guess = new ChangeOwnPassword("wrong", "another long one", "another long one", Desk);
        for (var attempt = 0; attempt < new SignInRules().WrongBeforeLock - 1; attempt++)
        {
            Assert.That(await Refused(guess, Office.Clerk), Is.EqualTo("user.passwordWrong"));
        }

        Assert.That(
            await Refused(guess with { Current = TestOffice.Password, Password = TestOffice.Password }, Office.Clerk),
            Is.Not.EqualTo("user.lockedForATime"), "what is refused before it is looked at is no guess");
        var named = $"lanterns of {Office.Agency.Name}";
        Assert.That(
            await Refused(guess with { Current = TestOffice.Password, Password = named, Again = named }, Office.Clerk),
            Is.EqualTo("user.passwordHasName"), "a right one leaves the count as it is");
        Assert.That(await Refused(guess, Office.Clerk), Is.EqualTo("user.passwordWrong"));
        Assert.That(await Refused(guess with { Current = TestOffice.Password }, Office.Clerk), Is.EqualTo("user.lockedForATime"));
        Assert.That(
            await Office.With<SigningIn, PasswordAnswer?>(
                all => all.Try(new SignInAttempt("clerk", TestOffice.Password, Desk), default)),
            Is.Null);
        var filter = new SignInFilter(DateTimeOffset.MinValue, DateTimeOffset.MaxValue.AddDays(-1), null, SignInOutcome.WrongPassword);
        var lines = await Office.With<ISignIns, IReadOnlyList<SignInLine>>(all => all.Find(filter, 0, 9, default));
        Assert.That(lines.Select(line => line.Times), Is.EqualTo(new[] { new SignInRules().WrongBeforeLock }));
        Office.Clock.Advance(TimeSpan.FromMinutes(1));
        await Office.Do(Office.Clerk, guess with { Current = TestOffice.Password });
    }
}
