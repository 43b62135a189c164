using System.Text.Json;
using Disclosure.Cases.Agencies;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Agencies;

/// <summary>The administration's journal.</summary>
internal sealed class AdministrationLogStore(UnitOfWork work, CurrentActor actor, TimeProvider time, IIds ids) : IAdministrationLog
{
    private sealed record Stored(
        DateTimeOffset RecordedAt, Guid RecordedBy, AdministrativeAct Act, Guid? AgencyId, Guid? UserId, string Changes);

    private const string Columns = "recorded_at, recorded_by, act, agency_id, user_id, changes";

    public Task<Guid> Add(
        AdministrativeAct act, Guid? agencyId, Guid? userId, CancellationToken cancellation, params IReadOnlyList<FieldChange> changes) =>
            work.Write(async () =>
            {
                var id = ids.Next();
                work.Changed(SealedTable.AdministrationLog, id);
                await work.Execute(
                    """
                    INSERT INTO administration_log (id, recorded_at, recorded_by, act, agency_id, user_id, changes)
                    VALUES (@id, @now, @by, @act, @agencyId, @userId, @changes)
                    """,
                    new
                    {
                        id, now = time.GetUtcNow(), by = actor.Value.Id, act = StoredNames.Of(act), agencyId, userId,
                        changes = JsonSerializer.Serialize(changes, StoredJson.Readable),
                    }, cancellation);
                return id;
            }, cancellation);

    public async Task<AdministrationEntry?> Find(Guid id, CancellationToken cancellation) =>
        await work.Single<Stored>($"SELECT {Columns} FROM administration_log WHERE id = @id", new { id }, cancellation) is { } stored
            ? Entry(stored)
            : null;

    public async Task<IReadOnlyList<AdministrationEntry>> Latest(
        int most, Guid? agencyId, Guid? userId, CancellationToken cancellation)
    {
        var about = agencyId is not null ? "WHERE agency_id = @agencyId " : userId is not null ? "WHERE user_id = @userId " : "";
        var entries = await work.Query<Stored>(
            $"SELECT {Columns} "
                + $"FROM administration_log {about}ORDER BY recorded_at DESC, id DESC {work.Dialect.Page}",
            new { agencyId, userId, take = most, skip = 0 }, cancellation);
        return [.. entries.Select(Entry)];
    }

    private static AdministrationEntry Entry(Stored stored) => new(
        stored.RecordedAt, stored.RecordedBy, stored.Act, stored.AgencyId, stored.UserId,
        JsonSerializer.Deserialize<List<FieldChange>>(stored.Changes, StoredJson.Readable)!);
}
