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

    public async Task<CaseFile?> Find(Guid id, CancellationToken cancellation) =>
        known.TryGetValue(id, out var file) ? file : await store.Find(id, cancellation);

    public IAsyncEnumerable<CaseFile> FindAll(IReadOnlyList<Guid> ids, CancellationToken cancellation) => store.FindAll(ids, cancellation);

    public async Task Save(CaseFile file, CancellationToken cancellation)
    {
        await store.Save(file, cancellation);
        known[file.Id] = file;
    }

    public IAsyncEnumerable<CaseFile> Open(Guid? agencyId, CancellationToken cancellation) => store.Open(agencyId, cancellation);

    public IAsyncEnumerable<CaseFile> Watched(Guid agencyId, Guid? officerId, CancellationToken cancellation) =>
        store.Watched(agencyId, officerId, cancellation);

    public Task Derive(CaseFile file, CancellationToken cancellation) => store.Derive(file, cancellation);
}
