using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Disclosure.Cases.Clock;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.Calendars;

/// <summary>The calendar's journal. Each entry is sealed over itself and the one before, with the key of the chains.</summary>
internal sealed class CalendarChangeStore(UnitOfWork work, EventChain chain, SealingKeys keys) : ICalendarChanges
{
    private const string Columns = "ordinal, kind, year, agency_id, revokes, content, note, recorded_at, recorded_by";

    private sealed record Sealed(int Ordinal, string Seal);

    public async Task<int> Edition(CancellationToken cancellation) =>
        await work.Single<int?>("SELECT MAX(ordinal) FROM calendar_changes", null, cancellation) ?? 0;

    public Task<IReadOnlyList<CalendarChange>> All(CancellationToken cancellation) =>
        work.Query<CalendarChange>($"SELECT {Columns} FROM calendar_changes ORDER BY ordinal", null, cancellation);

    public async Task<bool> Append(CalendarChange change, CancellationToken cancellation)
    {
        // Cases that are being recorded on were reckoned by the calendar before; what they come to is to be seen by whoever moves them.
        await chain.HoldAll(cancellation);
        var last = await work.Single<Sealed>(
            "SELECT ordinal, seal FROM calendar_changes WHERE ordinal = (SELECT MAX(ordinal) FROM calendar_changes)", null, cancellation);
        if ((last?.Ordinal ?? 0) + 1 != change.Ordinal)
        {
            return false;
        }

        var seal = SealAfter(last?.Seal ?? "", change, (await keys.ForWriting(work, cancellation)).Current);
        return await work.TryInsert(
            $"""
            INSERT INTO calendar_changes ({Columns}, seal)
            VALUES (@Ordinal, @kind, @Year, @AgencyId, @Revokes, @Content, @Note, @RecordedAt, @RecordedBy, @seal)
            """,
            new
            {
                change.Ordinal, kind = StoredNames.Of(change.Kind), change.Year, change.AgencyId, change.Revokes, change.Content,
                change.Note, change.RecordedAt, change.RecordedBy, seal,
            }, cancellation);
    }

    /// <summary>The ordinals of the entries that are not as they were sealed.</summary>
    public async Task<IReadOnlyList<int>> Broken(KeyRing ring, CancellationToken cancellation)
    {
        var seals = await work.Query<Sealed>("SELECT ordinal, seal FROM calendar_changes ORDER BY ordinal", null, cancellation);
        var broken = new List<int>();
        var (before, expected) = ("", 1);
        foreach (var (change, entry) in (await All(cancellation)).Zip(seals))
        {
            if (change.Ordinal != expected || SealAfter(before, change, ring.At(KeyRing.Calendar, change.Ordinal)) != entry.Seal)
            {
                broken.Add(change.Ordinal);
            }

            (before, expected) = (entry.Seal, change.Ordinal + 1);
        }

        return broken;
    }

    // The names are part of what is sealed: with others, no entry would be as it was.
    private static string SealAfter(string previous, CalendarChange change, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(
        key,
        Encoding.UTF8.GetBytes(previous + JsonSerializer.Serialize(new Dictionary<string, object?>
        {
            ["Ordinal"] = change.Ordinal,
            ["Kind"] = StoredNames.Of(change.Kind),
            ["Year"] = change.Year,
            ["AgencyId"] = change.AgencyId,
            ["Revokes"] = change.Revokes,
            ["Content"] = change.Content,
            ["Note"] = change.Note,
            ["RecordedAt"] = Mapping.RowMapping.Text(change.RecordedAt),
            ["RecordedBy"] = change.RecordedBy,
        }))));
}
