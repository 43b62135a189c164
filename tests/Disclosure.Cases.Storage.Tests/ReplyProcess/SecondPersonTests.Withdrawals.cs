using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DateCorrections;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

// 撤回: with a past date, or of an overdue case.
internal sealed partial class SecondPersonTests
{
    [Test]
    public async Task Withdrawal_WithAPastDate_NeedsAReasonAndASecondPerson()
    {
        var desk = await CaseDriver.Register(office);
        office.Clock.MoveTo(Late);
        var silent = await desk.Try<Unit>((id, version) => new WithdrawApplication(id, version, ReceivedOn.AddDays(1), null));
        Assert.That(
            silent.Refusals.Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { (nameof(WithdrawApplication.Reason), "withdrawal.reasonNeeded") }));

        await desk.Do<Unit>((id, version) => new WithdrawApplication(id, version, ReceivedOn.AddDays(1), "书面撤回当时没有登记"));
        Assert.That((await desk.File()).WithdrawnOn, Is.Null);
        await Confirm(desk);
        var act = (await Doubts()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.File()).WithdrawnOn, Is.EqualTo(ReceivedOn.AddDays(1)));
            Assert.That(
                act.Reasons, Is.EqualTo(new[] { ReasonToDoubt.WithdrawnWithPastDate, ReasonToDoubt.WithdrawnWhenOverdue }));
            Assert.That((act.On, act.WithdrawnOn), Is.EqualTo((Late, ReceivedOn.AddDays(1))));
            Assert.That(DoubtFigures.Of([act]), Is.EqualTo(new DoubtFigures(1, 0, 0, 1, 1, 0, 0, 0)));
        }
    }

    [Test]
    public async Task Withdrawal_OfToday_OfAnOverdueCase_NeedsAReasonAndASecondPerson()
    {
        var desk = await CaseDriver.Register(office);
        office.Clock.MoveTo(Late);
        var silent = await desk.Try<Unit>((id, version) => new WithdrawApplication(id, version, Late, " "));
        Assert.That(
            silent.Refusals.Select(refusal => (refusal.Field, refusal.Code)),
            Is.EqualTo(new[] { (nameof(WithdrawApplication.Reason), "withdrawal.reasonNeeded") }));

        await desk.Do<Unit>((id, version) => new WithdrawApplication(id, version, Late, "申请人当面递交书面撤回"));
        Assert.That((await desk.File()).WithdrawnOn, Is.Null);

        // The day on which a second person finds the time makes it no withdrawal of the past.
        office.Clock.MoveTo(Late.AddDays(1));
        await Confirm(desk);
        var act = (await Doubts()).Single();
        Assert.That(
            (act.Reasons.Single(), act.WithdrawnOn, act.ConfirmedBy),
            Is.EqualTo((ReasonToDoubt.WithdrawnWhenOverdue, Late, office.Reviewer.Name)));
        Assert.That(DoubtFigures.Of([act]), Is.EqualTo(new DoubtFigures(1, 0, 0, 0, 1, 0, 0, 0)));
    }

    [Test]
    public async Task Withdrawal_BeforeAnEventThatTheClockKnows_IsRefusedWhenItIsAskedFor()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        office.Clock.MoveTo(ReceivedOn.AddDays(3));
        await desk.Serve(await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司")));
        office.Clock.MoveTo(ReceivedOn.AddDays(4));
        var refused = await desk.Try<Unit>((id, version) => new WithdrawApplication(id, version, ReceivedOn.AddDays(1), "当时没有登记"));
        Assert.That(refused.Refusals.Single().Field, Is.EqualTo(nameof(WithdrawApplication.On)));
        Assert.That((await desk.File()).GuardedActsAsked, Is.Empty);
    }

    [Test]
    public async Task Withdrawal_OfToday_IsDoneAtOnce_AndItsDatePutBackLaterStandsInTheFigures()
    {
        var desk = await CaseDriver.Register(office);
        var today = ReceivedOn.AddDays(3);
        office.Clock.MoveTo(today);
        await desk.Do<Unit>((id, version) => new WithdrawApplication(id, version, today, null));
        Assert.That(await Doubts(), Is.Empty);
        var sequence = (await desk.File()).Version;
        var proposal = await desk.Do<Guid>((id, version) => new ProposeDateCorrection(
            id, version, sequence, CorrectableDate.On, ReceivedOn.AddDays(1), "信封上的邮戳"));
        await desk.Do<Unit>((id, version) => new DecideDateCorrection(id, version, proposal, true), office.Reviewer);
        var act = (await Doubts()).Single();
        Assert.That(
            (act.Reasons.Single(), act.WithdrawnOn, act.AskedBy, act.ConfirmedBy),
            Is.EqualTo((ReasonToDoubt.WithdrawnWithPastDate, ReceivedOn.AddDays(1), office.Clerk.Name, office.Reviewer.Name)));
    }
}
