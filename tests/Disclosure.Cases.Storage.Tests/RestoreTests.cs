using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Storage.Sealing;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>Backups and the way back to one, on files as an office has them.</summary>
internal sealed partial class RestoreTests
{
    private TestOffice office = null!;

    private string File => Path.Combine(office.Folder, "cases.db");

    private string Backup => Path.Combine(office.Folder, "backups", "one.db");

    private string Anchors => office.Services.GetRequiredService<StorageOptions>().AnchorFile;

    [SetUp]
    public async Task OpenOffice()
    {
        office = await TestOffice.Open(TestDatabases.Sqlite);
        await office.Register(TestOffice.Application("第一件"));
    }

    [TearDown]
    public async Task CloseOffice() => await office.DisposeAsync();

    [Test]
    public async Task Restore_PutsTheBackupInPlace_KeepsWhatItReplaced_AndIsOnRecord()
    {
        await BackUp();
        var lost = await office.Register(TestOffice.Application("之后的"));
        var restored = await RestoreIt(loses: false);
        Assert.That(restored.Refusals, Is.Empty);
        Assert.That(await Single(File, "SELECT COUNT(*) FROM case_files"), Is.EqualTo(1));
        Assert.That(await Single(restored.Value.Kept!, $"SELECT COUNT(*) FROM case_files WHERE case_id = '{lost}'"), Is.EqualTo(1));
        Assert.That(Directory.GetFiles(office.Folder, "cases.db*").Select(Path.GetFileName), Is.EquivalentTo(
            new[] { "cases.db", "cases.db.jobs", Path.GetFileName(restored.Value.Kept) }));

        await using var again = office.Restart();
        Assert.That(await Codes(again), Is.Empty);
        var entry = (await again.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(
            log => log.Find(AdministrationFilter.All, 0, 1, default)))[0];
        Assert.That((entry.Act, entry.Changes[0].After), Is.EqualTo((AdministrativeAct.RecordsRestored, "one.db")));
        await again.Register(TestOffice.Application("恢复之后的"));
        Assert.That(await Codes(again), Is.Empty);
    }

    [Test]
    public async Task Restore_OfABackupThatLacksWhatWasAnchored_GoesOnOnlyWhenToldTo_AndIsExplainedAfterwards()
    {
        await Anchor(office);
        await BackUp();
        await office.Register(TestOffice.Application("之后的"));
        await Anchor(office);
        var refused = await RestoreIt(loses: false);
        Assert.That(
            refused.Refusals.Select(refusal => refusal.Code).Distinct(), Is.EqualTo(new[] { "restore.lacks", "restore.lose" }));
        Assert.That(
            refused.Refusals.Select(refusal => refusal.Arguments is [var first, ..] ? first : null), Does.Contain(office.Agency.Id));
        Assert.That(await Single(File, "SELECT COUNT(*) FROM case_files"), Is.EqualTo(2), "nothing was replaced");

        Assert.That((await RestoreIt(loses: true)).Value.Lost.Select(each => each.Chain), Does.Contain(office.Agency.Id));
        await using var again = office.Restart();
        Assert.That(await Codes(again), Is.Empty);

        // What comes in the place of the lost is held to the anchors that are written from now on.
        await again.Register(TestOffice.Application("恢复之后的"));
        await Anchor(again);
        Assert.That(await Codes(again), Is.Empty);
        await again.Unlock("case_events");
        await again.Tamper("UPDATE case_events SET hash = 'another' WHERE position = (SELECT MAX(position) FROM case_events)");
        Assert.That(await Codes(again), Does.Contain("anchor.differs"));
    }

    [Test]
    public async Task Restore_AfterTheKeyWasRotated_FindsTheAnchorsSealedWithTheLaterKey()
    {
        await BackUp();
        await office.With<RecordKey>(key => key.Rotate(default));
        await Anchor(office);
        Assert.That((await RestoreIt(loses: true)).Refusals, Is.Empty);
        await using var again = office.Restart();
        Assert.That(await Codes(again), Is.Empty);
    }

    [Test]
    public async Task Restore_WithAnotherKey_IsRefused()
    {
        await BackUp();
        await System.IO.File.WriteAllTextAsync(TestOffice.ChainKeyIn(office.Folder), Convert.ToBase64String(new byte[32]));
        await Refused("audit.each.key.wrong");
    }

    [Test]
    public async Task Restore_OfANewerVersionsBackup_IsRefused()
    {
        await BackUp();
        await Change(Backup, "INSERT INTO schema_migrations (name, checksum, applied_at) VALUES ('9999_later.sql', 'x', '2026-11-30')");
        await Refused("restore.schema");
    }

