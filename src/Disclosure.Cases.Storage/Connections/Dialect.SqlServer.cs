using System.Data;
using System.Data.Common;
using Microsoft.Data.SqlClient;

namespace Disclosure.Cases.Storage.Connections;

// SQL Server, 2017 or later.
internal abstract partial class Dialect
{
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
        private const string CreateTrigger = "CREATE TRIGGER ";

        public override DatabaseKind Kind => DatabaseKind.SqlServer;

        public override string Product => "SQL Server";

        public override string OwnBackup => "BACKUP DATABASE";

        public override string Folder => "sqlserver";

        public override string Now => "SELECT SYSUTCDATETIME()";

        public override string Page => "OFFSET @skip ROWS FETCH NEXT @take ROWS ONLY";

        public override string Size => "SELECT SUM(CAST(size AS bigint)) * 8192 FROM sys.database_files";

        // The log takes it before it is taken back. No position is negative, so it is in nobody's way.
        public override string TrialWrite =>
            """
            SAVE TRANSACTION trial;
            INSERT INTO row_seals (position, seals, sealed_at, hash) VALUES (-1, '', '', '');
            ROLLBACK TRANSACTION trial;
            """;

        public override string Schema => "SELECT name, NULL AS sql FROM sys.triggers WHERE is_disabled = 0";

        // 165: varbinary.
        public override string Columns =>
            """
            SELECT t.name AS table_name, c.name AS column_name, COALESCE(k.key_ordinal, 0) AS key_place,
                CASE WHEN c.system_type_id = 165 THEN 1 ELSE 0 END AS has_bytes
            FROM sys.tables t JOIN sys.columns c ON c.object_id = t.object_id
            LEFT JOIN sys.indexes i ON i.object_id = t.object_id AND i.is_primary_key = 1
            LEFT JOIN sys.index_columns k ON k.object_id = t.object_id AND k.index_id = i.index_id AND k.column_id = c.column_id
            WHERE t.schema_id = SCHEMA_ID() AND c.is_computed = 0
            """;

        public override string References =>
            """
            SELECT t.name AS table_name, r.name AS referenced
            FROM sys.foreign_keys f JOIN sys.tables t ON t.object_id = f.parent_object_id
            JOIN sys.tables r ON r.object_id = f.referenced_object_id
            WHERE t.schema_id = SCHEMA_ID()
            """;

        public override Task<IReadOnlyDictionary<string, string?>> SchemaOf(
            IEnumerable<string> scripts, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyDictionary<string, string?>>(scripts.SelectMany(script => script.Split('\n'))
                .Where(line => line.StartsWith(CreateTrigger, StringComparison.Ordinal))
                .ToDictionary(line => line[CreateTrigger.Length..].Split(' ')[0], _ => (string?)null));

        public override string CreateJournal =>
            """
            IF OBJECT_ID('schema_migrations') IS NULL
            BEGIN TRY
                CREATE TABLE schema_migrations (
                    name varchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY,
                    checksum char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
                    applied_at varchar(28) COLLATE Latin1_General_100_BIN2 NOT NULL)
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
            or SqlException { Number: DeadlockVictim or TimedOut or SnapshotConflict
                or DatabaseNotOpen or ReplicaNotReady or ReplicaChangesRole or ConnectionKilled }
            // Azure: busy, or moving to another machine
            or SqlException { Number: 10928 or 10929 or 40197 or 40501 or 40613 or 49918 or 49919 or 49920 };

        public override string Contains(string text, string part) => $"CHARINDEX({part}, {text}) > 0";

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
