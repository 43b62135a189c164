using Disclosure.Cases.Agencies;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Supervision;

namespace Disclosure.Cases.Storage.Tests;

// A case of another agency than the manager's, received on 22 September 2025 and due on 24 October.
internal sealed class SupervisionTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly Late = new(2025, 10, 27);
    private static readonly DateOnly RespondBy = new(2025, 10, 30);

    private Agency agency = null!;
    private Actor clerk = null!;
    private Actor reviewer = null!;
    private Guid id;

    [SetUp]
    public async Task ALateCase()
    {
        agency = TestOffice.NewAgency("东街办", "东街街道办事处", AgencyKind.TownOrStreet);
        await Office.With<IAgencies>(agencies => agencies.Add(agency, default));
        clerk = await Office.Hire("east-clerk", "周东街", Role.Clerk, agency);
        reviewer = await Office.Hire("east-reviewer", "林东街", Role.Reviewer, agency);
        id = (await Office.Do(clerk, TestOffice.Application())).CaseId;
        Office.Clock.MoveTo(Late);
    }

    [Test]
    public async Task Inquiry_OfTheManager_IsAnsweredByTheAgencyAndBothAreOnRecord()
    {
        var inquiry = await Ask("为何逾期？", RespondBy);
        Office.Clock.MoveTo(Late.AddDays(1));
        await Office.Next(clerk, id, version => new AnswerInquiry(id, version, inquiry, "正在送签。"));

        var history = await Office.With<ICaseQueries, IReadOnlyList<HistoryRow>>(queries => queries.History(id, default));
        var file = await Office.Case(id);
        var texts = await Office.With<ICaseTexts, IReadOnlyDictionary<Guid, string>>(all => all.OfCase(id, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                history.TakeLast(2).Select(row => (row.Event.GetType(), row.ActorName)),
                Is.EqualTo(new[] { (typeof(InquiryOpened), "赵主管"), (typeof(InquiryAnswered), "周东街") }));
            Assert.That(
                file.Inquiries.Select(each => (each.Id, each.OpenedOn, each.RespondBy, each.AnsweredOn)),
                Is.EqualTo(new[] { (inquiry, Late, RespondBy, (DateOnly?)Late.AddDays(1)) }));
            Assert.That((texts[file.Inquiries[0].Question.Id], texts[file.Inquiries[0].Answer!.Id]), Is.EqualTo(("为何逾期？", "正在送签。")));
            Assert.That(await Findings(), Is.Empty);
        }
    }

    [Test]
    public async Task Manager_InAnotherAgencysCase_MayAskAndNothingElse()
    {
        var all = await Office.Hire("all", "钱全职", Role.Manager | Role.Clerk | Role.Reviewer);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Refusals(Office.Manager, version => new LogCall(id, version, Late, "通话")),
                Is.EqualTo(new[] { "actor.roleMissing" }));
            Assert.That(await Refusals(all, version => new LogCall(id, version, Late, "通话")), Is.EqualTo(new[] { "case.otherAgency" }));
            Assert.That(await Refusals(all, version => new OpenInquiry(id, version, "为何逾期？", RespondBy)), Is.Empty);
            var inquiry = (await Office.Case(id)).OpenInquiries.Single().Id;
            Assert.That(
                await Refusals(all, version => new AnswerInquiry(id, version, inquiry, "代答")),
                Is.EqualTo(new[] { "case.otherAgency" }));
            Assert.That(
                await Refusals(Office.Manager, version => new AnswerInquiry(id, version, inquiry, "代答")),
                Is.EqualTo(new[] { "actor.roleMissing" }));
        }
    }

    [Test]
    public async Task OpenInquiry_ByWhoeverIsNoManager_IsRefused()
    {
        using (Assert.EnterMultipleScope())
        {
            foreach (var actor in new[] { clerk, reviewer, Office.Clerk, Office.Administrator, Actor.Application })
            {
                Assert.That(
                    await Refusals(actor, version => new OpenInquiry(id, version, "为何逾期？", RespondBy)),
                    Is.EqualTo(new[] { "actor.roleMissing" }),
                    actor.Name);
            }
        }
    }

    [Test]
    public async Task AnswerInquiry_ByAnotherAgencyOrOnAnother_IsRefused()
    {
        var inquiry = await Ask("为何逾期？", RespondBy);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                await Refusals(Office.Clerk, version => new AnswerInquiry(id, version, inquiry, "代答")),
                Is.EqualTo(new[] { "case.notFound" }));
            Assert.That(
                await Refusals(clerk, version => new AnswerInquiry(id, version, Guid.NewGuid(), "答复")),
                Is.EqualTo(new[] { "inquiry.notOpen" }));
            Assert.That(await Refusals(clerk, version => new AnswerInquiry(id, version, inquiry, " ")), Is.EqualTo(new[] { "text.empty" }));
            Assert.That(
                await Refusals(clerk, version => new AnswerInquiry(id, version - 1, inquiry, "答复")),
                Is.EqualTo(new[] { "case.conflict" }));
            Assert.That(await Refusals(reviewer, version => new AnswerInquiry(id, version, inquiry, "答复")), Is.Empty);
            Assert.That(
                await Refusals(clerk, version => new AnswerInquiry(id, version, inquiry, "再答")),
                Is.EqualTo(new[] { "inquiry.noneOpen" }));
        }
    }

    [Test]
    public async Task OpenInquiry_Again_WaitsForTheAnswer()
    {
        var first = await Ask("为何逾期？", RespondBy);
        Assert.That(
            await Refusals(Office.Manager, version => new OpenInquiry(id, version, "还没有答复？", RespondBy)),
            Is.EqualTo(new[] { "inquiry.unanswered" }));
        await Office.Next(clerk, id, version => new AnswerInquiry(id, version, first, "正在送签。"));
        await Ask("为何仍未送达？", RespondBy);
        Assert.That((await Office.Case(id)).Inquiries, Has.Count.EqualTo(2));
    }

    [TestCase(-1, "inquiry.respondByPast")]
    [TestCase(0, null)]
    [TestCase(365, null)]
    [TestCase(366, "inquiry.respondByTooFar")]
    public async Task OpenInquiry_WithADate_ThatHasPassedOrIsYearsAhead_IsRefused(int daysFromToday, string? refusal) =>
        Assert.That(
            await Refusals(Office.Manager, version => new OpenInquiry(id, version, "为何逾期？", Late.AddDays(daysFromToday))),
            Is.EqualTo(refusal is null ? [] : new[] { refusal }));

    // By the calendar of the manager's own agency three working days would be left.
    [Test]
    public async Task OpenInquiry_WhereTheAgencyHadToClose_GoesByItsCalendar()
    {
        Office.LetTheClockGoBack();
        var day = new DateOnly(2025, 10, 21);
        var other = (await Office.Do(clerk, TestOffice.Application("另一件") with { ArrivedOn = new DateOnly(2025, 9, 22) })).CaseId;
        await Office.Next(clerk, other, version => new AnswerStep(other, version, StepAnswer.Complete, Elements: CaseRoad.Whole));
        await Office.Do(
            Office.Administrator, new RecordClosure(agency.Id, new DateOnly(2025, 10, 10), new DateOnly(2025, 10, 10), "停电", BasedOn: 0));
        Office.Clock.MoveTo(day);
        Assert.That(
            await Refusals(Office.Manager, version => new OpenInquiry(other, version, "为何未办？", RespondBy), other),
            Is.EqualTo(new[] { "inquiry.notEndangered" }));
        Office.Clock.MoveTo(day.AddDays(1));
        Assert.That(await Refusals(Office.Manager, version => new OpenInquiry(other, version, "为何未办？", RespondBy), other), Is.Empty);
    }

    [Test]
    public async Task AnswerInquiry_AfterTheReplyWasServedAndTheCaseArchived_IsStillOnRecord()
    {
        var (answered, document) = await Office.ToApproval();
        var inquiry = await Office.Next(Office.Manager, answered, version => new OpenInquiry(answered, version, "为何逾期？", RespondBy));
        await Office.Next(Office.Reviewer, answered, version => new ApproveDocument(answered, version, document));
        await Office.Next(Office.Clerk, answered, version => new ServeDocument(answered, version, document, ServiceWay.HandedOver, Late));
        await Office.Next(
            Office.Clerk, answered, version => new ArchiveCase(answered, version, new ArchiveChecklist(true, true, true, true), "纸质随卷"));
        Assert.That(
            (await Queue(new QueueFilter(Office.Agency.Id, Stages: Enum.GetValues<CaseStage>(), HasOpenInquiry: true)))
                .Rows.Select(row => (row.CaseId, row.Stage)),
            Is.EqualTo(new[] { (answered, CaseStage.Archived) }));

        await Office.Next(Office.Clerk, answered, version => new AnswerInquiry(answered, version, inquiry, "已经答复申请人。"));
        Assert.That((await Office.Case(answered)).OpenInquiries, Is.Empty);
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Queue_OfTheAgency_ShowsTheOpenInquiryUntilItIsAnswered()
    {
        await Office.Do(clerk, TestOffice.Application("没有督办的"));
        var inquiry = await Ask("为何逾期？", RespondBy);
        var rows = (await Queue(new QueueFilter(agency.Id))).Rows;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                rows.Select(row => (row.CaseId == id, row.InquiryRespondBy, row.HasOpenInquiry)),
                Is.EqualTo(new[] { (true, RespondBy, true), (false, (DateOnly?)null, false) }));
            Assert.That(
                (await Queue(new QueueFilter(agency.Id, HasOpenInquiry: true))).Rows.Select(row => row.CaseId),
                Is.EqualTo(new[] { id }));
            Assert.That((await Queue(new QueueFilter(Office.Agency.Id, HasOpenInquiry: true))).Total, Is.Zero);
        }

        await Office.Next(clerk, id, version => new AnswerInquiry(id, version, inquiry, "正在送签。"));
        Assert.That((await Queue(new QueueFilter(agency.Id))).Rows.Select(row => row.HasOpenInquiry), Is.All.False);
        Assert.That((await Queue(new QueueFilter(agency.Id, HasOpenInquiry: true))).Total, Is.Zero);
    }

    [TestCase("UPDATE inquiries SET respond_by = '2030-01-01'")]
    [TestCase("UPDATE inquiries SET answered_on = '2025-10-27'")]
    [TestCase("DELETE FROM inquiries")]
    public async Task Columns_OfInquiries_ChangedAreFoundAndMadeAgainFromTheEvents(string sql)
    {
        await Ask("为何逾期？", RespondBy);
        await Office.Tamper(sql);
        Assert.That(await Findings(), Is.EqualTo(new[] { "case.columns" }));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Office.With<Rebuild, int>(rebuild => rebuild.All(default)), Is.EqualTo(1));
            Assert.That(await Findings(), Is.Empty);
            Assert.That((await Queue(new QueueFilter(agency.Id))).Rows[0].InquiryRespondBy, Is.EqualTo(RespondBy));
        }
    }

    private Task<Guid> Ask(string question, DateOnly respondBy) =>
        Office.Next(Office.Manager, id, version => new OpenInquiry(id, version, question, respondBy));

    private async Task<IEnumerable<string>> Refusals<T>(Actor actor, Func<int, ICommand<T>> command, Guid? caseId = null) =>
        (await Office.Send(actor, command((await Office.Case(caseId ?? id)).Version))).Refusals.Select(refusal => refusal.Code);

    private async Task<IEnumerable<string>> Findings() =>
        (await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)))
            .Select(finding => finding.Code);

    private Task<QueuePage> Queue(QueueFilter filter) => Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(filter, default));
}
