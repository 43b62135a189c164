using System.Security.Cryptography;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>A letter finished in Word is judged, reviewed, frozen and kept as it came back.</summary>
public sealed class FinishInWordTests
{
    private TestOffice office = null!;
    private CaseDriver desk = null!;
    private Guid document;
    private byte[] draft = [];

    [SetUp]
    public async Task Open()
    {
        office = await TestOffice.OpenWithLetters(new DateOnly(2025, 9, 22));
        desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        await desk.Answer(StepAnswer.NotExisting);
        document = await desk.Draft(TemplateCodes.NotExisting);
        draft = await Download();
    }

    [TearDown]
    public async Task Close() => await office.DisposeAsync();

    [Test]
    public async Task Upload_Approved_IsFrozenWithNumberAndDate_AndStaysTheSameBytes()
    {
        var upload = InWord.WithParagraph(InWord.Saved(draft), "本机关另向𠮷某作如下说明。");
        await Finish(upload);
        await desk.Issue(document);
        var approved = (await desk.File()).Document(document);
        var frozen = await Content(approved.FileId!.Value);
        var text = string.Join('\n', Read(frozen, asDraft: false).Select(paragraph => paragraph.Text));
        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("本机关另向𠮷某作如下说明。").And.Contain(approved.Number).And.Contain("2025年9月22日").And.Not.Contain("待签发"));
            Assert.That(Sha256(frozen), Is.EqualTo(approved.Sha256));
        });
        await desk.Do<Unit>((id, version) => new ServeDocument(id, version, document, ServiceWay.HandedOver, office.Clock.Today()));
        Assert.That(Sha256(await Content(approved.FileId!.Value)), Is.EqualTo(approved.Sha256));
        await desk.Do<Unit>((id, version) => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "纸质随卷"));
        var archived = (await desk.File()).Document(document);
        Assert.Multiple(async () =>
        {
            Assert.That((archived.FileId, archived.Sha256), Is.EqualTo((approved.FileId, approved.Sha256)));
            Assert.That(Sha256(await Content(approved.FileId!.Value)), Is.EqualTo(approved.Sha256));
            Assert.That(await Verify(), Is.Empty);
        });
    }

    [Test]
    public async Task Uploader_IsADrafter_AndMayNotApprove()
    {
        var both = new Actor(Guid.NewGuid(), "何某", Role.Clerk | Role.Reviewer, office.Agency.Id);
        await desk.Do<Guid>((id, version) => new FinishInWord(id, version, document, "定稿.docx", draft), both);
        Assert.That(await desk.Submit(document), Is.Empty);
        var refused = await desk.Try<Approval>((id, version) => new ApproveDocument(id, version, document), both);
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("document.ownDraft"));
    }

    [Test]
    public async Task Finished_LocksTheFacts_UntilItIsDiscarded()
    {
        await Finish(draft);
        var facts = SampleFacts.Of(TemplateCodes.NotExisting, null, (await desk.File()).RegisterNumber);
        var refused = await desk.Try<Unit>((id, version) => new ReviseDocument(id, version, document, [facts]));
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("document.finishedInWord"));
        await desk.Do<Unit>((id, version) => new DiscardFinished(id, version, document));
        await desk.Do<Unit>((id, version) => new ReviseDocument(id, version, document, [facts]));
        Assert.Multiple(async () =>
        {
            Assert.That((await desk.File()).Document(document).Finished, Is.Null);
            Assert.That(
                (await desk.Try<Unit>((id, version) => new DiscardFinished(id, version, document))).Refusals.Single().Code,
                Is.EqualTo("document.notFinishedInWord"));
        });
    }

    [Test]
    public async Task Returned_KeepsTheUpload_AndAnotherReplacesIt()
    {
        await Finish(draft);
        var first = (await desk.File()).Document(document).Finished;
        Assert.That(await desk.Submit(document), Is.Empty);
        Assert.That(
            (await desk.Try<Guid>((id, version) => new FinishInWord(id, version, document, "定稿.docx", draft))).Refusals,
            Is.Not.Empty,
            "submitted");
        await desk.Do<Unit>((id, version) => new ReturnDocument(id, version, document, "措辞"), office.Reviewer);
        Assert.That((await desk.File()).Document(document).Finished, Is.EqualTo(first));
        await Finish(InWord.WithParagraph(draft, "改好了。"));
        var second = (await desk.File()).Document(document).Finished;
        Assert.That(second, Is.Not.EqualTo(first));
        await desk.Issue(document);
        Assert.That(
            Read(await Content((await desk.File()).Document(document).FileId!.Value), false).Select(paragraph => paragraph.Text),
            Does.Contain("改好了。"));
    }

    [Test]
    public async Task BadFile_Uploaded_IsRefused_AndNothingIsStored()
    {
        var before = (await desk.File()).Version;
        foreach (var (bytes, code) in new (byte[], string)[]
        {
            ([], "file.empty"),
            ("%PDF-1.7"u8.ToArray(), "letter.upload-not-docx"),
            ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "letter.upload-not-docx"),
            (new byte[(20 * 1024 * 1024) + 1], "letter.upload-too-large"),
            (InWord.Changed(draft, _ => "x", "word/vbaProject.bin"), "letter.upload-active-content"),
            (InWord.Replaced(draft, "w:val=\"number\"", "w:val=\"x\""), "letter.upload-no-number"),
            (
                InWord.WithParagraph(draft, "甲", "<w:ins w:id=\"9\" w:author=\"周某\"><w:r><w:t>乙</w:t></w:r></w:ins>"),
                "letter.upload-open-revisions"),
        })
        {
            var refused = await desk.Try<Guid>((id, version) => new FinishInWord(id, version, document, "定稿.docx", bytes));
            Assert.That(refused.Refusals.Select(refusal => (refusal.Code, refusal.Field)), Is.EqualTo(new[] { (code, "Content") }), code);
        }

        Assert.Multiple(async () =>
        {
            Assert.That((await desk.File()).Version, Is.EqualTo(before));
            Assert.That(
                await office.As(
                    Actor.Application,
                    scope => scope.GetRequiredService<UnitOfWork>().Single<long>("SELECT COUNT(*) FROM case_contents", new { }, default)),
                Is.Zero);
        });
    }

    [Test]
    public async Task IncompleteDraft_CannotBeFinished()
    {
        await desk.Do<Unit>((id, version) => new ReviseDocument(id, version, document, [[]]));
        Assert.That(
            (await desk.Try<Guid>((id, version) => new FinishInWord(id, version, document, "定稿.docx", draft))).Refusals.Single().Code,
            Is.EqualTo("document.factsIncomplete"));
    }

    [TestCase("自收到本告知书之日起60日内", "自收到本告知书之日起90日内", "check.uploadChanged")]
    [TestCase(">陈某<", ">陈某某<", "check.uploadChanged")]
    [TestCase("的政府信息，该政府信息不存在。", "的政府信息。", "check.uploadChanged", Description = "What the letter decides")]
    [TestCase("经检索没有所申请公开信息的，告知申请人该政府信息不存在”", "经检索没有所申请公开信息的，告知该政府信息不存在”", "check.uploadMisquotes")]
    [TestCase("2025年9月22日", "2025年9月23日", "check.uploadLacks")]
    [TestCase("示范府依申请〔2025〕1号", "示范府依申请〔2025〕11号", "check.uploadLacks", "check.numberNotInCase")]
    public async Task Law_OrFactOfTheCase_ChangedInWord_IsRefusedAtSubmission(string from, string to, params string[] codes)
    {
        await Finish(InWord.Replaced(draft, from, to));
        Assert.That(await desk.Submit(document), Is.EqualTo(codes));
    }

    [TestCase("不服的，也可以向示范区信访局申请行政复议。", "check.uploadOtherRemedy")]
    [TestCase("该文件制作于2025年2月30日。", "check.dateImpossible")]
    [TestCase("依照《政府信息公开条例》第六十条办理。", "check.noSuchArticle")]
    [TestCase("参见示范府依申请复〔2019〕7号。", "check.numberNotInCase")]
    [TestCase("（日期待签发）", "check.uploadDraftMark")]
    public async Task Words_AddedInWord_AreJudgedAsWrittenFacts(string text, string code)
    {
        await Finish(InWord.WithParagraph(draft, text));
        Assert.That(await desk.Submit(document), Is.EqualTo(new[] { code }));
    }

    [Test]
    public async Task Typing_IntoTheControls_IsOverwrittenByTheApproval()
    {
        await Finish(InWord.Replaced(InWord.Replaced(draft, DraftMarks.Number, "随便写的"), DraftMarks.Date, "某年某月"));
        await desk.Issue(document);
        var text = string.Join(
            '\n', Read(await Content((await desk.File()).Document(document).FileId!.Value), false).Select(paragraph => paragraph.Text));
        Assert.That(text, Does.Not.Contain("随便写的").And.Not.Contain("某年某月").And.Contain("示范府依申请复〔2025〕1号"));
    }

    [Test]
    public async Task Upload_TamperedWithInTheDatabase_IsNotIssued_AndVerifyNamesIt()
    {
        await Finish(draft);
        Assert.That(await desk.Submit(document), Is.Empty);
        await office.As(Actor.Application, async scope =>
        {
            var work = scope.GetRequiredService<UnitOfWork>();
            return await work.Write(() => work.Execute(
                "UPDATE case_contents SET content = @content", new { content = InWord.WithParagraph(draft, "换了") }, default), default);
        });
        Assert.Multiple(async () =>
        {
            Assert.That(
                (await desk.Try<Approval>((id, version) => new ApproveDocument(id, version, document), office.Reviewer))
                    .Refusals.Single().Code,
                Is.EqualTo("document.uploadLost"));
            Assert.That((await Verify()).Select(finding => finding.Code), Is.EqualTo(new[] { "file.changed" }));
        });
    }

    [Test]
    public async Task SignedCopies_AreKeptBesideTheFrozenLetter_AlsoAfterArchiving()
    {
        var pdf = "%PDF-1.7 scan"u8.ToArray();
        Assert.That(await Scan(pdf), Is.EqualTo("document.notIssued"));
        await desk.Serve(document);
        Assert.Multiple(async () =>
        {
            Assert.That(await Scan(draft), Is.EqualTo("file.notAScan"));
            Assert.That(await Scan(new byte[(20 * 1024 * 1024) + 1]), Is.EqualTo("file.tooLarge"));
            Assert.That(await Scan([]), Is.EqualTo("file.empty"));
        });
        Assert.That(await Scan(pdf), Is.Null);
        await desk.Do<Unit>((id, version) => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "纸质随卷"));
        Assert.That(await Scan([0xFF, 0xD8, 0xFF, 0xE0]), Is.Null);
        var copies = (await desk.File()).Document(document).SignedCopies;
        Assert.Multiple(async () =>
        {
            Assert.That(copies.Select(copy => copy.Sha256), Is.EqualTo(new[] { Sha256(pdf), Sha256([0xFF, 0xD8, 0xFF, 0xE0]) }));
            Assert.That(await Content(copies[0].FileId), Is.EqualTo(pdf));
            Assert.That(await Verify(), Is.Empty);
        });
    }

    [Test]
    public async Task Withdrawn_BeforeService_VoidsItsNumber_AfterServiceNoMore()
    {
        await Finish(draft);
        await desk.Issue(document);
        var number = (await desk.File()).Document(document).Number;
        await desk.Do<Unit>((id, version) => new WithdrawDocument(id, version, document, "写错了"));
        await office.Confirm(desk.CaseId);
        Assert.That(
            await office.As(Actor.Application, scope => scope.GetRequiredService<UnitOfWork>().Single<long>(
                "SELECT COUNT(*) FROM number_ledger WHERE number = @number AND voided_at IS NOT NULL", new { number }, default)),
            Is.EqualTo(1));
        Assert.That(await Scan("%PDF-1"u8.ToArray()), Is.EqualTo("document.notIssued"));
        var again = await desk.Draft(TemplateCodes.NotExisting);
        await desk.Serve(again);
        Assert.Multiple(async () =>
        {
            Assert.That((await desk.File()).Document(again).Number, Is.Not.EqualTo(number));
            Assert.That((await desk.Try<Unit>((id, version) => new WithdrawDocument(id, version, again, "写错了"))).Refusals, Is.Not.Empty);
            Assert.That(await Verify(), Is.Empty);
        });
    }

    private Task<Guid> Finish(byte[] upload) => desk.Do<Guid>((id, version) => new FinishInWord(id, version, document, "定稿.docx", upload));

    private async Task<string?> Scan(byte[] scan) =>
        (await desk.Try<Guid>((id, version) => new AttachSignedCopy(id, version, document, "盖章件.pdf", scan)))
            .Refusals.SingleOrDefault()?.Code;

    private Task<byte[]> Download() => office.As(office.Clerk, async scope =>
    {
        var file = await desk.File();
        return scope.GetRequiredService<ILetters>()
            .ToDocx(await scope.GetRequiredService<CaseLetters>().Compose(file, file.Document(document), office.Clock.Today(), default));
    });

    private Task<byte[]> Content(Guid file) =>
        office.As(office.Clerk, async scope => (await scope.GetRequiredService<ICaseContents>().Find(file, default))!.Content);

    private static IReadOnlyList<LetterParagraph> Read(byte[] docx, bool asDraft) =>
        new Documents.LetterRenderer(new Documents.Templates.EmbeddedReplyTemplates()).Read(docx, asDraft);

    private Task<IReadOnlyList<Finding>> Verify() =>
        office.As(Actor.Application, scope => scope.GetRequiredService<Verification>().Run(null, default));

    private static string Sha256(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));
}
