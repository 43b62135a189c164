using System.Data.Common;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>The few differences between the databases; all other SQL is written once.</summary>
internal abstract partial class Dialect
{
    public static readonly Dialect Sqlite = new SqliteDialect();

    public static readonly Dialect SqlServer = new SqlServerDialect();

    public static readonly Dialect PostgreSql = new PostgreSqlDialect();

    /// <summary>Which database it is.</summary>
    public abstract DatabaseKind Kind { get; }

    /// <summary>The name that it goes by.</summary>
    public abstract string Product { get; }

    /// <summary>The folder of its migrations.</summary>
    public abstract string Folder { get; }

    /// <summary>What a server is backed up with; null where <c>disclosure backup</c> does it.</summary>
    public virtual string? OwnBackup => null;

    /// <summary>Asks for the server's clock, UTC; null where there is no server.</summary>
    public virtual string? Now => null;

    /// <summary>The end of a query with ORDER BY that takes <c>@take</c> rows after <c>@skip</c>.</summary>
    public abstract string Page { get; }

    /// <summary>Asks how large the database is, in bytes.</summary>
    public abstract string Size { get; }

    /// <summary>
    /// What the schema is made of, each part by name and text: of SQLite everything, of a server the triggers that are in force, with
    /// their text where it can be told.
    /// </summary>
    public abstract string Schema { get; }

    /// <summary>The parts of <see cref="Schema"/> that scripts make, without a database where there is a server.</summary>
    public abstract Task<IReadOnlyDictionary<string, string?>> SchemaOf(IEnumerable<string> scripts, CancellationToken cancellation);

    /// <summary>
    /// Asks for the columns of all tables but those that the database computes: table, column, its place in the primary key from 1 (0: it
    /// is none of it), and whether it holds bytes.
    /// </summary>
    public abstract string Columns { get; }

    /// <summary>Asks which tables refer to which by foreign keys.</summary>
    public abstract string References { get; }

    /// <summary>Creates the journal of migrations when it is not there.</summary>
    public abstract string CreateJournal { get; }

    /// <summary>Whether only one writer at a time can be at work: then they queue up here instead of inside the database.</summary>
    public abstract bool HasOneWriter { get; }

    /// <summary>
    /// How many seconds a statement may take that only reads, where the connection string says nothing of commands; null: as long as any.
    /// </summary>
    public virtual int? ReadTimeoutOf(DbConnectionStringBuilder keys) => null;

    public abstract DbConnection Connect(string connectionString);

    /// <summary>What every connection has to be told once it is open.</summary>
    public virtual string? OnOpen => null;

    /// <summary>What the database is told once, before its first migration.</summary>
    public virtual string? OnFirstUse => null;

    /// <summary>What a step of the schema begins with in its transaction; null: nothing.</summary>
    public virtual string? OnMigration => null;

    /// <summary>Takes the lock <c>@name</c> for the session, or gives 0 where another one has it; null: there are none.</summary>
    public virtual string? TakeLock => null;

    /// <summary>Lets a lock of the session go.</summary>
    public virtual string? LetLockGo => null;

    /// <summary>Within a transaction: adds where the chains end, takes that back, and leaves a commit that has to reach the disk.</summary>
    public abstract string TrialWrite { get; }

    /// <summary>Begins to read as of one moment, without keeping writers waiting.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

    /// <summary>An insert that may find its key taken, and leaves the transaction usable then.</summary>
    public virtual string Attempt(string insert) => insert;

    /// <summary>What has to be done after it found its key taken; null: nothing.</summary>
    public virtual string? TakeBackAttempt => null;

    public abstract bool IsUniqueViolation(DbException problem);

    /// <summary>Whether the database gave up this transaction in favour of another one: nothing of it is left.</summary>
    public abstract bool IsDeadlock(DbException problem);

    /// <summary>
    /// Whether the same work may well succeed when it is done again: a deadlock, a time-out, a lost connection, a failover.
    /// </summary>
    public abstract bool IsTransient(DbException problem);

    /// <summary>The condition that a text contains another one, by code point: no pattern, no words.</summary>
    public abstract string Contains(string text, string part);

    /// <summary>The batches of a migration.</summary>
    public abstract IEnumerable<string> Batches(string script);
}
