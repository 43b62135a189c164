using System.Globalization;
using Disclosure.Cases.AnnualReports;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Importing;
using Disclosure.Cases.Kernel.Pipeline;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Reporting;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

// A ledger of the year in which the office begins with the software: the contract verifies the records after each test.
internal sealed class ImportTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateOnly Received = new(2025, 3, 3);
    private static readonly DateOnly DueOn = new(2025, 3, 31);

    [Test]
    public async Task Ledger_Imported_CountsInTheReportsAndStandsInTheNumberLedger()
    {
        var import = await Upload(Ledger()
            .Row(Answered(1, served: DueOn))
            .Row(Answered(2, served: DueOn.AddDays(1)))
            .Row(Answered(3, served: DueOn.AddDays(9), dueOn: DueOn.AddDays(9)))
            .Row("4", "当面", Received, "赵某", "个人", "000-4", "丁文件", null, null, "撤回", null, null, Received.AddDays(2))
            .Row("旧申〔2025〕5号", "当面", Received, "钱某", "个人", "000-5", "戊文件", null, null, null, null, null, null).Bytes());
        Assert.That((await Plan(import)).Problems.Where(problem => problem.Blocks), Is.Empty);
        await Carry(import);

        Assert.That((await Find(import)).State, Is.EqualTo(ImportState.Done));
        Assert.That(await Office.With<IImports, byte[]?>(imports => imports.Content(import, default)), Is.Null, "the file is gone");
        var queue = await Office.With<ICaseQueries, QueuePage>(queries => queries.Queue(
            new QueueFilter(Office.Agency.Id), default));
        Assert.That(queue.Rows.Select(row => row.RegisterNumber), Is.EqualTo(new[] { "旧申〔2025〕5号" }), "the others are settled");
        var replies = await Query<Reply>("SELECT due_on, on_time, report_row FROM replies ORDER BY served_on, due_on");
        Assert.That(replies, Is.EqualTo(new[]
        {
            new Reply(DueOn, true, "(四)1"), new Reply(DueOn, false, "(四)1"), new Reply(DueOn.AddDays(9), true, "(四)1"),
        }), "the ledger's due date where it has one");

        var figures = AnnualFigures.Of(2025, await Office.With<IAnnualReports, ReportedYear>(
            reports => reports.Read(2025, Office.Agency.Id, default)));
        Assert.That(
            ReportLines.All.ToDictionary(line => line, line => figures.Application(line, ApplicantKind.NaturalPerson))
                .Where(line => line.Value > 0),
            Is.EquivalentTo(new Dictionary<string, int>
            {
                [ReportLines.Received] = 5, ["(四)1"] = 3, ["(六)3"] = 1, [ReportLines.Settled] = 4, [ReportLines.CarriedForward] = 1,
            }));

        var numbers = await Query<string>("SELECT number FROM number_ledger ORDER BY series, ordinal");
        Assert.That(numbers, Is.EqualTo(new[]
        {
            Decision(1), Decision(2), Decision(3), "旧申〔2025〕5号", Register(1), Register(2), Register(3), Register(4),
        }));
        var next = await CaseDriver.Register(Office);
        Assert.That((await next.File()).RegisterNumber, Is.EqualTo(Register(5)), "the series goes on");
    }

    [Test]
    public async Task Case_Imported_CanBeReopenedByADispute_AndAnOpenOneGoesOnAsIfRegistered()
    {
        await Carry(await Upload(Ledger().Row(Answered(1, DueOn.AddDays(3), DueOn.AddDays(3)))
            .Row("2", "当面", Office.Clock.Today(), "钱某", "个人", "000-5", "戊文件", null, null, "在办", null, null, null).Bytes()));
        var cases = await Query<Guid>("SELECT case_id FROM case_files ORDER BY register_number");
        var open = new CaseDriver(Office, cases[1]);
        await open.Answer(StepAnswer.Complete, StepAnswer.Ours);

        var answered = new CaseDriver(Office, cases[0]);
        Assert.That((await answered.File()).Stage, Is.EqualTo(CaseStage.Archived));
        await answered.Do<Unit>((id, version) => new Archiving.ReopenCase(
            id, version, ReopeningGround.OwnCorrection, Office.Clock.Today(), null, null, "自行纠正"), Office.Reviewer);
        Assert.That((await answered.File()).ReplacedReply!.Number, Is.EqualTo(Decision(1)), "the new decision names the one it replaces");
        Assert.That(
            await Query<DateOnly>("SELECT due_on FROM replies"), Is.EqualTo(new[] { DueOn.AddDays(3) }), "the former verdict stays");
    }

    [Test]
    public async Task Ledger_WithAnyError_IsNotImportedAtAll()
    {
        var taken = (await (await CaseDriver.Register(Office)).File()).RegisterNumber;
        var import = await Upload(
            Ledger().Row(Answered(7, DueOn)).Row(Answered(7, DueOn)).Row([taken, .. Answered(8, DueOn).Skip(1)]).Bytes());
        Assert.That(
            (await Plan(import)).Problems.Where(problem => problem.Blocks)
                .Select(problem => (problem.Row, problem.Column, problem.Refusal.Code)),
            Is.EquivalentTo(new (int?, int?, string)[]
            {
                (3, 0, "import.numberTwice"), (4, 0, "import.numberTwice"), (3, 10, "import.numberTwice"), (4, 10, "import.numberTwice"),
                (5, 0, "import.numberTaken"), (3, 0, "import.seriesHasBegun"), (4, 0, "import.seriesHasBegun"),
            }));
        var refused = await Office.Send(Office.Clerk, new ImportLedger(import));
        Assert.That(refused.Refusals.Single().Code, Is.EqualTo("import.unsound"));
        Assert.That(await Query<int>("SELECT COUNT(*) FROM case_files"), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Ledger_ThatIsNoLongerSoundWhenItsTurnComes_ImportsNothing()
    {
        var import = await Upload(Ledger().Row(Answered(1, DueOn)).Row(Answered(2, DueOn)).Bytes());
        await Office.Do(Office.Clerk, new ImportLedger(import));
        await CaseDriver.Register(Office);
        await Office.Do(Actor.Application, new CarryOutImport(import));
        var failed = await Find(import);
        Assert.That((failed.State, failed.Problem), Is.EqualTo((ImportState.Failed, "import.changedMeanwhile")));
        Assert.That(await Query<int>("SELECT COUNT(*) FROM case_files"), Is.EqualTo(new[] { 1 }));
        Assert.That(await Query<int>("SELECT COUNT(*) FROM number_ledger"), Is.EqualTo(new[] { 1 }));
    }

    [Test]
    public async Task Ledger_OfAnotherAgencyOrPerson_IsNobodyElses()
    {
        var import = await Upload(Ledger().Row(Answered(1, DueOn)).Bytes());
        var layout = (await Find(import)).Layout;
        ICommand<Unit>[] commands = [new ReadLedger(import, layout), new ImportLedger(import), new DiscardLedger(import)];
        foreach (var command in commands)
        {
            Assert.That((await Office.Send(Office.Colleague, command)).Refusals.Single().Code, Is.EqualTo("import.gone"));
        }

        var elsewhere = await Office.Send(Office.Clerk, new UploadLedger(Guid.NewGuid(), "台账.xlsx", Ledger().Bytes()));
        Assert.That(elsewhere.Refusals.Single().Code, Is.EqualTo("import.otherAgency"));
        Assert.That(
            (await Office.Send(Office.Reviewer, new ImportLedger(import))).Refusals.Single().Code, Is.EqualTo("actor.roleMissing"));
    }

    [Test]
    public async Task Headings_OnceExplained_AreRemembered_AndAnInterruptedImportIsFound()
    {
        var headings = TestWorkbook.Headings.Select(heading => heading == "申请内容" ? "事由（摘要）" : heading).ToArray<object?>();
        var import = await Upload(new TestWorkbook().Sheet("台账").Row(headings).Row(Answered(1, DueOn)).Bytes());
        var layout = (await Find(import)).Layout;
        Assert.That(layout.ColumnOf(LedgerColumn.Request), Is.Null);
        await Office.Do(Office.Clerk, new ReadLedger(import, layout with
        {
            Columns = [.. layout.Columns, new ColumnMeaning(6, LedgerColumn.Request)],
        }));
        await Office.Do(Office.Clerk, new ImportLedger(import));
        Assert.That((await Office.Do(Actor.Application, new CarryOutImports())).Started, Is.EqualTo(1));
        await Office.Do(Actor.Application, new CarryOutImport(import));
        await Office.Do(Actor.Application, new CarryOutImport(import));
        Assert.That(await Query<int>("SELECT COUNT(*) FROM case_files"), Is.EqualTo(new[] { 1 }), "twice is once");

        var again = await Upload(new TestWorkbook().Sheet("台账").Row(headings).Row(Answered(2, DueOn)).Bytes());
        Assert.That((await Find(again)).Layout.ColumnOf(LedgerColumn.Request), Is.EqualTo(6));
        Office.Clock.MoveTo(Office.Clock.Today().AddDays(8));
        Assert.That((await Office.Do(Actor.Application, new CarryOutImports())).Deleted, Is.EqualTo(1));
        Assert.That(await Office.With<IImports, byte[]?>(imports => imports.Content(again, default)), Is.Null);
    }

    [Test, Long]
    public async Task Ledger_OfTenThousandCases_IsImported()
    {
        var ledger = Ledger();
        for (var number = 1; number <= 10_000; number++)
        {
            ledger.Row(Answered(number, DueOn));
        }

        var import = await Upload(ledger.Bytes());
        var before = System.Diagnostics.Stopwatch.GetTimestamp();
        await Plan(import);
        TestContext.Out.WriteLine($"checked in {System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalSeconds:F1} s");
        before = System.Diagnostics.Stopwatch.GetTimestamp();
        await Carry(import);
        TestContext.Out.WriteLine($"imported in {System.Diagnostics.Stopwatch.GetElapsedTime(before).TotalSeconds:F1} s");
        Assert.That(await Query<int>("SELECT COUNT(*) FROM case_files"), Is.EqualTo(new[] { 10_000 }));
    }

    private sealed record Reply(DateOnly DueOn, bool OnTime, string ReportRow);

    private static TestWorkbook Ledger() => new TestWorkbook().Sheet("台账").Row("2025年依申请公开台账").Row([.. TestWorkbook.Headings]);

    private static object?[] Answered(int number, DateOnly served, DateOnly? dueOn = null) =>
    [
        number.ToString(CultureInfo.InvariantCulture), "当面", Received, $"张某{number}", "个人", $"000-{number}", $"第{number}份文件", null,
        dueOn, "信息不存在", number.ToString(CultureInfo.InvariantCulture), served, served,
    ];

    private string Register(int ordinal) => NumberPatterns.Default.Format(SeriesKind.Register, Office.Agency.Code, 2025, ordinal);

    private string Decision(int ordinal) => NumberPatterns.Default.Format(SeriesKind.Decision, Office.Agency.Code, 2025, ordinal);

    private async Task<Guid> Upload(byte[] content)
    {
        var import = await Office.Do(Office.Clerk, new UploadLedger(Office.Agency.Id, "台账.xlsx", content));
        await Office.Do(Office.Clerk, new ReadLedger(import, (await Find(import)).Layout with { OfficerId = Office.Clerk.Id }));
        return import;
    }

    private async Task Carry(Guid import)
    {
        await Office.Do(Office.Clerk, new ImportLedger(import));
        await Office.Do(Actor.Application, new CarryOutImport(import));
    }

    private async Task<Import> Find(Guid import) =>
        (await Office.With<IImports, Import?>(imports => imports.Find(import, default)))!;

    private Task<ImportPlan> Plan(Guid import) => Office.As(Office.Clerk, async services =>
    {
        var imports = services.GetRequiredService<IImports>();
        return (await services.GetRequiredService<ImportCheck>().Of(
            (await imports.Find(import, default))!, (await imports.Content(import, default))!, default)).Value;
    });

    private Task<IReadOnlyList<T>> Query<T>(string sql) =>
        Office.As(Actor.Application, services => services.GetRequiredService<Connections.UnitOfWork>().Query<T>(sql, null, default));
}