    [Test]
    public async Task Restore_OfAChangedBackup_IsRefused()
    {
        await BackUp();
        await Change(Backup, "UPDATE users SET roles = 'Administrator' WHERE sign_in_name = 'clerk'");
        await Refused("audit.each.row.changed");
    }

    [Test]
    public async Task Restore_OfWhatIsNoDatabase_IsRefused()
    {
        await BackUp();
        await System.IO.File.WriteAllBytesAsync(Backup, [.. Enumerable.Range(0, 20_000).Select(each => (byte)(each * 7))]);
        await Refused("restore.notWhole");
        System.IO.File.Delete(Backup);
        await Refused("restore.noBackup");
    }

    [Test]
    public async Task Restore_WhileSomebodyUsesTheDatabase_IsRefused()
    {
        await BackUp();
        await using (var open = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            await open.OpenAsync();
            await using var command = open.CreateCommand();
            command.CommandText = "SELECT COUNT(*) FROM users";
            await command.ExecuteScalarAsync();
            await Refused("restore.inUse");
        }

        using var jobs = SoleJobServer.Take(office.Database);
        await Refused("restore.inUse");
    }

    [Test]
    public async Task Restore_OverADamagedDatabase_KeepsItWithItsLog()
    {
        await BackUp();
        ClosePool();
        await System.IO.File.WriteAllTextAsync(File, new string('x', 5000));
        await System.IO.File.WriteAllTextAsync(File + "-wal", "its log");
        var kept = (await RestoreIt(loses: false)).Value.Kept!;
        Assert.That(await System.IO.File.ReadAllTextAsync(kept), Does.StartWith("xxx"));
        Assert.That(await System.IO.File.ReadAllTextAsync(kept + "-wal"), Is.EqualTo("its log"));
        await using var again = office.Restart();
        Assert.That(await Codes(again), Is.Empty);
    }

    [Test]
    public async Task Restore_WhereADatabaseWasMovedAwayWithoutItsLog_KeepsTheLogOutOfTheNewOne()
    {
        await BackUp();
        await using (var open = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            // As a host leaves it that was killed.
            await open.OpenAsync();
            await using var reads = open.CreateCommand();
            reads.CommandText = "SELECT COUNT(*) FROM users";
            await reads.ExecuteScalarAsync();
            await office.Register(TestOffice.Application("之后的"));
            ClosePool();
            System.IO.File.Copy(File + "-wal", File + ".log");
        }

        System.IO.File.Move(File, File + ".away");
        System.IO.File.Move(File + ".log", File + "-wal");
        Assert.That((await RestoreIt(loses: false)).Value.Kept, Is.Null);
        Assert.That(new FileInfo(Directory.GetFiles(office.Folder, "*.before-*-wal").Single()).Length, Is.GreaterThan(0));
        Assert.That(await Single(File, "SELECT COUNT(*) FROM case_files"), Is.EqualTo(1));
        await using var again = office.Restart();
        Assert.That(await Codes(again), Is.Empty);
    }

    private async Task BackUp() =>
        Assert.That(await office.With<Backup, IReadOnlyList<Finding>>(backup => backup.To(Backup, default)), Is.Empty);

    private Task<Result<Restored>> RestoreIt(bool loses)
    {
        ClosePool();
        return office.With<Restore, Result<Restored>>(restore => restore.From(Backup, loses, default));
    }

    private async Task Refused(string code)
    {
        ClosePool();
        var before = await System.IO.File.ReadAllBytesAsync(File);
        Assert.That((await RestoreIt(loses: false)).Refusals.Select(refusal => refusal.Code), Does.Contain(code));
        Assert.That(await System.IO.File.ReadAllBytesAsync(File), Is.EqualTo(before));
        Assert.That(Directory.GetFiles(office.Folder, "*.restoring*").Concat(Directory.GetFiles(office.Folder, "*.before-*")), Is.Empty);
    }

    private Task Anchor(TestOffice of) => of.With<Anchors>(anchors => anchors.WriteTo(Anchors, default));

    private async Task<IEnumerable<string>> Codes(TestOffice of) =>
        (await of.With<Verification, IReadOnlyList<Finding>>(records => records.Run(Anchors, default))).Select(finding => finding.Code);

    // The office's connections are a pool's, as long as its process lives.
    private void ClosePool()
    {
        using var pooled = new SqliteConnection($"Data Source={File}");
        SqliteConnection.ClearPool(pooled);
    }

    private static Task<long> Change(string file, string sql) => Single(file, sql);

    private static async Task<long> Single(string file, string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(await command.ExecuteScalarAsync() ?? 0L, System.Globalization.CultureInfo.InvariantCulture);
    }
}
