using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Supervision;

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
        Assert.That(
            await Sweep(),
            Is.EqualTo(new SweepResult(2, 4, 0)),
            "three days left, ten and five missed; the target for the approval, which was 17 October");
        var once = await Recorded();

        Assert.That(await Sweep(), Is.EqualTo(new SweepResult(0, 0, 0)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Recorded(), Is.EqualTo(once));
            Assert.That(
                once.Where(alert => alert.State == AlertState.Raised)
                    .Select(alert => (alert.CaseId, alert.Kind, alert.DueOn, alert.Threshold, alert.Told)),
                Is.EquivalentTo(new[]
                {
                    (id, DueKind.Reply, DueOn, 3, Role.Clerk | Role.Reviewer),
                    (id, DueKind.ApprovalTarget, new DateOnly(2025, 10, 17), -1, Role.Clerk | Role.Reviewer),
                }));
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

        var recorded = await OfTheReply();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                recorded.Where(alert => alert.State == AlertState.Raised).Select(alert => alert.Threshold),
                Is.EqualTo(new[] { 1 }));
            Assert.That(
                recorded.Where(alert => alert.State == AlertState.Superseded).Select(alert => alert.Threshold),
                Is.EquivalentTo(new[] { 10, 5, 3 }));
        }
    }

    // Down from the end of September over Golden Week and beyond the due date.
    [Test]
    public async Task Sweep_AfterGoldenWeekAndMore_RaisesTheOneThatIsTrueNow()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 9, 30));
        Assert.That(await Sweep(), Is.EqualTo(new SweepResult(0, 0, 0)));
        Office.Clock.MoveTo(new DateOnly(2025, 10, 29));
        await Sweep();

        var recorded = await OfTheReply();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                recorded.Where(alert => alert.State == AlertState.Raised).Select(alert => alert.Threshold),
                Is.EqualTo(new[] { -3 }),
                "27, 28 and 29 October");
            Assert.That(
                recorded.Where(alert => alert.State == AlertState.Superseded).Select(alert => alert.Threshold),
                Is.EquivalentTo(new[] { -2, -1, 0, 1, 3, 5, 10 }));
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

        Assert.That((await Sweep()).Withdrawn, Is.EqualTo(2), "the reply's, and the target's");
        Assert.That(await Inbox(Office.Clerk), Is.Empty);
    }

    [Test]
    public async Task Sweep_OnceTheDueDateMoves_WithdrawsWhatNoLongerHolds()
    {
        var registered = await Office.Do(Office.Clerk, TestOffice.Application());
        Office.Clock.MoveTo(new DateOnly(2025, 9, 28));
        await Sweep();
        Assert.That(
            (await Recorded()).Select(alert => (alert.Kind, alert.Threshold, alert.State)),
            Does.Contain((DueKind.CorrectionNotice, 3, AlertState.Raised)));

        await Office.Next(Office.Clerk, registered.CaseId, version => new AnswerStep(
            registered.CaseId, version, StepAnswer.Complete, Elements: CaseRoad.Whole));
        Assert.That((await Sweep()).Withdrawn, Is.EqualTo(1));
        Assert.That((await Recorded()).Where(alert => alert.State == AlertState.Raised), Is.Empty);
    }

    [Test]
    public async Task Sweep_OfACaseThatMovedOnMeanwhile_LeavesItToTheNext()
    {
        var (id, _) = await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        await Office.Tamper("UPDATE alert_times SET version = version + 1 WHERE case_id = @id", new { id });
        Assert.That(await Sweep(), Is.EqualTo(new SweepResult(0, 0, 0)));
        await Office.Tamper("UPDATE alert_times SET version = version - 1 WHERE case_id = @id", new { id });
        Assert.That((await Sweep()).Raised, Is.EqualTo(2));
    }

    [Test]
    public async Task Sweep_OfTwoServersAtOnce_RecordsEachAlertOnce()
    {
        for (var number = 1; number <= 5; number++)
        {
            await Office.ToApproval(TestOffice.Application($"第{number}项"));
        }

        Office.Clock.MoveTo(DueOn);
        await using var other = Office.Restart();
        var swept = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(turn => (turn % 2 == 0 ? Office : other).Do(Actor.Application, new SweepDeadlines())));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(swept.Sum(each => each.Raised), Is.EqualTo(10));
            Assert.That((await Recorded()).Count(alert => alert.State == AlertState.Raised), Is.EqualTo(10));
        }
    }

    [Test]
    public async Task Sweep_OfAnAnsweredCaseThatSupervisionAskedAbout_WatchesTheAnswerUntilItComes()
    {
        var (id, documentId) = await Office.ToApproval();
        Office.Clock.MoveTo(DueOn);
        var inquiry = await Office.Next(Office.Manager, id, version => new OpenInquiry(id, version, "为何至今没有答复？", DueOn.AddDays(4)));
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, DueOn));
        Office.Clock.MoveTo(DueOn.AddDays(4));
        await Sweep();
        Assert.That((await Inbox(Office.Clerk)).Select(row => (row.Kind, row.Threshold)), Is.EqualTo(new[] { (DueKind.InquiryAnswer, 0) }));
        Assert.That((await Inbox(Office.Manager)).Select(row => row.Kind), Is.EqualTo(new[] { DueKind.InquiryAnswer }));

        await Office.Next(Office.Clerk, id, version => new AnswerInquiry(id, version, inquiry, "已经答复。"));
        await Sweep();
        Assert.That(await Inbox(Office.Clerk), Is.Empty);
    }

    [Test]
    public async Task Inbox_OfOfficerReviewerAndManager_FillsAsTheDayComesNearer()
    {
        await Office.ToApproval();
        Office.Clock.MoveTo(new DateOnly(2025, 10, 16));
        await Sweep();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await Inbox(Office.Clerk)).Where(row => row.Kind == DueKind.Reply)
                .Select(row => (row.DueOn, row.Threshold, row.Requested, row.OfficerName, row.AgencyName)),
                Is.EqualTo(new[] { (DueOn, 10, "2024年度部门预算", "王承办", "示范区人民政府") }));
            Assert.That(await Inbox(Office.Colleague), Is.Empty);
            Assert.That((await Inbox(Office.Reviewer)).Select(row => row.Kind), Is.EqualTo(new[] { DueKind.ApprovalTarget }));
        }

        Office.Clock.MoveTo(new DateOnly(2025, 10, 21));
        await Sweep();
        Assert.That((await Inbox(Office.Reviewer)).Select(row => (row.Kind, row.Threshold)), Does.Contain((DueKind.Reply, 3)));
        Assert.That(await Inbox(Office.Manager), Is.Empty);

        Office.Clock.MoveTo(new DateOnly(2025, 10, 23));
        await Sweep();
        Assert.That((await Inbox(Office.Manager)).Select(row => row.Threshold), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Inbox_OfAnotherAgencysReviewer_IsEmpty()
    {
        var other = TestOffice.NewAgency("示范建", "示范区住房和城乡建设委员会", Disclosure.Cases.Agencies.AgencyKind.Department);
        await Office.With<Disclosure.Cases.Agencies.IAgencies>(agencies => agencies.Add(other, default));
        var stranger = await Office.Hire("stranger", "外人", Role.Reviewer, other);
        await Office.ToApproval();
        Office.Clock.MoveTo(DueOn);
        await Sweep();
        Assert.That(await Inbox(stranger), Is.Empty);
        Assert.That(await Inbox(Office.Reviewer), Is.Not.Empty);
    }

    private Task<SweepResult> Sweep() => Office.Do(Actor.Application, new SweepDeadlines());

    private Task<IReadOnlyList<Alert>> Recorded() => Office.Alerts();

    private async Task<IReadOnlyList<Alert>> OfTheReply() => [.. (await Recorded()).Where(alert => alert.Kind == DueKind.Reply)];

    private Task<IReadOnlyList<InboxRow>> Inbox(Actor reader) =>
        Office.With<ICaseQueries, IReadOnlyList<InboxRow>>(queries => queries.Inbox(reader, default));
}
