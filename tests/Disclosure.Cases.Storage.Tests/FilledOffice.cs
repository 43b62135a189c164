using System.Globalization;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.ApiClients;
using Disclosure.Cases.Archiving;
using Disclosure.Cases.Bulletins;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Disputes;
using Disclosure.Cases.Documents.Templates;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.LetterComposition;
using Disclosure.Cases.Letters;
using Disclosure.Cases.Looks;
using Disclosure.Cases.Notifications;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.ReplyProcess;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Retention;
using Disclosure.Cases.SavedFilters;
using Disclosure.Cases.Scheduling;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Tests.KeptDatabase;
using Disclosure.Cases.Storage.Tests.ReplyProcess;
using Disclosure.Cases.Supervision;
using Disclosure.Cases.Training;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>
/// An office with something of everything that is stored: events of all kinds, and rows in every table. Made by the same commands
/// that people use: some given roads, then a walk at random from a fixed seed.
/// </summary>
internal sealed class FilledOffice
{
    public static readonly DateOnly Today = new(2025, 9, 22);

    private const int Moves = 30;
    private const string NotExisting = TemplateCodes.NotExisting;
    private const string Closing = "该政府信息不存在。";

    private readonly TestOffice office;
    private Actor administrator = null!;
    private Actor secondReviewer = null!;

    private FilledOffice(TestOffice office) => this.office = office;

    /// <summary>An office with real letters on a SQLite database, filled.</summary>
    /// <param name="cases">How many cases walk at random.</param>
    public static async Task<TestOffice> Open(int cases)
    {
        var filled = new FilledOffice(await TestOffice.OpenWithLetters(Today));
        await filled.Administer();
        await filled.GoTheRareRoads();
        await filled.WalkAtRandom(cases);
        await filled.DoWhatTheWalkDoesNot();
        await filled.LeaveWorkForLater();
        await filled.SetUpSecondFactors();
        await filled.SignIn();
        await filled.BeginSessions();
        await filled.LookAtNumbers();
        await filled.KeepNoLongerThanNeeded();
        return filled.office;
    }

    private async Task Administer()
    {
        administrator = new Actor(office.Manager.Id, "孙某", Role.Administrator, office.Agency.Id);
        await Do(Actor.Application, new RefreshTemplates());
        var second = await Do(administrator, new AddUser("second", "郑某", "lanterns afloat", office.Agency.Id, Role.Reviewer | Role.Clerk));
        secondReviewer = new Actor(second, "郑某", Role.Reviewer, office.Agency.Id);
        await Do(administrator, new ChangeUser(second, "郑某某", office.Agency.Id, Role.Reviewer, true));
        await Do(administrator, new SetContact(second, "zheng@example.invalid", "000-2"));
        await Do(administrator, new SetPassword(second, "lanterns ashore"));
        await Do(administrator, new NameDeputy(second, Today, Today.AddDays(9), office.Reviewer.Id));
        await Do(administrator, new EndDeputy(office.Reviewer.Id, second, Today, Today.AddDays(9)));
        var town = await AddAgency("示范甲", "甲镇人民政府", AgencyKind.TownOrStreet);
        var bureau = await AddAgency("示范乙", "示范区乙局", AgencyKind.Department);
        await Do(administrator, new ChangeAgency(town, Today.AddDays(30), Particulars("示范甲", "甲街道办事处", AgencyKind.TownOrStreet)));
        await Do(administrator, new WithdrawAgencyVersion(town, Today.AddDays(30)));
        await Do(administrator, new SucceedAgency(bureau, office.Agency.Id, Today.AddDays(60)));
        await Do(administrator, new WithdrawSuccession(bureau));
        await Do(administrator, new SucceedAgency(bureau, office.Agency.Id, Today.AddDays(60)));
        await Do(administrator, new NameDeputy(second, Today.AddDays(400), Today.AddDays(409), office.Reviewer.Id));
        await Do(administrator, new OpenNumberSeries(office.Agency.Id, SeriesKind.Letter, Today.Year, 101));

        // A portal files an application.
        await Do(administrator, new AdmitApiClient("政务服务网", null, ApiScope.WriteApplications, null));
        await Do(administrator, new AdmitApiClient("镇街办件系统", null, ApiScope.WriteApplications, null));
        var portal = (await office.As(Actor.Application, scope => scope.GetRequiredService<IApiClients>().All(default)))
            .Single(client => client.Name == "政务服务网");
        await Do(portal.At(office.Agency.Id), KeptFiles.Filing with
        {
            Applicants = [.. KeptFiles.Filing.Applicants.Select(applicant => applicant with { NumberConfirmed = true })],
        });
    }

