using Disclosure.Cases.Jobs;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Maintenance;
using Disclosure.Cases.Testing.TransactSql;
using Hangfire.Storage;
using Npgsql;

namespace Disclosure.Cases.Storage.Tests;

/// <summary>What is PostgreSQL's alone.</summary>
[Category("PostgreSql")]
internal sealed class PostgreSqlTests
{
    private TestOffice office = null!;

    [SetUp]
    public async Task Open() => office = await TestOffice.Open(TestDatabases.PostgreSql);

    [TearDown]
    public async Task Close()
    {
        if (office is not null)
        {
            await office.DisposeAsync();
        }
    }

    [Test]
    public async Task Schema_HasTheTablesAndColumnsOfTheOthers()
    {
        var columns = await Query<string>(
            "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = current_schema()");
        var (schema, tables) = (SqlSchema.Current, SqlSchema.Current.Tables);
        Assert.That(columns, Is.EquivalentTo(tables.SelectMany(table => schema.Find(table)!.Select(column => $"{table}.{column.Name}"))));
    }

    [Test]
    public async Task Schema_OfTexts_ComparesByCodePoint()
    {
        Assert.That(
            await Query<string>(
                """
                SELECT table_name || '.' || column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND data_type IN ('text', 'character varying') AND collation_name IS DISTINCT FROM 'C'
                """),
            Is.Empty);
    }

    [Test]
    public async Task Table_ThatOnlyGrows_IsNotEmptiedAtOnceEither()
    {
        await office.Register();
        Assert.That(() => office.Tamper("TRUNCATE case_events"), Throws.Exception.Message.Contains("append-only"));
    }

    [TestCase("ALTER TABLE case_events DISABLE TRIGGER case_events_stay_as_they_are", "schema.missing")]
    [TestCase(
        "CREATE OR REPLACE FUNCTION stays_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END; $$",
        "schema.changed")]
    [TestCase(
        """
        DROP TRIGGER case_events_stay_as_they_are ON case_events;
        CREATE TRIGGER case_events_stay_as_they_are BEFORE TRUNCATE ON case_events FOR EACH STATEMENT EXECUTE FUNCTION stays_as_it_is()
        """,
        "schema.changed")]
    public async Task Trigger_TakenOffOrEmptied_IsFound(string sql, string finding)
    {
        await office.Tamper(sql);
        Assert.That((await Findings()).Select(each => each.Code).Distinct(), Is.EqualTo(new[] { finding }));
    }

    [Test]
    public async Task Insert_OfAKeyThatIsTaken_LeavesTheTransactionUsable()
    {
        await office.With<UnitOfWork>(work => work.Write(async () =>
        {
            const string Insert = "INSERT INTO sweeps (agency_id, fingerprint) VALUES (@id, @fingerprint)";
            Assert.That(await work.TryInsert(Insert, new { id = "one", fingerprint = "a" }, default), Is.True);
            Assert.That(await work.TryInsert(Insert, new { id = "one", fingerprint = "b" }, default), Is.False);
            Assert.That(await work.TryInsert(Insert, new { id = "two", fingerprint = "c" }, default), Is.True);
        }, default));
        Assert.That(await Query<string>("SELECT fingerprint FROM sweeps ORDER BY agency_id"), Is.EqualTo(new[] { "a", "c" }));
    }

    [Test]
    public async Task Sessions_EndedByTheServer_AreReplacedUnnoticed()
    {
        await office.Register();
        Assert.That(await EndSessions(), Is.GreaterThan(0));
        await office.Register();
        await EndSessions();
        Assert.That(await office.With<Migrations, bool>(migrations => migrations.AreApplied(default)));
        await EndSessions();
        Assert.That(await office.With<TrialWrite, bool>(trial => trial.Works(default)));
        await EndSessions();
        Assert.That(await Query<int>("SELECT ordinal FROM number_ledger ORDER BY ordinal"), Is.EqualTo(new[] { 1, 2 }));
        await EndSessions();
        Assert.That(await Findings(), Is.Empty);
    }

