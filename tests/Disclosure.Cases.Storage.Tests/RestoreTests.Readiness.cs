using Disclosure.Cases.Storage.Maintenance;

namespace Disclosure.Cases.Storage.Tests;

// Whether something can be recorded, before and after a database was damaged.
internal sealed partial class RestoreTests
{
    [Test]
    public async Task Readiness_WithADamagedPageWhereTheChainEnds_IsGone_AndComesBack()
    {
        ClosePool();
        await Change(File, "PRAGMA wal_checkpoint(TRUNCATE)");
        var root = await Single(File, "SELECT rootpage FROM sqlite_master WHERE name = 'row_seals'");
        var size = await Single(File, "PRAGMA page_size");
        ClosePool();
        var sound = await System.IO.File.ReadAllBytesAsync(File);
        var damaged = sound.ToArray();
        Array.Fill(damaged, (byte)0xAB, (int)((root - 1) * size), (int)size);
        await System.IO.File.WriteAllBytesAsync(File, damaged);
        await using var again = office.Restart();
        Assert.That(await Obstacle(again), Is.EqualTo("writing"));

        ClosePool();
        await System.IO.File.WriteAllBytesAsync(File, sound);
        Assert.That(await Obstacle(again), Is.EqualTo("writing"), "for some seconds");
        again.Clock.Advance(TimeSpan.FromSeconds(5));
        Assert.That(await Obstacle(again), Is.Null);
        Assert.That(await Codes(again), Is.Empty, "the trial leaves nothing");
    }

    [Test]
    public async Task Readiness_OfRecordsThatCannotBeWritten_IsNone()
    {
        Assert.That(await Obstacle(office), Is.Null);
        await using var reading = office.Restart($"Data Source={File};Mode=ReadOnly");
        Assert.That(await Obstacle(reading), Is.EqualTo("writing"));
    }

    private static Task<string?> Obstacle(TestOffice of) => of.With<Readiness, string?>(readiness => readiness.Obstacle(default));
}
