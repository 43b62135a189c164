using System.IO.Compression;
using Disclosure.Cases.CaseFiles.Events;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests.KeptDatabase;

/// <summary>Writes the database that <see cref="KeptDatabaseTests"/> open, when it is asked for; see the README beside it.</summary>
[Explicit("It writes the kept database; see KeptDatabase/README.md.")]
public sealed class KeptDatabaseMaker
{
    private const int Cases = 28;
    private const int LettersKept = 3;

    private TestOffice office = null!;

    [Test]
    public async Task Make()
    {
        office = await FilledOffice.Open(Cases);
        await using var opened = office;
        var types = await Query<string>("SELECT DISTINCT type FROM case_events");
        var all = typeof(CaseEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(CaseEvent))).Select(type => type.Name);
        Assert.That(all.Except(types), Is.Empty, "every kind of event is in it");
        Assert.That(
            (await office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default)))
                .Select(finding => finding.Say(Texts.English)),
            Is.Empty);
        await EmptyMostLetters();
        await Keep();
    }

    // As when their retention period ends; the letters are nearly all of the file, and cannot be compressed further.
    private Task<bool> EmptyMostLetters() => office.As(Actor.Application, async scope =>
    {
        var work = scope.GetRequiredService<UnitOfWork>();
        var letters = await work.Query<Guid>("SELECT id FROM case_contents ORDER BY id", null, default);
        foreach (var id in letters.SkipLast(LettersKept))
        {
            var emptied = new { id, empty = Array.Empty<byte>() };
            await work.Write(() => work.Execute("UPDATE case_contents SET content = @empty WHERE id = @id", emptied, default), default);
        }

        var file = new { some = "PK"u8.ToArray() };
        await work.Write(() => work.Execute("UPDATE exports SET content = @some WHERE content IS NOT NULL", file, default), default);
        return true;
    });

    private async Task Keep()
    {
        var copy = Path.Combine(TestOffice.NewFolder(), "cases.db");
        await office.As(Actor.Application, async scope =>
        {
            File.Delete(KeptFiles.Path(KeptFiles.Anchors));
            await scope.GetRequiredService<Anchors>().WriteTo(KeptFiles.Path(KeptFiles.Anchors), default);
            await scope.GetRequiredService<Backup>().To(copy, default);
            File.Copy(scope.GetRequiredService<StorageOptions>().ChainKeyFile, KeptFiles.Path(KeptFiles.Key), overwrite: true);
            return true;
        });
        await using var from = File.OpenRead(copy);
        await using var to = new GZipStream(File.Create(KeptFiles.Path(KeptFiles.Compressed)), CompressionLevel.SmallestSize);
        await from.CopyToAsync(to);
        TestContext.Out.WriteLine($"last day: {office.Clock.Today():yyyy-MM-dd}");
    }

    private Task<IReadOnlyList<T>> Query<T>(string sql) =>
        office.As(Actor.Application, scope => scope.GetRequiredService<UnitOfWork>().Query<T>(sql, null, default));
}
