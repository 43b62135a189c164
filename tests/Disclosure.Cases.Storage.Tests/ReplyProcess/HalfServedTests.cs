using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Parties;
using Disclosure.Cases.ReplyProcess;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>Notices that some of the applicants have, others not: whatever happens can be recorded (docs/domain.md, "Service").</summary>
internal sealed class HalfServedTests
{
    private static readonly DateOnly Today = new(2025, 9, 22);
    private static readonly DateOnly DueOn = new(2025, 10, 24);

    // Not the address that was given: what comes back from there does not count.
    private static readonly ServiceParticulars Elsewhere = new("别处1号", MailNumber: "1234567890123", Basis: "来电告知");

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(Today);

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Extension_NotServedOnAllByTheDueDate_IsWithdrawn_AndMovesNothing()
    {
        var desk = await Joint(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Do<Unit>((id, version) => new ConsentToExtension(id, version, Today, "林某"));
        var letter = await desk.Draft(
            TemplateCodes.ExtensionNotice, "extension", ("workingDays", 10), ("newDueOn", "2025-11-07"));
        await desk.Issue(letter);
        office.Clock.MoveTo(DueOn);
        await Serve(desk, letter, 0);
        office.Clock.MoveTo(DueOn.AddDays(3));
        var second = (await desk.File()).Applicants[1].Id;
        var late = await desk.Try<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.HandedOver, office.Clock.Today(), ApplicantId: second));
        Assert.That(late.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "clock.after-due-date", "service.halfServed" }));

        var named = await desk.Try<Unit>((id, version) => new NameRecipients(id, version, false, "来函指定"));
        Assert.That(named.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.halfServed" }), "nor by naming the first now");
        var alone = await desk.Try<Unit>((id, version) => new SucceedApplicant(id, version, second, DueOn, null, "来电告知去世"));
        Assert.That(alone.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.halfServed" }), "nor by the other's death");

        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, letter, "期限届满前未能向林某送达"));
        Assert.That((await desk.File()).Document(letter).Status, Is.EqualTo(DocumentStatus.Approved), "a second person decides");
        await office.Confirm(desk.CaseId);
        var file = await desk.File();
        Assert.That(
            (file.Document(letter).Status, file.Timeline!.Events.Count, file.Documents.Count(document => document.IsToBeServed)),
            Is.EqualTo((DocumentStatus.Withdrawn, 0, 0)));
    }

    [Test]
    public async Task Withdrawal_AskedForAHalfServedLetter_LapsesWhenAllHaveIt()
    {
        var desk = await Joint(StepAnswer.CorrectionNeeded);
        var letter = await desk.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", "2025-10-20"));
        await desk.Issue(letter);
        await Serve(desk, letter, 0);
        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, letter, "有误"));
        await Serve(desk, letter, 1);
        Assert.That((await desk.File()).GuardedActsAsked, Is.Empty);
    }

    [Test]
    public async Task Correction_OfWhoHasTheNotice_SettlesIt_AndTheOtherIsServedLater()
    {
        var desk = await Joint(StepAnswer.CorrectionNeeded);
        var letter = await desk.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", "2025-10-20"));
        await desk.Issue(letter);
        office.Clock.MoveTo(Today.AddDays(1));
        await Serve(desk, letter, 0);
        Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.Completeness));
        office.Clock.MoveTo(Today.AddDays(3));
        await desk.Do<Unit>((id, version) => new ReceiveCorrection(id, version, Today.AddDays(3), "2024年度部门决算"));
        var file = await desk.File();
        Assert.That(
            (file.Stage, file.CorrectionNotice?.ServedOn, Days(file)),
            Is.EqualTo((
                CaseStage.Completeness, (DateOnly?)Today.AddDays(1), "CorrectionNoticeServed 2025-09-23, CorrectionReceived 2025-09-25")));

        office.Clock.MoveTo(Today.AddDays(4));
        await Serve(desk, letter, 1);
        Assert.That(Days(await desk.File()), Is.EqualTo(Days(file)), "what is served afterwards changes nothing");
    }

    [Test]
    public async Task Payment_OfWhoHasTheNotice_IsRecorded_AndACopyThatComesBackAfterwardsToo()
    {
        var desk = await Joint(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        var letter = await desk.Draft(TemplateCodes.FeeNotice);
        await desk.Issue(letter);
        await Serve(desk, letter, 0);
        office.Clock.MoveTo(Today.AddDays(1));
        await desk.Do<Unit>((id, version) => new ReceivePayment(id, version, Today.AddDays(1)));
        var paid = await desk.File();
        Assert.That(
            (paid.Stage, Days(paid)), Is.EqualTo((CaseStage.Disclosure, "FeeNoticeServed 2025-09-22, FeePaid 2025-09-23")));

        await Post(desk, letter, 1);
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, Today.AddDays(1), "查无此人"));
        var file = await desk.File();
        Assert.That(
            (file.Stage, file.Document(letter).Status, Days(file)), Is.EqualTo((CaseStage.Disclosure, DocumentStatus.Served, Days(paid))));
    }

    [Test]
    public async Task Fee_IsClosedAsUnpaid_OnlyOnceDeliveryIsKnownOfAll()
    {
        var desk = await Joint(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        var letter = await desk.Draft(TemplateCodes.FeeNotice);
        await desk.Issue(letter);
        await Serve(desk, letter, 0);
        await Post(desk, letter, 1);
        office.Clock.MoveTo(new DateOnly(2025, 12, 1));
        Assert.That(await Close(), Is.EqualTo("fee.deliveryUnknown"));
        await desk.Do<Unit>((id, version) => new RecordDelivery(id, version, letter, new DateOnly(2025, 11, 24)));
        Assert.That(await Close(), Is.EqualTo("fee.dateNotPassed"), "20 working days after the last delivery");
        office.Clock.MoveTo(new DateOnly(2025, 12, 31));
        Assert.That(await Close(), Is.Null);

        async Task<string?> Close() => (await desk.Try<Unit>(
            (id, version) => new AnswerStep(id, version, StepAnswer.PaymentLapsed))).Refusals.SingleOrDefault()?.Code;
    }

    [Test]
    public async Task Explanation_OfWhoHasTheNotice_IsRecorded()
    {
        var desk = await Joint(StepAnswer.Complete, StepAnswer.ExplanationNeeded);
        var early = await desk.Try<Unit>((id, version) => new ReceiveExplanation(id, version, Today, "用于科研"));
        Assert.That(early.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "process.noExplanationAwaited" }));
        var letter = await desk.Draft(
            TemplateCodes.ExplanationNotice, null, ("period", "2025年1月1日至2025年9月22日"), ("respondBy", "2025-09-26"));
        await desk.Issue(letter);
        await Serve(desk, letter, 0);
        await desk.Do<Unit>((id, version) => new ReceiveExplanation(id, version, Today, "用于科研"));
        var file = await desk.File();
        Assert.That(
            (file.Stage, Days(file)),
            Is.EqualTo((CaseStage.Competence, "ExplanationRequested 2025-09-22, ExplanationReceived 2025-09-22")));
    }

    [Test]
    public async Task Notice_ThatComesBackAfterItWasAnswered_KeepsItsEffect()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.CorrectionNeeded);
        var letter = await desk.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", "2025-10-20"));
        await desk.Issue(letter);
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.Post, Today, null, Elsewhere));
        await desk.Do<Unit>((id, version) => new ReceiveCorrection(id, version, Today, "2024年度部门决算"));
        var before = Days(await desk.File());
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, Today, "查无此人"));
        var file = await desk.File();
        Assert.That((file.Document(letter).Status, Days(file)), Is.EqualTo((DocumentStatus.Served, before)));
    }

    [Test]
    public async Task Letter_OnWhichOthersRest_IsRecordedAsReturned_AndThePeriodIsReckonedAnew()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        await desk.Do<Unit>((id, version) => new ConsentToExtension(id, version, Today, "林某"));
        var extension = await desk.Draft(
            TemplateCodes.ExtensionNotice, "extension", ("workingDays", 10), ("newDueOn", "2025-11-07"));
        await desk.Issue(extension);
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, extension, ServiceWay.Post, Today, null, Elsewhere));
        office.Clock.MoveTo(DueOn.AddDays(3));
        await desk.Serve(await desk.Draft(TemplateCodes.FeeNotice));
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, extension, DueOn.AddDays(3), "查无此人"));
        var file = await desk.File();
        Assert.That(
            (file.Document(extension).Status, Days(file)), Is.EqualTo((DocumentStatus.Approved, "FeeNoticeServed 2025-10-27")));
    }

    private static string Days(CaseFile file) =>
        string.Join(", ", file.Timeline!.Events.Select(each => $"{each.Type} {each.On:yyyy-MM-dd}"));

    private async Task<CaseDriver> Joint(params StepAnswer[] answers) =>
        await (await CaseDriver.Register(office, 1, CaseDriver.Person("陈某"), CaseDriver.Person("林某", "000-2"))).Answer(answers);

    private Task Serve(CaseDriver desk, Guid letter, int applicant) => Send(desk, letter, ServiceWay.HandedOver, applicant, null);

    private Task Post(CaseDriver desk, Guid letter, int applicant) => Send(desk, letter, ServiceWay.Post, applicant, Elsewhere);

    private async Task Send(CaseDriver desk, Guid letter, ServiceWay way, int applicant, ServiceParticulars? to)
    {
        var recipient = (await desk.File()).Applicants[applicant].Id;
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, way, office.Clock.Today(), null, to, recipient));
    }
}
