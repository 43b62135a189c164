using Disclosure.Cases.Agencies;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Tests.Scheduling;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What a user is told of the own account, when an administrator changed how one signs in with it.</summary>
internal sealed class AccountNoticeTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const string Password = "lanterns afloat";
    private const string Reason = "手机遗失";

    [Test]
    public async Task Password_GivenByAnAdministrator_IsToldToItsUser_WithoutIt()
    {
        await Reachable();
        await Office.Do(Office.Administrator, new SetPassword(Office.Clerk.Id, Password));
        var message = await Told(NotificationKind.PasswordGiven);
        Assert.That(message.Body, Does.Contain("2025年").And.Not.Contain(Password).And.Not.Contain("clerk"));
    }

    [Test]
    public async Task SecondFactor_TakenAwayByAnAdministrator_IsToldToItsUser()
    {
        await Reachable();
        await Factor();
        await Office.Do(Office.Administrator, new TakeAwaySecondFactor(Office.Clerk.Id, Reason));
        var message = await Told(NotificationKind.SecondFactorTakenAway);
        Assert.That(message.Body, Does.Contain("2025年").And.Not.Contain(Reason));
    }

    [Test]
    public async Task Change_OfEachTime_IsToldOnce()
    {
        await Reachable();
        await Office.Do(Office.Administrator, new SetPassword(Office.Clerk.Id, Password));
        await Office.Do(Office.Administrator, new SetPassword(Office.Clerk.Id, "lanterns ashore"));
        Assert.That(await Deliver(), Has.Count.EqualTo(2).And.All.EqualTo(NotificationState.Sent));
        Assert.That(await Deliver(), Is.Empty);
        Assert.That(Office.Channel.Taken.Select(message => message.Id).Distinct().Count(), Is.EqualTo(2));
    }

    [Test]
    public async Task Change_ThatWasRefused_OrOfOnesOwn_IsNotTold()
    {
        await Reachable();
        Assert.That((await Office.Send(Office.Administrator, new SetPassword(Office.Clerk.Id, "short"))).Succeeded, Is.False);
        var change = new ChangeOwnPassword(TestOffice.Password, Password, Password, new SignInPlace("", null, ""));
        await Office.Do(Office.Clerk, change);
        await Deliver();
        Assert.That(Office.Channel.Taken, Is.Empty);
    }

    [Test]
    public async Task User_WithoutAnAddress_IsToldNothing_AndTheChangeHolds()
    {
        await Office.Do(Office.Administrator, new SetPassword(Office.Clerk.Id, Password));
        Assert.That(await Deliver(), Is.EqualTo(new[] { NotificationState.Dropped }));
        Assert.That(Office.Channel.Taken, Is.Empty);
        Assert.That(await Office.With<IUsers, bool>(users => users.IsPassword(
            new User(Office.Clerk.Id, "clerk", "", Role.Clerk, Office.Agency.Id, true), Password, default)), Is.True);
    }

    private Task<Unit> Reachable() => Office.Do(Office.Administrator, new SetContact(Office.Clerk.Id, "clerk@example.gov.cn", null));

    private async Task<OutgoingMessage> Told(NotificationKind kind)
    {
        await Deliver();
        var message = Office.Channel.Taken.Single();
        Assert.That(message.Subject, Is.EqualTo(kind.ToString()));
        Assert.That(message.Recipients.Select(recipient => recipient.Email), Is.EqualTo(new[] { "clerk@example.gov.cn" }));
        return message;
    }

    private async Task<IReadOnlyList<NotificationState>> Deliver()
    {
        var states = new List<NotificationState>();
        foreach (var id in Office.Requested.Take(RequestedJob.SendNotification))
        {
            states.Add(await Office.Do(Actor.Application, new SendNotification(id)));
        }

        return states;
    }

    private Task Factor() => Office.With<ISecondFactors>(factors => factors.Add(
        new SecondFactor(Office.Clerk.Id, "GEZDGNBVGY3TQOJQ", Office.Clock.GetUtcNow(), 0), [], default));
}
