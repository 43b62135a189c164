using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>送达: where a letter may go, on whom, and what proves that it went (docs/domain.md, "Service").</summary>
public sealed class ServiceTests
{
    private static readonly DateOnly Today = new(2025, 9, 22);
    private static readonly ServiceParticulars ByPost = new("示范市", MailNumber: "ＸA123456789 CN");

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(Today);

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [TestCase(ServiceWay.Electronic, null, null, null, "service.notAgreedToElectronic")]
    [TestCase(ServiceWay.Electronic, "wrong@example.org", "right@example.org", null, "service.otherElectronicAddress")]
    [TestCase(ServiceWay.Electronic, null, "right@example.org", null, null)]
    [TestCase(ServiceWay.Electronic, "RIGHT@example.org", "right@example.org", null, null)]
    [TestCase(ServiceWay.Post, null, null, null, null)]
    [TestCase(ServiceWay.Post, "别处", null, null, "service.otherAddress")]
    [TestCase(ServiceWay.Post, "别处", null, "申请人来电告知", null)]
    [TestCase(ServiceWay.ThroughAgency, null, null, null, "service.throughNeeded")]
    public async Task Letter_GoesOnly_WhereTheApplicantSaid(
        ServiceWay way, string? to, string? agreed, string? basis, string? refusal)
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person() with { ElectronicAddress = agreed });
        var result = await desk.Try<Unit>((id, version) => new ServeDocument(
            id, version, letter, way, Today, null,
            new ServiceParticulars(
                way == ServiceWay.Post ? to : null, way == ServiceWay.Electronic ? to : null, "1234567890123", Basis: basis)));
        Assert.That(result.Refusals.Select(each => each.Code), Is.EqualTo(refusal is null ? [] : new[] { refusal }));
        Assert.That(
            (await desk.File()).Document(letter).Status,
            Is.EqualTo(refusal is null ? DocumentStatus.Served : DocumentStatus.Approved));
    }

    [Test]
    public async Task Post_ToAnAddressThatNobodyGave_SaysWhereItIsFrom_AndDoesNotCountWhenItComesBack()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person(address: null));
        async Task<IEnumerable<string>> Post(ServiceParticulars to) => (await desk.Try<Unit>(
            (id, version) => new ServeDocument(id, version, letter, ServiceWay.Post, Today, null, to))).Refusals.Select(each => each.Code);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Post(new("示范市", MailNumber: "12")), Is.EqualTo(new[] { "service.mailNumber" }));
            Assert.That(await Post(new("示范市", MailNumber: "SF1234567890123")), Is.EqualTo(new[] { "service.mailNumber" }), "a courier's");
            Assert.That(await Post(new("示范市")), Is.EqualTo(new[] { "service.mailNumberNeeded" }));
            Assert.That(await Post(new(MailNumber: "1234567890123")), Is.EqualTo(new[] { "service.addressNeeded" }));
            Assert.That(await Post(ByPost), Is.EqualTo(new[] { "service.noAddressGiven" }));
            Assert.That(await Post(ByPost with { Basis = "户籍登记" }), Is.Empty);
        }

        var attempt = (await desk.File()).Document(letter).Attempts.Single();
        Assert.That(await Particulars(attempt), Is.EqualTo(new ServiceParticulars("示范市", null, "XA123456789CN", Basis: "户籍登记")));
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, Today));
        Assert.That((await desk.File()).Document(letter).Status, Is.EqualTo(DocumentStatus.Approved));
    }

    [Test]
    public async Task Letter_OfBeforeAReopening_ComesBack_AndIsNotServedAgain_SinceANewDecisionIsOwed()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person(address: null));
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.Post, Today, null, ByPost with { Basis = "户籍登记" }));
        await desk.Do<Unit>((id, version) => new ReopenCase(
            id, version, ReopeningGround.OwnCorrection, Today, null, null, "答复有误"), office.Reviewer);
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, Today));
        var again = await desk.Try<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.HandedOver, Today, null, null));
        var file = await desk.File();
        Assert.That(again.Refusals, Is.Not.Empty);
        Assert.That((file.Stage, file.Document(letter).IsToBeServed), Is.EqualTo((CaseStage.Competence, false)));
    }

    [Test]
    public async Task JointApplicants_AreServedEach_AndTheLastDayCounts()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈某"), CaseDriver.Person("林某", "000-2", "示范镇"));
        var applicants = (await desk.File()).Applicants;
        async Task<IEnumerable<string>> Serve(Guid? applicant, ServiceParticulars to) => (await desk.Try<Unit>(
            (id, version) => new ServeDocument(id, version, letter, ServiceWay.Post, office.Clock.Today(), null, to, applicant)))
            .Refusals.Select(each => each.Code);
        Assert.That(await Serve(null, ByPost), Is.EqualTo(new[] { "service.whichApplicant" }));
        Assert.That(await Serve(applicants[0].Id, ByPost), Is.Empty);
        Assert.That(await Serve(applicants[0].Id, ByPost), Is.EqualTo(new[] { "service.notARecipient" }));
        var half = await desk.File();
        Assert.That(
            (half.Document(letter).Status, half.Document(letter).ServedOn, half.Stage, half.Timeline!.Events.Count),
            Is.EqualTo((DocumentStatus.Approved, (DateOnly?)null, CaseStage.Propriety, 0)));

        office.Clock.MoveTo(Today.AddDays(2));
        Assert.That(await Serve(applicants[1].Id, ByPost), Is.EqualTo(new[] { "service.otherAddress" }), "that is the other's address");
        var another = ByPost with { Address = null, MailNumber = "XA987654321CN" };
        Assert.That(await Serve(applicants[1].Id, another), Is.Empty, "the address given is taken");
        var file = await desk.File();
        var served = file.Document(letter);
        Assert.That(
            (served.Status, served.ServedOn, served.DeliveredOn, file.Stage, file.LastReplyServedOn),
            Is.EqualTo((DocumentStatus.Served, Today.AddDays(2), (DateOnly?)null, CaseStage.Answered, Today.AddDays(2))));

        var which = await desk.Try<Unit>((id, version) => new RecordDelivery(id, version, letter, office.Clock.Today()));
        Assert.That(which.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.whichApplicant" }));
        await desk.Do<Unit>((id, version) => new RecordDelivery(
            id, version, letter, office.Clock.Today(), null, served.Attempts[0].Id));
        Assert.That((await desk.File()).Document(letter).DeliveredOn, Is.Null, "not known of both");
        office.Clock.MoveTo(Today.AddDays(3));
        await desk.Do<Unit>((id, version) => new RecordDelivery(id, version, letter, office.Clock.Today()));
        Assert.That((await desk.File()).Document(letter).DeliveredOn, Is.EqualTo(Today.AddDays(3)));
        Assert.That(await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
    }

    [TestCase("李某某", "示范路3号", 0, null, null, TestName = "{m}(the same envelope)")]
    [TestCase("林某", "示范路3号", 0, null, "service.mailNumberUsed", TestName = "{m}(another addressee)")]
    [TestCase("李某某", "示范路5号", 0, null, "service.mailNumberUsed", TestName = "{m}(another address)")]
    [TestCase("李某某", "示范路3号", 1, null, "service.mailNumberUsed", TestName = "{m}(another day)")]
    [TestCase("林某", "示范路3号", 0, "夫妻二人同住，两案文书同一信封寄出", null, TestName = "{m}(explained)")]
    public async Task MailNumber_GivenForAnotherEnvelope_IsAskedAbout(string name, string address, int days, string? note, string? code)
    {
        var (first, letter) = await CaseDriver.Issued(office, CaseDriver.Person("李某某", "000-1", "示范路3号"));
        await first.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.Post, Today, null, ByPost with { Address = null }));
        var (second, other) = await CaseDriver.Issued(office, CaseDriver.Person(name, "000-2", address));
        office.Clock.MoveTo(Today.AddDays(days));
        var result = await second.Try<Unit>((id, version) => new ServeDocument(
            id, version, other, ServiceWay.Post, Today.AddDays(days), null,
            new ServiceParticulars(MailNumber: "XA123456789CN", MailNumberNote: note)));
        Assert.That(
            result.Refusals.Select(each => (each.Code, each.Field)),
            Is.EqualTo(code is null ? [] : new[] { (code, "Particulars.MailNumberNote") }));
        Assert.That((await second.File()).Document(other).IsToBeServed, Is.EqualTo(code is not null));
    }

    [Test]
    public async Task JointApplicants_WhoNameTheFirst_AreServedOnce()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈某"), CaseDriver.Person("林某", "000-2"));
        await desk.Do<Unit>((id, version) => new NameRecipients(id, version, false, "来函指定"));
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.Post, Today, null, ByPost));
        Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.Answered));
        var again = await desk.Try<Unit>((id, version) => new NameRecipients(id, version, false, "来函指定"));
        Assert.That(again.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "parties.unchanged" }));
        await desk.Do<Unit>((id, version) => new NameRecipients(id, version, true, "来函变更"));
        Assert.That((await desk.File()).Stage, Is.EqualTo(CaseStage.Answered), "what was served stays served");
    }

    [Test]
    public async Task Letter_ThatComesBackFromAnotherAddress_AfterArchiving_IsServedAgain()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person());
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.Post, Today, null, ByPost with { Address = "别处", Basis = "来电告知" }));
        await desk.Do<Unit>((id, version) => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "在途"));
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, Today, "查无此人"));
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, Today));
        Assert.That((await desk.File()).Document(letter).Status, Is.EqualTo(DocumentStatus.Served));
    }

    [TestCase(false)]
    [TestCase(true)]
    public async Task Letter_ThatComesBack_IsServedAgain_AndTheFirstPostingCounts(bool archived)
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person());
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.Post, Today, null, ByPost));
        if (archived)
        {
            await desk.Do<Unit>((id, version) => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "在途"));
        }

        office.Clock.MoveTo(Today.AddDays(9));
        var tooEarly = await desk.Try<Unit>(
            (id, version) => new ServeDocument(id, version, letter, ServiceWay.Post, office.Clock.Today(), null, ByPost));
        Assert.That(tooEarly.Succeeded, Is.False, "it is on its way");
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, office.Clock.Today(), "查无此人"));
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, office.Clock.Today()));
        var file = await desk.File();
        var served = file.Document(letter);
        Assert.That(
            (served.Status, served.ServedOn, served.DeliveredOn, file.Stage),
            Is.EqualTo((
                DocumentStatus.Served, Today, Today.AddDays(9), archived ? CaseStage.Archived : CaseStage.Answered)));
    }

    [Test]
    public async Task Archiving_WithoutProofOfService_NeedsAReason()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person());
        var scan = new ProofFile("回执.pdf", "application/pdf", "%PDF-1.7"u8.ToArray());
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.Post, Today, null, ByPost));
        Task<Result<Unit>> Archive(string? why = null) => desk.Try<Unit>(
            (id, version) => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), why));
        Assert.That((await Archive()).Refusals.Select(each => each.Code), Is.EqualTo(new[] { "archive.noProof" }));
        Assert.That((await Archive("　")).Succeeded, Is.False);

        var loose = await desk.Try<Guid>((id, version) => new AttachFile(
            id, version, AttachmentKind.ProofOfService, scan.Name, scan.MediaType, scan.Content));
        Assert.That(loose.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.whichService" }));
        await desk.Do<Unit>((id, version) => new RecordDelivery(id, version, letter, Today, "陈某", null, scan));
        Assert.That((await desk.File()).UnprovedServices, Is.Empty);
        Assert.That((await Archive()).Refusals, Is.Empty);
    }

    // A reply to all applicants, numbered, and not served yet.
    private Task<ServiceParticulars> Particulars(ServiceAttempt attempt) => office.With<ICaseTexts, ServiceParticulars>(
        async texts => ServiceParticulars.Read(await texts.Read(attempt.Particulars!, default)));
}
