using Disclosure.Cases.CaseFiles;

namespace Disclosure.Cases.Demonstration.Simulation;

/// <summary>
/// The store, with the cases that were saved kept in mind. Nobody else writes while the district is made, and a refused
/// command ends it, so that what was saved last is what stands; it saves reading every event of a case again and again.
/// </summary>
internal sealed class RememberedCaseFiles(ICaseFiles store) : ICaseFiles
{
    private readonly Dictionary<Guid, CaseFile> known = [];

    public IReadOnlyCollection<CaseFile> Known => known.Values;

    public async Task<CaseFile?> Find(Guid id) => known.TryGetValue(id, out var file) ? file : await store.Find(id);

    public IAsyncEnumerable<CaseFile> FindAll(IReadOnlyList<Guid> ids) => store.FindAll(ids);

    public async Task Save(CaseFile file)
    {
        await store.Save(file);
        known[file.Id] = file;
    }

    public IAsyncEnumerable<CaseFile> Open(Guid? agencyId) => store.Open(agencyId);

    public IAsyncEnumerable<CaseFile> Watched(Guid agencyId, Guid? officerId = null) => store.Watched(agencyId, officerId);

    public Task Derive(CaseFile file) => store.Derive(file);
}