    private async Task WalkAtRandom(int cases)
    {
        var (walk, random) = RandomWalk.Begin(office);
        for (var number = 0; number < cases; number++)
        {
            var caseId = await walk.Register();
            for (var move = 0; move < Moves; move++)
            {
                office.Clock.MoveTo(office.Clock.Today().AddDays(random.Next(0, 4) == 0 ? random.Next(1, 12) : 0));
                await walk.Move(caseId);
            }
        }
    }

    // What a walk at random seldom comes to.
    private async Task GoTheRareRoads()
    {
        var unclear = await (await CaseDriver.Register(office)).Answer(StepAnswer.CorrectionNeeded);
        await unclear.Serve(await unclear.Draft(TemplateCodes.CorrectionNotice, null, ("respondBy", Day(21))));
        var often = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.ExplanationNeeded);
        await often.Serve(await often.Draft(
            TemplateCodes.ExplanationNotice, null, ("period", "2025年1月1日至2025年9月22日"), ("respondBy", Day(4))));
        var costly = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        await costly.Serve(await costly.Draft(TemplateCodes.FeeNotice));
        var asked = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours, StepAnswer.Held);
        var letter = await asked.Draft(
            TemplateCodes.ThirdPartyConsultation, null, ("recipient", "示范建材有限公司"), ("recipientKind", "organisation"));
        await asked.Serve(letter);
        var elsewhere = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.NotThisAgency);
        var reply = await elsewhere.Draft(TemplateCodes.NotThisAgency, "agency-known");
        await elsewhere.Issue(reply);
        await elsewhere.Do<Unit>((id, version) => new ServeDocument(
            id, version, reply, ServiceWay.Post, office.Clock.Today(), null, new ServiceParticulars(null, null, "1234567890123")));

        office.Clock.MoveTo(Today.AddDays(2));
        await unclear.Do<Unit>((id, version) => new ReceiveCorrection(id, version, office.Clock.Today(), "补充了文号"));
        await often.Do<Unit>((id, version) => new ReceiveExplanation(id, version, office.Clock.Today(), "说明"));
        await costly.Do<Unit>((id, version) => new ReceivePayment(id, version, office.Clock.Today()));
        await asked.Do<Unit>((id, version) => new ReceiveOpinion(id, version, letter, office.Clock.Today(), Opinion.Disagrees, "商业秘密"));
        await elsewhere.Do<Unit>((id, version) => new RecordReturnedMail(id, version, reply, office.Clock.Today()));
        var today = office.Clock.Today();
        await elsewhere.Do<Unit>((id, version) => new ReopenCase(id, version, ReopeningGround.Judgment, today, null, null, "判决"));

        // Alerts while little is late: each working day is one more.
        foreach (var day in new[] { 16, 32 })
        {
            office.Clock.MoveTo(Today.AddDays(day));
            await Do(Actor.Application, new SweepDeadlines());
        }
    }

    private async Task DoWhatTheWalkDoesNot()
    {
        var desk = await Answered();
        var draft = await desk.Draft(NotExisting);
        var facts = SampleFacts.Of(NotExisting, null, (await desk.File()).RegisterNumber);
        await desk.Do<Unit>((id, version) => new ReviseDocument(id, version, draft, [facts]));
        var original = new EmbeddedReplyTemplates().Find(NotExisting)!;
        var own = original.Source.Replace(Closing, "该信息在本机关不存在。", StringComparison.Ordinal);
        await Do(administrator, new AdoptTemplate(NotExisting, own, "改写结尾", original.Version));
        await desk.Do<Unit>((id, version) => new RebaseDocument(id, version, draft));
        var docx = await office.As(office.Clerk, async scope =>
        {
            var file = await desk.File();
            var letter = await scope.GetRequiredService<CaseLetters>().Compose(file, file.Document(draft), office.Clock.Today(), default);
            return scope.GetRequiredService<ILetters>().ToDocx(letter);
        });
        await desk.Do<Guid>((id, version) => new FinishInWord(id, version, draft, "定稿.docx", docx));
        await desk.Do<Unit>((id, version) => new DiscardFinished(id, version, draft));
        Assert.That(await desk.Submit(draft), Is.Empty);
        PassageMark[] marks = [new(0, "示范", "措辞")];
        await desk.Do<Unit>((id, version) => new ReturnDocument(id, version, draft, "请改") { Marks = marks }, office.Reviewer);
        Assert.That(await desk.Submit(draft), Is.Empty);
        await Do(administrator, new SetApprovalChain(office.Agency.Id, NotExisting, 2));
        await desk.Do<Unit>((id, version) => new ReturnDocument(id, version, draft, "两级审签"), office.Reviewer);
        Assert.That(await desk.Submit(draft), Is.Empty);
        await desk.Do<Approval>((id, version) => new ApproveDocument(id, version, draft), office.Reviewer);
        await desk.Do<Approval>((id, version) => new ApproveDocument(id, version, draft), secondReviewer);

        var held = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await held.Search();
        await held.Do<Unit>((id, version) => new LogCall(id, version, office.Clock.Today(), "通话"));

        var day = office.Clock.Today().AddDays(3);
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday)
        {
            day = day.AddDays(1);
        }

        await Do(administrator, new RecordClosure(null, day, day.AddDays(2), "洪水停办", 0));
        await Do(administrator, new RevokeClosure(1, "误录", 1));
        await Do(administrator, new RecordClosure(office.Agency.Id, day, day, "停电", 2));
    }

    private async Task LeaveWorkForLater()
    {
        CaseDriver[] late = [await CaseDriver.Register(office), await CaseDriver.Register(office)];
        office.Clock.MoveTo(office.Clock.Today().AddDays(45));
        foreach (var one in late)
        {
            await one.Do<Guid>(
                (id, version) => new OpenInquiry(id, version, "请说明为何逾期", office.Clock.Today().AddDays(9)), office.Manager);
        }

        await late[0].Do<Guid>((id, version) => new RecordDispute(
            id, version, DisputeKind.Reconsideration, false, office.Clock.Today(), office.Clock.Today(), "示范市人民政府", "未按期答复"));
        var decided = await late[1].Do<Guid>((id, version) => new RecordDispute(
            id, version, DisputeKind.DirectAction, false, office.Clock.Today(), office.Clock.Today(), "示范区人民法院", "未按期答复"));
        await late[1].Do<Unit>((id, version) => new AnswerDispute(id, version, decided, office.Clock.Today()));
        await late[1].Do<Unit>((id, version) => new DecideDispute(
            id, version, decided, office.Clock.Today(), DisputeOutcome.Other, "裁定准许撤诉", null));
        await Do(office.Reviewer, new SetOutsideFigures(
            Today.Year - 1,
            [
                new OutsideLine(ReportLines.CarriedOver, ApplicantKind.NaturalPerson, 2),
                new OutsideLine("(一)", ApplicantKind.NaturalPerson, 1),
            ]));
        await Do(office.Clerk, new WriteChapters(
            Today.Year - 1, IsDistrict: false, new Dictionary<ReportChapter, string> { [ReportChapter.Problems] = "人手不足。" }));
        var reported = await office.With<IAnnualReports, ReportedYear>(reports => reports.Read(Today.Year - 1, office.Agency.Id, default));
        await Do(office.Reviewer, new HandInReport(
            Today.Year - 1, IsDistrict: false, AnnualFigures.Of(Today.Year - 1, reported).Fingerprint()));
        await IssueABulletin();
        await Do(office.Clerk, new KeepDraft(null, KeptFiles.Draft));
        await Do(office.Clerk, new SaveFilter("在办", "stage=Completeness&mine=true"));
        await Do(office.Manager, new RequestExport(null, Today, office.Clock.Today()));
        var ledger = new TestWorkbook().Sheet("台账").Row([.. TestWorkbook.Headings])
            .Row("旧申〔2025〕1号", "当面", Today, "孙某", "个人", "000-7", "己文件", null, Today.AddDays(30), "信息不存在", "旧复〔2025〕1号", Today, Today)
            .Row("旧申〔2025〕2号", "当面", Today, "孙某", "个人", "000-7", "庚文件", null, null, "撤回", null, null, Today);
        var import = await Do(office.Clerk, new UploadLedger(office.Agency.Id, "台账.xlsx", ledger.Bytes()));
        var layout = (await office.With<IImports, Import?>(imports => imports.Find(import, default)))!.Layout;
        await Do(office.Clerk, new ReadLedger(import, layout with { OfficerId = office.Clerk.Id }));
        await Do(office.Clerk, new ImportLedger(import));
        Assert.That(await Do(Actor.Application, new CarryOutImport(import)), Is.EqualTo(ImportState.Done));
        var export = await Do(office.Clerk, new RequestExport(office.Agency.Id, Today, office.Clock.Today()));
        await Do(Actor.Application, new MakeExport(export));
        await Do(Actor.Application, new ListTheLate());
        await Do(Actor.Application, new TakeSnapshots());
        await office.As(Actor.Application, async scope =>
        {
            var (journal, now) = (scope.GetRequiredService<IJobJournal>(), office.Clock.GetUtcNow());
            var caseId = (await Query<Guid>("SELECT case_id FROM case_files ORDER BY case_id"))[0];
            await scope.GetRequiredService<IPracticeRuns>()
                .Add(new PracticeRun(caseId, Exercises.All[0].Code, office.Clerk.Id, now), default);
            foreach (var state in Enum.GetValues<NotificationState>())
            {
                var kind = Enum.GetValues<NotificationKind>()[(int)state % Enum.GetValues<NotificationKind>().Length];
                var (id, subject) = (Guid.NewGuid(), Guid.NewGuid());
                await scope.GetRequiredService<INotifications>().Add(
                    new Notification(id, kind, subject, caseId, office.Agency.Id, "email", state, 1, now, now, "TimeoutException"),
                    default);
            }

            foreach (var (job, outcome) in RecurringJob.All.Zip(Enum.GetValues<JobOutcome>()))
            {
                await journal.Begin(job.Name, null, now, default);
                if (outcome != JobOutcome.Running)
                {
                    var problem = outcome == JobOutcome.Failed ? "case.conflict" : null;
                    await journal.Finish(new JobLine(job.Name, Guid.Empty, now, now, outcome, 0, problem, null, null), default);
                }
            }

            return true;
        });
    }

    // The quarter of the cases that are late, and an interview about them.
    private async Task IssueABulletin()
    {
        var due = await Query<DateOnly>(
            "SELECT reply_due_on FROM case_files WHERE reply_due_on IS NOT NULL AND is_open = 1 ORDER BY reply_due_on");
        var quarter = Quarter.Of(due[0]);
        office.Clock.MoveTo(office.Clock.Today() > quarter.Until ? office.Clock.Today() : quarter.Until.AddDays(1));
        await Do(office.Manager, new SetInterviewThreshold(100, 1));
        await Do(office.Manager, new WriteBulletin(
            quarter, new Dictionary<BulletinPart, string> { [BulletinPart.Demands] = "请认真整改。" }));
        var figures = await office.With<BulletinReading, BulletinFigures>(reading => reading.Figures(quarter, default));
        var bulletin = await Do(office.Manager, new IssueBulletin(quarter, figures.Fingerprint()));
        await Do(office.Manager, new RecordInterview(
            bulletin.Id, figures.Proposed()[0].Agency.AgencyId, 0, InterviewStep.Invited, office.Clock.Today(), "第一会议室", "分管负责人", null));
    }

    private async Task SetUpSecondFactors()
    {
        foreach (var actor in new[] { office.Reviewer, office.Colleague })
        {
            var secret = await office.With<IOneTimeCodes, string>(codes => Task.FromResult(codes.NewSecret()));
            var from = new SignInPlace("10.0.0.1", null, "browser");
            var sheet = await Do(
                actor, new SetUpSecondFactor(secret, TestOffice.Password, OneTimeCode.Of(secret, office.Clock.GetUtcNow()), from));
            var user = (await office.With<IUsers, User?>(users => users.Find(actor.Id, default)))!;
            await office.With<SigningIn>(signingIn => signingIn.TryCode(
                user, sheet.Codes[0], from, default));
        }
    }

    private async Task SignIn()
    {
        foreach (var password in new[] { "wrong", TestOffice.Password })
        {
            await office.With<SigningIn>(signingIn => signingIn.Try(
                new SignInAttempt("clerk", password, new SignInPlace("10.0.0.1", null, "browser")), default));
        }
    }

    private Task BeginSessions() => office.With<ISessions>(async sessions =>
    {
        var now = office.Clock.GetUtcNow();
        foreach (var id in new[] { "1", "2", "3" })
        {
            await sessions.Begin(new Session(new string(id[0], 64), office.Clerk.Id, now, now, "10.0.0.1", "Firefox / Linux"), default);
        }

        await sessions.End(new string('1', 64), SessionEnd.SignedOut, default);
        await sessions.EndAll(office.Clerk.Id, SessionEnd.SignedOutEverywhere, default);
    });

    private async Task LookAtNumbers()
    {
        var cases = await office.With<ICaseQueries, QueuePage>(queries => queries.Queue(new QueueFilter(office.Agency.Id), default));
        foreach (var (kind, row) in Enum.GetValues<LookKind>().Zip(cases.Rows))
        {
            await office.As(office.Clerk, async services =>
            {
                await services.GetRequiredService<ILooks>().Add(kind, row.CaseId, row.RegisterNumber, "10.0.0.1", default);
                return true;
            });
        }
    }

    private async Task KeepNoLongerThanNeeded()
    {
        for (var number = 0; number < 3; number++)
        {
            var (desk, letter) = await CaseDriver.Issued(office, CaseDriver.Person());
            await desk.Do<Approval>((id, version) => new ApproveDocument(id, version, letter), secondReviewer);
            await desk.Do<Unit>((id, version) => new ServeDocument(id, version, letter, ServiceWay.HandedOver, office.Clock.Today()));
            await desk.Do<Unit>((id, version) => new ArchiveCase(id, version, new ArchiveChecklist(true, true, true, true), "纸质随卷"));
        }

        office.Clock.MoveTo(office.Clock.Today().AddYears(4));
        await Do(Actor.Application, new ProposeErasures());
        var proposed = await office.With<IRetentionProposals, IReadOnlyList<RetentionRow>>(
            proposals => proposals.Find(new RetentionFilter(RetentionState.Proposed), 0, 100, default));
        foreach (var row in proposed.TakeLast(2))
        {
            await Do(administrator, new RequestErasure(row.Proposal.Id));
        }

        await Do(new Actor(office.Clerk.Id, "王某", Role.Manager, office.Agency.Id), new EraseRecords(proposed[^1].Proposal.Id));
    }

    private static string Day(int daysLater) => Today.AddDays(daysLater).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<CaseDriver> Answered()
    {
        var desk = await (await CaseDriver.Register(office)).Answer(StepAnswer.Complete, StepAnswer.Ours);
        await desk.Search();
        return await desk.Answer(StepAnswer.NotExisting);
    }

    private Task<Guid> AddAgency(string code, string name, AgencyKind kind) =>
        Do(administrator, new AddAgency(Today, Particulars(code, name, kind)));

    private static AgencyParticulars Particulars(string code, string name, AgencyKind kind) =>
        new(name, code, kind, "办公室", "示范路1号", "400000", "000-3", "示范区人民政府", "示范路2号", "示范区人民法院", MastheadKind.Letter);

    private Task<IReadOnlyList<T>> Query<T>(string sql) =>
        office.As(Actor.Application, scope => scope.GetRequiredService<UnitOfWork>().Query<T>(sql, null, default));

    private async Task<T> Do<T>(Actor actor, ICommand<T> command)
    {
        var result = await office.Send(actor, command);
        Assert.That(result.Refusals.Select(refusal => $"{refusal.Field}: {refusal.Say()}"), Is.Empty, command.GetType().Name);
        return result.Value;
    }
}
