using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.Tests;

internal sealed class StorageClockTests(string databaseKind) : DatabaseContract(databaseKind)
{
    private static readonly DateTimeOffset Real = new(2025, 12, 31, 15, 59, 50, TimeSpan.Zero);

    [Test]
    public async Task Clock_OfAMachineThatIsHoursOff_IsTheDatabaseServers()
    {
        var own = new StandingClock(TimeProvider.System.GetUtcNow().AddHours(-3));
        var clock = new StorageClock(() => Office.Database, own);
        await clock.Refresh(default);
        if (Office.Database.FilePath is not null)
        {
            Assert.That(clock.GetUtcNow(), Is.EqualTo(own.Now), "there is no other clock");
        }
        else
        {
            Assert.That(clock.GetUtcNow() - own.Now, Is.EqualTo(TimeSpan.FromHours(3)).Within(TimeSpan.FromMinutes(5)));
        }
    }

    [TestCase(-3 * 60 * 60)]
    [TestCase(20)]
    [TestCase(26 * 60 * 60)]
    public void Today_OnTwoServersWithClocksApart_IsTheSame(int secondsAhead)
    {
        var (right, skewed) = (new StandingClock(Real), new StandingClock(Real.AddSeconds(secondsAhead)));
        var (here, there) = (new StorageClock(() => Office.Database, right), new StorageClock(() => Office.Database, skewed));
        Assert.That(there.GetUtcNow(), Is.Not.EqualTo(here.GetUtcNow()), "they are apart");
        here.Correct(right.Now, Real, right.Now);
        there.Correct(skewed.Now, Real, skewed.Now);
        Assert.That(there.GetUtcNow(), Is.EqualTo(here.GetUtcNow()));

        right.Advance(TimeSpan.FromSeconds(10));
        skewed.Advance(TimeSpan.FromSeconds(10));
        Assert.That((here.Today(), there.Today()), Is.EqualTo((new DateOnly(2026, 1, 1), new DateOnly(2026, 1, 1))));
    }

    [Test]
    public void Clock_WithinTheTimeOfTheAnswersWay_StaysAsItIs()
    {
        var own = new StandingClock(Real);
        var clock = new StorageClock(() => Office.Database, own);
        clock.Correct(Real, Real.AddMilliseconds(90), Real.AddMilliseconds(100));
        Assert.That(clock.GetUtcNow(), Is.EqualTo(own.Now), "40 ms are within the answer's 100");
        clock.Correct(Real, Real.AddMilliseconds(1050), Real.AddMilliseconds(100));
        Assert.That(clock.GetUtcNow() - own.Now, Is.EqualTo(TimeSpan.FromSeconds(1)));
    }

    [Test]
    public async Task Timer_OnTheClock_IsTheMachines()
    {
        var own = new StandingClock(Real);
        var wait = Task.Delay(TimeSpan.FromMinutes(1), new StorageClock(() => Office.Database, own));
        Assert.That(wait.IsCompleted, Is.False);
        own.Advance(TimeSpan.FromMinutes(1));
        await wait;
    }
}
