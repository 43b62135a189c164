using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>The cases, by their events.</summary>
internal sealed class CaseFileStore(UnitOfWork work, EventChain chain, ProjectionStore projections) : ICaseFiles
{
    private sealed record Stored(string Type, string Data);

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

        await chain.Append(file);
        await projections.Write(file);
        file.MarkStored();
    }
}
