using System.Diagnostics;

namespace Disclosure.Cases.Web.Tests.Servers;

/// <summary>
/// Two web hosts and two sweepers or workers, each a process of its own, on one database, under load: numbers without a gap, every
/// alert once, nothing lost that was acknowledged – also when any of them is killed at any moment.
/// </summary>
[TestFixture(TestDatabases.Sqlite)]
[TestFixture(TestDatabases.PostgreSql, Category = "PostgreSql")]
[TestFixture(TestDatabases.SqlServer, Category = "SqlServer")]
internal sealed class SeveralServersTests(string databaseKind)
{
    // In each a web host is killed, and a worker; where there is no server, a sweeper.
    private const int Rounds = 5;
    private const int LongRoundsOnAFile = 150;
    private const int LongRoundsOnAServer = 200;

    // The load goes on for so many rounds, before what it left is looked at.
    private const int RoundsBetweenLooks = 5;

    private bool IsOnAServer => databaseKind != TestDatabases.Sqlite;

    [Test]
    [Long]
    public async Task Servers_UnderLoad_GiveNumbersWithoutGapAndLoseNothing()
    {
        await using var district = await ServedDistrict.Open(databaseKind, approvals: 6);
        var load = district.Load;
        await district.Work(
            Until(() => load.Registered.Count > 10 && load.Noted.Count > 10
                && load.Approved.Count == 6 && load.Served.Count == 6 && district.Sweeps > 1));
        await district.AssertNothingIsLost();
        await district.AssertVerifies();
    }

    [Test]
    public Task Servers_KilledAtRandomPoints_LeaveTheRecordsWhole() => Kill(Rounds);

    [Test]
    [Long]
    public Task Servers_KilledHundredsOfTimes_LeaveTheRecordsWhole() => Kill(IsOnAServer ? LongRoundsOnAServer : LongRoundsOnAFile);

    // The seed is said, so that a failure can be looked at again.
    private async Task Kill(int rounds)
    {
        var seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        await using var district = await ServedDistrict.Open(databaseKind, approvals: Math.Max(20, rounds / 2), hasWorkers: IsOnAServer);
        for (var round = 0; round < rounds; round += RoundsBetweenLooks)
        {
            var killed = new List<string>();
            await district.Work(async () =>
            {
                for (var kill = 0; kill < RoundsBetweenLooks; kill++)
                {
                    var (host, watcher) = (random.Next(2), random.Next(2));
                    var (first, second) = (random.Next(1000), random.Next(1000));
                    killed.Add($"host {host} after {first} ms, watcher {watcher} after {second} ms");
                    await Task.WhenAll(
                        After(first, () => district.Kill(host)),
                        After(second, () => district.KillWatcher(watcher)));
                }
            });
            await district.AssertNothingIsLost($"seed {seed}, rounds from {round}: {string.Join("; ", killed)}");
        }

        await district.AssertVerifies();
        Assert.That(district.Load.Registered, Has.Count.GreaterThan(rounds), "there was a load");
    }

    private static async Task After(int milliseconds, Func<Task> act)
    {
        await Task.Delay(milliseconds);
        await act();
    }

    // How fast the machine is plays no part; a load that does not get anywhere does.
    private static Func<Task> Until(Func<bool> reached) => async () =>
    {
        for (var waited = Stopwatch.StartNew(); !reached(); await Task.Delay(50))
        {
            Assert.That(waited.Elapsed, Is.LessThan(TimeSpan.FromMinutes(3)), "the load gets nowhere");
        }
    };
}
