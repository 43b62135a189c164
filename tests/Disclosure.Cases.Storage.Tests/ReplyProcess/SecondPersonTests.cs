using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.SecondPerson;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>What gives a reason to doubt needs a second person, and stands in the managers' figures.</summary>
internal sealed partial class SecondPersonTests
{
    private static readonly DateOnly ReceivedOn = new(2025, 9, 22);
    private static readonly DateOnly Late = new(2025, 11, 3);

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(ReceivedOn);

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    private Task<IReadOnlyList<SecondPersonRow>> Waiting() => office.As(
        office.Reviewer, scope => scope.GetRequiredService<ICaseQueries>().SecondPersonRequests(office.Agency.Id, default));

    private Task<IReadOnlyList<DoubtfulAct>> Doubts() => office.As(office.Manager, scope =>
        scope.GetRequiredService<ICaseQueries>().DoubtfulActs(ReceivedOn, new DateOnly(2025, 12, 31), null, default));

    private async Task Confirm(CaseDriver desk) => await office.Confirm(desk.CaseId);

    [Test]
    public async Task Voiding_OfAnOverdueCase_WaitsForASecondPerson_AndStandsInTheFigures()
    {
        var desk = await CaseDriver.Register(office);
        office.Clock.MoveTo(Late);
        await desk.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"));
        var file = await desk.File();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(file.IsVoided, Is.False, "nothing is done before it is confirmed");
            Assert.That(
                (await Waiting()).Select(row => (row.CaseId, row.RequesterName, row.IsFor(office.Reviewer), row.IsFor(office.Clerk))),
                Is.EqualTo(new[] { (desk.CaseId, office.Clerk.Name, true, false) }));
            Assert.That(await Doubts(), Is.Empty);
        }

