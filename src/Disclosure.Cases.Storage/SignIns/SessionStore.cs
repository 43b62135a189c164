using Disclosure.Cases.SignIns;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.SignIns;

/// <summary>The sessions.</summary>
internal sealed class SessionStore(UnitOfWork work, TimeProvider time, IIds ids) : ISessions
{
    private const string Columns = "id, user_id, begun_at, seen_at, address, browser, ended_at, ended_why";

    public Task Begin(Session session, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Sessions, session.Id);
        return work.Execute(
            """
            INSERT INTO sessions (id, user_id, begun_at, seen_at, address, browser)
            VALUES (@Id, @UserId, @BegunAt, @SeenAt, @Address, @Browser)
            """,
            session, cancellation);
    }, cancellation);

    public Task<Session?> Find(string id, CancellationToken cancellation) => work.Single<Session>(
        $"SELECT {Columns} FROM sessions WHERE id = @id", new { id = RowMapping.Ascii(id) }, cancellation);

    public Task<IReadOnlyList<Session>> Of(Guid userId, int most, CancellationToken cancellation) => work.Query<Session>(
        $"SELECT {Columns} FROM sessions WHERE user_id = @userId ORDER BY begun_at DESC, id {work.Dialect.Page}",
        new { userId, take = most, skip = 0 }, cancellation);

    public Task Seen(string id, CancellationToken cancellation) => work.Write(() => work.Execute(
        "UPDATE sessions SET seen_at = @now WHERE id = @id", new { id = RowMapping.Ascii(id), now = time.GetUtcNow() }, cancellation),
        cancellation);

    public Task End(string id, SessionEnd why, CancellationToken cancellation) => work.Write(() =>
    {
        work.Changed(SealedTable.Sessions, id);
        return work.Execute(
            "UPDATE sessions SET ended_at = @now, ended_why = @why WHERE id = @id AND ended_at IS NULL",
            new { id = RowMapping.Ascii(id), now = time.GetUtcNow(), why = StoredNames.Of(why) }, cancellation);
    }, cancellation);

    public Task EndAll(Guid userId, SessionEnd why, CancellationToken cancellation) => work.Write(async () =>
    {
        work.Changed(SealedTable.Users, userId);
        await work.Execute("UPDATE users SET stamp = @stamp WHERE id = @userId", new { userId, stamp = ids.Next() }, cancellation);
        foreach (var id in await work.Query<string>(
            "SELECT id FROM sessions WHERE user_id = @userId AND ended_at IS NULL", new { userId }, cancellation))
        {
            await End(id, why, cancellation);
        }
    }, cancellation);

    public Task<int> DeleteBefore(DateTimeOffset instant, int most, CancellationToken cancellation) => work.DeleteOld(
        SealedTable.Sessions,
        $"SELECT id FROM sessions WHERE begun_at < @instant ORDER BY begun_at, id {work.Dialect.Page}",
        "DELETE FROM sessions WHERE id = @id",
        instant, most, cancellation);
}
