using Disclosure.Cases.Agencies;
using Disclosure.Cases.DocumentLifecycle;
using Disclosure.Cases.ReplyTemplates;
using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Storage.Sealing;
using Disclosure.Cases.Testing.TransactSql;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>An office with something of everything, copied from SQLite to every database that there is.</summary>
[TestFixture(TestDatabases.Sqlite)]
[TestFixture(TestDatabases.PostgreSql, Category = "PostgreSql")]
[TestFixture(TestDatabases.SqlServer, Category = "SqlServer")]
internal sealed partial class DatabaseCopyTests(string targetKind)
{
    private const string Copies = "cli.copy.copies";
    private const string Compares = "cli.copy.compares";
    private const string Proves = "cli.copy.proves";
    private const int RowsAtOnce = 50;

    // Beyond the basic plane, where no character is and never will be, and in two ways.
    private const string Rare = "𠮷\uFFFE\u007F\U0010FFFF e\u0301 é ‘’ \t\n 'x' \"y\" \\ @v1";

    private TestOffice office = null!;
    private IReadOnlyList<string> before = null!;
    private string folder = null!;
    private ITestDatabase target = null!;

    private string Anchors => office.Services.GetRequiredService<StorageOptions>().AnchorFile;

    [OneTimeSetUp]
    public async Task Fill()
    {
        // No office is filled for a server that is not there.
        await MakeTarget();
        await DropTarget();
        office = await FilledOffice.Open(1);
        await office.Tamper("UPDATE saved_filters SET name = @Rare", new { Rare });
        await office.Tamper(
            "UPDATE exports SET content = @bytes WHERE content IS NOT NULL", new { bytes = new byte[] { 0, 255, 0, 92, 39 } });
        await office.With<Anchors>(anchors => anchors.WriteTo(Anchors, default));
        before = await Dump(office);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        if (office is not null)
        {
            await office.DisposeAsync();
        }
    }

    [SetUp]
    public async Task MakeTarget()
    {
        folder = TestOffice.NewFolder();
        target = await TestDatabases.Empty(targetKind, folder);
    }

