using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Parties;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>保管期限: what is proposed when, who empties it, and what is left.</summary>
internal sealed class RetentionTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const string Gone = "已按期清除";
    private static readonly ArchiveChecklist Whole = new(true, true, true, true);

    private DateOnly archivedOn;

    [Test]
    public async Task Case_IsProposed_FromTheDayAfterItsPeriods_AndOnceOnly()
    {
        await Archived();
        await Archived();
        await On(archivedOn.AddYears(3));
        Assert.That(await Proposed(), Is.Empty, "the last day of the identity");
        await On(archivedOn.AddYears(3).AddDays(1));
        Assert.That((await Proposed()).Select(row => (row.Proposal.Scope, row.Kind)), Is.EqualTo(new[]
        {
            (RetentionScope.Identity, RetentionKind.Other), (RetentionScope.Identity, RetentionKind.Other),
        }));
        Assert.That(await Office.Do(Actor.Application, new ProposeErasures()), Is.Zero, "a second time");
        await On(archivedOn.AddYears(10));
        Assert.That((await Proposed()).Select(row => row.Proposal.Scope), Is.All.EqualTo(RetentionScope.Identity));
        await On(archivedOn.AddYears(10).AddDays(1));
        Assert.That(
            (await Proposed()).Select(row => row.Proposal.Scope),
            Is.EquivalentTo(new[] { RetentionScope.Identity, RetentionScope.Identity, RetentionScope.File, RetentionScope.File }));
    }

    [Test]
    public async Task VoidedRegistration_IsProposedAsOne_AndWholeAtOnceWhenThePeriodOfTheFileHasEnded()
    {
        var id = await Office.Register();
        await Office.Next(Office.Clerk, id, version => new VoidRegistration(id, version, "重复登记"));
        await On(Office.Clock.Today().AddYears(10).AddDays(1));
        Assert.That(
            (await Proposed()).Select(row => (row.Proposal.Scope, row.Kind)),
            Is.EqualTo(new[] { (RetentionScope.File, RetentionKind.Voided) }), "the identity is a part of it");
        await Erase(await Only());
        Assert.That(await Texts(id), Is.All.Empty);
    }

    [Test]
    public async Task Case_OpenReopenedOrAskedAbout_IsNotProposed_AndAProposalIsTakenBack()
    {
        var id = await Archived();
        await Served();
        await Office.Register();
        await On(archivedOn.AddYears(4));
        Assert.That((await Proposed()).Select(row => row.Proposal.CaseId), Is.EqualTo(new[] { id }));

        await Office.Do(Office.Administrator, new RequestErasure((await Only()).Proposal.Id));
        await Office.Next(Office.Clerk, id, version => new ReopenCase(
            id, version, ReopeningGround.Judgment, Office.Clock.Today(), null, null, "判决"));
        var request = (await Rows(RetentionState.Requested)).Single();
        Assert.That(
            (await Office.Send(Office.Manager, new EraseRecords(request.Proposal.Id))).Refusals.Single().Code,
            Is.EqualTo("retention.notClosed"));
        await Office.Do(Actor.Application, new ProposeErasures());
        Assert.That(await Rows(RetentionState.Requested), Is.Empty);
    }

    [Test]
    public async Task Case_WithAnInquiryUnanswered_IsKept_UntilItIsAnswered()
    {
        var (id, letter) = await Office.ToApproval();
        await On(Office.Clock.Today().AddDays(60));
        await Office.Next(Office.Manager, id, version => new OpenInquiry(id, version, "请说明", Office.Clock.Today().AddDays(9)));
        await ServeAndArchive(id, letter);
        await On(archivedOn.AddYears(4));
        Assert.That(await Proposed(), Is.Empty);
        var inquiry = (await Office.Case(id)).OpenInquiries.Single();
        await Office.Next(Office.Clerk, id, version => new AnswerInquiry(id, version, inquiry.Id, "已经答复"));
        Assert.That(await Proposed(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Erasure_IsConfirmedBySomebodyElse_AndByWhoMayAlone()
    {
        await Archived();
        await On(archivedOn.AddYears(4));
        var id = (await Only()).Proposal.Id;
        Assert.That(await Refused(Office.Manager, new EraseRecords(id)), Is.EqualTo("retention.notRequested"));
        Assert.That(await Refused(Office.Manager, new RequestErasure(id)), Is.EqualTo("actor.roleMissing"));
        await Office.Do(Office.Administrator, new RequestErasure(id));
        Assert.That(await Refused(Office.Administrator, new RequestErasure(id)), Is.EqualTo("retention.requestedAlready"));
        Assert.That(await Refused(Office.Administrator, new EraseRecords(id)), Is.EqualTo("retention.ownRequest"));
        var both = Office.Administrator with { Roles = Role.Administrator | Role.Manager };
        Assert.That(await Refused(both, new EraseRecords(id)), Is.EqualTo("retention.ownRequest"));
        Assert.That(await Refused(Office.Reviewer, new EraseRecords(id)), Is.EqualTo("actor.roleMissing"));
        await Office.Do(Office.Manager, new DeclineErasure(id, "该案仍在审计"));
        Assert.That((await Only()).Proposal.RequestedBy, Is.Null);
        await Office.Do(Office.Administrator, new RequestErasure(id));
        await Office.Do(Office.Manager, new EraseRecords(id));
        Assert.That(await Refused(Office.Manager, new EraseRecords(id)), Is.EqualTo("retention.gone"));
    }

    [Test]
    public async Task Identity_Erased_LeavesTheFile_AndNothingToFindThePersonBy()
    {
        var id = await Archived();
        Assert.That(await Found("张三"), Is.EqualTo(1));
        await On(archivedOn.AddYears(4));
        await Erase(await Only());

        var file = await Office.Case(id);
        var kept = await Texts(id);
        var applicant = (await Office.With<IApplicants, IReadOnlyList<Applicant>>(all => all.OfCase(id, default))).Single();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(applicant, Is.EqualTo(Applicant.Erased(ApplicantKind.NaturalPerson)));
            Assert.That(await Raw(
                "SELECT COUNT(*) FROM applicants WHERE case_id = @id AND (same_key IS NOT NULL OR number_hash IS NOT NULL "
                    + "OR contact_hash IS NOT NULL OR identity_number IS NOT NULL OR contact IS NOT NULL OR address IS NOT NULL)",
                id), Is.Zero);
            Assert.That(await Found("张三") + await Found("110101199001010015") + await Found("13800000000"), Is.Zero);
            Assert.That(await Found("部门预算"), Is.EqualTo(1), "what was asked for");
            Assert.That(file.IsErased, Is.False);
            Assert.That(file.IsApplicantErased);
            Assert.That(file.Stage, Is.EqualTo(CaseStage.Archived));
            Assert.That(kept, Has.Some.EqualTo("2024年度部门预算").And.None.Contains("张三"));
            Assert.That(await Raw("SELECT COUNT(*) FROM case_texts WHERE case_id = @id AND body = '' AND salt <> ''", id), Is.Zero);
            Assert.That(await Raw("SELECT COUNT(*) FROM case_contents WHERE case_id = @id AND name = '已按期清除'", id), Is.Zero);
            Assert.That(await Findings(), Is.Empty);
            Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.Zero);
        }
    }

    [Test]
    public async Task Identity_ErasedAndReopened_GoesOnOnlyWithTheApplicantRecordedAgain()
    {
        var id = await Archived();
        await On(archivedOn.AddYears(4));
        await Erase(await Only());
        var data = (await Office.Case(id)).Applicants[0];
        await Office.Next(Office.Clerk, id, version => new ReopenCase(
            id, version, ReopeningGround.Judgment, Office.Clock.Today(), null, null, "判决"));
        Assert.That((await Office.Case(id)).IsApplicantErased);
        await Office.Next(Office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.Ours));
        await Office.Next(Office.Clerk, id, version => CaseRoad.Search(Office, id, version));
        await Office.Next(Office.Clerk, id, version => new AnswerStep(id, version, StepAnswer.NotExisting));
        var letter = await Office.Next(
            Office.Clerk, id, version => new DraftDocument(id, version, TemplateCodes.NotExisting, null, []));
        var submission = new SubmitDocument(id, (await Office.Case(id)).Version, letter);
        Assert.That(await Refused(Office.Clerk, submission), Is.EqualTo("check.applicantErased"));
        await Office.Next(Office.Clerk, id, version => new ChangeApplicant(
            id, version, data.Id, TestOffice.Application(name: "李四").Applicants[0], "重新登记"));
        Assert.That((await Office.Case(id)).IsApplicantErased, Is.False);
        await Office.Next(Office.Clerk, id, version => new SubmitDocument(id, version, letter));
        Assert.That(await Found("李四"), Is.EqualTo(1));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task File_Erased_IsEmptyWithChainAndFiguresWhole_AndNothingCanBeDone()
    {
        var id = await Archived();
        var export = await Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, archivedOn.AddDays(-9), archivedOn));
        await Office.Do(Actor.Application, new MakeExport(export));
        Assert.That(await Raw("SELECT COUNT(*) FROM exports WHERE content IS NOT NULL", id), Is.EqualTo(1));
        await On(archivedOn.AddYears(11));
        await Erase(await Only());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Texts(id), Is.All.Empty);
            Assert.That(
                await Office.With<UnitOfWork, IReadOnlyList<byte[]>>(
                    work => work.Query<byte[]>("SELECT content FROM case_contents WHERE case_id = @id", new { id }, default)),
                Has.Count.EqualTo(2).And.All.Empty);
            Assert.That(await Raw("SELECT COUNT(*) FROM exports WHERE content IS NOT NULL", id), Is.Zero);
            Assert.That(await Found("部门预算"), Is.Zero);
            Assert.That(await Found("示范府依申请〔2025〕1号"), Is.EqualTo(1), "the numbers stay");
            Assert.That(await Findings(), Is.Empty);
            Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.Zero);
        }

        var file = await Office.Case(id);
        Assert.That(
            await Refused(Office.Clerk, new LogCall(id, file.Version, Office.Clock.Today(), "来电")), Is.EqualTo("process.erased"));
        Assert.That(await Proposed(), Is.Empty, "nothing is left to propose");
    }

    [Test]
    public async Task Erased_PutBackOrEmptiedWithoutAnEvent_IsFound()
    {
        var (id, other) = (await Archived(), await Archived());
        await On(archivedOn.AddYears(11));
        await Erase((await Proposed()).Single(row => row.Proposal.CaseId == id));
        Assert.That(await Findings(), Is.Empty);
        await Tampered("UPDATE case_texts SET body = '', salt = '', mail_hash = NULL WHERE case_id = @other", "text.emptied");
        await Tampered("UPDATE case_texts SET salt = 'x' WHERE case_id = @id", "text.kept");
        await Tampered("UPDATE case_texts SET body = 'x' WHERE case_id = @id", "text.kept");
        await Office.Tamper("UPDATE case_contents SET content = @some WHERE case_id = @id", new { some = "x"u8.ToArray(), id });
        Assert.That(await Findings(), Does.Contain("file.kept"));

        async Task Tampered(string sql, string code)
        {
            Assert.That((await Findings()).Where(each => each == code), Is.Empty);
            await Office.Tamper(sql, new { id, other });
            Assert.That(await Findings(), Does.Contain(code));
            await Office.Tamper("UPDATE case_texts SET body = '', salt = '' WHERE case_id = @id", new { id });
        }
    }

    [Test]
    public async Task Proposal_Forged_IsFound()
    {
        await Archived();
        await On(archivedOn.AddYears(4));
        var id = (await Only()).Proposal.Id;
        await Office.Tamper(
            "UPDATE retention_proposals SET requested_by = @Id, requested_at = proposed_at WHERE id = @id", new { Office.Clerk.Id, id });
        Assert.That(await Findings(), Is.EqualTo(new[] { "row.changed" }));
    }

    private Task On(DateOnly day)
    {
        Office.Clock.MoveTo(day);
        return Task.CompletedTask;
    }

    private async Task<Guid> Served()
    {
        var (id, letter) = await Office.ToApproval();
        await Serve(id, letter);
        return id;
    }

    private async Task<Guid> Archived()
    {
        var (id, letter) = await Office.ToApproval();
        await ServeAndArchive(id, letter);
        return id;
    }

    private async Task Serve(Guid id, Guid letter)
    {
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, letter));
        await Office.Next(Office.Clerk, id, version => new ServeDocument(
            id, version, letter, ServiceWay.HandedOver, Office.Clock.Today(), null, new ServiceParticulars(Signer: "张三")));
    }

    private async Task ServeAndArchive(Guid id, Guid letter)
    {
        await Serve(id, letter);
        await Office.Next(Office.Clerk, id, version => new AttachFile(
            id, version, AttachmentKind.Application, "申请书.pdf", "application/pdf", "%PDF-1.4 application"u8.ToArray()));
        await Office.Next(Office.Clerk, id, version => new ArchiveCase(id, version, Whole, "纸质随卷"));
        archivedOn = Office.Clock.Today();
    }

    private async Task Erase(RetentionRow row)
    {
        await Office.Do(Office.Administrator, new RequestErasure(row.Proposal.Id));
        await Office.Do(Office.Manager, new EraseRecords(row.Proposal.Id));
    }

    private async Task<IReadOnlyList<RetentionRow>> Proposed()
    {
        await Office.Do(Actor.Application, new ProposeErasures());
        return await Rows(RetentionState.Proposed);
    }

    private async Task<RetentionRow> Only() => (await Proposed()).Single();

    private Task<IReadOnlyList<RetentionRow>> Rows(RetentionState state) => Office.With<IRetentionProposals, IReadOnlyList<RetentionRow>>(
        proposals => proposals.Find(new RetentionFilter(state), 0, 100, default));

    private async Task<string> Refused<T>(Actor actor, ICommand<T> command) => (await Office.Send(actor, command)).Refusals.Single().Code;

    private async Task<int> Found(string text) => (await Office.With<ICaseQueries, QueuePage>(
        queries => queries.Queue(new QueueFilter(Office.Agency.Id, Stages: Enum.GetValues<CaseStage>(), Search: text), default))).Total;

    private async Task<IReadOnlyList<string>> Texts(Guid id) =>
        [.. (await Office.With<ICaseTexts, IReadOnlyDictionary<Guid, string>>(texts => texts.OfCase(id, default))).Values];

    private Task<int> Raw(string sql, Guid id) =>
        Office.With<UnitOfWork, int>(work => work.Single<int>(sql, new { id }, default));

    private async Task<IReadOnlyList<string>> Findings() =>
        [.. (await Office.With<Verification, IReadOnlyList<Finding>>(all => all.Run(null, default))).Select(finding => finding.Code)];
}
