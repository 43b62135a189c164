using System.Data.Common;
using Disclosure.Cases.Storage.Mapping;
using Microsoft.Data.Sqlite;

namespace Disclosure.Cases.Storage.Connections;

// SQLite.
internal abstract partial class Dialect
{
    private sealed class SqliteDialect : Dialect
    {
        private const int ConstraintPrimaryKey = 1555;
        private const int ConstraintUnique = 2067;

        public override DatabaseKind Kind => DatabaseKind.Sqlite;

        public override string Product => "SQLite";

        public override string Folder => "sqlite";

        public override string Page => "LIMIT @take OFFSET @skip";

        public override string Size => "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";

        // What SQLite makes by itself has a name of its own, and says no more than the table does.
        public override string Schema => "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name";

        public override string Columns =>
            """
            SELECT t.name AS table_name, c.name AS column_name, c.pk AS key_place, CASE WHEN c.type = 'BLOB' THEN 1 ELSE 0 END AS has_bytes
            FROM sqlite_master t JOIN pragma_table_xinfo(t.name) c
            WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite_%' AND c.hidden = 0
            """;

        public override string References =>
            """
            SELECT t.name AS table_name, r."table" AS referenced
            FROM sqlite_master t JOIN pragma_foreign_key_list(t.name) r WHERE t.type = 'table'
            """;

        // The same scripts on an empty database make the same schema, word for word.
        public override async Task<IReadOnlyDictionary<string, string?>> SchemaOf(
            IEnumerable<string> scripts, CancellationToken cancellation)
        {
            await using var empty = new SqliteConnection("Data Source=:memory:;Pooling=False");
            await empty.OpenAsync(cancellation);
            foreach (var script in scripts)
            {
                foreach (var batch in Sqlite.Batches(script))
                {
                    await Rows.Execute(empty, batch, null, null, cancellation);
                }
            }

            return (await Rows.Raw(empty, Schema, null, null, cancellation)).ToDictionary(part => part["name"]!, part => part["sql"]);
        }

        public override string CreateJournal =>
            "CREATE TABLE IF NOT EXISTS schema_migrations (name TEXT NOT NULL PRIMARY KEY, "
            + "checksum TEXT NOT NULL, applied_at TEXT NOT NULL)";

        public override bool HasOneWriter => true;

        // What was committed survives a power cut: the wait for the disk is part of the promise.
        // What is deleted is overwritten with zeros, so that it is gone from the file as well.
        public override string OnOpen =>
            "PRAGMA busy_timeout = 60000; PRAGMA foreign_keys = ON; PRAGMA synchronous = FULL; PRAGMA secure_delete = ON;";

        public override string OnFirstUse => "PRAGMA journal_mode = WAL;";

        public override DbConnection Connect(string connectionString) => new SqliteConnection(connectionString);

        // What is taken back never leaves the memory: the number, which nothing uses and which stays what it is, is written out.
        public override string TrialWrite =>
            """
            SAVEPOINT trial;
            INSERT INTO row_seals (position, seals, sealed_at, hash)
            SELECT COALESCE(MAX(position), 0) + 1, '', '', '' FROM row_seals;
            INSERT INTO case_events (case_id, seq, type, data, occurred_at, actor_id, chain, position, hash)
            SELECT chain, 1, '', '', '', '', chain, length + 1, '' FROM chains;
            ROLLBACK TO trial;
            RELEASE trial;
            PRAGMA user_version = 0;
            """;

        // A deferred transaction sees what was committed when it first reads.
        public override DbTransaction BeginSnapshot(DbConnection connection) =>
            ((SqliteConnection)connection).BeginTransaction(deferred: true);

        public override bool IsUniqueViolation(DbException problem) =>
            problem is SqliteException { SqliteExtendedErrorCode: ConstraintPrimaryKey or ConstraintUnique };

        public override bool IsDeadlock(DbException problem) => false;

        // Whoever finds it busy has waited for its turn already, and there is no connection to lose.
        public override bool IsTransient(DbException problem) => false;

        public override string Contains(string text, string part) => $"INSTR({text}, {part}) > 0";

        public override IEnumerable<string> Batches(string script) => [script];
    }
}
