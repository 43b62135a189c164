using System.Diagnostics;
using Disclosure.Cases.Calendars;
using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>How long it takes to move many open cases; run by name.</summary>
[Explicit("Takes minutes: it registers thousands of cases first.")]
internal sealed class CalendarAtScaleTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private const int Cases = 3000;

    [Test]
    public async Task Closure_OfTheDistrict_MovesThousandsOfCasesAtOnce()
    {
        for (var number = 0; number < Cases; number++)
        {
            await Office.Register(TestOffice.Application($"第{number}件", $"申请人{number}", null));
        }

        var closure = new RecordClosure(null, new DateOnly(2025, 10, 13), new DateOnly(2025, 10, 13), "洪水停办", 0);
        var watch = Stopwatch.StartNew();
        var seen = await Office.With<CalendarChangeService, CalendarMoves>(
            async desk => (await desk.Preview(closure, default)).Value, Office.Administrator);
        var preview = watch.Elapsed;
        watch.Restart();
        var done = await Office.Do(Office.Administrator, closure);
        TestContext.Out.WriteLine($"{Cases} open cases: preview {preview.TotalSeconds:0.0} s, change {watch.Elapsed.TotalSeconds:0.0} s");
        Assert.That((seen.Cases.Count, done.Cases.Count), Is.EqualTo((Cases, Cases)));
        Assert.That(await Office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)), Is.Empty);
    }
}
