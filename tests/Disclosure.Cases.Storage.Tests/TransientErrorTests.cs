using System.Data.Common;
using System.Diagnostics.Metrics;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Clock;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.Numbering;
using Disclosure.Cases.Registration;
using Disclosure.Cases.Reporting;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.Failing;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What the database breaks off in passing is done again whole, so that nobody notices; a commit is not.</summary>
internal sealed class TransientErrorTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private readonly List<Migration> steps = [];
    private readonly Faults faults = new();
    private TestOffice shaky = null!;

    [SetUp]
    public void OpenShakyOffice()
    {
        faults.OnStatement = _ => { };
        shaky = Office.RestartWith(faults);
    }

    [TearDown]
    public async Task CloseShakyOffice()
    {
        if (shaky is not null)
        {
            await shaky.DisposeAsync();
        }
    }

    [Test]
    public async Task Command_BrokenOffAtAnyStatement_IsDoneOnce()
    {
        var registered = 0;
        for (var statement = 1; ; statement++)
        {
            faults.BreakOff(statement);
            var id = await shaky.Register();
            registered++;
            Assert.That(await Events(id), Has.Count.EqualTo(1), $"statement {statement}");
            if (faults.BrokenOff == 0)
            {
                Assert.That(statement, Is.GreaterThan(15), "a registration is many statements");
                break;
            }
        }

        Assert.That((await Ledger(SeriesKind.Register)).Select(row => row.Ordinal), Is.EqualTo(Enumerable.Range(1, registered).Reverse()));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Approval_TakenBackAtTheCommitByADeadlock_IsDoneAgainWithTheSameNumber()
    {
        var (id, documentId) = await Office.ToApproval();
        var deadlocks = new Queue<CommitFault?>([CommitFault.Deadlock, CommitFault.Deadlock]);
        faults.OnCommit = () => deadlocks.TryDequeue(out var fault) ? fault : null;

        var approval = await shaky.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deadlocks, Is.Empty);
            Assert.That(approval.Number, Is.EqualTo("示范府依申请复〔2025〕1号"));
            Assert.That((await Ledger(SeriesKind.Decision)).Select(row => row.Ordinal), Is.EqualTo(new[] { 1 }));
            Assert.That(await Findings(), Is.Empty);
        }
    }

    [TestCase(CommitFault.LostBefore, 0)]
    [TestCase(CommitFault.LostAfter, 1)]
    public async Task Command_WhoseCommitIsLost_IsNotDoneAgain(CommitFault fault, int registered)
    {
        var commits = 0;
        faults.OnCommit = () => commits++ == 0 ? fault : null;
        Assert.That(() => shaky.Register(), Throws.InstanceOf<OutcomeUnknownException>());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(commits, Is.EqualTo(1));
            Assert.That(await Ledger(SeriesKind.Register), Has.Count.EqualTo(registered));
            Assert.That(await Findings(), Is.Empty);
        }
    }

    [Test]
    public async Task Command_BrokenOffAgainAndAgain_FailsInTheEndAndStoresNothing()
    {
        faults.BreakOff(10, howMany: 1000);
        Assert.That(() => shaky.Register(), Throws.InstanceOf<DbException>());
        Assert.That(faults.BrokenOff, Is.EqualTo(4), "once, and three times again");

        faults.Heal();
        await shaky.Register();
        Assert.That((await Ledger(SeriesKind.Register)).Select(row => row.Ordinal), Is.EqualTo(new[] { 1 }));
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public void Command_LostByLongTimeOuts_IsBegunAgainForAsLongAsSomebodyWaits()
    {
        faults.OnStatement = _ => Office.Clock.Advance(TimeSpan.FromSeconds(6));
        faults.BreakOff(1, howMany: 1000);
        Assert.That(() => shaky.Register(), Throws.InstanceOf<DbException>());
        Assert.That(faults.BrokenOff, Is.EqualTo(2), "after 12 seconds not once more");
    }

    [Test]
    public async Task Approval_TakenBackAfterALongTimeByADeadlock_IsDoneAgain()
    {
        var (id, documentId) = await Office.ToApproval();
        faults.OnStatement = _ => Office.Clock.Advance(TimeSpan.FromSeconds(6));
        var deadlocks = new Queue<CommitFault?>([CommitFault.Deadlock]);
        faults.OnCommit = () => deadlocks.TryDequeue(out var fault) ? fault : null;
        await shaky.Next(Office.Reviewer, id, version => new ApproveDocument(id, version, documentId));
        Assert.That(deadlocks, Is.Empty);
    }

    [Test]
    public async Task Refusal_AfterAnAttemptThatWasBrokenOff_IsARefusal()
    {
        var id = await Office.Register();
        var version = (await Office.Case(id)).Version;
        faults.BreakOff(2);
        var result = await shaky.Send(Office.Clerk, new LogCall(id, version - 1, Office.Clock.Today(), "一"));
        Assert.That(faults.BrokenOff, Is.EqualTo(1));
        Assert.That(result.Refusals, Is.EqualTo(new[] { new Refusal("case.conflict") }));
    }

    [Test]
    public async Task CalendarChange_TakenBackAtTheCommit_IsReckonedFromTheCalendarBeforeIt()
    {
        var id = await Office.Register();
        var deadlocks = new Queue<CommitFault?>([CommitFault.Deadlock]);
        faults.OnCommit = () => deadlocks.TryDequeue(out var fault) ? fault : null;

        var day = new DateOnly(2025, 10, 13);
        var done = await shaky.Do(Office.Administrator, new RecordClosure(null, day, day, "洪水停办", 0));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(deadlocks, Is.Empty);
            Assert.That(done.Cases.Select(moved => moved.CaseId), Is.EqualTo(new[] { id }));
            Assert.That(
                (await Office.With<ICalendarChanges, IReadOnlyList<CalendarChange>>(journal => journal.All(default)))
                    .Select(change => change.Ordinal),
                Is.EqualTo(new[] { 1 }));
            Assert.That((await Events(id)).Count(row => row.Event is DeadlinesMoved), Is.EqualTo(1));
            Assert.That(await Findings(), Is.Empty);
        }
    }

    [Test]
    public async Task Read_BrokenOff_IsReadAgainAndCounted()
    {
        var id = await Office.Register();
        var counted = 0L;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, itself) =>
            {
                if (instrument == Telemetry.Retries)
                {
                    itself.EnableMeasurementEvents(instrument);
                }
            },
        };

        // The count is the whole process's: of the other tests that are tried again meanwhile nothing is counted here.
        var isHere = new AsyncLocal<bool> { Value = true };
        listener.SetMeasurementEventCallback<long>((_, value, _, _) => counted += isHere.Value ? value : 0);
        listener.Start();

        faults.BreakOff(1, howMany: 3);
        Assert.That((await shaky.Case(id)).RegisterNumber, Is.EqualTo("示范府依申请〔2025〕1号"));
        Assert.That((faults.BrokenOff, counted), Is.EqualTo((3, 3L)));
    }

    [Test]
    public async Task Migration_BrokenOffAtAnyStatement_IsTakenOnce()
    {
        ProvesItsRecords = false;
        for (var statement = 1; ; statement++)
        {
            var step = new Migration($"9{statement:000}_notes.sql", $"CREATE TABLE notes{statement} (id int NOT NULL PRIMARY KEY);");
            steps.Add(step);
            faults.BreakOff(statement);
            var taken =
                await new Migrations(shaky.Database, Office.Clock, [.. Migrations.Embedded(Office.Database.Dialect), .. steps])
                    .Apply(default);
            Assert.That(taken, Is.EqualTo(new[] { step.Name }), $"statement {statement}");
            if (faults.BrokenOff == 0)
            {
                break;
            }
        }
    }

    private Task<IReadOnlyList<HistoryRow>> Events(Guid id) =>
        Office.With<ICaseQueries, IReadOnlyList<HistoryRow>>(queries => queries.History(id, default));

    private Task<IReadOnlyList<NumberRow>> Ledger(SeriesKind series) =>
        Office.With<ICaseQueries, IReadOnlyList<NumberRow>>(queries => queries.NumberLedger(Office.Agency.Id, 2025, series, default));

    private Task<IReadOnlyList<Finding>> Findings() =>
        Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default));
}
