using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>What happens between signature and service, and what is recorded of a service afterwards (docs/domain.md, "Service").</summary>
public sealed class AfterSignatureTests
{
    private static readonly DateOnly Today = new(2025, 9, 22);

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(Today);

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Extension_WhoseDateTheClockNoLongerGives_IsNotServed_OrRecordedAsItWas()
    {
        var (desk, extension) = await ExtensionOvertakenByAnOpinion();
        var refused = await Serve(nonetheless: false);
        var recorded = await Serve(nonetheless: true);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                refused.Refusals.Select(each => (each.Field, each.Code)),
                Is.EqualTo(new[] { ("Nonetheless", "service.noLongerFits"), (null, "check.dateDiffers") }));
            Assert.That(recorded.Refusals, Is.Empty);
            Assert.That((await Doubts()).Select(act => (act.Reasons.Single(), act.DocumentId)), Is.EqualTo(new[]
            {
                (ReasonToDoubt.ServedNonetheless, (Guid?)extension),
            }));
        }

        Task<Result<Unit>> Serve(bool nonetheless) => desk.Try<Unit>((id, version) => new ServeDocument(
            id, version, extension, ServiceWay.HandedOver, office.Clock.Today(), Nonetheless: nonetheless));
    }

    [Test]
    public async Task Extension_PostedBeforeAnythingChanged_IsServed_ThoughItIsRecordedLater()
    {
        var (desk, extension) = await ExtensionOvertakenByAnOpinion();
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, extension, ServiceWay.HandedOver, Today));
        Assert.That(await Doubts(), Is.Empty);
    }

    [Test]
    public async Task Letter_SignedBeforeAChange_IsNotServed_WhereItSaysWhatWas()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈大某"));
        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new ChangeApplicant(
            id, version, applicant.Id, CaseDriver.Person("陈达某"), "身份证载明"));
        var refused = await desk.Try<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, Today));
        Assert.That(
            refused.Refusals.Select(each => (each.Code, each.Arguments.Count == 0 ? null : each.Arguments[0])),
            Is.EqualTo(new[] { ("service.noLongerFits", null), ("check.formerValue", (object?)"陈大某") }));
    }

    [Test]
    public async Task Letter_SignedForSomebodyWhoDiedSince_IsNotServedOnTheSuccessor()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈大某"));
        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new SucceedApplicant(
            id, version, applicant.Id, Today, CaseDriver.Person("陈小某", "000-3"), "死亡证明和户口簿"));
        var refused = await desk.Try<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, Today));
        Assert.That(refused.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.noLongerFits", "check.formerValue" }));
    }

    [Test]
    public async Task Letter_DecidedOnSomebodyWhoWasNoMore_IsNotServedOnTheSuccessor_ThoughItHadGoneOut()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈大某"));
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.Post, Today, null, new ServiceParticulars(MailNumber: "1234567890123")));
        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new SucceedApplicant(
            id, version, applicant.Id, Today.AddDays(-1), CaseDriver.Person("陈小某", "000-3"), "死亡证明和户口簿"));
        var refused = await desk.Try<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, Today));
        Assert.That(refused.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.decidedAfterEnd" }));
    }

    [Test]
    public async Task Draft_AfterASuccession_DoesNotSayTheNumberOfWhoDied_HoweverItIsWritten()
    {
        var desk = await CaseDriver.Register(office, 1, CaseDriver.Person("陈大某", "0571-66668888"));
        await desk.Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new SucceedApplicant(
            id, version, applicant.Id, Today, CaseDriver.Person("陈小某", "000-3"), "死亡证明和户口簿"));
        async Task<IEnumerable<object?>> Found(string search) =>
            (await desk.FindingsOf(TemplateCodes.NotExisting, null, ("search", search)))
                .Where(finding => finding.Code == "check.formerValue").Select(finding => finding.Arguments[0]);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Found("经检索并致电（0571）6666 8888核实，未检索到相符的记录。"), Is.EqualTo(new[] { "0571-66668888" }));
            Assert.That(await Found("经检索，未检索到与陈大某申请相符的记录。"), Is.EqualTo(new[] { "陈大某" }));
            Assert.That(await Found("经检索，未检索到与原申请人陈大某申请相符的记录。"), Is.Empty);
        }
    }

    [Test]
    public async Task Posting_ToSomebodyWhoHadDiedByThen_IsNoService_AndTheSuccessorIsServed()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈大某"));
        office.Clock.MoveTo(Today.AddDays(3));
        await Post(desk, letter);
        Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.Answered));
        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new SucceedApplicant(
            id, version, applicant.Id, Today.AddDays(2), CaseDriver.Person("陈小某", "000-3"), "死亡证明和户口簿"));
        var file = await desk.File();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (file.Stage, file.Document(letter).Status, file.LastReplyServedOn),
                Is.EqualTo((CaseStage.Propriety, DocumentStatus.Approved, (DateOnly?)null)));
            Assert.That(file.Document(letter).RecipientsToServe, Is.EqualTo(new Guid?[] { file.Applicants[0].Id }));
            Assert.That(file.Document(letter).OpenAttempts, Is.Empty, "nobody waits for it to come back");
            Assert.That(await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
        }
    }

    [Test]
    public async Task Posting_BeforeTheDeath_Counts()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈大某"));
        await Post(desk, letter);
        office.Clock.MoveTo(Today.AddDays(3));
        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new SucceedApplicant(
            id, version, applicant.Id, Today, CaseDriver.Person("陈小某", "000-3"), "死亡证明和户口簿"));
        Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.Answered));
    }

    [TestCase(true, false, CaseStage.Propriety)]
    [TestCase(true, true, CaseStage.Propriety)]
    [TestCase(false, false, CaseStage.Answered)]
    [TestCase(false, true, CaseStage.Answered)]
    public async Task Posting_ToAnAddressWronglyRecorded_DoesNotCountWhenItComesBack_ToOneGivenUpSinceItDoes(
        bool wasWrong, bool returnedFirst, CaseStage stage)
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈大某"));
        await Post(desk, letter);
        office.Clock.MoveTo(Today.AddDays(6));
        if (returnedFirst)
        {
            await Return();
        }

        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new ChangeApplicant(
            id, version, applicant.Id, CaseDriver.Person("陈大某", address: "示范市新址8号"), "申请书所载为新址8号", wasWrong));
        if (!returnedFirst)
        {
            Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.Answered), "it may arrive yet");
            await Return();
        }

        var file = await desk.File();
        Assert.That((file.Stage, file.Document(letter).IsToBeServed), Is.EqualTo((stage, true)));

        Task Return() => desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, office.Clock.Today(), "查无此人"));
    }

    [Test]
    public async Task Address_SaidToBeWrong_IsPutRight()
    {
        var (desk, _) = await CaseDriver.Issued(office, CaseDriver.Person("陈大某"));
        var applicant = (await desk.File()).Applicants[0];
        var refused = await desk.Try<Unit>((id, version) => new ChangeApplicant(
            id, version, applicant.Id, CaseDriver.Person("陈大某", "000-7"), "电话有误", AddressWasWrong: true));
        Assert.That(
            refused.Refusals.Select(each => (each.Field, each.Code)),
            Is.EqualTo(new[] { ("AddressWasWrong", "parties.addressUnchanged") }));
    }

    [Test]
    public async Task Service_BeforeTheLetterCameBack_NeedsItsProof()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person());
        await Post(desk, letter);
        office.Clock.MoveTo(Today.AddDays(6));
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, office.Clock.Today(), "查无此人"));
        Task<Result<Unit>> Hand(ProofFile? proof) => desk.Try<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.HandedOver, Today.AddDays(4), Proof: proof));
        Assert.That((await Hand(null)).Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.beforeReturn" }));
        Assert.That((await Hand(Scan)).Refusals, Is.Empty);
    }

    [Test]
    public async Task Service_RecordedWhenOverdueWithADayInTime_IsDoubted_UntilAFileProvesIt()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person());
        var dueOn = WorkingDayCalendar.Official.AddWorkingDays(Today, 20);
        office.Clock.MoveTo(dueOn.AddDays(3));
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, dueOn));
        Assert.That(
            (await Doubts()).Select(act => (act.Reasons.Single(), act.ServedOn)),
            Is.EqualTo(new[] { (ReasonToDoubt.ServedWithPastDate, (DateOnly?)dueOn) }));
        var attempt = (await desk.File()).Document(letter).Attempts[0].Id;
        await desk.Do<Guid>((id, version) => new AttachFile(
            id, version, AttachmentKind.ProofOfService, Scan.Name, Scan.MediaType, Scan.Content, attempt));
        Assert.That(await Doubts(), Is.Empty);
    }

    [Test]
    public async Task Service_RecordedLateAsLate_OrInTimeForADayBefore_IsNotDoubted()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person());
        office.Clock.MoveTo(Today.AddDays(3));
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, Today));
        var (late, other) = await CaseDriver.Issued(office, CaseDriver.Person("林某", "000-2"));
        office.Clock.MoveTo(Today.AddDays(90));
        await late.Do<Unit>((id, version) => new ServeDocument(id, version, other, ServiceWay.HandedOver, Today.AddDays(80)));
        Assert.That(await Doubts(), Is.Empty);
    }

    private static ProofFile Scan { get; } = new("回证.pdf", "application/pdf", "%PDF-1.7"u8.ToArray());

    private static Task<Unit> Post(CaseDriver desk, Guid letter) => desk.Do<Unit>((id, version) => new ServeDocument(
        id, version, letter, ServiceWay.Post, desk.Today, null, new ServiceParticulars(MailNumber: "1234567890123")));

    // Signed while an opinion was waited for until its limit; it came two days later.
    private async Task<(CaseDriver Desk, Guid Extension)> ExtensionOvertakenByAnOpinion()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.Held);
        var asked = await desk.Draft(TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司"));
        await desk.Serve(asked);
        await desk.Do<Unit>((id, version) => new ConsentToExtension(id, version, Today, "王某"));
        var dueOn = CaseReckoning.ExtendedDueOn(await desk.File(), 10, Today, WorkingDayCalendar.Official)!.Value;
        var extension = await desk.Draft(
            TemplateCodes.ExtensionNotice, "extension", ("workingDays", 10), ("provisionalNote", "现正依法征求意见"),
            ("newDueOn", dueOn.ToString("yyyy-MM-dd")));
        await desk.Issue(extension);
        office.Clock.MoveTo(Today.AddDays(2));
        await desk.Do<Unit>((id, version) => new ReceiveOpinion(id, version, asked, office.Clock.Today(), Opinion.Agrees, null));
        return (desk, extension);
    }

    private Task<IReadOnlyList<DoubtfulAct>> Doubts() => office.As(office.Manager, scope =>
        scope.GetRequiredService<ICaseQueries>().DoubtfulActs(Today, new DateOnly(2026, 12, 31), null, default));
}
