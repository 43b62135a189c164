using System.Security.Cryptography;
using Disclosure.Cases.CaseFiles;
using Disclosure.Cases.Storage.Connections;
using Disclosure.Cases.Storage.Sealing;

namespace Disclosure.Cases.Storage.CaseFiles;

/// <summary>Scans and frozen letters, in the database, so that a backup has them all and a transaction takes them back.</summary>
internal sealed class CaseContentStore(UnitOfWork work, IIds ids) : ICaseContents, ICaseContentHeads
{
    public async Task<(Guid Id, string Sha256)> Keep(
        Guid caseId, string name, string mediaType, byte[] content, CancellationToken cancellation)
    {
        var id = ids.Next();
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(content));
        work.Changed(SealedTable.CaseContents, id);
        await work.Execute(
            "INSERT INTO case_contents (id, case_id, name, media_type, sha256, content) "
                + "VALUES (@id, @caseId, @name, @mediaType, @sha256, @content)",
            new { id, caseId, name, mediaType, sha256, content }, cancellation);
        return (id, sha256);
    }

    public async Task<CaseContent?> Find(Guid id, CancellationToken cancellation) =>
        await work.Single<CaseContent>(
            "SELECT id, case_id, name, media_type, sha256, content FROM case_contents WHERE id = @id", new { id }, cancellation)
            is { Content.Length: > 0 } content ? content : null;

    public async Task<IReadOnlyDictionary<Guid, CaseContentHead>> OfCase(Guid caseId, CancellationToken cancellation) =>
        (await work.Query<CaseContentHead>(
            "SELECT id, name, SUBSTRING(content, 1, 16) AS head FROM case_contents WHERE case_id = @caseId", new { caseId }, cancellation))
            .ToDictionary(head => head.Id);
}
