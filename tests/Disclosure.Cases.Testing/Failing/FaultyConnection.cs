using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Dapper;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Testing.Failing;

/// <summary>A connection whose statements and commits fail as <see cref="Faults"/> says.</summary>
internal sealed class FaultyConnection(DbConnection sound, string? onOpen, Faults faults) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get => sound.ConnectionString; set => sound.ConnectionString = value; }

    public override string Database => sound.Database;

    public override string DataSource => sound.DataSource;

    public override string ServerVersion => sound.ServerVersion;

    public override ConnectionState State => sound.State;

    public DbTransaction BeginSnapshot(Dialect dialect) => new FaultyTransaction(this, dialect.BeginSnapshot(sound), faults);

    public override void Open() => throw new NotSupportedException();

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        await sound.OpenAsync(cancellationToken);
        if (onOpen is not null)
        {
            await sound.ExecuteAsync(onOpen);
        }
    }

    public override void Close() => sound.Close();

    public override void ChangeDatabase(string databaseName) => sound.ChangeDatabase(databaseName);

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new FaultyTransaction(this, sound.BeginTransaction(isolationLevel), faults);

    protected override DbCommand CreateDbCommand() => new FaultyCommand(sound.CreateCommand(), faults);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            sound.Dispose();
        }

        base.Dispose(disposing);
    }
}

internal sealed class FaultyTransaction(FaultyConnection connection, DbTransaction sound, Faults faults) : DbTransaction
{
    public DbTransaction Sound => sound;

    public override IsolationLevel IsolationLevel => sound.IsolationLevel;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
        var fault = faults.OnCommit();
        if (fault is null or CommitFault.LostAfter)
        {
            sound.Commit();
        }

        if (fault is not null)
        {
            throw new Fault(fault == CommitFault.Deadlock);
        }
    }

    public override void Rollback() => sound.Rollback();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            sound.Dispose();
        }

        base.Dispose(disposing);
    }
}

internal sealed class FaultyCommand(DbCommand sound, Faults faults) : DbCommand
{
    [AllowNull]
    public override string CommandText { get => sound.CommandText; set => sound.CommandText = value; }

    public override int CommandTimeout { get => sound.CommandTimeout; set => sound.CommandTimeout = value; }

    public override CommandType CommandType { get => sound.CommandType; set => sound.CommandType = value; }

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get => sound.UpdatedRowSource; set => sound.UpdatedRowSource = value; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => sound.Parameters;

    protected override DbTransaction? DbTransaction { get =>
        sound.Transaction; set => sound.Transaction = (value as FaultyTransaction)?.Sound; }

    public override void Cancel() => sound.Cancel();

    public override void Prepare() => sound.Prepare();

    public override int ExecuteNonQuery()
    {
        faults.Tried(CommandText);
        return sound.ExecuteNonQuery();
    }

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        faults.Tried(CommandText);
        return sound.ExecuteNonQueryAsync(cancellationToken);
    }

    public override object? ExecuteScalar() => throw new NotSupportedException();

    protected override DbParameter CreateDbParameter() => sound.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        faults.Tried(CommandText);
        return sound.ExecuteReader(behavior);
    }

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        faults.Tried(CommandText);
        return sound.ExecuteReaderAsync(behavior, cancellationToken);
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            sound.Dispose();
        }

        base.Dispose(disposing);
    }
}
