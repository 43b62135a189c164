using Disclosure.Cases.Maintenance;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

// The copies themselves: each whole or not there, also those that are made by themselves.
internal sealed partial class RestoreTests
{
    [Test]
    public async Task Backup_WhileWritersAreAtWork_IsWholeAndProved()
    {
        using var stop = new CancellationTokenSource();
        var writers = Enumerable.Range(0, 3).Select(_ => Task.Run(async () =>
        {
            var written = 0;
            while (!stop.IsCancellationRequested)
            {
                await office.Register(TestOffice.Application());
                written++;
            }

            return written;
        })).ToList();
        var copies = new List<string>();
        for (var number = 0; number < 3; number++)
        {
            await office.Register(TestOffice.Application());
            copies.Add($"{Backup}.{number}");
            Assert.That(await office.With<Backup, IReadOnlyList<Finding>>(backup => backup.To(copies[^1], default)), Is.Empty);
        }

        await stop.CancelAsync();
        Assert.That(await Task.WhenAll(writers), Has.All.GreaterThan(0));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(Backup)!), Is.EquivalentTo(copies), "nothing is left beside them");
        var lengths = new List<long>();
        foreach (var copy in copies)
        {
            lengths.Add(await Single(copy, "SELECT COUNT(*) FROM case_events"));
        }

        Assert.That(lengths, Is.Ordered.And.Unique);
    }

    [Test]
    public async Task Backup_OfRecordsThatProveUnsound_LeavesNoFile()
    {
        await office.Tamper("UPDATE users SET name = '别人' WHERE sign_in_name = 'clerk'");
        var findings = await office.With<Backup, IReadOnlyList<Finding>>(backup => backup.To(Backup, default));
        Assert.That(findings.Select(finding => finding.Code), Is.EqualTo(new[] { "row.changed" }));
        Assert.That(Directory.GetFiles(Path.GetDirectoryName(Backup)!), Is.Empty);
    }

    [Test]
    public async Task Backup_ByItself_KeepsAsManyAsAreWanted_AndRemovesNoneForAFailedOne()
    {
        var settings = new BackupSettings(Path.Combine(office.Folder, "backups"), new TimeOnly(3, 0), 2);
        office.Services.GetRequiredService<StorageOptions>().Backups = settings;
        for (var day = 0; day < 3; day++)
        {
            office.Clock.Advance(TimeSpan.FromDays(1));
            await office.Do(Actor.Application, new BackUpRecords());
        }

        // One was killed days ago, another has just begun elsewhere.
        string[] unfinished = ["disclosure-20250924-085959.db.partial", "disclosure-20250925-120000.db.partial"];
        foreach (var name in unfinished)
        {
            await System.IO.File.WriteAllTextAsync(Path.Combine(settings.Folder, name), "half");
            await System.IO.File.WriteAllTextAsync(Path.Combine(settings.Folder, name + "-wal"), "half");
        }

        string[] kept = ["disclosure-20250925-090000.db", "disclosure-20250924-090000.db"];
        Assert.That(settings.Made().Select(file => file.Name), Is.EqualTo(kept));

        await office.Tamper("UPDATE users SET name = '别人' WHERE sign_in_name = 'clerk'");
        office.Clock.Advance(TimeSpan.FromDays(1));
        var refusals = (await office.Send(Actor.Application, new BackUpRecords())).Refusals;
        Assert.That(refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "audit.row.changed" }));
        Assert.That(
            Directory.GetFiles(settings.Folder).Select(Path.GetFileName),
            Is.EquivalentTo([.. kept, unfinished[1], unfinished[1] + "-wal"]));
    }
}