        await Confirm(desk);
        var act = (await Doubts()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.File()).IsVoided, Is.True);
            Assert.That(await Waiting(), Is.Empty);
            Assert.That(act.Reasons, Is.EqualTo(new[] { ReasonToDoubt.VoidedWhenOverdue }));
            Assert.That((act.On, act.AskedBy, act.ConfirmedBy), Is.EqualTo((Late, office.Clerk.Name, office.Reviewer.Name)));
        }
    }

    [Test]
    public async Task Ledger_OfCasesThatMayBeDoubted_SaysWhy()
    {
        var doubted = await CaseDriver.Register(office);
        await CaseDriver.Register(office);
        office.Clock.MoveTo(Late);
        await doubted.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"));
        await Confirm(doubted);
        var doubts = await office.As(office.Manager, async scope =>
        {
            var rows = new List<LedgerRow>();
            await foreach (var page in scope.GetRequiredService<ICaseQueries>().Ledger(null, ReceivedOn, Late, default))
            {
                rows.AddRange(page);
            }

            return rows.Select(row => row.Doubts).ToList();
        });
        Assert.That(doubts, Is.EqualTo(new[] { new[] { ReasonToDoubt.VoidedWhenOverdue }, [] }));
    }

    [Test]
    public async Task Voiding_OfACaseInTime_IsDoneAtOnce_AndStandsInNoFigure()
    {
        var desk = await CaseDriver.Register(office);
        await desk.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"));
        Assert.That((await desk.File()).IsVoided, Is.True);
        Assert.That(await Doubts(), Is.Empty);
    }

    [Test]
    public async Task Voiding_AfterALetterWasServed_WaitsForASecondPerson()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        await desk.Serve(await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司")));
        await desk.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"));
        Assert.That((await desk.File()).IsVoided, Is.False);
        await Confirm(desk);
        Assert.That((await Doubts()).Single().Reasons, Is.EqualTo(new[] { ReasonToDoubt.VoidedAfterService }));
    }

    [Test]
    public async Task Voiding_WithASignedLetter_WaitsForASecondPerson_AsRevokingItWould()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        await desk.Issue(await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司")));
        await desk.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"));
        Assert.That((await desk.File()).IsVoided, Is.False);
        await Confirm(desk);
        Assert.That((await Doubts()).Single().Reasons, Is.EqualTo(new[] { ReasonToDoubt.RevokedAfterSignature }));
    }

    [Test]
    public async Task Voiding_OfACaseNeverConfirmed_WaitsForASecondPerson_OnceItsReplyWouldBeOverdue()
    {
        var registered = await office.Do(office.Clerk, new RegisterApplication(
            Channel.OrdinaryPost, ReceivedOn, null, [CaseDriver.Person()], ["第1项信息"]));
        var desk = new CaseDriver(office, registered.CaseId);
        office.Clock.MoveTo(Late);
        await desk.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"));
        Assert.That((await desk.File()).IsVoided, Is.False);
        await Confirm(desk);
        Assert.That((await Doubts()).Single().Reasons, Is.EqualTo(new[] { ReasonToDoubt.VoidedWhenOverdue }));
    }

    [Test]
    public async Task Letter_RevokedAfterSignature_WaitsForASecondPerson_AndADraftDoesNot()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        var draft = await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司"));
        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, draft, "重拟"));
        var letter = await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司"));
        await desk.Issue(letter);
        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, letter, "附件有误"));
        Assert.That((await desk.File()).Document(letter).Status, Is.EqualTo(DocumentStatus.Approved));
        var number = (await Waiting()).Single().Letter;
        await Confirm(desk);
        var act = (await Doubts()).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.File()).Document(letter).Status, Is.EqualTo(DocumentStatus.Withdrawn));
            Assert.That(
                (act.Reasons.Single(), act.DocumentId, act.Number),
                Is.EqualTo((ReasonToDoubt.RevokedAfterSignature, (Guid?)letter, number)));
            Assert.That(DoubtFigures.Of([act]), Is.EqualTo(new DoubtFigures(1, 0, 0, 0, 0, 1, 0, 0)));
        }
    }

    [Test]
    public async Task Letter_OvertakenByAWithdrawalOfToday_IsNoRevocation()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        await desk.Issue(await desk.Draft(TemplateCodes.NotExisting));
        await desk.Do<Unit>((id, version) => new WithdrawApplication(id, version, office.Clock.Today(), null));
        Assert.That((await desk.File()).Documents.Single().Status, Is.EqualTo(DocumentStatus.Withdrawn));
        Assert.That(await Doubts(), Is.Empty);
    }

    [Test]
    public async Task Request_IsDecidedByAnother_OnceAtATime_AndARefusalLeavesTheCaseAsItIs()
    {
        var desk = await CaseDriver.Register(office);
        office.Clock.MoveTo(Late);
        await desk.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"), office.Reviewer);
        var request = (await desk.File()).GuardedActsAsked.Single().RequestId;
        Assert.That(await Refused(new VoidRegistration(desk.CaseId, 2, "重复登记")), Is.EqualTo("Reason secondPerson.pending"));
        Assert.That(await Refused(new DecideGuardedAct(desk.CaseId, 2, request, true)), Is.EqualTo("RequestId secondPerson.ownRequest"));
        Assert.That(
            await Refused(new DecideGuardedAct(desk.CaseId, 2, Guid.NewGuid(), true)), Is.EqualTo("RequestId process.noGuardedAct"));
        var clerk = await desk.Try<Unit>((id, version) => new DecideGuardedAct(id, version, request, true));
        Assert.That(clerk.Refusals.Single().Code, Is.EqualTo("process.notYou"));

        // Another reviewer.
        var second = office.Colleague with { Roles = Role.Reviewer };
        await desk.Do<Unit>((id, version) => new DecideGuardedAct(id, version, request, false, "并非重复"), second);
        using (Assert.EnterMultipleScope())
        {
            Assert.That((await desk.File()).IsVoided, Is.False);
            Assert.That(await Waiting(), Is.Empty);
            Assert.That(await Doubts(), Is.Empty);
        }

        async Task<string> Refused(CaseCommand<Unit> command)
        {
            var refusal = (await office.Send(office.Reviewer, command)).Refusals.Single();
            return $"{refusal.Field} {refusal.Code}";
        }
    }

    [Test]
    public async Task Request_ThatAServedReplyOvertook_StaysLapsedWhenTheReplyComesBack()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        var letter = await desk.Draft(TemplateCodes.NotExisting);
        await desk.Issue(letter);
        office.Clock.MoveTo(Late);
        await desk.Do<Unit>((id, version) => new VoidRegistration(id, version, "重复登记"));
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.Post, Late, null, new ServiceParticulars("新址1号", MailNumber: "1234567890123", Basis: "来电告知")));
        Assert.That(await Waiting(), Is.Empty);
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, Late, "查无此人"));
        var file = await desk.File();
        Assert.That((file.IsOpen, file.GuardedActsAsked.Count), Is.EqualTo((true, 0)));
        Assert.That(await Waiting(), Is.Empty);
    }
}
