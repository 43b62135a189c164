using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Messaging;
using Disclosure.Cases.ReplyProcess.Propriety;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class AlertStoreTests(string databaseKind) : DatabaseContract(databaseKind)
{
    // Received on 22 September 2025: the 20th working day is 24 October, with the holidays of October and two working weekend days between.
    private static readonly DateOnly DueOn = new(2025, 10, 24);

    [Test]
    public async Task Sweep_RunTwice_RecordsEachAlertOnce()
    {
        var (id, _) = await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        Assert.That((await Sweep()).Raised, Is.EqualTo(1));
        var once = await Recorded();

        Assert.That(await Sweep(), Is.EqualTo(new Swept(0, 0, 0)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Recorded(), Is.EqualTo(once));
            Assert.That(once.Select(alert => (alert.CaseId, alert.Kind, alert.DueOn)).Distinct(), Is.EqualTo(new[] { (id, DeadlineKind.Reply, DueOn) }));
        }
    }

    [Test]
    public async Task Sweep_AfterAWeeksPause_RaisesOnlyTheTightest()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 16));
        await Sweep();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 23));
        await Sweep();

        var recorded = await Recorded();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(recorded.Where(alert => alert.State == AlertState.Raised).Select(alert => alert.Threshold), Is.EqualTo(new[] { 1 }));
            Assert.That(recorded.Where(alert => alert.State == AlertState.Superseded).Select(alert => alert.Threshold), Is.EquivalentTo(new[] { 10, 5, 3 }));
        }
    }

    [Test]
    public async Task Sweep_OnceTheReplyIsServed_WithdrawsWhatWasRaised()
    {
        var (id, documentId) = await Office.ToApproval();
        Office.Clock.MoveTo(DueOn);
        await Sweep();
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, DueOn));

        Assert.That((await Sweep()).Withdrawn, Is.EqualTo(1));
        Assert.That(await Inbox(Office.Clerk), Is.Empty);
    }

    [Test]
    public async Task Inbox_OfOfficerAndManager_ShowsOwnCasesAndWhatIsPressing()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        await Sweep();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Inbox(Office.Clerk)).Select(row => (row.Kind, row.DueOn, row.Threshold, row.Requested, row.OfficerName, row.AgencyName)),
                Is.EqualTo(new[] { (DeadlineKind.Reply, DueOn, 3, "2024年度部门预算", "王承办", "示范区人民政府") }));
            Assert.That(await Inbox(Office.Colleague), Is.Empty);
            Assert.That(await Inbox(Office.Manager), Is.Empty);
        }

        Office.Clock.MoveTo(new DateOnly(2025, 10, 23));
        await Sweep();
        Assert.That((await Inbox(Office.Manager)).Select(row => row.Threshold), Is.EqualTo(new[] { 1 }));
    }

    private Task<Swept> Sweep() => Office.Do(Actor.Application, new SweepDeadlines());

    private Task<IReadOnlyList<Alert>> Recorded() => Office.With<IAlerts, IReadOnlyList<Alert>>(alerts => alerts.Recorded());

    private Task<IReadOnlyList<InboxRow>> Inbox(Actor reader) => Office.With<ICaseQueries, IReadOnlyList<InboxRow>>(queries => queries.Inbox(reader));
}
