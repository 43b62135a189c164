using System.Text;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Kernel.Jobs;
using Disclosure.Cases.Storage.Tests.Scheduling;

namespace Disclosure.Cases.Storage.Tests;

// 450 cases: three pages of the ledger.
internal sealed class ExportTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const int Cases = 450;

    private static readonly DateOnly From = new(2025, 1, 1);
    private static readonly DateOnly Until = new(2025, 12, 31);

    [Test]
    public async Task Export_Made_IsTheLedgerOfItsScope()
    {
        await Office.RegisterMany(Cases);
        var id = await Request();
        Assert.That(await Make(id), Is.EqualTo(ExportState.Done));
        var (export, file) = (await Find(id), await File(id));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (export.State, export.Done, export.Total, export.Attempts, export.NextAttemptAt, export.FinishedAt),
                Is.EqualTo((ExportState.Done, Cases, (int?)Cases, 1, (DateTimeOffset?)null, (DateTimeOffset?)Office.Clock.Now)));
            Assert.That(file!.Name, Is.EqualTo("依申请公开台账 示范区人民政府 2025年1月1日至2025年12月31日.xlsx"));
            Assert.That(Encoding.UTF8.GetString(file.Content).Split('\n'), Has.Length.EqualTo(Cases));
        }

        await Make(id);
        Assert.That(await Find(id), Is.EqualTo(export), "once, however often it is asked to be made");
        Assert.That(Office.Sheets.Begun, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Export_AskedFor_IsHandedOverAfterTheCommit()
    {
        var id = await Request();
        Assert.That(Office.Requested.Take(RequestedJob.MakeExport), Is.EqualTo(new[] { id }));
        Assert.That((await Office.Send(Office.Clerk, new RequestExport(Office.Agency.Id, Until, From))).Succeeded, Is.False);
        Assert.That(Office.Requested.Take(), Is.Empty, "what is refused starts nothing");
    }

    [Test]
    public async Task Export_OfTheDistrict_SaysSo()
    {
        var id = await Office.Do(Office.Manager, new RequestExport(null, From, Until));
        await Make(id);
        Assert.That((await File(id))!.Name, Is.EqualTo("依申请公开台账 全区 2025年1月1日至2025年12月31日.xlsx"));
        Assert.That((await Find(id)).Total, Is.Zero);
    }

    [Test]
    public async Task Progress_WhileItRuns_IsSeenFromElsewhere()
    {
        await Office.RegisterMany(Cases);
        var id = await Request();
        await using var other = Office.Restart();
        var seen = new List<(ExportState, int, int?)>();
        Office.Sheets.AfterLine = async line =>
        {
            if (line is 100 or 250 or Cases)
            {
                var export = await other.With<IExports, Export?>(exports => exports.Find(id, default));
                seen.Add((export!.State, export.Done, export.Total));
            }
        };
        await Make(id);
        Assert.That(
            seen,
            Is.EqualTo(
                new[] { (ExportState.Running, 0, (int?)Cases), (ExportState.Running, 200, Cases), (ExportState.Running, 400, Cases) }));
    }

    [Test]
    public async Task Export_WhoseServerWasKilled_IsFoundAndMadeAnew()
    {
        await Office.RegisterMany(Cases);
        var id = await Request();
        var first = await Office.With<IExports, Export?>(exports => exports.Begin(id, Office.Clock.Now, default));
        await Office.With<IExports, bool>(exports => exports.Report(first! with { Done = 200, Total = Cases }, default));

        await using var other = Office.Restart();
        Assert.That(await other.Do(Actor.Application, new MakeExports()), Is.EqualTo(new ExportsFound(1, 0)));
        var found = other.Requested.Take(RequestedJob.MakeExport).Single();
        await other.Do(Actor.Application, new MakeExport(found));
        var made = await Find(id);
        Assert.That((found, made.State, made.Done, made.Attempts), Is.EqualTo((id, ExportState.Done, Cases, 2)));
    }

    [TestCase(100, Description = "before its next word")]
    [TestCase(Cases, Description = "at the very end")]
    public async Task Export_ThatALaterAttemptHasMade_IsNotSpoiledByTheFirstOnesReturn(int silentAfter)
    {
        await Office.RegisterMany(Cases);
        var id = await Request();
        var (silent, back) = (new TaskCompletionSource(), new TaskCompletionSource());
        Office.Sheets.AfterLine = async line =>
        {
            if (line == silentAfter)
            {
                silent.SetResult();
                await back.Task;
            }
        };
        var first = Make(id);
        await silent.Task;

        await using var other = Office.Restart();
        Assert.That(await other.Do(Actor.Application, new MakeExport(id)), Is.EqualTo(ExportState.Done));
        var made = await Find(id);
        Office.Clock.Now += TimeSpan.FromMinutes(5);
        back.SetResult();
        await first;
        Assert.That(await Find(id), Is.EqualTo(made));
        Assert.That(made.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task Export_ThatFails_IsTriedAfterItsPausesThenGivenUp()
    {
        await Office.Register();
        var id = await Request();
        Office.Sheets.AfterLine = _ => throw new IOException("张三的申请放不下");
        foreach (var pause in RequestedJob.MakeExport.Pauses)
        {
            Assert.That(() => Make(id), Throws.InstanceOf<IOException>());
            var export = await Find(id);
            Assert.That(
                (export.State, export.Problem, export.FinishedAt, export.NextAttemptAt),
                Is.EqualTo((ExportState.Waiting, "IOException", (DateTimeOffset?)null, (DateTimeOffset?)(Office.Clock.Now + pause))));
            Assert.That((await Office.Do(Actor.Application, new MakeExports())).Started, Is.Zero, "Hangfire tries again, nobody else");
            Assert.That(await Make(id), Is.EqualTo(ExportState.Waiting), "a second server that took it from the records leaves it alone");
            Assert.That(await Find(id), Is.EqualTo(export));
            Office.Clock.Now += pause;
        }

        Assert.That((await Office.Do(Actor.Application, new MakeExports())).Started, Is.EqualTo(1), "unless its memory is gone");
        Assert.That(
            () => Make(id),
            Throws.InstanceOf<JobGivenUpException>().With.Message.Contain("IOException").And.Message.Not.Contain("张三"));
        var failed = await Find(id);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(
                (failed.State, failed.Attempts, failed.Problem),
                Is.EqualTo((ExportState.Failed, Export.MostAttempts, "IOException")));
            Assert.That(failed.FinishedAt, Is.Not.Null);
            Assert.That(await File(id), Is.Null);
            Assert.That(await Office.Do(Actor.Application, new MakeExports()), Is.EqualTo(new ExportsFound(0, 0)), "no more");
            Assert.That(await CountFailed(Office.Clock.Now), Is.EqualTo(1));
            Assert.That(await CountFailed(Office.Clock.Now.AddTicks(1)), Is.Zero);
        }

        Office.Sheets.AfterLine = _ => Task.CompletedTask;
        Assert.That(await Make(id), Is.EqualTo(ExportState.Failed), "a second job that was on its way leaves it alone");
        Assert.That(
            await Office.Do(Actor.Application, new MakeExport(id, IsAgain: true)),
            Is.EqualTo(ExportState.Done),
            "unless somebody has the job run again");
        Assert.That((await Find(id)).Attempts, Is.EqualTo(1));
    }

    [Test]
    public async Task Export_ThatKillsItsServers_IsGivenUp()
    {
        var id = await Request();
        await Office.Tamper("UPDATE exports SET state = 'Running', attempts = @MostAttempts", new { Export.MostAttempts });
        Assert.That(() => Make(id), Throws.InstanceOf<JobGivenUpException>());
        var export = await Find(id);
        Assert.That((export.State, export.Problem), Is.EqualTo((ExportState.Failed, "interrupted")));
        Assert.That(Office.Sheets.Begun, Is.Empty);
    }

    [Test]
    public async Task Export_WhoseServerStopsInOrder_WaitsWithoutAProblem()
    {
        await Office.RegisterMany(Cases);
        var id = await Request();
        using var stop = new CancellationTokenSource();
        Office.Sheets.AfterLine = line => line == 150 ? stop.CancelAsync() : Task.CompletedTask;
        Assert.That(() => Office.Send(Actor.Application, new MakeExport(id), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        var export = await Find(id);
        Assert.That(
            (export.State, export.Problem, export.Attempts),
            Is.EqualTo((ExportState.Waiting, (string?)null, 0)),
            "no attempt that counts");
        await using var other = Office.Restart();
        Assert.That(await other.Do(Actor.Application, new MakeExport(id)), Is.EqualTo(ExportState.Done));
    }

    [Test]
    public async Task File_AfterAWeek_IsDeletedAndTheRowStays()
    {
        await Office.Register();
        var id = await Request();
        await Make(id);
        Office.Clock.Now += Export.KeptFor - TimeSpan.FromTicks(1);
        Assert.That(await Office.Do(Actor.Application, new MakeExports()), Is.EqualTo(new ExportsFound(0, 0)));
        Assert.That(await File(id), Is.Not.Null);

        Office.Clock.Now += TimeSpan.FromTicks(1);
        Assert.That(await Office.Do(Actor.Application, new MakeExports()), Is.EqualTo(new ExportsFound(0, 1)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File(id), Is.Null);
            Assert.That((await Find(id)).State, Is.EqualTo(ExportState.Deleted));
            Assert.That((await OfClerk()).Select(export => (export.Id, export.FileName is not null)), Is.EqualTo(new[] { (id, true) }));
            Assert.That(
                await Office.With<Storage.Connections.UnitOfWork, int>(work =>
                    work.Single<int>("SELECT COUNT(*) FROM exports WHERE content IS NOT NULL", null, default)),
                Is.Zero);
        }
    }

    [Test]
    public async Task RequestExport_WithThreeUnfinished_WaitsForOneOfThem()
    {
        await using var other = Office.Restart();
        var asked = await Task.WhenAll(Enumerable.Range(0, 6)
            .Select(turn => (turn % 2 == 0 ? Office : other).Send(Office.Clerk, new RequestExport(Office.Agency.Id, From, Until))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Count(one => one.Succeeded), Is.EqualTo(RequestExport.MostUnfinished));
            Assert.That(asked.SelectMany(one => one.Refusals), Is.All.EqualTo(new Refusal("export.tooMany", RequestExport.MostUnfinished)));
            Assert.That((await Office.Send(Office.Manager, new RequestExport(null, From, Until))).Refusals, Is.Empty, "somebody else");
        }

        await Make((await OfClerk())[0].Id);
        await Request();
    }

    [Test]
    public async Task RequestExport_OfAnAgencyThatOneDoesNotSee_IsRefused()
    {
        var unknown = Guid.NewGuid();
        foreach (var (actor, agencyId, refusal) in new (Actor, Guid?, string?)[]
        {
            (Office.Clerk, null, "export.otherAgency"), (Office.Clerk, unknown, "export.otherAgency"),
            (Office.Reviewer, null, "export.otherAgency"), (Office.Reviewer, Office.Agency.Id, null),
            (Office.Manager, null, null), (Office.Manager, Office.Agency.Id, null), (Office.Manager, unknown, "choice.unknown"),
            (Office.Administrator, Office.Agency.Id, "actor.roleMissing"), (Actor.Application, null, "actor.roleMissing"),
        })
        {
            var refusals = (await Office.Send(actor, new RequestExport(agencyId, From, Until))).Refusals;
            Assert.That(refusals.Select(one => one.Code), Is.EqualTo(refusal is null ? [] : new[] { refusal }), $"{actor.Name} {agencyId}");
            Assert.That(refusals.Select(one => one.Field), Is.All.EqualTo(refusal == "actor.roleMissing" ? null : "AgencyId"));
        }
    }

    [TestCase("2025-09-22", "2025-09-22", null, null)]
    [TestCase("2025-09-22", "2025-09-21", "Until", "date.endBeforeStart")]
    [TestCase("2015-10-01", "2025-09-30", null, null)]
    [TestCase("2015-10-01", "2025-10-01", "Until", "export.periodTooLong")]
    [TestCase("2008-05-01", "2008-12-31", null, null)]
    [TestCase("2008-04-30", "2008-12-31", "From", "date.beforeRegulation")]
    [TestCase("2025-09-23", "2025-12-31", "From", "date.inFuture")]
    [TestCase("9999-01-01", "9999-12-31", "From", "date.inFuture")]
    [TestCase("0001-01-01", "0001-01-01", "From", "date.beforeRegulation")]
    public async Task RequestExport_OfAPeriod_IsJudgedByItsDays(string from, string until, string? field, string? refusal)
    {
        var refusals = (await Office.Send(
            Office.Clerk, new RequestExport(Office.Agency.Id, DateOnly.Parse(from), DateOnly.Parse(until)))).Refusals;
        Assert.That(refusals.Select(one => (one.Field, one.Code)), Is.EqualTo(refusal is null ? [] : new[] { (field, refusal) }));
    }

    private Task<Guid> Request() => Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, From, Until));

    private Task<ExportState> Make(Guid id) => Office.Do(Actor.Application, new MakeExport(id));

    private async Task<Export> Find(Guid id) => (await Office.With<IExports, Export?>(exports => exports.Find(id, default)))!;

    private Task<int> CountFailed(DateTimeOffset since) => Office.With<IExports, int>(exports => exports.CountFailed(since, default));

    private Task<ExportFile?> File(Guid id) => Office.With<IExports, ExportFile?>(exports => exports.File(id, default));

    private Task<IReadOnlyList<Export>> OfClerk() =>
        Office.With<IExports, IReadOnlyList<Export>>(exports => exports.Of(Office.Clerk.Id, 100, default));
}
