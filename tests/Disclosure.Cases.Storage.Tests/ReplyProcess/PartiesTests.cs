using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>Who applies and for what is put right, or changes, without the case being voided (docs/domain.md, "Parties change").</summary>
public sealed class PartiesTests
{
    private static readonly DateOnly Today = new(2025, 9, 22);

    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.OpenWithLetters(Today);

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Applicant_PutRight_IsCalledSoInLettersSearchAndQueue_AndTheOldValueStaysOnRecord()
    {
        var desk = await CaseDriver.Register(office);
        var first = (await desk.File()).Applicants[0];
        var right = CaseDriver.Person("陈大文", "13800000000", "示范市新址8号") with
        {
            IdentityNumber = "11010119900101123７", Representative = new Representative("周律师", "授权委托书"),
        };
        await desk.Do<Unit>((id, version) => new ChangeApplicant(id, version, first.Id, right, "身份证载明为陈大文"));
        var file = await desk.File();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await People(file), Is.EqualTo(new[] { right.Recorded() }));
            Assert.That((await Letter(file)).Case.Applicants.Select(person => person.Name), Is.EqualTo(new[] { "陈大文" }));
            Assert.That(await Found("陈大文"), Is.EqualTo(1));
            Assert.That(await Found("陈某"), Is.Zero);
            Assert.That(Applicant.Read(await Read(first.Data))!.Name, Is.EqualTo("陈某"));
            Assert.That(await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
        }

