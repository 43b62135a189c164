using Disclosure.Cases.Archiving;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>保管期限: what is proposed when, who empties it, and what is left.</summary>
internal sealed partial class RetentionTests(string databaseKind) : DatabaseContract(databaseKind)
{
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
    public async Task Case_WithADisputePending_IsKept_UntilItIsDecided()
    {
        var id = await Archived();
        var dispute = await Office.Next(Office.Clerk, id, version => new RecordDispute(
            id, version, DisputeKind.DirectAction, false, Office.Clock.Today(), Office.Clock.Today(), "示范区人民法院", "不服答复"));
        await Office.Next(Office.Clerk, id, version => new AnswerDispute(id, version, dispute, Office.Clock.Today()));
        await On(archivedOn.AddYears(4));
        Assert.That(await Proposed(), Is.Empty);
        await Office.Next(Office.Clerk, id, version => new DecideDispute(
            id, version, dispute, Office.Clock.Today(), DisputeOutcome.Upheld, "维持", null));
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
    public async Task Proposal_Forged_IsFound()
    {
        await Archived();
        await On(archivedOn.AddYears(4));
        var id = (await Only()).Proposal.Id;
        await Office.Tamper(
            "UPDATE retention_proposals SET requested_by = @by, requested_at = proposed_at WHERE id = @id",
            new { by = Office.Clerk.Id, id });
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