    [Test]
    public async Task Lock_OfASession_EndsWithIt()
    {
        using var first = new ServerSession(office.Database);
        using var second = new ServerSession(office.Database);
        var held = first.Take("sweep", TimeSpan.Zero);
        using var again = first.Take("sweep", TimeSpan.Zero);
        Assert.That((held, again), Is.Not.EqualTo(((IDisposable?)null, (IDisposable?)null)), "whoever has it may take it again");
        Assert.That(second.Take("sweep", TimeSpan.FromMilliseconds(100)), Is.Null);
        held!.Dispose();
        Assert.That(second.Take("sweep", TimeSpan.Zero), Is.Null, "it was taken twice");
        await EndSessions();
        using var taken = second.Take("sweep", TimeSpan.FromSeconds(10));
        Assert.That(taken, Is.Not.Null);
    }

    [Test]
    public async Task Lock_OfASessionThatWasLostBefore_IsHeld()
    {
        using var first = new ServerSession(office.Database);
        using var second = new ServerSession(office.Database);
        var held = first.Take("sweep", TimeSpan.Zero);
        await EndSessions();
        Assert.That(first.UtcNow, Throws.Exception, "whoever relies on the lock is told");
        Assert.That(() => first.Take("export", TimeSpan.Zero), Throws.Exception);
        held!.Dispose();
        using var again = first.Take("sweep", TimeSpan.Zero);
        Assert.That(again, Is.Not.Null);
        Assert.That(second.Take("sweep", TimeSpan.FromMilliseconds(100)), Is.Null);
    }

    [Test]
    public async Task Server_IsToldToLookWhetherItsHostsAreThere()
    {
        Assert.That(await Query<string>("SHOW tcp_keepalives_idle"), Is.EqualTo(new[] { "30" }));
        Assert.That(await Query<string>("SHOW tcp_keepalives_interval"), Is.EqualTo(new[] { "10" }));
        Assert.That(await Query<string>("SHOW tcp_keepalives_count"), Is.EqualTo(new[] { "3" }));
    }

    [TestCase("Host=db", 10, 10)]
    [TestCase("Host=db;Timeout=15;Command Timeout=30;Options=-c jit=off", 15, null)]
    public void ConnectionString_GetsTheLimitsThatItDoesNotState(string stated, int connecting, int? reading)
    {
        using var database = new Database(stated);
        var keys = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        Assert.That((keys.Timeout, database.ReadTimeout), Is.EqualTo((connecting, reading)));
        Assert.That(keys.Options, connecting == 15 ? Is.EqualTo("-c jit=off") : Does.Contain("tcp_keepalives_idle"));
    }

    [Test]
    public async Task Jobs_AskTheServerForTheTime_AndLockByItsSessions()
    {
        using var storage = new PostgreSqlJobStorage(office.ConnectionString, "hangfire");
        using var again = new PostgreSqlJobStorage(office.ConnectionString, "hangfire");
        Assert.That(storage.HasFeature(JobStorageFeatures.Connection.GetUtcDateTime));
        using var first = (JobStorageConnection)storage.GetConnection();
        using var second = again.GetConnection();
        Assert.That(first.GetUtcDateTime(), Is.EqualTo(DateTime.UtcNow).Within(TimeSpan.FromMinutes(1)));
        var held = first.AcquireDistributedLock("job", TimeSpan.Zero);
        Assert.That(
            () => second.AcquireDistributedLock("job", TimeSpan.FromMilliseconds(100)),
            Throws.InstanceOf<DistributedLockTimeoutException>());
        await EndSessions();
        using (second.AcquireDistributedLock("job", TimeSpan.FromSeconds(10)))
        {
            held.Dispose();
        }
    }

    // As a server does that goes down.
    private async Task<long> EndSessions()
    {
        await using var administrator = new NpgsqlConnection($"{office.ConnectionString};Pooling=False");
        await administrator.OpenAsync();
        await using var end = new NpgsqlCommand(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                + "WHERE datname = current_database() AND pid <> pg_backend_pid()",
            administrator);
        return (long)(await end.ExecuteScalarAsync())!;
    }

    private Task<IReadOnlyList<T>> Query<T>(string sql) =>
        office.With<UnitOfWork, IReadOnlyList<T>>(work => work.Query<T>(sql, null, default));

    private Task<IReadOnlyList<Finding>> Findings() =>
        office.With<Verification, IReadOnlyList<Finding>>(verification => verification.Run(null, default));
}
