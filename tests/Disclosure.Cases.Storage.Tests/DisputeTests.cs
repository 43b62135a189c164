using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

// A case that was answered and archived on the day of its registration, 22 September 2025.
internal sealed class DisputeTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const string Forum = "示范市人民政府，示府复〔2025〕12号";

    private DateOnly today;
    private CaseDriver desk = null!;

    [SetUp]
    public async Task AnAnsweredCase()
    {
        (desk, var letter) = await CaseDriver.Issued(Office, CaseDriver.Person());
        today = desk.Today;
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, today));
        await desk.Do<Unit>((id, version) => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "纸质随卷"));
    }

    [Test]
    public async Task Dispute_OfAnArchivedCase_IsTrackedAnsweredAndDecided()
    {
        var dispute = await Record(DisputeKind.Reconsideration);
        var dueOn = WorkingDayCalendar.Official.AddWorkingDays(today, 10);
        var file = await desk.File();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Archived), "a dispute does not open the case");
            Assert.That(
                WhatIsDue.Of(file, CalendarSnapshot.Shipped, new OfficeTargets()).Select(item => (item.Kind, item.Reference, item.DueOn)),
                Is.EqualTo(new[] { (DueKind.DisputeAnswer, dispute.ToString(), dueOn) }));
        }

        Office.Clock.MoveTo(dueOn);
        await Office.Do(Actor.Application, new SweepDeadlines());
        Assert.That(await Alerts(), Is.EqualTo(new[] { (DueKind.DisputeAnswer, dueOn, 0) }));

        Office.Clock.MoveTo(dueOn.AddDays(1));
        await desk.Do<Unit>((id, version) => new AnswerDispute(id, version, dispute, dueOn.AddDays(1)));
        await Office.Do(Actor.Application, new SweepDeadlines());
        Assert.That(await Alerts(), Is.Empty);

        await desk.Do<Unit>((id, version) => new DecideDispute(
            id, version, dispute, Office.Clock.Today(), DisputeOutcome.Upheld, "示府复决〔2025〕12号，维持", null));
        Assert.That(
            (await desk.File()).Disputes.Select(each => (each.Answer?.On, each.Answer?.DueOn, each.Decision?.Outcome, each.IsPending)),
            Is.EqualTo(new[] { ((DateOnly?)dueOn.AddDays(1), (DateOnly?)dueOn, (DisputeOutcome?)DisputeOutcome.Upheld, false) }));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Decision_ThatCorrectsAndOrders_ReopensTheCaseForTheDaysOrdered()
    {
        var dispute = await Record(DisputeKind.DirectAction);
        await desk.Do<Unit>((id, version) => new DecideDispute(
            id, version, dispute, today, DisputeOutcome.Corrected, "撤销，责令 15 个工作日内重新答复", new NewReplyOrder(today, null, 15)));
        var file = await desk.File();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Competence));
            Assert.That(
                CaseReckoning.Of(file, CalendarSnapshot.Shipped)!.ReplyDueOn,
                Is.EqualTo(WorkingDayCalendar.Official.AddWorkingDays(today, 15)));
            Assert.That(await Findings(), Is.Empty);
        }
    }

    [Test]
    public async Task Decision_ThatCorrectsWithoutAnOrder_LeavesTheCaseClosed_AndTheLastOneCounts()
    {
        var dispute = await Record(DisputeKind.DirectAction);
        foreach (var outcome in new[] { DisputeOutcome.Upheld, DisputeOutcome.Corrected })
        {
            await desk.Do<Unit>((id, version) => new DecideDispute(id, version, dispute, today, outcome, "确认违法", null));
        }

        var file = await desk.File();
        Assert.That(
            (file.Stage, file.Disputes.Single().Decision!.Outcome), Is.EqualTo((CaseStage.Archived, DisputeOutcome.Corrected)));
    }

    [Test]
    public async Task Order_InACaseThatWasNeverAnswered_IsRefused_ForAReplyIsOwedAnyway()
    {
        var open = await CaseDriver.Register(Office, contact: "000-2");
        var dispute = await open.Do<Guid>((id, version) => New(id, version, DisputeKind.Reconsideration));
        var decided = await open.Try<Unit>((id, version) => new DecideDispute(
            id, version, dispute, today, DisputeOutcome.Corrected, "责令答复", new NewReplyOrder(today, null, null)));
        Assert.That(decided.Refusals.Select(refusal => (refusal.Code, refusal.Field)), Is.EqualTo(new[] { ("process.notHere", "Order") }));
        Assert.That((await open.File()).Disputes.Single().IsPending);
        await open.Do<Unit>((id, version) => new DecideDispute(
            id, version, dispute, today, DisputeOutcome.Corrected, "责令答复", null));
    }

    [Test]
    public async Task Dispute_RecordedByMistake_CountsNowhere()
    {
        var dispute = await Record(DisputeKind.Reconsideration);
        await desk.Do<Unit>((id, version) => new VoidDispute(id, version, dispute, "登错案卷"));
        var file = await desk.File();
        Assert.That(file.Disputes, Is.Empty);
        Assert.That(WhatIsDue.Of(file, CalendarSnapshot.Shipped, new OfficeTargets()), Is.Empty);
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Dispute_WithDatesThatCannotBe_IsRefusedByField()
    {
        var other = Guid.NewGuid();
        var dispute = await Record(DisputeKind.Reconsideration);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Refusals<Guid>((id, version) => New(id, version, DisputeKind.Reconsideration)),
                Is.EqualTo(new[] { ("Forum", "dispute.double") }));
            Assert.That(
                await Refusals<Guid>((id, version) => New(id, version, DisputeKind.DirectAction) with { FiledOn = today.AddDays(1) }),
                Is.EquivalentTo(new[] { ("FiledOn", "date.inFuture"), ("ReceivedOn", "dispute.receivedBeforeFiled") }));
            Assert.That(
                await Refusals<Guid>((id, version) => New(id, version, DisputeKind.DirectAction) with { FiledOn = today.AddDays(-1) }),
                Is.EqualTo(new[] { ("FiledOn", "dispute.filedBeforeApplication") }));
            Assert.That(
                await Refusals<Guid>((id, version) => New(id, version, DisputeKind.DirectAction) with { IsSummary = true }),
                Is.EqualTo(new[] { ("IsSummary", "dispute.noSummary") }));
            Assert.That(
                await Refusals<Unit>((id, version) => new AnswerDispute(id, version, other, today)),
                Is.EqualTo(new[] { ("DisputeId", "dispute.notUnanswered") }));
            Assert.That(
                await Refusals<Unit>((id, version) => new AnswerDispute(id, version, dispute, today.AddDays(-1))),
                Is.EqualTo(new[] { ("On", "dispute.beforeReceived") }));
            Assert.That(
                await Refusals<Unit>((id, version) => Decide(id, version, other)), Is.EqualTo(new[] { ("DisputeId", "dispute.unknown") }));
            Assert.That(
                await Refusals<Unit>((id, version) => Decide(id, version, dispute) with { On = today.AddDays(-1) }),
                Is.EqualTo(new[] { ("On", "dispute.decidedBeforeFiled") }));
            Assert.That(
                await Refusals<Unit>((id, version) => Decide(id, version, dispute) with { Order = new NewReplyOrder(today, null, 251) }),
                Is.EquivalentTo(new[] { ("Outcome", "dispute.orderWithoutCorrection"), ("Order.WorkingDays", "number.outOfRange") }));
        }
    }

    [TestCase("UPDATE disputes SET answer_due_on = '2030-01-01'")]
    [TestCase("UPDATE disputes SET outcome = 'Upheld'")]
    [TestCase("DELETE FROM disputes")]
    public async Task Columns_OfDisputes_ChangedAreFoundAndMadeAgainFromTheEvents(string sql)
    {
        await Record(DisputeKind.Reconsideration);
        await Office.Tamper(sql);
        Assert.That(await Findings(), Is.EqualTo(new[] { "case.columns" }));
        Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.EqualTo(1));
        Assert.That(await Findings(), Is.Empty);
    }

    private RecordDispute New(Guid id, int version, DisputeKind kind) =>
        new(id, version, kind, false, today, today, Forum, "不服本机关的答复");

    private DecideDispute Decide(Guid id, int version, Guid dispute) =>
        new(id, version, dispute, today, DisputeOutcome.Upheld, "维持", null);

    private Task<Guid> Record(DisputeKind kind) => desk.Do<Guid>((id, version) => New(id, version, kind));

    private async Task<IEnumerable<(string?, string)>> Refusals<T>(Func<Guid, int, CaseCommand<T>> command) =>
        (await desk.Try(command)).Refusals.Select(refusal => (refusal.Field, refusal.Code));

    private async Task<IEnumerable<(DueKind, DateOnly, int)>> Alerts() =>
        (await Office.With<IAlerts, IReadOnlyList<Alert>>(alerts => alerts.Recorded([desk.CaseId], default)))
            .Where(alert => alert.State == AlertState.Raised).Select(alert => (alert.Kind, alert.DueOn, alert.Threshold));

    private async Task<IEnumerable<string>> Findings() =>
        (await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)))
            .Select(finding => finding.Code);
}
