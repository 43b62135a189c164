using System.Data.Common;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Testing.TransactSql;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Disclosure.Cases.Storage.Tests;

// What is not copied, what is altered meanwhile, and connections that are lost.
internal sealed partial class DatabaseCopyTests
{
    private Task ending = Task.CompletedTask;
    private volatile bool isDown;

    [Test]
    public async Task Source_ThatIsUsed_IsRefused()
    {
        using var jobs = SoleJobServer.Take(office.Database);
        await Refused(office, "copy.inUse");
    }

    [Test]
    public async Task Source_WithAnotherKey_OrAFinding_IsRefused()
    {
        await using var small = await TestOffice.Open(TestDatabases.Sqlite);
        await small.Register();
        var key = TestOffice.ChainKeyIn(small.Folder);
        var right = await System.IO.File.ReadAllTextAsync(key);
        await System.IO.File.WriteAllTextAsync(key, Convert.ToBase64String(new byte[32]));
        await Refused(small, "audit.each.key.wrong");
        System.IO.File.Delete(key);
        await Refused(small, "audit.each.key.missing");
        await System.IO.File.WriteAllTextAsync(key, right);
        await small.Tamper("UPDATE users SET roles = roles + 1 WHERE sign_in_name = 'clerk'");
        await Refused(small, "audit.each.row.changed");
    }

    [Test]
    public async Task Source_OfAnEarlierVersion_IsRefused_AndStaysSo()
    {
        var file = Path.Combine(folder, "earlier.db");
        var options = office.Services.GetRequiredService<StorageOptions>()
            .But(other => other.ConnectionString = $"Data Source={file};Pooling=False");
        await Refused(options, "copy.noSource");
        using var earlier = new Database(options.ConnectionString);
        await System.IO.File.WriteAllBytesAsync(file, []);
        await Refused(options, "copy.sourceSchema");
        var steps = Migrations.Embedded(earlier.Dialect).OrderBy(step => step.Name, StringComparer.Ordinal).SkipLast(1).ToList();
        await new Migrations(earlier, office.Clock, steps).Apply(default);
        await Refused(options, "copy.sourceSchema");
        Assert.That(await new Migrations(earlier, office.Clock, steps).AreApplied(default), Is.True);
    }

    [Test]
    public async Task Row_WithTheCharacterNul_IsNamed()
    {
        await using var small = await TestOffice.Open(TestDatabases.Sqlite);
        var id = new string('1', 36);
        await small.Tamper(
            $"""
            {SqliteOnly.Mark}INSERT INTO saved_filters (id, user_id, name, name_key, query, saved_at)
            SELECT @id, id, 'a' || CHAR(0) || 'b', '', '', '' FROM users WHERE sign_in_name = 'clerk'
            """,
            new { id });
        var refused = (await Copy(of: small)).Refusals.Single();
        Assert.That((refused.Code, refused.Arguments[0], refused.Arguments[1]), Is.EqualTo(("copy.nul", "saved_filters", id)));
        Assert.That(Start, Throws.InstanceOf<MigrationException>());
    }

    [Test]
    public async Task Row_ThatTheTargetRefuses_IsNamed()
    {
        await using var small = await TestOffice.Open(TestDatabases.Sqlite);
        await small.Tamper(
            "INSERT INTO sweeps (agency_id, fingerprint) VALUES ('one', @long)", new { @long = new string('x', 100) });
        var copied = await Copy(of: small);
        if (targetKind == TestDatabases.Sqlite)
        {
            Assert.That(copied.Refusals, Is.Empty, "SQLite knows no length");
            return;
        }

        var refused = copied.Refusals.Single();
        Assert.That((refused.Code, refused.Arguments[0]), Is.EqualTo(("copy.rows", "sweeps")));
    }

