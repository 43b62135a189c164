using Disclosure.Cases.Storage.Connections;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;
using Hangfire.Storage;
using Npgsql;

namespace Disclosure.Cases.Jobs;

/// <summary>
/// Hangfire's storage in PostgreSQL, with the server's clock for all hosts, and with locks that end with the connection of a process
/// that is killed: the package's own are rows that outlive their holder by ten minutes, and are broken after as long, whether the holder
/// is still at work or not.
/// </summary>
internal sealed class PostgreSqlJobStorage : PostgreSqlStorage, IDisposable
{
    // A job of a process that was killed is given to another one after as long.
    private static readonly TimeSpan InvisibleFor = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan PollInterval = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan InstallPatience = TimeSpan.FromMinutes(2);

    private readonly Database database;

    /// <summary>The storage, whose tables are made when they are not there or of an earlier version.</summary>
    /// <exception cref="NpgsqlException">The server cannot be reached, or does not let them be made.</exception>
    /// <exception cref="TimeoutException">Another host does not get done with making them.</exception>
    public PostgreSqlJobStorage(string connectionString, string schema)
        : this(new Database(connectionString), new PostgreSqlStorageOptions
        {
            SchemaName = schema,
            PrepareSchemaIfNecessary = false,
            UseSlidingInvisibilityTimeout = true,
            InvisibilityTimeout = InvisibleFor,
            QueuePollInterval = PollInterval,
        })
    {
        using var session = new ServerSession(database);
        using var one = session.Take($"{schema}:install", InstallPatience)
            ?? throw new TimeoutException("Another host is making the tables of the jobs and does not get done.");
        using var connection = new NpgsqlConnection(database.ConnectionString);
        connection.Open();
        PostgreSqlObjectsInstaller.Install(connection, schema);
    }

    private PostgreSqlJobStorage(Database database, PostgreSqlStorageOptions options)
        : base(new NpgsqlConnectionFactory(database.ConnectionString, options), options) => this.database = database;

    /// <inheritdoc/>
    public override bool HasFeature(string featureId) =>
        featureId == JobStorageFeatures.Connection.GetUtcDateTime || base.HasFeature(featureId);

    /// <inheritdoc/>
    public override IStorageConnection GetConnection() => new Connection(this, database);

    /// <inheritdoc/>
    public void Dispose() => database.Dispose();

    private sealed class Connection(PostgreSqlStorage storage, Database database) : PostgreSqlConnection(storage)
    {
        private readonly ServerSession session = new(database);

        public override DateTime GetUtcDateTime() => session.UtcNow();

        public override IDisposable AcquireDistributedLock(string resource, TimeSpan timeout) =>
            session.Take(resource, timeout) ?? throw new DistributedLockTimeoutException(resource);

        public override void Dispose()
        {
            session.Dispose();
            base.Dispose();
        }
    }
}
