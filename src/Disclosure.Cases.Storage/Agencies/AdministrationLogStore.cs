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

    public Task Add(
        AdministrativeAct act, Guid? agencyId, Guid? userId, CancellationToken cancellation, params IReadOnlyList<FieldChange> changes) =>
            work.Write(() =>
            {
                var id = ids.Next();
                work.Changed(SealedTable.AdministrationLog, id);
                return work.Execute(
                    """
                    INSERT INTO administration_log (id, recorded_at, recorded_by, act, agency_id, user_id, changes)
                    VALUES (@id, @now, @by, @act, @agencyId, @userId, @changes)
                    """,
                    new
                    {
                        id, now = time.GetUtcNow(), by = actor.Value.Id, act = StoredNames.Of(act), agencyId, userId,
                        changes = JsonSerializer.Serialize(changes, StoredJson.Readable),
                    }, cancellation);
            }, cancellation);

    public async Task<IReadOnlyList<AdministrationEntry>> Latest(
        int most, Guid? agencyId, Guid? userId, CancellationToken cancellation)
    {
        var about = agencyId is not null ? "WHERE agency_id = @agencyId " : userId is not null ? "WHERE user_id = @userId " : "";
        var entries = await work.Query<Stored>(
            "SELECT recorded_at, recorded_by, act, agency_id, user_id, changes "
                + $"FROM administration_log {about}ORDER BY recorded_at DESC, id DESC {work.Dialect.Page}",
            new { agencyId, userId, take = most, skip = 0 }, cancellation);
        return [.. entries.Select(entry => new AdministrationEntry(
            entry.RecordedAt, entry.RecordedBy, entry.Act, entry.AgencyId, entry.UserId,
            JsonSerializer.Deserialize<List<FieldChange>>(entry.Changes, StoredJson.Readable)!))];
    }
}
