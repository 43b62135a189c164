using Disclosure.Cases.Scheduling;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Connections;

/// <summary>
/// The database server's clock, as far as this machine knows it: its own, put right by what the server said last. So all
/// servers agree what time and what day it is. With SQLite there is one machine, and its clock is the clock.
/// </summary>
/// <param name="database">Whose clock; only asked for when it is needed, since the database itself may go by this clock.</param>
/// <param name="own">This machine's clock.</param>
public sealed class StorageClock(Func<Database> database, TimeProvider own) : TimeProvider, ISharedClock
{
    private long behind;

    /// <inheritdoc/>
    public override TimeZoneInfo LocalTimeZone => own.LocalTimeZone;

    /// <inheritdoc/>
    public override long TimestampFrequency => own.TimestampFrequency;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => own.GetUtcNow() + Behind;

    /// <inheritdoc/>
    public override long GetTimestamp() => own.GetTimestamp();

    /// <inheritdoc/>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
        own.CreateTimer(callback, state, dueTime, period);

    /// <inheritdoc/>
    public async Task Refresh(CancellationToken cancellation)
    {
        var server = database();
        if (server.Dialect.Now is not { } sql)
        {
            return;
        }

        await using var connection = await server.Open(cancellation);
        var asked = own.GetUtcNow();
        var said = (await Rows.Query<DateTime>(connection, sql, null, null, cancellation))[0];
        Correct(asked, new DateTimeOffset(DateTime.SpecifyKind(said, DateTimeKind.Utc)), own.GetUtcNow());
    }

    /// <summary>Goes by what the server said, where it differs by more than the way there and back can explain.</summary>
    internal void Correct(DateTimeOffset asked, DateTimeOffset said, DateTimeOffset answered)
    {
        var way = answered - asked;
        var measured = said - (asked + (way / 2));
        if ((measured - Behind).Duration() > way)
        {
            Interlocked.Exchange(ref behind, measured.Ticks);
        }
    }

    // How far this machine's clock is behind the server's; negative when it is ahead.
    private TimeSpan Behind => new(Interlocked.Read(ref behind));
}