        var again = await desk.Try<Unit>((id, version) => new ChangeApplicant(id, version, first.Id, right, "再次"));
        Assert.That(again.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "parties.unchanged" }));
        var wrong = await desk.Try<Unit>((id, version) => new ChangeApplicant(
            id, version, first.Id, right with { IdentityNumber = "110101199001011238", Name = "" }, ""));
        Assert.That(
            wrong.Refusals.Select(each => each.Field), Is.EquivalentTo(new[] { "Applicant.Name", "Applicant.IdentityNumber", "Reason" }));
    }

    [Test]
    public async Task Applicant_PutRight_IsTheSameApplicantAsInTheOtherCase()
    {
        var (one, other) = (await CaseDriver.Register(office), await CaseDriver.Register(office, contact: "000-9"));
        Task<ApplicationsInMonth> InMonth() =>
            office.With<IApplicants, ApplicationsInMonth>(applicants => applicants.ApplicationsInMonth(one.CaseId, default));
        Assert.That((await InMonth()).Count, Is.EqualTo(1));
        var applicant = (await other.File()).Applicants[0];
        await other.Do<Unit>((id, version) => new ChangeApplicant(id, version, applicant.Id, CaseDriver.Person(), "电话登记有误"));
        Assert.That((await InMonth()).Count, Is.EqualTo(2));
    }

    [Test]
    public async Task Applicant_WhoAppliesAlready_IsRefused_AtRegistrationAndLater()
    {
        // Another way of writing the same name and number.
        var (one, same) = (CaseDriver.Person("陈某", "138 0000 0000"), CaseDriver.Person("陈 某", "+86-13800000000"));
        var registered = await office.Send(office.Clerk, new RegisterApplication(
            Channel.InPerson, Today, null, [CaseDriver.Person("林某", "000-2"), one, same], ["2024年度决算"]));
        Assert.That(
            registered.Refusals.Select(each => (each.Field, each.Code)), Is.EqualTo(new[] { ("Applicants[2].Name", "applicants.twice") }));

        var desk = await CaseDriver.Register(office, 1, one, CaseDriver.Person("林某", "000-2"));
        var second = (await desk.File()).Applicants[1].Id;
        var changed = await desk.Try<Unit>((id, version) => new ChangeApplicant(id, version, second, same, "登记有误"));
        var succeeded = await desk.Try<Unit>((id, version) => new SucceedApplicant(id, version, second, Today, same, "死亡证明"));
        Assert.That(
            changed.Refusals.Concat(succeeded.Refusals).Select(each => (each.Field, each.Code)),
            Is.EqualTo(new[] { ("Applicant.Name", "applicants.twice"), ("Successor.Name", "applicants.twice") }));
    }

    [Test]
    public async Task Draft_ThatStillSaysWhatWas_IsRefusedAndNamed()
    {
        var desk = await CaseDriver.Register(office);
        await desk.Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        var draft = await desk.Draft(
            TemplateCodes.NotExisting, null, ("search", "经检索，未检索到与陈某（电话：000-1）所申请内容相符的记录。"));
        var applicant = (await desk.File()).Applicants[0];
        await desk.Do<Unit>((id, version) => new ChangeApplicant(
            id, version, applicant.Id, CaseDriver.Person("陈某某", "000-2"), "登记有误"));
        var refused = (await desk.Try<Unit>((id, version) => new SubmitDocument(id, version, draft))).Refusals
            .Where(each => each.Code == "check.formerValue").ToList();
        Assert.That(refused.Select(each => each.Field).Distinct(), Is.EqualTo(new[] { "search" }));
        Assert.That(
            refused.Select(each => each.Arguments[0]), Is.EquivalentTo(new[] { "陈某", "000-1" }),
            string.Join('\n', refused.Select(each => each.Say())));
    }

    [Test]
    public async Task Item_PutRight_HasTheRightWords_AndNoCorrectionIsQuoted()
    {
        var desk = await CaseDriver.Register(office, 2);
        var before = (await desk.File()).Items;
        await desk.Do<Unit>((id, version) => new CorrectItem(id, version, before[1].Id, "2024年度决算", "登记时看错一行"));
        var file = await desk.File();
        var letter = await Letter(file);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(letter.Case.Requested, Does.Contain("2024年度决算").And.Not.Contain("第2项信息"));
            Assert.That(letter.Case.FirstRequested, Is.Null);
            Assert.That(await Found("2024年度决算"), Is.EqualTo(1));
            Assert.That(await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
        }
    }

    [Test]
    public async Task Applicant_WhoDied_IsSucceeded_OrTheOthersGoOn()
    {
        var desk = await CaseDriver.Register(office, 1, CaseDriver.Person("陈某"), CaseDriver.Person("林某", "000-2"));
        var applicants = (await desk.File()).Applicants;
        await desk.Do<Unit>((id, version) => new SucceedApplicant(
            id, version, applicants[0].Id, Today, CaseDriver.Person("陈小某", "000-3"), "死亡证明和户口簿"));
        Assert.That((await People(await desk.File())).Select(person => person.Name), Is.EqualTo(new[] { "陈小某", "林某" }));
        Assert.That(
            (await Letter(await desk.File())).Case.Applicants.Select(person => (person.Name, person.Succeeds)),
            Is.EqualTo(new[] { ("陈小某", "陈某"), ("林某", (string?)null) }));
        await desk.Do<Unit>((id, version) => new SucceedApplicant(id, version, applicants[1].Id, Today, null, "死亡证明"));
        var file = await desk.File();
        Assert.That((await People(file)).Select(person => person.Name), Is.EqualTo(new[] { "陈小某" }));
        var nobody = await desk.Try<Unit>((id, version) => new SucceedApplicant(id, version, file.Applicants[0].Id, Today, null, "死亡证明"));
        Assert.That(nobody.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "parties.successorNeeded" }));
    }

    [Test]
    public async Task Applicant_OfSeveral_LeavesAlone_TheOnlyOneWithdraws()
    {
        var desk = await CaseDriver.Register(office, 1, CaseDriver.Person("陈某"), CaseDriver.Person("林某", "000-2"));
        var applicants = (await desk.File()).Applicants;
        await desk.Do<Unit>((id, version) => new SucceedApplicant(id, version, applicants[1].Id, Today, null, "来函退出", Left: true));
        Assert.That((await desk.File()).Applicants.Select(each => each.Id), Is.EqualTo(new[] { applicants[0].Id }));
        var only = await desk.Try<Unit>((id, version) => new SucceedApplicant(
            id, version, applicants[0].Id, Today, null, "来函退出", Left: true));
        Assert.That(only.Refusals.Select(each => each.Code), Is.EqualTo(new[] { "parties.onlyApplicantLeft" }));
    }

    [Test]
    public async Task Letter_ServedOnAllWhoAreLeft_IsServed()
    {
        var (desk, letter) = await PartlyServed();
        var applicants = (await desk.File()).Applicants;
        await desk.Do<Unit>((id, version) => new SucceedApplicant(id, version, applicants[1].Id, Today, null, "死亡证明"));
        var file = await desk.File();
        Assert.That((file.Document(letter).Status, file.Stage), Is.EqualTo((DocumentStatus.Served, CaseStage.Answered)));
    }

    [Test]
    public async Task Letter_ServedOnTheFirst_WhoIsThenNamed_IsServed()
    {
        var (desk, letter) = await PartlyServed();
        await desk.Do<Unit>((id, version) => new NameRecipients(id, version, false, "来函指定"));
        var file = await desk.File();
        Assert.That((file.Document(letter).Status, file.Stage), Is.EqualTo((DocumentStatus.Served, CaseStage.Answered)));
    }

    [Test]
    public async Task Letter_InTheHandsOfSome_IsNeitherWithdrawnNorOvertaken()
    {
        var (desk, letter) = await PartlyServed();
        var withdrawn = await desk.Try<Unit>((id, version) => new WithdrawDocument(id, version, letter, "有误"));
        var overtaken = await desk.Try<Unit>((id, version) => new WithdrawApplication(id, version, Today, null));
        Assert.That(
            withdrawn.Refusals.Concat(overtaken.Refusals).Select(each => each.Code),
            Is.EqualTo(new[] { "document.servedAlready", "process.partlyServed" }));
    }

    [Test]
    public async Task Successor_IsServedAgain_WhereItsLetterComesBack_AtTheSuccessorsOwnAddress()
    {
        var (desk, letter) = await PartlyServed();
        var applicants = (await desk.File()).Applicants;
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.Post, Today, null, new ServiceParticulars(MailNumber: "1234567890123"), applicants[1].Id));
        await desk.Do<Unit>((id, version) => new SucceedApplicant(
            id, version, applicants[1].Id, Today, CaseDriver.Person("林小某", "000-3", "新址9号"), "死亡证明和户口簿"));
        var attempt = (await desk.File()).Document(letter).Attempts[1];
        await desk.Do<Unit>((id, version) => new RecordReturnedMail(id, version, letter, Today, "收件人死亡", attempt.Id));
        var successor = (await desk.File()).Applicants[1].Id;
        Task<Result<Unit>> Post(string to) => desk.Try<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.Post, Today, null, new ServiceParticulars(to, MailNumber: "1234567890124"), successor));
        Assert.That((await Post("随便哪里")).Refusals.Select(each => each.Code), Is.EqualTo(new[] { "service.otherAddress" }));
        Assert.That((await Post("新址9号")).Refusals, Is.Empty);
        Assert.That((await desk.File()).Document(letter).Status, Is.EqualTo(DocumentStatus.Served));
    }

    [Test]
    public async Task Reviewer_WhoChangesWhatASubmittedLetterSays_DoesNotApproveIt()
    {
        var desk = await CaseDriver.Register(office);
        await desk.Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        var letter = await desk.Draft(TemplateCodes.NotExisting);
        Assert.That(await desk.Submit(letter), Is.Empty);
        var item = (await desk.File()).Items[0].Id;
        await desk.Do<Unit>((id, version) => new CorrectItem(id, version, item, "2024年度决算公开说明", "登记时看错一行"), office.Reviewer);
        var approved = await desk.Try<Approval>((id, version) => new ApproveDocument(id, version, letter), office.Reviewer);
        Assert.That(approved.Succeeded, Is.False);
    }

    // A reply to two applicants, in the hands of the first.
    private async Task<(CaseDriver Desk, Guid Letter)> PartlyServed()
    {
        var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person("陈某"), CaseDriver.Person("林某", "000-2"));
        var first = (await desk.File()).Applicants[0].Id;
        await desk.Do<Unit>((id, version) => new ServeDocument(
            id, version, letter, ServiceWay.HandedOver, Today, ApplicantId: first));
        return (desk, letter);
    }

    private Task<IReadOnlyList<Applicant>> People(CaseFile file) =>
        office.With<IApplicants, IReadOnlyList<Applicant>>(applicants => applicants.OfCase(file.Id, default));

    private Task<string> Read(TextRef text) => office.With<ICaseTexts, string>(texts => texts.Read(text, default));

    private Task<Letter> Letter(CaseFile file) => office.With<CaseLetters, Letter>(letters =>
        letters.Compose(file, [new SectionToWrite(TemplateCodes.NotExisting, null, [], [])], 0, office.Clock.Today(), default));

    private async Task<int> Found(string words) =>
        (await office.With<ICaseQueries, QueuePage>(queries => queries.Queue(new QueueFilter(null, Search: words), default))).Rows.Count;
}
