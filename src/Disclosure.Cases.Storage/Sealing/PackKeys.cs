using Disclosure.Cases.EvidencePacks;
using Disclosure.Cases.Storage.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Mapping;

namespace Disclosure.Cases.Storage.Sealing;

/// <summary>The keys of evidence packs: those of the chains. A pack is checked without the database.</summary>
internal sealed class PackKeys(UnitOfWork work, SealingKeys keys, ChainKey file) : IPackKeys
{
    private IReadOnlyList<byte[]>? read;

    // Read anew in each scope: another process may have gone over to a new key.
    private IReadOnlyList<byte[]> Secrets => read ??= file.Read(int.MaxValue);

    public IReadOnlyList<PackKey>? All => file.Exists ? [.. Secrets.Select(PackKey.Of)] : null;

    public async Task<PackKey> Current(CancellationToken cancellation) => PackKey.Of((await keys.ForReading(work, cancellation)).Current);

    public bool HasSealed(Guid caseId, SealedEvent sealedEvent) => file.Exists
        && Secrets.Any(secret => EventRow.SealOf(RowMapping.Text(caseId), sealedEvent, secret) == sealedEvent.Hash);
}