    [TearDown]
    public async Task DropTarget()
    {
        if (target is not null)
        {
            await target.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Test]
    public async Task Copy_IsTheSameAndOnRecord_AndTheSourceStaysAsItWas()
    {
        var copied = await Copy();
        Assert.That(copied.Refusals, Is.Empty);
        await using var there = office.Restart(target.ConnectionString);
        await IsCopyOf(before, there, entries: 1);
        Assert.That(
            (copied.Value.Tables, copied.Value.Rows),
            Is.EqualTo((SqlSchema.Current.Tables.Count() - 1, before.Count)), "all but the journal");
        Assert.That((copied.Value.Files, copied.Value.From), Is.EqualTo((await Files(office), "SQLite")));
        var entry = (await there.With<IAdministrationLog, IReadOnlyList<AdministrationEntry>>(
            log => log.Find(AdministrationFilter.All, 0, 1, default)))[0];
        Assert.That(
            (entry.Act, entry.Changes[0].Before, entry.Changes[0].After),
            Is.EqualTo((AdministrativeAct.RecordsCopied, "SQLite", there.Database.Product)));
        Assert.That(await Codes(there), Is.Empty);
        Assert.That(await Codes(office), Is.Empty);
        Assert.That(await Dump(office), Is.EquivalentTo(before));
        Assert.That((await Copy()).Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "copy.notEmpty" }), "a second time");
    }

    [Test]
    public async Task Work_GoesOnThere()
    {
        var anchored = await System.IO.File.ReadAllTextAsync(Anchors);
        Assert.That((await Copy()).Refusals, Is.Empty);
        await using var there = await Start();
        await there.Do(Actor.Application, new RefreshTemplates());
        var second = (await there.With<IUsers, User?>(users => users.FindBySignInName("second", default)))!;
        var (desk, letter) = await CaseDriver.Issued(there, CaseDriver.Person());
        await desk.Do<Approval>(
            (id, version) => new ApproveDocument(id, version, letter),
            new Actor(second.Id, second.Name, second.Roles, second.AgencyId));
        var signedIn = await there.With<SigningIn, PasswordAnswer?>(signingIn => signingIn.Try(
            new SignInAttempt("clerk", TestOffice.Password, new SignInPlace("10.0.0.1", null, "browser")), default));
        Assert.That(signedIn, Is.Not.Null);
        await there.With<RecordKey>(key => key.Rotate(default));
        await there.With<Anchors>(anchors => anchors.WriteTo(Anchors, default));
        Assert.That(await Codes(there), Is.Empty, "no number is missing, and the anchors go on in the same file");
        await System.IO.File.WriteAllTextAsync(Anchors, anchored);
    }

    [Test]
    public async Task Copy_BackToSqlite_IsTheSame()
    {
        Assert.That((await Copy()).Refusals, Is.Empty);
        await using var there = await Start();
        var backFolder = TestOffice.NewFolder();
        await using (var database = await TestDatabases.Empty(TestDatabases.Sqlite, backFolder))
        {
            var copied = await New(there).To(database.ConnectionString, _ => { }, default);
            Assert.That(copied.Refusals, Is.Empty);
            await using var back = office.Restart(database.ConnectionString);
            await IsCopyOf(before, back, entries: 2);
            Assert.That(await Codes(back), Is.Empty);
        }

        Directory.Delete(backFolder, recursive: true);
    }

    [Test]
    public async Task Copy_BrokenOffInTheMiddle_IsNotWorkedWith_AndGoesOnWhereItStood()
    {
        var stood = 0L;
        Assert.That(() => Copy(Break(progress => progress.Code == Copies && progress.Arguments is [long done, _, "case_events"]
            && (stood = done) > 0)), Throws.InstanceOf<BrokenOffException>());
        Assert.That(Start, Throws.InstanceOf<MigrationException>().With.Message.Contains("copy-to"));
        Assert.That(await Count("case_events"), Is.EqualTo(RowsAtOnce), "the table is in the middle");

        Assert.That(() => Copy(Break(progress => progress.Code == Compares)), Throws.InstanceOf<BrokenOffException>());
        Assert.That(Start, Throws.InstanceOf<MigrationException>());

        var (proved, went) = (0, new List<CopyProgress>());
        Assert.That(() => Copy(Break(progress => progress.Code == Proves && ++proved == 2)), Throws.InstanceOf<BrokenOffException>());
        Assert.That(Start, Throws.InstanceOf<MigrationException>());

        Assert.That((await Copy(went.Add)).Refusals, Is.Empty);
        Assert.That(
            went.First(progress => progress is { Code: Copies, Arguments: [_, _, "case_events"] }).Arguments[0],
            Is.EqualTo(stood - RowsAtOnce + await Count("case_events")), "its rows were all there");
        await using var there = await Start();
        await IsCopyOf(before, there, entries: 1);
        Assert.That(await Codes(there), Is.Empty);
    }

    [Test]
    public async Task Target_ThatIsNotEmpty_IsRefused_AndStaysAsItIs()
    {
        using var other = new Database(target.ConnectionString);
        await new Migrations(other, office.Clock).Apply(default);
        Assert.That((await Copy()).Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "copy.notEmpty" }));
        Assert.That(await Count("users"), Is.Zero);
    }

    private sealed class BrokenOffException : Exception;

    private static Action<CopyProgress> Break(Func<CopyProgress, bool> when) => progress =>
    {
        if (when(progress))
        {
            throw new BrokenOffException();
        }
    };

    private DatabaseCopy New(TestOffice of) => New(of.Database, of.Services.GetRequiredService<StorageOptions>());

    private DatabaseCopy New(Database source, StorageOptions options) =>
        new(source, options, new CurrentActor { Value = Actor.Application }, office.Clock, office.Services.GetRequiredService<Retries>())
        {
            RowsAtOnce = RowsAtOnce,
        };

    private Task<Result<CopiedRecords>> Copy(Action<CopyProgress>? report = null, TestOffice? of = null) =>
        New(of ?? office).To(target.ConnectionString, report ?? (_ => { }), default);

    // As a host does.
    private async Task<TestOffice> Start()
    {
        var there = office.Restart(target.ConnectionString);
        try
        {
            await there.Services.GetRequiredService<Migrations>().Apply(default);
            await there.With<RecordKey>(key => key.Begin(default));
            return there;
        }
        catch
        {
            await there.DisposeAsync();
            throw;
        }
    }

    private async Task<long> Count(string table)
    {
        await using var there = office.Restart(target.ConnectionString);
        return await there.With<UnitOfWork, long>(work => work.Single<long>($"SELECT COUNT(*) FROM {table}", null, default));
    }

    private static Task<long> Files(TestOffice of) => of.With<UnitOfWork, long>(async work =>
        await work.Single<long>("SELECT COUNT(*) FROM case_contents", null, default)
        + await work.Single<long>("SELECT COUNT(*) FROM exports WHERE content IS NOT NULL", null, default));

    private async Task<IEnumerable<string>> Codes(TestOffice of) =>
        (await of.With<Verification, IReadOnlyList<Finding>>(records => records.Run(Anchors, default))).Select(finding => finding.Code);

    // Every row with all its columns, also those that the database computes.
    private static Task<IReadOnlyList<string>> Dump(TestOffice of) => of.With<UnitOfWork, IReadOnlyList<string>>(async work =>
    {
        var lines = new List<string>();
        foreach (var table in SqlSchema.Current.Tables.Where(name => name != "schema_migrations"))
        {
            lines.AddRange((await work.Raw($"{SqliteOnly.Mark}SELECT * FROM {table}", null, default)).Select(
                row => $"{table} {string.Join('|', row.OrderBy(column => column.Key, StringComparer.Ordinal))}"));
        }

        return lines;
    });

    // But for the entries of the journal that each copy adds at the end.
    private static async Task IsCopyOf(IReadOnlyList<string> ours, TestOffice there, int entries)
    {
        var theirs = await Dump(there);
        var added = theirs.Except(ours).Select(line => line.Split(' ')[0]);
        Assert.That(added, Is.EquivalentTo(
            Enumerable.Repeat("administration_log", entries).Concat(Enumerable.Repeat("row_seals", entries)).Append("chains")));
        Assert.That(ours.Except(theirs).Select(line => line.Split(' ')[0]), Is.EqualTo(new[] { "chains" }));
        Assert.That(theirs, Has.Count.EqualTo(ours.Count + (2 * entries)));
    }
}
