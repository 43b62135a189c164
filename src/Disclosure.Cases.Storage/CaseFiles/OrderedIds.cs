namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>Ids that grow with time (UUID version 7), so that rows that are made together lie together.</summary>
internal sealed class OrderedIds(TimeProvider time) : IIds
{
    public Guid Next() => Guid.CreateVersion7(time.GetUtcNow());
}
