using System.Data.Common;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>The few differences between the databases; all other SQL is written once.</summary>
internal abstract partial class Dialect
{
    public static readonly Dialect Sqlite = new SqliteDialect();

    public static readonly Dialect SqlServer = new SqlServerDialect();

    /// <summary>The folder of its migrations.</summary>
    public abstract string Folder { get; }

    /// <summary>Asks for the server's clock, UTC; null where there is no server.</summary>
    public virtual string? Now => null;

    /// <summary>The end of a query with ORDER BY that takes <c>@take</c> rows after <c>@skip</c>.</summary>
    public abstract string Page { get; }

    /// <summary>Asks how large the database is, in bytes.</summary>
    public abstract string Size { get; }

    /// <summary>
    /// What the schema is made of, each part by name and text: of SQLite everything, of a server the triggers that are in force.
    /// </summary>
    public abstract string Schema { get; }

    /// <summary>The parts of <see cref="Schema"/> that scripts make, without a database where there is a server.</summary>
    public abstract Task<IReadOnlyDictionary<string, string?>> SchemaOf(IEnumerable<string> scripts, CancellationToken cancellation);

    /// <summary>Creates the journal of migrations when it is not there.</summary>
    public abstract string CreateJournal { get; }

    /// <summary>Whether only one writer at a time can be at work: then they queue up here instead of inside the database.</summary>
    public abstract bool HasOneWriter { get; }

    public abstract DbConnection Connect(string connectionString);

    /// <summary>What every connection has to be told once it is open.</summary>
    public virtual string? OnOpen => null;

    /// <summary>What the database is told once, before its first migration.</summary>
    public virtual string? OnFirstUse => null;

    /// <summary>Within a transaction: adds where the chains end, takes that back, and leaves a commit that has to reach the disk.</summary>
    public abstract string TrialWrite { get; }

    /// <summary>Begins to read as of one moment, without keeping writers waiting.</summary>
    public abstract DbTransaction BeginSnapshot(DbConnection connection);

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
