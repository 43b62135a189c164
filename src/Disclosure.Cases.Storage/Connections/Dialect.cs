using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>The few differences between the databases; all other SQL is written once.</summary>
internal abstract class Dialect
{
    public static readonly Dialect Sqlite = new SqliteDialect();

    public static readonly Dialect SqlServer = new SqlServerDialect();

    /// <summary>The folder of its migrations.</summary>
    public abstract string Folder { get; }

    /// <summary>Asks for the server's clock, UTC; null where there is no server.</summary>
    public virtual string? Now => null;

    /// <summary>The end of a query with ORDER BY that takes <c>@take</c> rows after <c>@skip</c>.</summary>
    public abstract string Page { get; }

    /// <summary>Creates the journal of migrations when it is not there.</summary>
    public abstract string CreateJournal { get; }

    /// <summary>Whether only one writer at a time can be at work: then they queue up here instead of inside the database.</summary>
    public abstract bool HasOneWriter { get; }

    public abstract DbConnection Connect(string connectionString);

    /// <summary>What every connection has to be told once it is open.</summary>
    public virtual string? OnOpen => null;

    /// <summary>What the database is told once, before its first migration.</summary>
    public virtual string? OnFirstUse => null;

    /// <summary>Begins to read as of one moment, without keeping writers waiting.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    public abstract bool IsUniqueViolation(DbException problem);

    /// <summary>Whether the database gave up this transaction in favour of another one: nothing of it is left.</summary>
    public abstract bool IsDeadlock(DbException problem);

    /// <summary>Whether the same work may well succeed when it is done again: a deadlock, a time-out, a lost connection, a failover.</summary>
    public abstract bool IsTransient(DbException problem);

    /// <summary>The condition that a text contains another one, which is in capitals: by code point, Latin letters in either case.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>The batches of a migration.</summary>
    public abstract IEnumerable<string> Batches(string script);

    private sealed class SqliteDialect : Dialect
    {
        private const int ConstraintPrimaryKey = 1555;
        private const int ConstraintUnique = 2067;

        public override string Folder => "sqlite";

        public override string Page => "LIMIT @take OFFSET @skip";

        public override string CreateJournal =>
            "CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT NOT NULL PRIMARY KEY, checksum TEXT NOT NULL, applied_at TEXT NOT NULL)";

        public override bool HasOneWriter => true;

        // What was committed survives a power cut: the wait for the disk is part of the promise.
        public override string OnOpen => "PRAGMA busy_timeout = 60000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL;";

        public override string OnFirstUse => "PRAGMA journal_mode = WAL;";

        public override DbConnection Connect(string connectionString) => new SqliteConnection(connectionString);

        // A deferred transaction sees what was committed when it first reads.
        public override DbTransaction BeginSnapshot(DbConnection connection) => ((SqliteConnection)connection).BeginTransaction(deferred: true);

        public override bool IsUniqueViolation(DbException problem) =>
            problem is SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

        public override bool IsDeadlock(DbException problem) => false;

        // Whoever finds it busy has waited for its turn already, and there is no connection to lose.
        public override bool IsTransient(DbException problem) => false;

        public override string Contains(string text, string part) => $"INSTR(UPPER({text}), {part}) > 0";

        public override IEnumerable<string> Batches(string script) => [script];
    }

    private sealed class SqlServerDialect : Dialect
    {
        private const int DuplicateKey = 2627;
        private const int DuplicateIndexKey = 2601;
        private const int DeadlockVictim = 1205;
        private const int TimedOut = -2;
        private const int SnapshotConflict = 3960;
        private const int DatabaseNotOpen = 4060;
        private const int ReplicaNotReady = 976;
        private const int ReplicaChangesRole = 983;
        private const int ConnectionKilled = 596;
        private const byte FatalClass = 20;

        public override string Folder => "sqlserver";

        public override string Now => "SELECT SYSUTCDATETIME()";

        public override string Page => "OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY";

        public override string CreateJournal =>
            """
            IF OBJECT_ID('schema_migrations') IS NULL
            BEGIN TRY
                CREATE TABLE schema_migrations (name varchar(200) NOT NULL PRIMARY KEY, checksum char(64) NOT NULL, applied_at varchar(28) NOT NULL)
            END TRY
            BEGIN CATCH
                -- Another host that starts at the same time was faster.
                IF OBJECT_ID('schema_migrations') IS NULL THROW;
            END CATCH
            """;

        public override bool HasOneWriter => false;

        // An administrator may have done so already: then the service needs no right to.
        public override string OnFirstUse =>
            """
            IF EXISTS (SELECT 1 FROM sys.databases WHERE database_id = DB_ID() AND snapshot_isolation_state = 0)
            EXEC ('ALTER DATABASE CURRENT SET ALLOW_SNAPSHOT_ISOLATION ON')
            """;

        public override DbConnection Connect(string connectionString) => new SqlConnection(connectionString);

        public override DbTransaction BeginSnapshot(DbConnection connection) => connection.BeginTransaction(IsolationLevel.Snapshot);

        public override bool IsUniqueViolation(DbException problem) =>
            problem is SqlException { Number: DuplicateKey or DuplicateIndexKey };

        public override bool IsDeadlock(DbException problem) => problem is SqlException { Number: DeadlockVictim };

        // A class of 20 or more ends the connection, whatever the number: the network, a server that goes down or is not up yet.
        public override bool IsTransient(DbException problem) => problem is SqlException { Class: >= FatalClass }
            or SqlException { Number: DeadlockVictim or TimedOut or SnapshotConflict or DatabaseNotOpen or ReplicaNotReady or ReplicaChangesRole or ConnectionKilled }
            or SqlException { Number: 10928 or 10929 or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 }; // Azure: busy, or moving to another machine

        // UPPER would change letters of other scripts too.
        public override string Contains(string text, string part) =>
            $"CHARINDEX({part}, TRANSLATE({text}, 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')) > 0";

        public override IEnumerable<string> Batches(string script) =>
            script.Split('\n').Aggregate(new List<List<string>> { new() }, (batches, line) =>
            {
                if (line.Trim() == "GO")
                {
                    batches.Add([]);
                }
                else
                {
                    batches[^1].Add(line);
                }

                return batches;
            }).Select(lines => string.Join('\n', lines)).Where(batch => !string.IsNullOrWhiteSpace(batch));
    }
}
