using System.Data;
using System.Data.Common;
using Npgsql;

namespace Disclosure.Cases.Storage.Connections;

// PostgreSQL, 15 or later.
internal abstract partial class Dialect
{
    /// <summary>
    /// Connection strings of PostgreSQL with the limits that they do not state themselves: a server that does not answer is given up after
    /// 10 seconds, not 15; and a server hears within a minute that a host has died or was cut off, instead of keeping its locks for hours.
    /// </summary>
    public static NpgsqlConnectionStringBuilder WithLimits(NpgsqlConnectionStringBuilder keys)
    {
        if (!keys.ShouldSerialize("Timeout"))
        {
            keys.Timeout = 10;
        }

        keys.Options ??= "-c tcp_keepalives_idle=30 -c tcp_keepalives_interval=10 -c tcp_keepalives_count=3";
        return keys;
    }

    private sealed class PostgreSqlDialect : Dialect
    {
        private const string CommandTimeout = "Command Timeout";

        private const string Function = "CREATE FUNCTION ";
        private const string Trigger = "CREATE TRIGGER ";
        private const string Quote = "$$";

        // Whoever migrates holds this lock until its transaction ends.
        private const string MigrationLock = "SELECT pg_advisory_xact_lock(20190515)";

        public override DatabaseKind Kind => DatabaseKind.PostgreSql;

        public override string Product => "PostgreSQL";

        public override string Folder => "postgresql";

        public override string OwnBackup => "pg_dump";

        public override string Now => "SELECT clock_timestamp() AT TIME ZONE 'UTC'";

        public override string Page => "LIMIT @take OFFSET @skip";

        public override string Size => "SELECT pg_database_size(current_database())";

        // The log takes it before it is taken back. No position is negative, so it is in nobody's way.
        public override string TrialWrite =>
            """
            SAVEPOINT trial;
            INSERT INTO row_seals (position, seals, sealed_at, hash) VALUES (-1, '', '', '');
            ROLLBACK TO SAVEPOINT trial;
            """;

        // What a trigger does stands in its function: that is part of it.
        public override string Schema =>
            """
            SELECT CAST(t.tgname AS text) AS name,
                btrim(regexp_replace(pg_get_triggerdef(t.oid, true) || ' ' || f.prosrc, '\s+', ' ', 'g')) AS sql
            FROM pg_trigger t JOIN pg_proc f ON f.oid = t.tgfoid JOIN pg_class c ON c.oid = t.tgrelid
            WHERE NOT t.tgisinternal AND t.tgenabled = 'O' AND c.relnamespace = CAST(current_schema() AS regnamespace)
            """;

        public override string Columns =>
            """
            SELECT CAST(c.relname AS text) AS table_name, CAST(a.attname AS text) AS column_name,
                COALESCE(array_position(k.conkey, a.attnum), 0) AS key_place,
                CASE WHEN a.atttypid = CAST('bytea' AS regtype) THEN 1 ELSE 0 END AS has_bytes
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_constraint k ON k.conrelid = c.oid AND k.contype = 'p'
            WHERE c.relkind = 'r' AND c.relnamespace = CAST(current_schema() AS regnamespace)
                AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
            """;

        public override string References =>
            """
            SELECT CAST(c.relname AS text) AS table_name, CAST(r.relname AS text) AS referenced
            FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid JOIN pg_class r ON r.oid = k.confrelid
            WHERE k.contype = 'f' AND c.relnamespace = CAST(current_schema() AS regnamespace)
            """;

        public override Task<IReadOnlyDictionary<string, string?>> SchemaOf(
            IEnumerable<string> scripts, CancellationToken cancellation)
        {
            var statements = string.Join('\n', scripts);
            var functions = PartsOf(statements, Function, "(").ToDictionary(
                function => function.Name, function => Between(function.Text, Quote, Quote));
            return Task.FromResult<IReadOnlyDictionary<string, string?>>(PartsOf(statements, Trigger, " ").ToDictionary(
                trigger => trigger.Name,
                trigger => (string?)OneLine($"{trigger.Text[..trigger.Text.IndexOf(';', StringComparison.Ordinal)]} "
                    + functions[Between(trigger.Text, "FUNCTION ", "(")])));
        }

        public override string CreateJournal =>
            $"""
            {MigrationLock};
            CREATE TABLE IF NOT EXISTS schema_migrations (
                name varchar(200) COLLATE "C" NOT NULL PRIMARY KEY,
                checksum varchar(64) COLLATE "C" NOT NULL,
                applied_at varchar(28) COLLATE "C" NOT NULL)
            """;

        public override string OnMigration => MigrationLock;

        public override string TakeLock =>
            "SELECT CASE WHEN pg_try_advisory_lock(hashtextextended(@name, 0)) THEN 1 ELSE 0 END";

        public override string LetLockGo => "SELECT pg_advisory_unlock(hashtextextended(@name, 0))";

        public override bool HasOneWriter => false;

        // A page begins with reading, so this is how long people wait where nothing comes back. What writes may have to wait for another's
        // lock, as long as Npgsql lets it: 30 seconds.
        public override int? ReadTimeoutOf(DbConnectionStringBuilder keys) => keys.ShouldSerialize(CommandTimeout) ? null : 10;

        public override DbConnection Connect(string connectionString) => new NpgsqlConnection(connectionString);

        public override DbTransaction BeginSnapshot(DbConnection connection) =>
            connection.BeginTransaction(IsolationLevel.RepeatableRead);

        public override string Attempt(string insert) => $"SAVEPOINT attempt; {insert}; RELEASE SAVEPOINT attempt";

        public override string TakeBackAttempt => "ROLLBACK TO SAVEPOINT attempt";

        public override bool IsUniqueViolation(DbException problem) =>
            problem is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };

        public override bool IsDeadlock(DbException problem) =>
            problem is PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.SerializationFailure };

        // Npgsql counts among the transient a connection that is lost or cannot be had, a time-out, and what the server names so:
        // 40001, 40P01, 08xxx, 57P01 to 57P03, 53xxx.
        public override bool IsTransient(DbException problem) => problem.IsTransient;

        public override string Contains(string text, string part) => $"strpos({text}, {part}) > 0";

        public override IEnumerable<string> Batches(string script) => [script];

        private static IEnumerable<(string Name, string Text)> PartsOf(string statements, string begin, string afterName) =>
            statements.Split(begin).Skip(1).Select(text => (text[..text.IndexOf(afterName, StringComparison.Ordinal)], begin + text));

        private static string Between(string text, string begin, string end) => text.Split(begin)[1].Split(end)[0];

        private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
