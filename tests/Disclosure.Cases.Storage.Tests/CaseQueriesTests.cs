using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.Reporting;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class CaseQueriesTests(string databaseKind) : DatabaseContract(databaseKind)
{
    [Test]
    public async Task Queue_ByDueDate_PutsCasesWithoutOneLast()
    {
        Office.Clock.MoveTo(new DateOnly(2025, 9, 25));
        var unconfirmed = await Office.Register(TestOffice.Application() with { Channel = Channel.Internet });
        var late = await Office.Register(TestOffice.Application() with { ArrivedOn = new DateOnly(2025, 9, 24) });
        var early = await Office.Register();
        var served = (await Answer(TestOffice.Application())).CaseId;

        var page = await Queue(new QueueFilter(Office.Agency.Id));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(page.Rows.Select(row => row.CaseId), Is.EqualTo(new[] { early, late, unconfirmed }));
            Assert.That(
                page.Rows.Select(row => row.ReplyDueOn),
                Is.EqualTo(new DateOnly?[] { new(2025, 10, 24), new(2025, 10, 28), null }));
            Assert.That(page.Total, Is.EqualTo(3));
            Assert.That(
                (await Queue(new QueueFilter(null, Page: 2, PageSize: 1))).Rows.Select(row => row.CaseId),
                Is.EqualTo(new[] { late }));
            Assert.That(
                (await Queue(new QueueFilter(null, DueUntil: new DateOnly(2025, 10, 24)))).Rows.Select(row => row.CaseId),
                Is.EqualTo(new[] { early }));
            Assert.That(
                (await Queue(new QueueFilter(null, Stages: [CaseStage.Answered]))).Rows.Select(row => row.CaseId),
                Is.EqualTo(new[] { served }));
            Assert.That((await Queue(new QueueFilter(Guid.NewGuid()))).Total, Is.Zero);
            Assert.That((await Queue(new QueueFilter(null, OfficerId: Office.Colleague.Id))).Total, Is.Zero);
            Assert.That((await Queue(new QueueFilter(null, Stages: []))).Total, Is.Zero);
        }
    }

    [TestCase("预算", 1)]
    [TestCase("budget", 1)]
    [TestCase("100%", 1)]
    [TestCase("%", 1)]
    [TestCase("_", 0)]
    [TestCase("[2024]", 1)]
    [TestCase("𠮷", 1)]
    [TestCase("zhang san", 1)]
    [TestCase("依申请〔2025〕1号", 1)]
    [TestCase("没有这样的", 0)]
    [TestCase("'; DROP TABLE case_files; --", 0)]
    public async Task Queue_Searched_FindsNumbersNamesAndRequestsLiterally(string search, int found)
    {
        await Office.Register(TestOffice.Application("预算Budget [2024] 100%完成", "𠮷田 Zhang San"));
        await Office.Register(TestOffice.Application("会议纪要", "李四", "other"));
        Assert.That((await Queue(new QueueFilter(Office.Agency.Id, Search: search))).Total, Is.EqualTo(found));
    }

    [Test]
    public async Task Queue_SearchedByReplyNumber_FindsTheAnsweredCase()
    {
        var (id, _) = await Answer(TestOffice.Application());
        var page = await Queue(new QueueFilter(null, Stages: [CaseStage.Answered], Search: "依申请复〔2025〕1号"));
        Assert.That(page.Rows.Select(row => row.CaseId), Is.EqualTo(new[] { id }));
    }

    [Test]
    public async Task Queue_WhileACorrectionIsAwaited_ShowsItsLimitAndTheStandingClock()
    {
        var id = await Office.Register();
        await Office.Next(Office.Clerk, id, version => new AnswerStep(
            id, version, StepAnswer.CorrectionNeeded, Elements: CaseRoad.Whole with { What = false }));
        Assert.That((await Queue(new QueueFilter(null))).Rows[0].NextLimit, Is.Null);
        var notice = await Office.Next(Office.Clerk, id, version => new DraftDocument(
            id, version, TemplateCodes.CorrectionNotice, null, new() { ["respondBy"] = "2025-10-15" }));
        await Office.Next(Office.Clerk, id, version => new SubmitDocument(id, version, notice));
        Assert.That((await Queue(new QueueFilter(null))).Rows[0].AwaitsApproval, Is.True);
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, notice));
        await Office.Next(Office.Clerk, id, version => new ServeDocument(id, version, notice, ServiceWay.HandedOver, Office.Clock.Today()));

        var row = (await Queue(new QueueFilter(null))).Rows[0];
        using (Assert.EnterMultipleScope())
        {
            Assert.That((row.Stage, row.ClockStands, row.ReplyDueOn), Is.EqualTo((CaseStage.AwaitingCorrection, true, (DateOnly?)null)));
            Assert.That(row.NextLimit, Is.EqualTo(new DateOnly(2025, 10, 15)));
        }
    }

    [Test]
    public async Task Approvals_History_TellWhereTheCaseStands()
    {
        var (id, documentId) = await Office.ToApproval();
        await Office.Register();
        await Office.With<ICaseQueries>(async queries =>
        {
            var approvals = await queries.AwaitingApproval(Office.Agency.Id, default);
            var history = await queries.History(id, default);
            using (Assert.EnterMultipleScope())
            {
                Assert.That(
                    approvals.Select(row => (row.CaseId, row.DocumentId, row.Template, row.ApplicantName, row.DrafterName, row.ReplyDueOn)),
                    Is.EqualTo(new[] { (id, documentId, TemplateCodes.NotExisting, "张三", "王承办", (DateOnly?)new DateOnly(2025, 10, 24)) }));
                Assert.That(history.Select(row => row.Sequence), Is.EqualTo(Enumerable.Range(1, 7)));
                Assert.That(history[^1].Event, Is.EqualTo(new DocumentSubmitted(documentId, 1)));
                Assert.That(
                    history.Select(row => (row.ActorName, row.OccurredAt)).Distinct(),
                    Is.EqualTo(new[] { ("王承办", Office.Clock.Now) }));
            }
        });
    }

    [Test]
    public async Task Earlier_OfTheSameApplicant_KnowsThemByNumberAndLeavesVoidedOnesOut()
    {
        var (answered, _) = await Answer(TestOffice.Application("甲", "张三"));
        var voided = await Office.Register(TestOffice.Application("乙", "张三"));
        await Office.Next(Office.Clerk, voided, version => new VoidRegistration(voided, version, "重复"));
        await Office.Register(TestOffice.Application("丙", "张三", "another"));
        await Office.Register(TestOffice.Application("丁", "张三", null));
        var now = await Office.Register(TestOffice.Application("戊", "张 三", "１１０１０１１９９００１０１００１５"));

        var earlier = await Office.With<IApplicants, IReadOnlyList<EarlierApplication>>(applicants => applicants.Earlier(now, default));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(earlier.Select(one => (one.CaseId, one.RegisterNumber, one.ReceivedOn)),
                Is.EqualTo(new[] { (answered, "示范府依申请〔2025〕1号", (DateOnly?)new DateOnly(2025, 9, 22)) }));
            Assert.That(earlier[0].ReplyNumbers, Is.EqualTo(new[] { "示范府依申请复〔2025〕1号" }));
            Assert.That(await InMonth(now), Is.EqualTo(new ApplicationsInMonth(2, 2)));
        }
    }

    [Test]
    public async Task PlaceInMonth_ByDayOfReceiptThenNumber_MovesWithVoidsAndLaterRegistrations()
    {
        var (first, second) = (await On(22), await On(22));
        Assert.That(
            (await InMonth(first), await InMonth(second)),
            Is.EqualTo((new ApplicationsInMonth(2, 1), new ApplicationsInMonth(2, 2))));

        // Received before, registered after.
        var before = await On(17);
        Assert.That(
            (await InMonth(before), await InMonth(first), await InMonth(second)),
            Is.EqualTo((new ApplicationsInMonth(3, 1), new ApplicationsInMonth(3, 2), new ApplicationsInMonth(3, 3))));

        await Office.Next(Office.Clerk, first, version => new VoidRegistration(first, version, "重复"));
        Assert.That(await InMonth(second), Is.EqualTo(new ApplicationsInMonth(2, 2)));

        // One whose receipt is not confirmed counts, and comes after all that are.
        var unconfirmed = await Office.Register(
            TestOffice.Application() with { Channel = Channel.Internet, ArrivedOn = new DateOnly(2025, 9, 15), ConfirmedOn = null });
        Assert.That(
            (await InMonth(unconfirmed), await InMonth(before)),
            Is.EqualTo((new ApplicationsInMonth(3, null), new ApplicationsInMonth(3, 1))));

        Task<Guid> On(int day) => Office.Register(TestOffice.Application() with { ArrivedOn = new DateOnly(2025, 9, day) });
    }

    private Task<ApplicationsInMonth> InMonth(Guid caseId) =>
        Office.With<IApplicants, ApplicationsInMonth>(applicants => applicants.ApplicationsInMonth(caseId, default));

    [Test]
    public async Task Applicants_OfACase_ComeBackAsEntered()
    {
        Applicant[] people =
        [
            new(
                ApplicantKind.LegalServiceOrganisation, "𠮷林律师事务所", "91110000",
                "lawyer@example.cn", "某路", true, new Representative("周律师", "授权委托书")),
            new(ApplicantKind.NaturalPerson, "张三", null, null, null, false, null),
        ];
        var id = await Office.Register(TestOffice.Application() with { Applicants = people });
        Assert.That(
            await Office.With<IApplicants, IReadOnlyList<Applicant>>(applicants => applicants.OfCase(id, default)),
            Is.EqualTo(people));
        Assert.That(
            await Office.With<IApplicants, IReadOnlyList<EarlierApplication>>(applicants => applicants.Earlier(id, default)),
            Is.Empty);
    }

    private async Task<(Guid CaseId, Guid DocumentId)> Answer(RegisterApplication application)
    {
        var (id, documentId) = await Office.ToApproval(application);
        await Office.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        await Office.Next(
            Office.Clerk, id, version => new ServeDocument(id, version, documentId, ServiceWay.HandedOver, Office.Clock.Today()));
        return (id, documentId);
    }

    private Task<QueuePage> Queue(QueueFilter filter) => Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(filter, default));
}