    [Test]
    public async Task Target_WithABegunCopyOfOthers_OrOfWhatTheSourceWas_IsRefused()
    {
        Assert.That(() => Copy(Break(progress => progress.Code == Compares)), Throws.InstanceOf<BrokenOffException>());
        await using var small = await TestOffice.Open(TestDatabases.Sqlite);
        Assert.That((await Copy(of: small)).Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "copy.otherSource" }));

        await DropTarget();
        await MakeTarget();
        Assert.That(() => Copy(Break(progress => progress.Code == Copies), small), Throws.InstanceOf<BrokenOffException>());
        await small.Register();
        Assert.That((await Copy(of: small)).Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "copy.otherSource" }));
    }

    [TestCase("UPDATE users SET name = '别人' WHERE sign_in_name = 'clerk'", "users")]
    [TestCase("UPDATE case_contents SET content = @bytes WHERE id = (SELECT MAX(c.id) FROM case_contents c)", "case_contents")]
    [TestCase("DELETE FROM looks WHERE id = (SELECT MIN(l.id) FROM looks l)", "looks")]
    [TestCase("INSERT INTO sweeps (agency_id, fingerprint) VALUES ('x', '')", "sweeps")]
    public async Task Row_AlteredBeforeTheEnd_IsNamed_AndTheCopyStaysUnfinished(string sql, string table)
    {
        await using var there = office.Restart(target.ConnectionString);
        var copied = await Copy(progress =>
        {
            if (progress.Code == Copies && Equals(progress.Arguments[0], progress.Arguments[1]))
            {
                there.Tamper(sql, new { bytes = "x"u8.ToArray() }).Wait();
            }
        });
        Assert.That(copied.Refusals.Select(refusal => refusal.Code), Is.EqualTo(new[] { "copy.differs", "copy.again" }));
        Assert.That(copied.Refusals[0].Arguments[0], Is.EqualTo(table));
        Assert.That(copied.Refusals[0].Say(Kernel.Texts.English), Does.Contain($"The table {table} differs"));
        Assert.That(Start, Throws.InstanceOf<MigrationException>());
        Assert.That((await Copy()).Succeeded, Is.False, "nothing is put over it");
    }

    [Test]
    public async Task Connection_ThatIsLost_IsMadeAnew_AndWhenThatDoesNotHelpTheNextRunGoesOn()
    {
        if (targetKind != TestDatabases.PostgreSql)
        {
            Assert.Ignore("Only PostgreSQL's connections are ended here.");
        }

        var heard = 0;
        Assert.That(
            () => Copy(progress => _ = progress.Code == Copies && ++heard > 20 && EndSessions(forGood: true)),
            Throws.InstanceOf<DbException>().With.Property(nameof(DbException.IsTransient)).True);
        isDown = false;
        await ending;
        Assert.That(Start, Throws.InstanceOf<MigrationException>());
        heard = 0;
        var copied = await Copy(progress => _ = progress.Code is Copies or Compares && ++heard % 12 == 0 && EndSessions(forGood: false));
        Assert.That(copied.Refusals, Is.Empty);
        Assert.That(heard, Is.GreaterThan(36), "they were ended several times");
        await using var there = await Start();
        await IsCopyOf(before, there, entries: 1);
    }

    // As a server does that goes down: those that there are, and while it is down every new one.
    private bool EndSessions(bool forGood)
    {
        isDown = forGood;
        End();
        if (forGood && ending.IsCompleted)
        {
            ending = Task.Run(async () =>
            {
                while (isDown)
                {
                    End();
                    await Task.Delay(TimeSpan.FromMilliseconds(1));
                }
            });
        }

        return true;
    }

    private void End()
    {
        using var administrator = new NpgsqlConnection($"{target.ConnectionString};Pooling=False");
        administrator.Open();
        using var end = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND pid <> pg_backend_pid()",
            administrator);
        end.ExecuteScalar();
    }

    private async Task Refused(TestOffice of, string code) =>
        await Refused(of.Services.GetRequiredService<StorageOptions>(), code);

    // Nothing was made over there.
    private async Task Refused(StorageOptions options, string code)
    {
        using var database = new Database(options.ConnectionString);
        var copied = await New(database, options).To(target.ConnectionString, _ => { }, default);
        Assert.That(copied.Refusals.Select(refusal => refusal.Code), Does.Contain(code));
        using var other = new Database(target.ConnectionString);
        Assert.That(await StoredTable.All(other, default), Is.Empty);
    }
}
