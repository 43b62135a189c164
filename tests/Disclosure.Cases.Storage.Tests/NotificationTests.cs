using Disclosure.Cases.Agencies;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Storage.Tests.Scheduling;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class NotificationTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly DueOn = new(2025, 10, 24);

    [SetUp]
    public async Task GiveEverybodyAnAddress()
    {
        foreach (var (actor, name) in new[] { (Office.Clerk, "clerk"), (Office.Reviewer, "reviewer"), (Office.Manager, "manager") })
        {
            await Office.Do(Office.Administrator, new SetContact(actor.Id, $"{name}@example.gov.cn", null));
        }
    }

    [Test]
    public async Task Alert_Raised_IsSentOnceToThoseToldUnderItsOwnId()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        await Sweep();
        Assert.That((await Deliver()).Sent, Is.EqualTo(2));
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(0, 0, 0)));

        var alert = (await Recorded()).Single(alert => alert is { Kind: DueKind.Reply, State: AlertState.Raised });
        var message = Office.Channel.Taken.Single(message => message.Id == alert.Id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                message.Recipients.Select(recipient => recipient.Email),
                Is.EqualTo(new[] { "clerk@example.gov.cn", "reviewer@example.gov.cn" }));
            Assert.That(message.Body, Does.Contain("示范府依申请〔2025〕1号").And.Contain("2025年10月24日"));
        }
    }

    [Test]
    public async Task Message_Sent_TellsNothingOfWhoAppliedForWhat()
    {
        await Office.ToApproval(TestOffice.Application(agreesToNotices: true));
        Office.Clock.MoveTo(new DateOnly(2025, 10, 27));
        await Sweep();
        await Office.Do(Actor.Application, new ListTheLate());
        await Deliver();
        Assert.That(Office.Channel.Taken, Has.Count.EqualTo(4), "two alerts, the list, the applicant's receipt");
        foreach (var message in Office.Channel.Taken)
        {
            Assert.That(
                message.Subject + message.Body,
                Does.Not.Contain("张三").And.Not.Contain("2024年度部门预算").And.Not.Contain("110101199001010015").And.Not.Contain("13800000000"));
        }
    }

    [TestCase(21, 8, 0, Description = "before the office opens")]
    [TestCase(21, 22, 0, Description = "at night")]
    [TestCase(25, 10, 0, Description = "on a Saturday")]
    public async Task Delivery_OutsideTheHours_WaitsAndLosesNothing(int day, int hour, int minute)
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, day), new TimeOnly(hour, minute));
        await Sweep();
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(0, 0, 0)));
        Assert.That(Office.Channel.Taken, Is.Empty);

        Office.Clock.MoveTo(day == 25 ? new DateOnly(2025, 10, 27) : new DateOnly(2025, 10, 22), new TimeOnly(9, 0));
        Assert.That((await Deliver()).Sent, Is.EqualTo(2));
    }

    [Test]
    public async Task Delivery_ThatFails_IsTriedAgainLaterAndLater()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(DueOn.AddDays(-1));
        await Sweep();
        Office.Channel.Fails = () => new NotDeliveredException("smtp.421", isFinal: false);
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(0, 0, 2)));
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(0, 0, 0)), "not at once");

        Office.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(0, 0, 2)));
        Office.Clock.Now += TimeSpan.FromMinutes(4);
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(0, 0, 0)), "five minutes the second time");
        Office.Channel.Fails = () => null;
        Office.Clock.Now += TimeSpan.FromMinutes(1);
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(2, 0, 0)));
    }

    [Test]
    public async Task Delivery_TriedOftenEnough_IsUndeliverableUntilItIsSentAgain()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(DueOn.AddDays(-1));
        await Sweep();
        var waits = RequestedJob.SendNotification.Pauses;
        Office.Channel.Fails = () => new NotDeliveredException("http.503", isFinal: false);
        for (var attempt = 0; attempt <= waits.Count; attempt++)
        {
            Assert.That(await Undeliverable(), Is.Empty);
            await Office.Tamper("UPDATE notifications SET next_attempt_at = created_at");
            await Deliver();
        }

        var dead = await Undeliverable();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(dead.Select(one => (one.Attempts, one.Problem)), Is.EqualTo(Enumerable.Repeat((waits.Count + 1, "http.503"), 2)));
            Assert.That(
                (await Office.Send(Office.Clerk, new ResendNotifications(null))).Refusals.Single().Code,
                Is.EqualTo("actor.roleMissing"));
        }

        Office.Channel.Fails = () => null;
        Assert.That(await Office.Do(Office.Administrator, new ResendNotifications(dead[0].Id)), Is.EqualTo(1));
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(1, 0, 0)));
        Assert.That(await Office.Do(Office.Administrator, new ResendNotifications(null)), Is.EqualTo(1));
        Assert.That(
            (await Office.Send(Office.Administrator, new ResendNotifications(null))).Refusals.Single().Code,
            Is.EqualTo("notification.notUndeliverable"));
    }

    [Test]
    public async Task Delivery_RefusedForGood_IsUndeliverableAtOnceAndKeepsNoOtherBack()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(DueOn.AddDays(-1));
        await Sweep();
        var calls = 0;
        Office.Channel.Fails = () => calls++ == 0 ? new NotDeliveredException("smtp.550", isFinal: true) : null;
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(1, 0, 1)));
        var refused = await Undeliverable();
        Assert.That(refused.Select(one => (one.Attempts, one.Problem)), Is.EqualTo(new[] { (1, "smtp.550") }));
        Assert.That(
            await Office.Do(Actor.Application, new SendNotification(refused[0].Id)),
            Is.EqualTo(NotificationState.Undeliverable),
            "a second job that was on its way leaves it alone");
        Assert.That(calls, Is.EqualTo(2));
        Assert.That(
            await Office.Do(Actor.Application, new SendNotification(refused[0].Id, IsAgain: true)),
            Is.EqualTo(NotificationState.Sent),
            "once somebody has the job run again");
    }

    [Test]
    public async Task Delivery_WhoseServerStopsMeanwhile_IsNoFailedAttemptAndSentAgain()
    {
        using var stop = new CancellationTokenSource();
        Office.Channel.Fails = () =>
        {
            stop.Cancel();
            return new OperationCanceledException(stop.Token);
        };
        var first = await FirstWaiting();
        Assert.That(
            () => Office.Send(Actor.Application, new SendNotification(first), stop.Token),
            Throws.InstanceOf<OperationCanceledException>());
        var left = await Office.With<INotifications, Notification?>(notifications => notifications.Find(first, default));
        Assert.That((left!.State, left.Attempts), Is.EqualTo((NotificationState.Waiting, 0)));
        Office.Channel.Fails = () => null;
        Assert.That((await Deliver()).Sent, Is.EqualTo(2), "both are found where they wait");
    }

    [Test]
    public async Task Delivery_WhoseServerStopsOnceItIsTaken_IsOnRecordAsSent()
    {
        using var stop = new CancellationTokenSource();
        Office.Channel.Fails = () =>
        {
            stop.Cancel();
            return null;
        };
        var first = await FirstWaiting();
        var sent = await Office.Send(Actor.Application, new SendNotification(first), stop.Token);
        Assert.That(sent.Value, Is.EqualTo(NotificationState.Sent));
        await Deliver();
        Assert.That(Office.Channel.Taken.Select(message => message.Id), Is.Unique.And.Exactly(2).Items, "none is sent twice");
    }

    [Test]
    public async Task Alert_Raised_IsHandedOverAfterTheCommitAndNotBefore()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        Office.Requested.Take();
        await Sweep();
        var waiting = await Office.With<INotifications, IReadOnlyList<Notification>>(notifications =>
            notifications.Due(Office.Clock.Now, 10, default));
        Assert.That(Office.Requested.Take(RequestedJob.SendNotification), Is.EquivalentTo(waiting.Select(one => one.Id)).And.Not.Empty);

        await Office.With<IUnitOfWork>(work => work.Run(
            () =>
            {
                work.StartAfterCommit(RequestedJob.SendNotification, waiting[0].Id);
                return Task.FromResult(true);
            },
            _ => false,
            default));
        Assert.That(Office.Requested.Take(), Is.Empty, "what is rolled back starts nothing");
    }

    [Test]
    public async Task Alert_ThatNoLongerHolds_IsNotSent()
    {
        var (id, documentId) = await Office.ToApproval();
        Office.Clock.MoveTo(DueOn, new TimeOnly(7, 0));
        await Sweep();
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, DueOn));
        await Sweep();
        Office.Clock.MoveTo(DueOn, new TimeOnly(9, 0));
        Assert.That(await Deliver(), Is.EqualTo(new Delivered(0, 2, 0)));
        Assert.That(Office.Channel.Taken, Is.Empty);
    }

    [Test]
    public async Task Alert_Superseded_LeavesTheTighterOneToBeSent()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(DueOn.AddDays(-3), new TimeOnly(20, 0));
        await Sweep();
        Office.Clock.MoveTo(DueOn.AddDays(-1), new TimeOnly(9, 0));
        await Sweep();
        await Deliver();
        var holding = (await Recorded()).Where(alert => alert.State == AlertState.Raised).Select(alert => alert.Id);
        Assert.That(Office.Channel.Taken.Select(message => message.Id), Is.EquivalentTo(holding));
    }

    [Test]
    public async Task LateList_OnEachWorkingDay_GoesToTheManagersOnceUntilItIsAnswered()
    {
        var (id, documentId) = await Office.ToApproval();
        Office.Clock.MoveTo(DueOn.AddDays(1));
        await Sweep();
        Assert.That(await List(), Is.False, "a Saturday");

        Office.Clock.MoveTo(new DateOnly(2025, 10, 27));
        await Sweep();
        Assert.That(await List(), Is.True);
        Assert.That(await List(), Is.False, "once a day");
        await Deliver();
        var lists = Office.Channel.Taken.Where(message => message.Subject == nameof(NotificationKind.LateList)).ToList();
        Assert.That(lists.Single().Recipients.Select(recipient => recipient.Email), Is.EqualTo(new[] { "manager@example.gov.cn" }));

        Office.Clock.MoveTo(new DateOnly(2025, 10, 28));
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(
            Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, new DateOnly(2025, 10, 28)));
        await Sweep();
        Assert.That(await List(), Is.False, "answered, though late");
    }

    [Test]
    public async Task LateList_OfYesterday_IsNotSentToday()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 27), new TimeOnly(20, 0));
        await Sweep();
        await List();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 28), new TimeOnly(9, 0));
        await Deliver();
        Assert.That(Office.Channel.Taken.Select(message => message.Subject), Does.Not.Contain(nameof(NotificationKind.LateList)));
    }

    [Test]
    public async Task Applicant_WhoAgreed_IsToldOfReceiptAndReply()
    {
        var (id, documentId) = await Office.ToApproval(TestOffice.Application(agreesToNotices: true));
        await Deliver();
        Assert.That(
            Office.Channel.Taken.Select(message => (message.Subject, message.Recipients.Single().Phone)),
            Is.EqualTo(new[] { (nameof(NotificationKind.ApplicationReceived), "13800000000") }));

        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(
            Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, new DateOnly(2025, 9, 22)));
        await Deliver();
        Assert.That(
            Office.Channel.Taken.Select(message => message.Subject),
            Is.EqualTo(new[] { nameof(NotificationKind.ApplicationReceived), nameof(NotificationKind.ReplyServed) }));
    }

    [Test]
    public async Task Applicant_WhoDidNotAgree_IsToldNothing()
    {
        await Office.ToApproval();
        await Deliver();
        Assert.That(Office.Channel.Taken, Is.Empty);
    }

    [Test]
    public async Task Registration_AgreeingWithoutContact_IsRefused()
    {
        var application = TestOffice.Application(agreesToNotices: true);
        var refused = await Office.Send(Office.Clerk, application with { Applicants = [application.Applicants[0] with { Contact = " " }] });
        Assert.That(
            refused.Refusals.Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { ("AgreesToNotices", "notices.noContact") }));
    }

    [TestCase("王@", null, "Email")]
    [TestCase(null, "打电话", "Phone")]
    public async Task Contact_ThatIsNone_IsRefused(string? email, string? phone, string field)
    {
        var refused = await Office.Send(Office.Administrator, new SetContact(Office.Clerk.Id, email, phone));
        Assert.That(refused.Refusals.Single().Field, Is.EqualTo(field));
    }

    private async Task<Guid> FirstWaiting()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(DueOn.AddDays(-1));
        await Sweep();
        return Office.Requested.Take(RequestedJob.SendNotification)[0];
    }

    private Task<SweepResult> Sweep() => Office.Do(Actor.Application, new SweepDeadlines());

    private Task<bool> List() => Office.Do(Actor.Application, new ListTheLate());

    // As the recurring job and the background jobs that it starts.
    private async Task<Delivered> Deliver()
    {
        await Office.Do(Actor.Application, new DeliverNotifications());
        var delivered = new Delivered(0, 0, 0);
        foreach (var id in Office.Requested.Take(RequestedJob.SendNotification))
        {
            try
            {
                delivered = (await Office.Do(Actor.Application, new SendNotification(id))) switch
                {
                    NotificationState.Sent => delivered with { Sent = delivered.Sent + 1 },
                    NotificationState.Dropped => delivered with { Dropped = delivered.Dropped + 1 },
                    _ => delivered,
                };
            }
            catch (Exception problem) when (problem is NotDeliveredException or JobGivenUpException)
            {
                delivered = delivered with { Failed = delivered.Failed + 1 };
            }
        }

        return delivered;
    }

    private sealed record Delivered(int Sent, int Dropped, int Failed);

    private Task<IReadOnlyList<Alert>> Recorded() => Office.Alerts();

    private Task<IReadOnlyList<Notification>> Undeliverable() =>
        Office.With<INotifications, IReadOnlyList<Notification>>(notifications => notifications.Undeliverable(100, default));
}
