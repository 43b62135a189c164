using System.Data.Common;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Testing.Failing;

/// <summary>The same database on connections that fail when they are told to.</summary>
internal class FaultyDialect(Dialect sound, Faults faults) : Dialect
{
    public override DatabaseKind Kind => sound.Kind;

    public override string Product => sound.Product;

    public override string? OwnBackup => sound.OwnBackup;

    public override string Folder => sound.Folder;

    public override string Page => sound.Page;

    public override string Size => sound.Size;

    public override string CreateJournal => sound.CreateJournal;

    public override string TrialWrite => sound.TrialWrite;

    public override string Schema => sound.Schema;

    public override string Columns => sound.Columns;

    public override string References => sound.References;

    public override Task<IReadOnlyDictionary<string, string?>> SchemaOf(IEnumerable<string> scripts, CancellationToken cancellation) =>
        sound.SchemaOf(scripts, cancellation);

    public override string? OnMigration => sound.OnMigration;

    public override bool HasOneWriter => sound.HasOneWriter;

    public override string? OnOpen => null;

    public override string? OnFirstUse => sound.OnFirstUse;

    public override DbConnection Connect(string connectionString) =>
        new FaultyConnection(sound.Connect(connectionString), sound.OnOpen, faults);

    public override DbTransaction BeginSnapshot(DbConnection connection) => ((FaultyConnection)connection).BeginSnapshot(sound);

    public override string Attempt(string insert) => sound.Attempt(insert);

    public override string? TakeBackAttempt => sound.TakeBackAttempt;

    public override bool IsUniqueViolation(DbException problem) => sound.IsUniqueViolation(problem);

    public override bool IsDeadlock(DbException problem) => problem is Fault { IsDeadlock: true } || sound.IsDeadlock(problem);

    public override bool IsTransient(DbException problem) => problem is Fault || sound.IsTransient(problem);

    public override string Contains(string text, string part) => sound.Contains(text, part);

    public override IEnumerable<string> Batches(string script) => sound.Batches(script);
}
