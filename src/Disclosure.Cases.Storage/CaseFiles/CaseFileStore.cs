using Disclosure.Cases.Calendars;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The cases, by their events.</summary>
internal sealed class CaseFileStore(UnitOfWork work, EventChain chain, ProjectionStore projections, CalendarsInForce calendars, ICalendarChanges journal) : ICaseFiles
{
    // As many cases as are read at once where all are looked through.
    private const int Some = 200;

    private sealed record Stored(string Type, string Data);

    private sealed record StoredOf(Guid CaseId, string Type, string Data);

    public async Task<CaseFile?> Find(Guid id)
    {
        var events = await work.Query<Stored>("SELECT type, data FROM case_events WHERE case_id = @id ORDER BY seq", new { id });
        return events.Count == 0 ? null : CaseFile.Fold(id, events.Select(stored => CaseEventJson.Read(stored.Type, stored.Data)));
    }

    public async Task Save(CaseFile file)
    {
        if (file.Pending.Count == 0)
        {
            return;
        }

        // The columns are derived here and now: nobody may derive them from a calendar that another server has just changed.
        if (await journal.Edition() != calendars.Snapshot.Edition)
        {
            throw new CaseConflictException();
        }

        await chain.Append(file);
        await projections.Write(file);
        file.MarkStored();
    }

    public async IAsyncEnumerable<CaseFile> Open(Guid? agencyId, Guid? officerId = null)
    {
        var ids = await work.Query<Guid>(
            $"SELECT case_id FROM case_files WHERE is_open = 1{(agencyId is null ? "" : " AND agency_id = @agencyId")}{(officerId is null ? "" : " AND officer_id = @officerId")} ORDER BY case_id",
            new { agencyId, officerId });
        foreach (var some in ids.Chunk(Some))
        {
            var events = await work.Query<StoredOf>(
                "SELECT case_id, type, data FROM case_events WHERE case_id IN @some ORDER BY case_id, seq", new { some = some.Select(RowMapping.Text) });
            foreach (var one in events.GroupBy(stored => stored.CaseId))
            {
                yield return CaseFile.Fold(one.Key, one.Select(stored => CaseEventJson.Read(stored.Type, stored.Data)));
            }
        }
    }

    public async Task Derive(CaseFile file)
    {
        if (projections.Derive(file) != await projections.Stored(file.Id))
        {
            await projections.Write(file);
        }
    }
}
