using Disclosure.Cases.Calendars;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Deadlines;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.TransactSql;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.ReplyProcess;

/// <summary>
/// Whatever is done with the cases, the calendar and the thresholds: a sweep that reads only the cases whose day has come
/// leaves the same ledger of alerts as one that reads them all.
/// </summary>
public sealed class SweepWalkTests
{
    private static readonly int Days = LongAttribute.AreRun ? 600 : 120;
    private static readonly int MostCases = LongAttribute.AreRun ? 40 : 15;

    private static readonly (AlertRules Rules, OfficeTargets Targets)[] Settings =
    [
        (AlertRules.Default, new OfficeTargets()),
        (AlertRules.Default with { Law = [12, 7, 2], Awaited = [2, 0, -1, -3] }, new OfficeTargets(Completeness: 3, Existence: 8)),
        (AlertRules.Default with { Office = [-2], Awaited = [] }, new OfficeTargets(Draft: 6, Approval: null)),
    ];

    [Test]
    public async Task Sweep_OfWhatHasCome_LeavesTheLedgerOfAFullSweep()
    {
        await using var office = await TestOffice.OpenWithLetters(new DateOnly(2025, 3, 3));
        var (walk, random) = RandomWalk.Begin(office);
        var cases = new List<Guid>();
        var (setting, lookedAt, watched) = (0, 0, 0);
        var states = new HashSet<string>();
        for (var day = 0; day < Days; day++)
        {
            office.Clock.MoveTo(office.Clock.Today().AddDays(random.Next(6) == 0 ? random.Next(2, 14) : 1));
            if (cases.Count < MostCases && random.Next(4) == 0)
            {
                cases.Add(await walk.Register());
            }

            foreach (var caseId in cases.Where(_ => random.Next(8) == 0))
            {
                await walk.Move(caseId);
            }

            if (random.Next(12) == 0)
            {
                await ChangeCalendar(office, random);
            }

            setting = random.Next(25) == 0 ? random.Next(Settings.Length) : setting;
            if (random.Next(4) == 0)
            {
                continue;
            }

            var (come, all) = await Work(office);
            var full = await InFull(office, Settings[setting]);
            await office.As(Actor.Application, scope => Sweep(scope, Settings[setting]).Of(office.Agency.Id, CancellationToken.None));
            var ledger = await office.As(Actor.Application, Ledger);
            Assert.That(ledger, Is.EqualTo(full), () => $"day {day}, {office.Clock.Today():yyyy-MM-dd}");
            (lookedAt, watched) = (lookedAt + come, watched + all);
            states.UnionWith(ledger.Select(entry => entry[(entry.LastIndexOf(' ') + 1)..]));
        }

        TestContext.Out.WriteLine($"{cases.Count} cases; of {watched} that were watched {lookedAt} were looked at");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(states, Is.EquivalentTo(Enum.GetNames<AlertState>()), "the walk gets somewhere");
            Assert.That(lookedAt, Is.LessThan(watched), "some are left alone");
            Assert.That(await office.As(Actor.Application, scope => scope.GetRequiredService<Verification>().Run(null, default)), Is.Empty);
        }
    }

    private static Task<(int Come, int Watched)> Work(TestOffice office) => office.As(Actor.Application, async scope =>
    {
        var sweeps = scope.GetRequiredService<ISweeps>();
        return (
            (await sweeps.WorkOf(office.Agency.Id, office.Clock.Today(), default)).CaseIds.Count,
            (await sweeps.Watched(office.Agency.Id, default)).Count);
    });

    // In a transaction that is taken back: the ledger as a full sweep would leave it.
    private static Task<IReadOnlyList<string>> InFull(TestOffice office, (AlertRules, OfficeTargets) setting) =>
        office.As(Actor.Application, scope => scope.GetRequiredService<IUnitOfWork>().Run(
            async () =>
            {
                await Sweep(scope, setting).InFull(office.Agency.Id, CancellationToken.None);
                return await Ledger(scope);
            },
            _ => false,
            CancellationToken.None));

    private static DeadlineSweep Sweep(IServiceProvider scope, (AlertRules Rules, OfficeTargets Targets) setting) =>
        ActivatorUtilities.CreateInstance<DeadlineSweep>(scope, setting.Rules, setting.Targets);

    private static Task<IReadOnlyList<string>> Ledger(IServiceProvider scope) => scope.GetRequiredService<UnitOfWork>().Query<string>(
        $"""
        {SqliteOnly.Mark}
        SELECT case_id || ' ' || kind || ' ' || reference || ' ' || due_on || ' ' || threshold || ' ' || told || ' ' || state
        FROM alerts ORDER BY case_id, kind, reference, due_on, threshold
        """, null, default);

    private static async Task ChangeCalendar(TestOffice office, Random random)
    {
        var changes = await office.As(Actor.Application, scope => scope.GetRequiredService<ICalendarChanges>().All(default));
        var (edition, today) = (changes.Count, office.Clock.Today());
        var administrator = office.Manager with { Roles = Role.Administrator };
        var open = new CalendarSnapshot(changes).Closures.ToList();
        switch (random.Next(4))
        {
            case 0:
                // The year's notice again, with some more days off.
                var more = Enumerable.Range(0, random.Next(1, 6)).Select(_ => today.AddDays(random.Next(-10, 40)))
                    .Where(day => day.Year == today.Year);
                var days = WorkingDayCalendar.Official.Exceptions.Where(day => day.Date.Year == today.Year)
                    .Concat(more.Select(day => new DayException(day, DayExceptionKind.Off, "调整")))
                    .DistinctBy(day => day.Date);
                await office.Send(administrator, new ImportNotice(today.Year, NoticeFile.Write(days), "放假安排", edition));
                break;
            case 1 when open.Count > 0:
                await office.Send(administrator, new RevokeClosure(open[random.Next(open.Count)].Ordinal, "误录", edition));
                break;
            default:
                var from = today.AddDays(random.Next(-10, 25));
                Guid? agencyId = random.Next(2) == 0 ? office.Agency.Id : null;
                await office.Send(administrator, new RecordClosure(agencyId, from, from.AddDays(random.Next(0, 6)), "洪水停办", edition));
                break;
        }
    }
}
