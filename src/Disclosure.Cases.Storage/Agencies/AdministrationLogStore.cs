using System.Text.Json;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Agencies;

/// <summary>The administration's journal.</summary>
internal sealed class AdministrationLogStore(UnitOfWork work, CurrentActor actor, TimeProvider time, IIds ids) : IAdministrationLog
{
    private const string Columns =
        "l.recorded_at, l.recorded_by, l.act, l.agency_id, l.user_id, l.changes, "
            + "l.recorded_name, b.name AS by_today, l.user_name, u.name AS user_today";

    private const string From =
        "FROM administration_log l LEFT JOIN users b ON b.id = l.recorded_by LEFT JOIN users u ON u.id = l.user_id WHERE ";

    private sealed record Stored(
        DateTimeOffset RecordedAt, Guid RecordedBy, AdministrativeAct Act, Guid? AgencyId, Guid? UserId, string Changes,
        string? RecordedName, string? ByToday, string? UserName, string? UserToday);

    public Task<Guid> Add(
        AdministrativeAct act, Guid? agencyId, Guid? userId, CancellationToken cancellation, params IReadOnlyList<FieldChange> changes) =>
            work.Write(async () =>
            {
                var id = ids.Next();
                work.Changed(SealedTable.AdministrationLog, id);
                await work.Execute(
                    """
                    INSERT INTO administration_log (
                        id, recorded_at, recorded_by, act, agency_id, user_id, changes, recorded_name, user_name)
                    SELECT @id, @now, @By, @act, @agencyId, @userId, @changes, @ByName, (SELECT name FROM users WHERE id = @userId)
                    """,
                    new
                    {
                        id, now = time.GetUtcNow(), By = actor.Value.Id, ByName = actor.Value.Name, act = StoredNames.Of(act), agencyId,
                        userId, changes = JsonSerializer.Serialize(changes, StoredJson.Readable),
                    }, cancellation);
                return id;
            }, cancellation);

    public async Task<AdministrationEntry?> Find(Guid id, CancellationToken cancellation) =>
        await work.Single<Stored>($"SELECT {Columns} {From}l.id = @id", new { id }, cancellation) is { } stored ? Entry(stored) : null;

    public async Task<IReadOnlyList<AdministrationEntry>> Find(
        AdministrationFilter filter, int skip, int take, CancellationToken cancellation) =>
        [.. (await work.Query<Stored>(
            $"""
            SELECT {Columns}
            {From}{new Condition(filter, work.Dialect).Sql} ORDER BY l.recorded_at DESC, l.id DESC {work.Dialect.Page}
            """,
            Arguments(filter, skip, take), cancellation)).Select(Entry)];

    public async Task<int> Count(AdministrationFilter filter, CancellationToken cancellation) =>
        await work.Single<int>($"SELECT COUNT(*) {From}{new Condition(filter, work.Dialect).Sql}", Arguments(filter, 0, 0), cancellation);

    private static object Arguments(AdministrationFilter filter, int skip, int take) => new
    {
        filter.From, filter.Until, filter.By, filter.AgencyId, filter.User, filter.UserId, skip, take,
        byKey = ComparedText.Folded(filter.By), userKey = ComparedText.Folded(filter.User),
        act = filter.Act is { } act ? StoredNames.Of(act) : null,
    };

    private static AdministrationEntry Entry(Stored stored) => new(
        stored.RecordedAt, stored.RecordedBy, stored.Act, stored.AgencyId, stored.UserId,
        JsonSerializer.Deserialize<List<FieldChange>>(stored.Changes, StoredJson.Readable)!,
        RecordedName.Of(stored.RecordedName, stored.ByToday), RecordedName.Of(stored.UserName, stored.UserToday));

    // Entries of before the names were written down are found by the present ones, which they are shown with.
    private sealed record Condition(AdministrationFilter Filter, Dialect Dialect)
    {
        public string Sql => $"l.recorded_at >= @From AND l.recorded_at < @Until{ByWhom}{OfAct}{OfAgency}{OfUser}{OfUserId}";

        private string ByWhom => Filter.By is null
            ? ""
            : $" AND ({Dialect.Contains("COALESCE(l.recorded_name, b.name)", "@By")} OR {Dialect.Contains("b.sign_in_key", "@byKey")})";

        private string OfAct => Filter.Act is null ? "" : " AND l.act = @act";

        private string OfAgency => Filter.AgencyId is null ? "" : " AND l.agency_id = @AgencyId";

        private string OfUser => Filter.User is null
            ? ""
            : $" AND ({Dialect.Contains("COALESCE(l.user_name, u.name)", "@User")} OR {Dialect.Contains("u.sign_in_key", "@userKey")})";

        private string OfUserId => Filter.UserId is null ? "" : " AND l.user_id = @UserId";
    }
}
