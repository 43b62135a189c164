using System.Text;
using Disclosure.Cases.Exporting;
using Disclosure.Cases.Messaging;

namespace Disclosure.Cases.Storage.Tests;

// 450 cases: three pages of the ledger.
internal sealed class ExportTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const int Cases = 450;

    private static readonly DateOnly From = new(2025, 1, 1);
    private static readonly DateOnly Until = new(2025, 12, 31);
    private static readonly TimeSpan Lease = ExportAttempts.Default.Lease;
    private static readonly ExportsMade Nothing = new(0, 0, 0);

    [Test]
    public async Task Export_Made_IsTheLedgerOfItsScope()
    {
        await Office.RegisterMany(Cases);
        var id = await Request();
        Assert.That(await Make(Office), Is.EqualTo(new ExportsMade(1, 0, 0)));
        var (export, file) = (await Find(id), await File(id));
        using (Assert.EnterMultipleScope())
        {
            Assert.That((export.State, export.Done, export.Total, export.Attempts, export.ClaimedUntil, export.FinishedAt), Is.EqualTo((ExportState.Done, Cases, (int?)Cases, 1, (DateTimeOffset?)null, (DateTimeOffset?)Office.Clock.Now)));
            Assert.That(file!.Name, Is.EqualTo("依申请公开台账 示范区人民政府 2025年1月1日至2025年12月31日.xlsx"));
            Assert.That(Encoding.UTF8.GetString(file.Content).Split('\n'), Has.Length.EqualTo(Cases));
            Assert.That(await Make(Office), Is.EqualTo(Nothing), "once");
        }
    }

    [Test]
    public async Task Export_OfTheDistrict_SaysSo()
    {
        var id = await Office.Do(Office.Manager, new RequestExport(null, From, Until));
        await Make(Office);
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
                var export = await other.With<IExports, Export?>(exports => exports.Find(id));
                seen.Add((export!.State, export.Done, export.Total));
            }
        };
        await Make(Office);
        Assert.That(seen, Is.EqualTo(new[] { (ExportState.Running, 0, (int?)Cases), (ExportState.Running, 200, Cases), (ExportState.Running, 400, Cases) }));
    }

    [Test]
    public async Task Exports_OfTwoServersAtOnce_AreEachMadeOnce()
    {
        for (var number = 0; number < RequestExport.MostUnfinished; number++)
        {
            await Request();
            await Office.Do(Office.Manager, new RequestExport(null, From, Until));
        }

        await using var other = Office.Restart();
        var made = await Task.WhenAll(Enumerable.Range(0, 4).Select(turn => Make(turn % 2 == 0 ? Office : other)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(made.Sum(one => one.Made), Is.EqualTo(6));
            Assert.That(Office.Sheets.Begun.Concat(other.Sheets.Begun).ToList(), Has.Count.EqualTo(6));
            Assert.That((await OfClerk()).Select(export => export.Attempts), Is.All.EqualTo(1));
        }
    }

    [Test]
    public async Task Export_SeenFreeByTwoServers_IsGivenToOne()
    {
        await Request();
        await using var other = Office.Restart();
        var waiting = await Free(Office.Clock.Now);
        var claimed = await Task.WhenAll(new[] { Office, other, Office, other }.Select(server => Claim(server, waiting, Office.Clock.Now)));
        Assert.That(claimed.OfType<Export>().Select(export => export.Attempts), Is.EqualTo(new[] { 1 }));
        Assert.That(await Claim(other, waiting, Office.Clock.Now + Lease), Is.Null, "what it saw is no longer true");
    }

    [Test]
    public async Task Export_HeardOfAtTheLastMoment_StaysWhereItIs()
    {
        await Request();
        var now = Office.Clock.Now;
        var ours = (await Claim(Office, await Free(now), now))!;
        var lapsed = await Free(now + Lease);
        Assert.That(await Office.With<IExports, bool>(exports => exports.Report(ours with { ClaimedUntil = now + Lease + Lease })), Is.True);
        Assert.That(await Claim(Office, lapsed, now + Lease), Is.Null);
    }

    [Test]
    public async Task Export_TakenOver_IsNoLongerTheFirstServers()
    {
        var id = await Request();
        var now = Office.Clock.Now;
        var first = (await Claim(Office, await Free(now), now))!;
        var second = (await Claim(Office, await Free(now + Lease), now + Lease))!;
        await Office.With<IExports>(async exports =>
        {
            Assert.That(await exports.Report(first with { Done = 1 }), Is.False);
            Assert.That(await exports.Settle(first with { State = ExportState.Done, FileName = "first" }, [1]), Is.False);
            Assert.That(await exports.Find(id), Is.EqualTo(second));
            Assert.That(await exports.Settle(second with { State = ExportState.Done, FileName = "second" }, [2]), Is.True);
            Assert.That((await exports.File(id))!.Name, Is.EqualTo("second"));
        });
    }

    [TestCase(100, Description = "before its next word")]
    [TestCase(Cases, Description = "at the very end")]
    public async Task Export_WhoseServerFellSilent_IsTakenOverAndNotSpoiledByItsReturn(int silentAfter)
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
        var first = Make(Office);
        await silent.Task;

        await using var other = Office.Restart();
        Assert.That(await Make(other), Is.EqualTo(Nothing), "it may only be slow");
        Office.Clock.Now += Lease;
        Assert.That(await Make(other), Is.EqualTo(new ExportsMade(1, 0, 0)));
        var made = await Find(id);

        Office.Clock.Now += TimeSpan.FromMinutes(5);
        back.SetResult();
        Assert.That(await first, Is.EqualTo(Nothing));
        Assert.That(await Find(id), Is.EqualTo(made));
        Assert.That(made.Attempts, Is.EqualTo(2));
    }

    [Test]
    public async Task Export_ThatTakesLong_StaysWithTheServerThatSaysHowFarItHasCome()
    {
        await Office.RegisterMany(Cases);
        await Request();
        await using var other = Office.Restart();
        Office.Sheets.AfterLine = async line =>
        {
            if (line is 150 or 350)
            {
                Office.Clock.Now += Lease * 0.7;
                Assert.That(await Make(other), Is.EqualTo(Nothing));
            }
        };
        Assert.That((await Make(Office)).Made, Is.EqualTo(1));
    }

    [Test]
    public async Task Export_ThatFails_IsTriedAgainThenShownAndKeepsNoOtherBack()
    {
        await Office.Register();
        var failing = await Request();
        var good = await Office.Do(Office.Manager, new RequestExport(null, From, From));
        Office.Sheets.AfterLine = _ => throw new IOException("张三的申请放不下");
        Assert.That(await Make(Office), Is.EqualTo(new ExportsMade(1, 1, 0)), "the manager's has no lines");
        Assert.That((await Find(good)).State, Is.EqualTo(ExportState.Done));

        var once = await Find(failing);
        Assert.That((once.State, once.Problem, once.FinishedAt), Is.EqualTo((ExportState.Waiting, "IOException", (DateTimeOffset?)null)));
        Assert.That(await Make(Office), Is.EqualTo(Nothing), "not at once");
        for (var attempt = 2; attempt <= ExportAttempts.Default.Most; attempt++)
        {
            Office.Clock.Now += Lease;
            Assert.That(await Make(Office), Is.EqualTo(new ExportsMade(0, 1, 0)));
        }

        Office.Clock.Now += TimeSpan.FromDays(1);
        var failed = await Find(failing);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await Make(Office), Is.EqualTo(Nothing), "no more");
            Assert.That((failed.State, failed.Attempts, failed.Problem), Is.EqualTo((ExportState.Failed, ExportAttempts.Default.Most, "IOException")));
            Assert.That(failed.FinishedAt, Is.Not.Null);
            Assert.That(await File(failing), Is.Null);
        }
    }

    [Test]
    public async Task Export_ThatKillsItsServers_IsGivenUp()
    {
        var id = await Request();
        await Office.Tamper("UPDATE exports SET state = 'Running', attempts = @Most, claimed_until = requested_at", new { ExportAttempts.Default.Most });
        Assert.That(await Make(Office), Is.EqualTo(new ExportsMade(0, 1, 0)));
        var export = await Find(id);
        Assert.That((export.State, export.Problem), Is.EqualTo((ExportState.Failed, "interrupted")));
        Assert.That(Office.Sheets.Begun, Is.Empty);
    }

    [Test]
    public async Task Export_WhoseServerStopsInOrder_IsTakenOverAtOnce()
    {
        await Office.RegisterMany(Cases);
        var id = await Request();
        using var stop = new CancellationTokenSource();
        Office.Sheets.AfterLine = line => line == 150 ? stop.CancelAsync() : Task.CompletedTask;
        Assert.That(() => Office.Send(Actor.Application, new MakeExports(), stop.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That((await Find(id)).State, Is.EqualTo(ExportState.Waiting));
        await using var other = Office.Restart();
        Assert.That((await Make(other)).Made, Is.EqualTo(1));
    }

    [Test]
    public async Task File_AfterAWeek_IsDeletedAndTheRowStays()
    {
        await Office.Register();
        var id = await Request();
        await Make(Office);
        Office.Clock.Now += Export.KeptFor - TimeSpan.FromTicks(1);
        Assert.That(await Make(Office), Is.EqualTo(Nothing));
        Assert.That(await File(id), Is.Not.Null);

        Office.Clock.Now += TimeSpan.FromTicks(1);
        Assert.That(await Make(Office), Is.EqualTo(new ExportsMade(0, 0, 1)));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(await File(id), Is.Null);
            Assert.That((await Find(id)).State, Is.EqualTo(ExportState.Deleted));
            Assert.That((await OfClerk()).Select(export => (export.Id, export.FileName is not null)), Is.EqualTo(new[] { (id, true) }));
            Assert.That(await Office.With<Storage.Connections.UnitOfWork, int>(work => work.Single<int>("SELECT COUNT(*) FROM exports WHERE content IS NOT NULL")), Is.Zero);
        }
    }

    [Test]
    public async Task RequestExport_WithThreeUnfinished_WaitsForOneOfThem()
    {
        await using var other = Office.Restart();
        var asked = await Task.WhenAll(Enumerable.Range(0, 6).Select(turn => (turn % 2 == 0 ? Office : other).Send(Office.Clerk, new RequestExport(Office.Agency.Id, From, Until))));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(asked.Count(one => one.Succeeded), Is.EqualTo(RequestExport.MostUnfinished));
            Assert.That(asked.SelectMany(one => one.Refusals), Is.All.EqualTo(new Refusal("export.tooMany", RequestExport.MostUnfinished)));
            Assert.That((await Office.Send(Office.Manager, new RequestExport(null, From, Until))).Refusals, Is.Empty, "somebody else");
        }

        await Make(Office);
        await Request();
    }

    [Test]
    public async Task RequestExport_OfAnAgencyThatOneDoesNotSee_IsRefused()
    {
        var unknown = Guid.NewGuid();
        foreach (var (actor, agencyId, refusal) in new (Actor, Guid?, string?)[]
        {
            (Office.Clerk, null, "export.otherAgency"), (Office.Clerk, unknown, "export.otherAgency"), (Office.Reviewer, null, "export.otherAgency"), (Office.Reviewer, Office.Agency.Id, null),
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
        var refusals = (await Office.Send(Office.Clerk, new RequestExport(Office.Agency.Id, DateOnly.Parse(from), DateOnly.Parse(until)))).Refusals;
        Assert.That(refusals.Select(one => (one.Field, one.Code)), Is.EqualTo(refusal is null ? [] : new[] { (field, refusal) }));
    }

    private Task<Guid> Request() => Office.Do(Office.Clerk, new RequestExport(Office.Agency.Id, From, Until));

    private static Task<ExportsMade> Make(TestOffice office) => office.Do(Actor.Application, new MakeExports());

    private Task<Export> Free(DateTimeOffset at) => Office.With<IExports, Export>(async exports => (await exports.ToMake(at, 1)).Single());

    private static Task<Export?> Claim(TestOffice server, Export export, DateTimeOffset at) => server.With<IExports, Export?>(exports => exports.Claim(export, at, at + Lease));

    private async Task<Export> Find(Guid id) => (await Office.With<IExports, Export?>(exports => exports.Find(id)))!;

    private Task<ExportFile?> File(Guid id) => Office.With<IExports, ExportFile?>(exports => exports.File(id));

    private Task<IReadOnlyList<Export>> OfClerk() => Office.With<IExports, IReadOnlyList<Export>>(exports => exports.Of(Office.Clerk.Id, 100));
}
